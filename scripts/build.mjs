// Builds dist/: sources in few chunks, their types, the parsed definitions, the two fonts, and what is owed to others. The
// old dist/ stays until the new one is whole.
import { deepStrictEqual as deepEqual } from 'node:assert';
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
import { brotliCompressSync, constants } from 'node:zlib';
import { rolldown } from 'rolldown';
import { billOfMaterials, checkJoined, notices } from './notices.mjs';
import { sourcesDigest } from './sources.mjs';
import { bundleTypes } from './types.mjs';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');
const fresh = join(root, `dist-${process.pid}`);
const compiled = join(root, `dist-${process.pid}-modules`);
const require = createRequire(import.meta.url);
const pdfium = require.resolve('@hyzyla/pdfium').replace(/index\.cjs$/, 'index.esm.js');
const faces = {
  '@expo-google-fonts/noto-serif-sc': 'NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc': 'NotoSansSC_400Regular.ttf',
};

/**
 * What is always read together stands in one file: opening a file costs more than the words of a module that is not used
 * this time. A module belongs to the first way on which it lies.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const ways = {
  language: ['cli/language'],
  start: ['cli/process'],
  // What the threads that open files share with the rest.
  threads: ['files/jpeg', 'files/release'],
  program: ['cli/program', 'cli/commands/index'],
  assessing: ['cli/validate', 'batch/task', 'reporters/text'],
};
/** @type {Map<string, string>} by the module's file */
const wayOfModule = new Map();

const sources = sourcesDigest();

try {
  const tsc = require.resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', compiled], {
    cwd: root,
    stdio: 'inherit',
  });
  await bundle();
  copyFileSync(require.resolve('@hyzyla/pdfium/pdfium.wasm'), join(fresh, 'files/pdf/pdfium.wasm'));
  await bundleTypes(compiled, fresh);
  await writeHelp();
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
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  writeFileSync(join(fresh, 'schemas.json.br'), brotliCompressSync(JSON.stringify(trees), { params }));
  await checkDefinitions(trees);
  // What was seen of files by other code, or by other packages, is not believed.
  const code = createHash('sha256').update(readFileSync(join(root, 'package.json')));
  for (const path of readdirSync(fresh, { recursive: true }).map(String).sort())
    if (path.endsWith('.js')) code.update(path.replaceAll('\\', '/')).update(readFileSync(join(fresh, path)));
  writeFileSync(join(fresh, 'code.sha256'), code.digest('hex'));
  writeFileSync(join(fresh, 'sources.sha256'), sources);
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
 * Opens every definition as the program would, and keeps what came of it beside the digests of the files it was read from.
 * Fails where JSON would not give a definition back as it is.
 * @param {Record<string, object>} trees of all files without a fault
 */
async function checkDefinitions(trees) {
  /** @param {string} path */
  const compiledModule = (path) => import(pathToFileURL(join(compiled, path)).href);
  const { openCatalog } = await compiledModule('category/catalog.js');
  const { sharedWritten, categoryWritten } = await compiledModule('category/prebuilt.js');
  const catalog = await openCatalog();
  const shared = await catalog.known();
  const sourcesOf = (/** @type {readonly string[]} */ names) =>
    Object.fromEntries(names.map((name) => [name, /** @type {{ sha256: string }} */ (trees[name]).sha256]));
  const common = Object.keys(trees).filter((name) => /^schemas\/(?:facts|lists\/[^/]+)\.yaml$/.test(name));
  const folder = join(fresh, 'definitions');
  mkdirSync(folder);
  writeFileSync(join(folder, 'shared.json'), sharedWritten({ sources: sourcesOf(common), shared }));
  for (const { id } of await catalog.list()) {
    const { definition, origins, sha256 } = await catalog.open(id);
    deepEqual(JSON.parse(JSON.stringify(definition)), definition);
    const file = join(folder, `${id}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, categoryWritten({ sources: sourcesOf(chainOf(id, trees)), definition, origins, sha256 }));
  }
}

/** The first page of the help, as commander prints it, so that nobody waits for commander to see it. */
async function writeHelp() {
  const { main } = await import(pathToFileURL(join(compiled, 'cli/main.js')).href);
  /** @type {Record<string, string>} */
  const pages = {};
  for (const language of ['zh', 'en']) {
    const stdout = {
      isTTY: false,
      write: (/** @type {string} */ text) => (pages[language] = (pages[language] ?? '') + text),
    };
    await main(['--help', '--lang', language], { stdout, stderr: stdout, env: {}, cwd: root });
  }
  writeFileSync(join(fresh, 'help.json'), JSON.stringify(pages));
}

/**
 * The files of a category: its own, and those that it extends.
 * @param {string} id
 * @param {Record<string, any>} trees
 * @returns {string[]}
 */
function chainOf(id, trees) {
  const name = `schemas/${id}.yaml`;
  const parent = trees[name].node.entries.find((/** @type {{ key: string }} */ { key }) => key === 'extends');
  return parent === undefined ? [name] : [name, ...chainOf(parent.value.source, trees)];
}

/**
 * Joins the modules of `src/` and of the packages, so that a command opens tens of files instead of hundreds. Outside stay
 * tinypool, which looks for threads of its own, and packages that need not be installed.
 */
async function bundle() {
  const { optionalDependencies, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const optional = Object.keys({ ...optionalDependencies, ...peerDependencies });
  // debug would colour with it where some tool of development has brought it.
  const outside = ['tinypool', 'supports-color', ...optional];
  // What another program starts or imports: the command, the library, and the threads.
  const entries = ['process', 'main', 'language'].map((name) => `cli/${name}`);
  entries.push('index', 'batch/task-thread', 'files/pdf/worker', 'files/rar/worker');
  const bundled = await rolldown({
    input: Object.fromEntries(entries.map((name) => [name, join(compiled, `${name}.js`)])),
    platform: 'node',
    // What the library exports stands in other files, and is named in its own.
    preserveEntrySignatures: 'allow-extension',
    external: (id) => isBuiltin(id) || outside.some((name) => id === name || id.startsWith(`${name}/`)),
    // The folder of this run would stand in the comments, and so in the names.
    experimental: { attachDebugInfo: 'none' },
    plugins: [
      { name: 'own-place', transform: markPlace, renderChunk: fillPlace },
      { name: 'sums', load: sumsOfNode },
      { name: 'outside', renderChunk: importOutside },
    ],
  });
  const { output } = await bundled.write({
    dir: fresh,
    // V8 keeps what it has made of scripts on every version of Node (`bin/load.js`), of modules only on later ones.
    format: 'cjs',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: 'ways', name: wayOf }] },
  });
  writeFileSync(join(fresh, 'package.json'), '{ "type": "commonjs" }\n');
  // Here, because the bundler prints once more what its plugins give.
  for (const { fileName } of output) {
    const file = join(fresh, fileName);
    writeFileSync(file, inAscii(readFileSync(file, 'utf8')));
  }
  checkJoined(
    root,
    output.flatMap((chunk) => ('moduleIds' in chunk ? chunk.moduleIds : [])),
  );
  const chunks = new Map(output.map((chunk) => [chunk.fileName, 'imports' in chunk ? chunk.imports : []]));
  for (const thread of ['files/pdf/worker.js', 'files/rar/worker.js']) {
    const read = [thread];
    for (const file of read) read.push(...(chunks.get(file) ?? []).filter((next) => !read.includes(next)));
    const heavy = read.find((file) => /^chunks\/(?:program|assessing)-/.test(file));
    // The thread is started anew for large files: it reads no more than its own few modules.
    if (heavy !== undefined) throw new Error(`${thread} reads ${heavy}: name what it shares in \`ways\``);
  }
}

/**
 * @param {string} id
 * @param {{ getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null }} graph
 */
function wayOf(id, graph) {
  if (wayOfModule.size === 0) {
    for (const [name, from] of Object.entries(ways)) {
      const ahead = from.map((root) => join(compiled, `${root}.js`));
      for (const next of ahead) {
        const known = graph.getModuleInfo(next);
        if (known === null || wayOfModule.has(next)) continue;
        wayOfModule.set(next, name);
        ahead.push(...known.importedIds);
      }
    }
  }
  return wayOfModule.get(id) ?? null;
}

/**
 * archiver sums every byte in JavaScript; Node does it five times as fast.
 * @param {string} id
 */
function sumsOfNode(id) {
  if (!/[\\/]node_modules[\\/]crc-32[\\/]crc32\.js$/.test(id)) return null;
  return "import { crc32 } from 'node:zlib'; export default { buf: (bytes, sum = 0) => crc32(bytes, sum >>> 0) | 0 };";
}

/**
 * Packages that stay outside are imported by a script that Node itself has loaded.
 * @param {string} code
 * @param {{ fileName: string }} chunk
 */
function importOutside(code, { fileName }) {
  const there = posix.relative(posix.dirname(`/dist/${fileName}`), '/bin/import.js');
  return code.replace(/\bimport\((?="[@\w][^"]*"\))/g, `require("${there}").outside(`);
}

/**
 * V8 holds a file of ASCII in half the memory, and it is read in a fraction of the time.
 * @param {string} code
 */
function inAscii(code) {
  const astray = /\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f`][^`]*`/.exec(code.replaceAll('\\\\', '  '));
  if (astray !== null) throw new Error(`no escape can stand there: ${astray[0]}`);
  const escaped = (/** @type {string} */ unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return code.replace(/[^\0-\x7f]/g, escaped);
}

/**
 * A module finds files by where it stands; inside a chunk it still has to.
 * @param {string} code
 * @param {string} id
 */
function markPlace(code, id) {
  if (!code.includes('import.meta.url')) return null;
  // pdfium looks for its wasm beside itself, which the build puts beside what opens it.
  const file = id === pdfium ? join(compiled, 'files/pdf/library.js') : id;
  if (!file.startsWith(compiled)) return null;
  const path = relative(compiled, file).replaceAll(sep, '/');
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
    return `new URL(${JSON.stringify(there.startsWith('.') ? there : `./${there}`)}, require('node:url').pathToFileURL(__filename)).href`;
  });
}
