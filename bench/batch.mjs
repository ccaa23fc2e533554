// How a batch grows: time and memory of 1,000 dossiers beside 200, and of a build on one thread beside two.
// Run: npm run build && node bench/batch.mjs [many] [few]
import { spawnSync } from 'node:child_process';
import { cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { argv, execPath, stdout } from 'node:process';

const root = resolve(import.meta.dirname, '..');
const zjtx = join(root, 'bin/zjtx.js');
const example = join(root, 'examples/jiangsu-2021-product/ready');
const [many, few] = [Number(argv[2] ?? 1000), Number(argv[3] ?? 200)];
const folder = mkdtempSync(join(tmpdir(), 'zjtx-bench-'));
const text = readFileSync(join(example, 'dossier.yaml'), 'utf8');

/** A second name for every file of a folder, so that a thousand clients take no more room than one. */
function linked(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linked(source, target);
    else linkSync(source, target);
  }
}

const pattern = join(folder, 'pattern');
cpSync(example, pattern, { recursive: true });
rmSync(join(pattern, 'dossier.yaml'));

/** The same dossier under many names; its files are those of the example. */
function clients(count) {
  const at = join(folder, String(count));
  for (let index = 0; index < count; index += 1) {
    const own = join(at, `客户${index}`);
    linked(pattern, own);
    writeFileSync(join(own, 'dossier.yaml'), text.replaceAll('示例精密机械', `示例精密机械${index}`));
  }
  return at;
}

/** Seconds of the wall clock, seconds of the processor, and the peak of memory in MB. */
function run(...args) {
  const start = performance.now();
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', execPath, zjtx, ...args, '-q'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`exit ${status}: ${stderr}`);
  const [user, system, peak] = stderr.trimEnd().split('\n').at(-1).split(' ').map(Number);
  return { wall: (performance.now() - start) / 1000, processor: user + system, peak: peak / 1024 };
}

const line = (name, { wall, processor, peak }) =>
  stdout.write(`${name}: ${wall.toFixed(1)} s, ${processor.toFixed(1)} s of processor, ${peak.toFixed(0)} MB\n`);

try {
  const [small, large] = [clients(few), clients(many)];
  const rows = [small, large].map((at) => run('validate', at, '-f', `json=${join(folder, 'report.json')}`));
  line(`validate ${few}`, rows[0]);
  line(`validate ${many}`, rows[1]);
  stdout.write(`ratio of time ${(rows[1].wall / rows[0].wall).toFixed(2)} for ${many / few} times the dossiers\n`);
  for (const jobs of ['1', '2']) {
    const built = run('build', clients(20 + Number(jobs)), '-o', join(folder, `out${jobs}`), '--jobs', jobs);
    line(`build ${20 + Number(jobs)} with --jobs ${jobs}`, built);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
