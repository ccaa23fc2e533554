// Writes bench/RESULTS.md: ratios of processor time (user and system) of paired runs, with their spread; no absolute times.
// Run: npm run bench [pairs] [megabytes of scans]
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { argv, execPath, stdout, version } from 'node:process';
import { install, spectral, writeTexts } from './peers.mjs';
import { median, run } from './run.mjs';
import { pdf, picture } from './scans.mjs';

const root = resolve(import.meta.dirname, '..');
const zjtx = join(root, 'bin/zjtx.js');
const ready = join(root, 'examples/jiangsu-2021-product/ready');
const pairs = Number(argv[2] ?? 9);
const scanned = Number(argv[3] ?? 1000) * 1_000_000;
const folder = mkdtempSync(join(tmpdir(), 'zjtx-bench-'));
const cache = join(folder, 'cache');
// Code is kept in the home of the user, never below the folder of a run.
const home = mkdtempSync(join(tmpdir(), 'zjtx-bench-home-'));

/** Of this machine: a list of certificates that Node reads as it starts, which takes as long again as a bare one. */
const certificates = process.env.NODE_EXTRA_CA_CERTS;
let environment = {};

/** Seconds of the processor that a command takes, in a folder of its own and with a cache of its own. */
function work(command, ...args) {
  const timed = `TIMEFORMAT='%U %S'; time "$@" >/dev/null 2>&1`;
  const { stderr, status } = spawnSync('bash', ['-c', timed, 'bash', command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: home, ZJTX_CACHE_DIR: cache, ZJTX_LANG: 'zh', ...environment },
  });
  // A run that was refused took no time to do the work; a dossier that is not ready gives 1.
  if (status !== 0 && status !== 1) throw new Error(`${[command, ...args].join(' ')} ended with ${status}`);
  const [user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return user + system;
}
const ours = (...args) => work(execPath, zjtx, ...args);
const printed = (...args) => spawnSync(execPath, [zjtx, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;
const bare = () => work(execPath, '-e', '0');
const rows = [];
const exponents = [];

/** Runs both in turn; a row of the table. */
function pair(what, against, most, count, one, other) {
  // What is kept of the code grows for three runs.
  for (let warm = 0; warm < (count > 3 ? 4 : 1); warm += 1) one();
  const ratios = Array.from({ length: count }, () => {
    const [a, b] = [one(), other()];
    return a / b;
  }).sort((a, b) => a - b);
  const spread = `${ratios[0].toFixed(2)}–${ratios.at(-1).toFixed(2)}`;
  rows.push(`| ${what} | ${against} | ${most} | **${median(ratios).toFixed(2)}** | ${spread} |`);
  stdout.write(`${rows.at(-1)}\n`);
}

/** How work grows from `small` to `large` things: 1 is in proportion. */
function growth(what, [small, large], make) {
  const [few, many] = [small, large].map((number) => {
    const run = make(number);
    return median(Array.from({ length: 3 }, run));
  });
  const power = Math.log(many / few) / Math.log(large / small);
  exponents.push(`| ${what} | ${small} → ${large} | ${(many / few).toFixed(1)} × | ${power.toFixed(2)} |`);
  stdout.write(`${exponents.at(-1)}\n`);
}

/** The ready example with this many patents, each with the same file. */
function patents(number) {
  const name = join(folder, `patents-${number}`);
  cpSync(ready, name, { recursive: true });
  const text = readFileSync(join(name, 'dossier.yaml'), 'utf8');
  const [begin] = /^ {6}- [^\n]*\n(?: {8}[^\n]*\n)*/m.exec(text.slice(text.indexOf('    patents:'))) ?? [''];
  const more = Array.from({ length: number }, (_, at) => begin.replace(/(ZL|zl)?(\d{12}\.[\dX])/, `$1$2${at}`)).join(
    '',
  );
  writeFileSync(
    join(name, 'dossier.yaml'),
    text.replace(begin, () => more),
  );
  return () => ours('preview', name, '-o', join(name, 'a.pdf'), '--force');
}

/** The ready example with so many more files in its last slot, no two the same. */
function filesOfSlot(number) {
  const name = join(folder, `files-${number}`);
  cpSync(ready, name, { recursive: true });
  const one = readFileSync(join(name, '附件', '完税证明', '2020年度完税证明.pdf'));
  const slot = join(name, '附件', '其他企业认为需提供的材料');
  for (let at = 0; at < number; at += 1)
    writeFileSync(join(slot, `材料${at}.pdf`), Buffer.concat([one, Buffer.from(`\n% ${at}\n`)]));
  return () => ours('preview', name, '-o', join(name, 'a.pdf'), '--force');
}

/** Seconds that one more summary takes where some were drawn before: of `run`, which draws so many. */
const warm = (run) => (run(12) - run(2)) / 10;

/** A folder with the ready example so many times. */
function copies(number) {
  const name = join(folder, `ready-${number}`);
  for (let at = 0; at < number; at += 1) cpSync(ready, join(name, `${at}`), { recursive: true });
  return name;
}

/** Rows beside programs of others that do a part of the same; none where they cannot be had. */
async function besidePeers() {
  const packages = mkdtempSync(join(tmpdir(), 'zjtx-bench-peers-'));
  try {
    const [linter, ...printers] = install(packages);
    const few = 20;
    const checked = dossiers(few);
    const files = Array.from({ length: few }, (_, at) => join(folder, `dossiers-${few}`, `${at}`, 'dossier.yaml'));
    const lint = () => work(execPath, ...spectral(packages, join(folder, 'schema.json'), files));
    pair(`\`validate\` of ${few} dossiers without attachments`, linter, '0.6', 3, checked, lint);
    const clients = { 2: copies(2), 12: copies(12) };
    const [pdf, texts] = [join(folder, 'one.pdf'), join(folder, 'texts.json')];
    ours('preview', ready, '-o', pdf);
    await writeTexts(pdf, texts);
    const all = (name) => (number) =>
      ours(name, clients[number], '--quiet', '--jobs', '1', ...(name === 'preview' ? ['--force'] : []));
    const drawn = () => warm(all('preview')) - warm(all('validate'));
    for (const printer of printers) {
      const peer = (number) =>
        work(execPath, join(import.meta.dirname, 'peers.mjs'), printer.split(' ')[0], packages, texts, `${number}`);
      pair('one more summary in a batch, with its proof', `${printer}, the same texts`, '1.0', 3, drawn, () =>
        warm(peer),
      );
    }
  } catch (error) {
    stdout.write(`Not measured beside spectral, pdfkit and pdfmake: ${error.message}\n`);
  } finally {
    rmSync(packages, { recursive: true, force: true });
  }
}

/** A folder with this many dossiers that have no attachments. */
function dossiers(number) {
  const name = join(folder, `dossiers-${number}`);
  const text = readFileSync(join(ready, 'dossier.yaml'), 'utf8').replace(/^attachments:[\s\S]*/m, '');
  for (let at = 0; at < number; at += 1) {
    mkdirSync(join(name, `${at}`), { recursive: true });
    writeFileSync(join(name, `${at}`, 'dossier.yaml'), text);
  }
  return () => ours('validate', name, '--quiet', '--jobs', '1');
}

/** A dossier with scans of 50 MB, as JPEG and PDF in turn. */
function scans() {
  const name = join(folder, 'scans');
  mkdirSync(name);
  const files = [];
  for (let bytes = 0; bytes < scanned; bytes += 50_000_000) {
    const file = `${files.length}.${files.length % 2 === 0 ? 'jpg' : 'pdf'}`;
    (files.length % 2 === 0 ? picture : pdf)(join(name, file), 50_000_000 - files.length * 60_000);
    files.push(file);
  }
  const listed = files.map((file) => `    - ${file}\n`).join('');
  const text = `category: jiangsu/2021/product\nenterprise: 江苏示例精密机械有限公司\nas_of: 2021-08-16\nattachments:\n  other:\n${listed}`;
  writeFileSync(join(name, 'dossier.yaml'), text);
  return name;
}

try {
  pair('`--version`', '`node -e 0`', '1.25', pairs, () => ours('--version'), bare);
  pair('`--help`', '`node -e 0`', '1.8', pairs, () => ours('--help'), bare);
  pair(
    '`validate` of the ready example, cold',
    '`node -e 0`',
    '13',
    pairs,
    () => ours('validate', ready, '--no-cache'),
    bare,
  );
  pair('`validate` of it, with the cache', '`node -e 0`', '9', pairs, () => ours('validate', ready), bare);
  if (certificates !== undefined) {
    environment = { NODE_EXTRA_CA_CERTS: certificates };
    const there = '`node -e 0`, with certificates';
    pair(
      'the same two where Node reads certificates: cold',
      there,
      '13',
      pairs,
      () => ours('validate', ready, '--no-cache'),
      bare,
    );
    pair('and with the cache', there, '9', pairs, () => ours('validate', ready), bare);
    environment = {};
  }
  const many = 200;
  const checked = dossiers(many);
  writeFileSync(join(folder, 'schema.json'), printed('categories', 'schema', 'jiangsu/2021/product'));
  const ajv = () => work(execPath, join(import.meta.dirname, 'ajv.mjs'), 'schema.json', `dossiers-${many}`);
  pair('`validate` of 200 dossiers without attachments', 'ajv by their schema', '1.5', pairs, checked, ajv);
  await besidePeers();
  const clients = copies(many);
  const again = () => ours('validate', clients, '--quiet', '--jobs', '1') / many;
  pair(`\`validate\` of ${many} ready examples with the cache, each`, '`node -e 0`', '0.5', 2, again, bare);
  const [report, page, alone] = ['report.json', 'report.html', 'alone.json'].map((name) => join(folder, name));
  ours('validate', clients, '--quiet', '-f', `json=${report}`, '-f', `html=${page}`);
  ours('validate', clients, '--quiet', '--lang', 'zh', '-f', `json=${alone}`);
  const megabytes = (file) => ((statSync(file).size / many) * 1000) / 1e6;
  const large = scans();
  const peer = () => {
    const took = work('zip', '-q', '-0', '-r', 'peer.zip', large) + work('sha256sum', 'peer.zip');
    rmSync(join(folder, 'peer.zip'));
    return took;
  };
  const few = Math.max(2, Math.round(pairs / 3));
  const size = `${(scanned / 1e9).toFixed(1)} GB`;
  // Over a bundle that stands there already, that one is checked first.
  const build = () => {
    rmSync(join(folder, 'out'), { recursive: true, force: true });
    return ours('build', large, '--draft', '--jobs', '1', '-o', 'out');
  };
  pair(`\`build\` with ${size} of scans`, '`zip -0` and `sha256sum`', '1.2', few, build, peer);
  const bundle = join(folder, 'out', '江苏示例精密机械有限公司-jiangsu-2021-product-草稿.zip');
  pair('`verify` of it', 'the same', '1.0', few, () => ours('verify', bundle), peer);
  rmSync(join(folder, 'out'), { recursive: true, force: true });
  const { memory } = run(
    [zjtx, 'build', large, '--draft', '--jobs', '1', '-o', join(folder, 'out'), '--quiet'],
    folder,
  );
  growth('`preview`, patents', [150, 1500], patents);
  growth('`preview`, files of one slot', [300, 3000], filesOfSlot);
  growth('`validate`, dossiers without attachments', [20, many], dossiers);
  // What was measured once, by hand.
  const before = readFileSync(join(import.meta.dirname, 'RESULTS.md'), 'utf8');
  const remarks = before.slice(before.indexOf('## Packages inside the chunks'));
  writeFileSync(
    join(import.meta.dirname, 'RESULTS.md'),
    `# Measured

Made by \`npm run bench\` on Node ${version}, ${process.platform} ${process.arch}, ${cpus().length} cores. Medians of ratios of processor time, each of a pair in
one run, with the least and the greatest ratio; above 1 zjtx takes more. The aim is what the house set itself: those of
\`validate\` where Node reads a list of certificates as it starts (\`NODE_EXTRA_CA_CERTS\`), by which a bare one takes nearly
twice as long. 15 ms for each of many clients are about 0.5 × \`node -e 0\`. Programs of others are installed for the run.

| what | against | aim | median | spread |
|---|---|---|---|---|
${rows.join('\n')}

How work grows with its input; an exponent of 1 is in proportion.

| what | from → to | work | exponent |
|---|---|---|---|
${exponents.join('\n')}

The JSON of 1,000 ready examples takes ${megabytes(report).toFixed(1)} MB in both languages and ${megabytes(alone).toFixed(1)} MB in Chinese alone (the aim is 15), their
page ${megabytes(page).toFixed(1)} MB (the aim is 8), and at most ${memory.toFixed(0)} MB are held while ${size} of scans are built (the aim is 250).

${remarks}`,
  );
} finally {
  for (const made of [folder, home]) rmSync(made, { recursive: true, force: true });
}
