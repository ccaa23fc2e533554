// Packs the built program with a Node binary into one zip that runs without any installation: unpack it and start zjtx.
//   node scripts/portable.mjs [--node path/to/node.exe] [-o folder]
// The dependencies have no native code, so the zip for Windows can be made on any system from a node.exe of nodejs.org.
import { execFileSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { ZipArchive } from 'archiver';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    node: { type: 'string', default: process.execPath },
    output: { type: 'string', short: 'o', default: 'out' },
  },
});
const windows = basename(values.node).endsWith('.exe');
const { version, files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const name = `zjtx-${version}-${windows ? 'windows' : process.platform}`;
if (!existsSync(join(root, 'dist/cli/process.js'))) throw new Error('dist/ is not built: npm run build');

/** Folders of the packages that the program needs to run, relative to the repository. */
const packages = execFileSync('npm', ['ls', '--omit=dev', '--omit=peer', '--all', '--parseable'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
})
  .split('\n')
  .map((path) => relative(root, path.trim()))
  .filter((path) => path.startsWith('node_modules') && existsSync(join(root, path)));

const launcher = windows
  ? '@echo off\r\n"%~dp0node.exe" "%~dp0app\\bin\\zjtx.js" %*\r\n'
  : '#!/bin/sh\nhere=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)\nexec "$here/node" "$here/app/bin/zjtx.js" "$@"\n';
const guide = `zjtx ${version}\r\n\r\n不必安装。把整个文件夹解压到任意位置，在其中打开终端（Windows：按住 Shift 右键，“在此处打开 PowerShell 窗口”），运行：\r\n\r\n    ${windows ? '.\\zjtx' : './zjtx'} --help\r\n\r\nNo installation: unpack the folder anywhere and run the line above in a terminal there.\r\n`;

const folder = resolve(values.output);
mkdirSync(folder, { recursive: true });
const target = join(folder, `${name}.zip`);
const zip = new ZipArchive({ zlib: { level: 6 } });
const written = createWriteStream(target);
zip.pipe(written);
zip.on('warning', (warning) => zip.destroy(warning));
zip.on('error', (error) => written.destroy(error));
zip.file(values.node, { name: `${name}/${windows ? 'node.exe' : 'node'}`, mode: 0o755 });
zip.append(launcher, { name: `${name}/${windows ? 'zjtx.cmd' : 'zjtx'}`, mode: 0o755 });
zip.append(`\ufeff${guide}`, { name: `${name}/使用说明.txt` });
// What `npm pack` would take, and the packages beside it without what only developers read.
for (const path of [...files, 'package.json']) {
  if (!existsSync(join(root, path))) continue;
  if (statSync(join(root, path)).isDirectory())
    zip.glob('**/*', { cwd: join(root, path), ignore: ['**/*.d.ts'] }, { prefix: `${name}/app/${path}` });
  else zip.file(join(root, path), { name: `${name}/app/${path}` });
}
for (const path of packages)
  zip.glob(
    '**/*',
    { cwd: join(root, path), ignore: ['node_modules/**', '**/*.d.ts', '**/*.map', '**/*.md', '**/*.flow'] },
    { prefix: `${name}/app/${path.replaceAll('\\', '/')}` },
  );
await zip.finalize();
await finished(written);
process.stdout.write(
  `${relative(process.cwd(), target) || dirname(target)}  ${Math.round(statSync(target).size / 1e6)} MB\n`,
);
