// Compares what two builds of the program write over every example: reports in every format and language, pages,
// bundles, starters, workbooks, schemas, help. For a change that means to change nothing:
//   node scripts/same-bytes.mjs ../before .      (two checkouts, each with its dist/ built; KEEP=<folder> keeps the outputs)
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';

const formats = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'html'];
const commands = 'init fill validate build verify diff explain match attachments preview attest waive completion'.split(
  ' ',
);
const groups = [
  'categories list',
  'categories show',
  'categories test',
  'report merge',
  'sheet export',
  'sheet import',
];

/**
 * What the program of `checkout` writes over the examples of `examples`, in a folder that ends with it: the SHA-256 of
 * each output by its name.
 * @param {string} checkout
 * @param {string} examples
 */
async function outputs(checkout, examples) {
  const { main } = await import(pathToFileURL(join(checkout, 'dist/cli/main.js')).href);
  const folder = mkdtempSync(join(tmpdir(), 'same-bytes-'));
  /** @type {Record<string, string>} */
  const digests = {};
  /** @param {string} name @param {string | Buffer} bytes */
  const keep = (name, bytes) => {
    digests[name] = createHash('sha256').update(bytes).digest('hex');
    if (process.env.KEEP === undefined) return;
    const kept = join(process.env.KEEP, name.replaceAll(/[/ ]/g, '_'));
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, bytes);
  };
  /** @param {string} line */
  const run = async (line) => {
    let said = '';
    /** @param {string} text */
    const write = (text) => {
      said += text;
    };
    const output = { write, isTTY: false };
    const status = await main(line.split(' '), {
      stdout: output,
      stderr: output,
      stdin: Readable.from([]),
      cwd: folder,
      env: {},
      now: () => new Date('2021-08-16T04:00:00Z'),
    });
    keep(line, `${status}\n${said.replaceAll(folder, '')}`);
  };
  try {
    cpSync(examples, join(folder, 'examples'), { recursive: true });
    const categories = readdirSync(join(checkout, 'schemas'), { recursive: true })
      .map((path) => String(path).replaceAll('\\', '/'))
      .filter((path) => /^[a-z]+\/\d{4}\/[^/]+\.yaml$/.test(path))
      .map((path) => path.replace(/\.yaml$/, ''))
      .sort();
    for (const lang of ['zh', 'en']) {
      const reports = formats.map((format) => `-f ${format}=report-${lang}.${format}`).join(' ');
      await run(`validate examples ${reports} --lang ${lang} --quiet --jobs 1`);
      await run(`validate examples -v --redact --lang ${lang} --quiet --jobs 1`);
      await run(`match examples --lang ${lang} --quiet -f text -f json=match-${lang}.json -f html=match-${lang}.html`);
      await run(`attachments examples/jiangsu-2021-product/ready --lang ${lang}`);
      await run(`categories list --lang ${lang}`);
      await run(`explain slot-empty --lang ${lang}`);
      for (const command of [...commands, ...groups]) await run(`${command} --help --lang ${lang}`);
      for (const id of categories) {
        await run(`categories show ${id} --lang ${lang}`);
        await run(`explain enterprise --category ${id} --lang ${lang}`);
      }
    }
    for (const id of categories) {
      await run(`init starter/${id} --category ${id} --yes`);
      await run(`sheet export --category ${id} -o ${id.replaceAll('/', '-')}.xlsx`);
      await run(`categories schema ${id}`);
    }
    await run('build examples -o out --draft --unsettled --quiet --merge-slots --jobs 1');
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(folder.length + 1).replaceAll('\\', '/');
      if (entry.isFile() && !name.startsWith('examples/')) keep(name, readFileSync(path));
    }
    return digests;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [before = '', after = '', only] = process.argv.slice(2).map((folder) => resolve(folder));
if (after === '') {
  process.stderr.write('usage: node scripts/same-bytes.mjs <checkout> <checkout>\n');
  process.exitCode = 2;
} else if (only !== undefined) {
  process.stdout.write(JSON.stringify(await outputs(only, join(before, 'examples'))));
} else {
  const [first, second] = [before, after].map((checkout, at) => {
    const env =
      process.env.KEEP === undefined ? process.env : { ...process.env, KEEP: join(process.env.KEEP, `${at}`) };
    const args = [fileURLToPath(import.meta.url), before, after, checkout];
    return JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8', maxBuffer: 1 << 26 }));
  });
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])].sort();
  const unlike = names.filter((name) => first[name] !== second[name]);
  process.stdout.write([...unlike, `${names.length} outputs, ${unlike.length} of them unlike`, ''].join('\n'));
  process.exitCode = unlike.length > 0 || names.length === 0 ? 1 : 0;
}
