// Builds dist/ unless it is that of the sources already: npm runs it for whoever installs from git, packs, or has installed
// what the lock file says.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sourcesDigest } from './sources.mjs';

const root = resolve(import.meta.dirname, '..');
const stamp = join(root, 'dist/sources.sha256');

// `npm install --global git+…`, which pre-commit runs, would have every npm below take the checkout for a global package.
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_config_(?:global|location|prefix|force)$/i.test(name)),
);

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourcesDigest()) {
  // And so it prepares the package without what it is built with.
  if (!existsSync(join(root, 'node_modules/rolldown'))) {
    const install = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', install, { cwd: root, env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  }
  // Nothing but the name of what it packs may stand on the standard output of npm.
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, env, stdio: ['ignore', 2, 2] });
}
