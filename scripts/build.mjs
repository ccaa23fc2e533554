// Builds dist/: sources in few chunks, their types, the parsed definitions, the two fonts, and what is owed to others. The
// old dist/ stays until the new one is whole.
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
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { billOfMaterials, notices } from './notices.mjs';
import { bundleTypes } from './types.mjs';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');
const fresh = join(root, `dist-${process.pid}`);
const compiled = join(root, `dist-${process.pid}-modules`);
const require = createRequire(import.meta.url);
const faces = {
  '@expo-google-fonts/noto-serif-sc': 'NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc': 'NotoSansSC_400Regular.ttf',
};

try {
  const tsc = require.resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', compiled], {
    cwd: root,
    stdio: 'inherit',
  });
  await bundle();
  await bundleTypes(compiled, fresh);
  mkdirSync(join(fresh, 'fonts'));
  /** @type {Record<string, string>} */
  const licences = {};
  for (const [name, file] of Object.entries(faces)) {
    const folder = dirname(require.resolve(`${name}/package.json`));
    copyFileSync(join(folder, '400Regular', file), join(fresh, 'fonts', file));
    copyFileSync(join(folder, 'LICENSE_FONT'), join(fresh, 'fonts', `${file.split('_')[0]}-OFL.txt`));
    licences[file] = readFileSync(join(folder, 'LICENSE_FONT'), 'utf8');
  }
  const bill = billOfMaterials(root);
  writeFileSync(join(fresh, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  writeFileSync(join(fresh, 'THIRD-PARTY.txt'), notices(root, bill.components, licences));
  const { readDocument } = await import(pathToFileURL(join(compiled, 'document/read.js')).href);
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
  // What was seen of files by other code, or by other packages, is not believed.
  const code = createHash('sha256').update(readFileSync(join(root, 'package.json')));
  for (const path of readdirSync(fresh, { recursive: true }).map(String).sort())
    if (path.endsWith('.js')) code.update(path.replaceAll('\\', '/')).update(readFileSync(join(fresh, path)));
  writeFileSync(join(fresh, 'code.sha256'), code.digest('hex'));
  const old = `${fresh}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
} catch (error) {
  rmSync(fresh, { recursive: true, force: true });
  // The compiler has said what is wrong.
  process.exitCode = 1;
  if (error instanceof Error && !('status' in error)) throw error;
} finally {
  rmSync(compiled, { recursive: true, force: true });
}

/**
 * Joins the modules of `src/` and of the packages, so that a command opens tens of files instead of hundreds. Outside stay
 * packages that look for files of their own (a thread, a wasm), and those that need not be installed.
 */
async function bundle() {
  const { optionalDependencies, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const optional = Object.keys({ ...optionalDependencies, ...peerDependencies });
  const outside = ['tinypool', '@hyzyla/pdfium', ...optional];
  // What another program starts or imports: the command, the library, and the threads.
  const entries = ['cli/process', 'cli/main', 'batch/task-thread', 'index', 'files/pdf/worker', 'files/rar/worker'];
  const bundled = await rolldown({
    input: Object.fromEntries(entries.map((name) => [name, join(compiled, `${name}.js`)])),
    platform: 'node',
    external: (id) => isBuiltin(id) || outside.some((name) => id === name || id.startsWith(`${name}/`)),
    // The folder of this run would stand in the comments, and so in the names.
    experimental: { attachDebugInfo: 'none' },
    plugins: [{ name: 'own-place', transform: markPlace, renderChunk: fillPlace }],
  });
  await bundled.write({
    dir: fresh,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  });
}

/**
 * A module finds files by where it stands; inside a chunk it still has to.
 * @param {string} code
 * @param {string} id
 */
function markPlace(code, id) {
  if (!id.startsWith(compiled) || !code.includes('import.meta.url')) return null;
  const path = relative(compiled, id).replaceAll(sep, '/');
  return code.replaceAll('import.meta.url', `__OWN_PLACE__(${JSON.stringify(path)})`);
}

/**
 * @param {string} code
 * @param {{ fileName: string }} chunk
 */
function fillPlace(code, { fileName }) {
  if (!code.includes('__OWN_PLACE__')) return null;
  return code.replace(/__OWN_PLACE__\("([^"]+)"\)/g, (_, path) => {
    const there = posix.relative(posix.dirname(`/${fileName}`), `/${path}`);
    return `new URL(${JSON.stringify(there.startsWith('.') ? there : `./${there}`)}, import.meta.url).href`;
  });
}
