// Time and memory of `zjtx build` over 1 GB of scans, beside a build of small ones, and beside `cat` and `zip -0` of the
// same files. Usage: npm run build && node bench/build.mjs [runs] [megabytes in all]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { argv, stdout } from 'node:process';
import { median, run } from './run.mjs';
import { pdf, picture } from './scans.mjs';

const zjtx = resolve(process.env.ZJTX_BIN ?? join(import.meta.dirname, '../bin/zjtx.js'));
const runs = Number(argv[2] ?? 3);
const all = Number(argv[3] ?? 1000) * 1_000_000;
/** Sizes of scans in MB, taken in turn. */
const sizes = [5, 12, 20, 28, 40];

const folder = mkdtempSync(join(tmpdir(), 'zjtx-bench-'));

/** A dossier with scans of the sizes in turn, until there are `total` bytes in as many files as the large one has. */
function dossier(name, total, scale) {
  mkdirSync(join(folder, name));
  const files = [];
  for (let bytes = 0; bytes < total; ) {
    const size = sizes[files.length % sizes.length] * 1_000_000 * scale;
    const path = files.length % 2 === 0 ? `${files.length}.jpg` : `${files.length}.pdf`;
    (files.length % 2 === 0 ? picture : pdf)(join(folder, name, path), size - files.length * 60_000 * scale);
    files.push(path);
    bytes += size;
  }
  const listed = files.map((path) => `    - ${path}\n`).join('');
  writeFileSync(
    join(folder, name, 'dossier.yaml'),
    `category: jiangsu/2021/product\nenterprise: 江苏示例精密机械有限公司\nas_of: 2021-08-16\nattachments:\n  other:\n${listed}`,
  );
  return files.map((path) => join(folder, name, path));
}

const built = (name) => {
  const out = join(folder, 'out');
  rmSync(out, { recursive: true, force: true });
  return run([zjtx, 'build', join(folder, name), '--draft', '--quiet', '-o', out, '--jobs', '1'], folder);
};

function timed(command, args) {
  const start = performance.now();
  const { status, error } = spawnSync(command, args, { cwd: folder, stdio: 'ignore' });
  return error || status !== 0 ? Number.NaN : performance.now() - start;
}

try {
  const large = dossier('large', all, 1);
  dossier('small', all / 100, 1 / 100);
  const bytes = large.reduce((sum, path) => sum + statSync(path).size, 0);
  built('small');
  const rows = Array.from({ length: runs }, () => {
    const row = { large: built('large'), small: built('small'), cat: timed('cat', large) };
    rmSync(join(folder, 'out'), { recursive: true, force: true });
    const zip = timed('zip', ['-q', '-0', join(folder, 'all.zip'), ...large]);
    rmSync(join(folder, 'all.zip'), { force: true });
    return { ...row, zip };
  });
  const of = (pick) => median(rows.map(pick));
  const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
  stdout.write(
    `build of ${large.length} scans, ${(bytes / 1e9).toFixed(2)} GB: ${seconds(of((row) => row.large.took))}, of as many small ones: ${seconds(of((row) => row.small.took))}\n` +
      `cat: ${seconds(of((row) => row.cat))}, zip -0: ${seconds(of((row) => row.zip))}\n` +
      `ratio to zip ${of((row) => row.large.took / row.zip).toFixed(2)}, ${of((row) => (row.large.took - row.small.took) / row.zip).toFixed(2)} without what a small build takes\n` +
      `memory: at most ${Math.max(...rows.map((row) => row.large.memory)).toFixed(0)} MB, small ${Math.max(...rows.map((row) => row.small.memory)).toFixed(0)} MB, ` +
      `at most ${Math.max(...rows.map((row) => row.large.memory - row.small.memory)).toFixed(0)} MB more\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
