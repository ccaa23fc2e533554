// Builds dist/: compiled sources and the two fonts with their licences. The old dist/ stays until the new one is whole.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

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
