// How long validate takes over 1 GB of attachments beside reading the same bytes once, and how much memory it needs.
// Run: npm run build && node bench/attachments.mjs [pairs] [megabytes a file]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { argv, stdout } from 'node:process';
import { median, run } from './run.mjs';
import { pdf, picture, rar, segments } from './scans.mjs';

const root = resolve(import.meta.dirname, '..');
const zjtx = join(root, 'bin/zjtx.js');
const pairs = Number(argv[2] ?? 5);
const bytesEach = Number(argv[3] ?? 50) * 1_000_000 - 100_000;
const filesEach = 5;

const folder = mkdtempSync(join(tmpdir(), 'zjtx-bench-'));
const files = [];
const makers = { segments: ['jpg', segments], picture: ['jpg', picture], pdf: ['pdf', pdf], rar: ['rar', rar] };
function cat() {
  const start = performance.now();
  spawnSync('cat', files, { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] });
  return performance.now() - start;
}

const reader = `import { openSync, readSync, closeSync } from 'node:fs';
const piece = Buffer.alloc(1024 * 1024);
for (const path of process.argv.slice(1)) {
  const file = openSync(path, 'r');
  while (readSync(file, piece) > 0);
  closeSync(file);
}`;

try {
  mkdirSync(join(folder, 'files'));
  for (const [name, [extension, make]] of Object.entries(makers)) {
    for (let index = 0; index < filesEach; index += 1) {
      const path = `files/${name}-${index}.${extension}`;
      make(join(folder, path), bytesEach);
      files.push(path);
    }
  }
  const dossier = (paths) =>
    `category: jiangsu/2021/product\nenterprise: 江苏示例精密机械有限公司\nattachments:\n  other:\n${paths.map((path) => `    - ${path}\n`).join('')}`;
  writeFileSync(join(folder, 'dossier.yaml'), dossier(files));
  mkdirSync(join(folder, 'none'));
  writeFileSync(join(folder, 'none/dossier.yaml'), dossier([]));
  const validate = (where) => run([zjtx, 'validate', '--quiet', join(where, 'dossier.yaml')], folder);
  const cases = [
    () => validate('.'),
    () => run(['--input-type=module', '-e', reader, ...files], folder),
    cat,
    () => validate('none'),
  ];
  for (const one of cases) one();
  const rows = Array.from({ length: pairs }, () => cases.map((one) => one()));
  const column = (index) => median(rows.map((row) => row[index].took ?? row[index]));
  const [ours, read, catted, none] = [0, 1, 2, 3].map(column);
  const ratio = median(rows.map(([mine, other]) => mine.took / other.took));
  // A busy machine makes every start slow; what the files themselves cost is steadier.
  const beyond = median(rows.map(([mine, other, , bare]) => (mine.took - bare.took) / other.took));
  const work = [0, 1, 3].map((index) => median(rows.map((row) => row[index].work)).toFixed(0));
  const memory = Math.max(...rows.map(([mine]) => mine.memory));
  stdout.write(
    `validate ${files.length} files, ${((files.length * bytesEach) / 1e9).toFixed(2)} GB: ${ours.toFixed(0)} ms\n`,
  );
  stdout.write(
    `read once by node: ${read.toFixed(0)} ms, by cat: ${catted.toFixed(0)} ms, validate without files: ${none.toFixed(0)} ms\n`,
  );
  stdout.write(
    `ratio to node ${ratio.toFixed(2)}, ${beyond.toFixed(2)} without what validate takes anyway, to cat ${(ours / catted).toFixed(2)}; at most ${memory.toFixed(0)} MB of memory\n`,
  );
  stdout.write(`processor time: ${work[0]} ms, reading by node ${work[1]} ms, validate without files ${work[2]} ms\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
