// Makes anew every file that is made from others (scripts/generate/), then what the tests keep as files to be read.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createServer, createServerModuleRunner } from 'vite';

const root = resolve(import.meta.dirname, '..');

/** @param {string} path @param {string} text */
function write(path, text) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(file, text);
  process.stdout.write(`${path}\n`);
}

/** @param {string} folder @param {string} ending */
const below = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith(ending))
    .sort();

// Node 20 runs no TypeScript by itself.
const server = await createServer({
  root,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, watch: null },
});
const runner = createServerModuleRunner(server.environments.ssr, { hmr: false });
try {
  /** @type {typeof import('./generate/index.ts')} */
  const { categoryPages, makers } = await runner.import(join(root, 'scripts/generate/index.ts'));
  const made = new Set();
  for (const make of Object.values(makers))
    for (const [path, text] of Object.entries(await make())) {
      write(path, text);
      made.add(path);
    }
  for (const path of below(categoryPages, '.md')) if (!made.has(path)) rmSync(join(root, path));
  // What the pages show is printed by the program as it is now.
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
  /** @type {typeof import('./generate/run.ts')} */
  const { keepLoaded, rerun, showsCommands } = await runner.import(join(root, 'scripts/generate/run.ts'));
  const program = await keepLoaded();
  try {
    for (const path of below('docs', '.md')) {
      const text = readFileSync(join(root, path), 'utf8');
      if (showsCommands(text)) write(path, (await rerun(text, program.socket)).text);
    }
  } finally {
    program.end();
  }
} finally {
  await server.close();
}

const kept = below('test', '.test.ts').filter((path) => readFileSync(join(root, path), 'utf8').includes('toMatchFile'));
execFileSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...kept, '--update'], {
  cwd: root,
  stdio: 'inherit',
});
