// Builds dist/: compiled sources, the parsed definitions, and the two fonts with their licences. The old dist/ stays until the new one is whole.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');
const fresh = join(root, `dist-${process.pid}`);
const require = createRequire(import.meta.url);
const faces = {
  '@expo-google-fonts/noto-serif-sc': 'NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc': 'NotoSansSC_400Regular.ttf',
};

try {
  const tsc = require.resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', fresh], {
    cwd: root,
    stdio: 'inherit',
  });
  mkdirSync(join(fresh, 'fonts'));
  for (const [name, file] of Object.entries(faces)) {
    const folder = dirname(require.resolve(`${name}/package.json`));
    copyFileSync(join(folder, '400Regular', file), join(fresh, 'fonts', file));
    copyFileSync(join(folder, 'LICENSE_FONT'), join(fresh, 'fonts', `${file.split('_')[0]}-OFL.txt`));
  }
  const { readDocument } = await import(pathToFileURL(join(fresh, 'document/read.js')).href);
  /** @type {Record<string, object>} */
  const trees = {};
  for (const path of readdirSync(join(root, 'schemas'), { recursive: true }).map(String)) {
    if (!path.endsWith('.yaml')) continue;
    const name = `schemas/${path.replaceAll('\\', '/')}`;
    const bytes = readFileSync(join(root, name));
    const { node, findings } = readDocument(bytes, name);
    // A file with a fault stays out, and is told of when it is opened.
    if (node === undefined || findings.length > 0) continue;
    trees[name] = { sha256: createHash('sha256').update(bytes).digest('hex'), node };
  }
  writeFileSync(join(fresh, 'schemas.json'), JSON.stringify(trees));
  const old = `${fresh}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
} catch (error) {
  rmSync(fresh, { recursive: true, force: true });
  // The compiler has said what is wrong.
  process.exitCode = 1;
  if (error instanceof Error && !('status' in error)) throw error;
}
