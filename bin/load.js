// Loads the built program, and keeps what V8 has made of it in the user's own cache folder, so that it is not compiled anew.
'use strict';
const { createHash } = require('node:crypto');
const { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, isAbsolute, join, relative, sep } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');
const { isMainThread } = require('node:worker_threads');

// What the thread that opens PDFs asks of V8 (`src/files/pdf/module.js`) holds for the process: code that was made under
// other settings is refused, so it is asked for from the start.
setFlagsFromString('--wasm-tiering-budget=200000000');
// How much of a function runs, in bytes, before V8 compiles it once more to run faster; by itself it takes a tenth of
// this. Most runs end before that pays, and batches too take less of the processor. From Node 22 on V8 counts calls, and
// prints an error for the name that it no longer knows.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=1000000');

const dist = join(__dirname, '../dist');
/** The first runs add the functions that they have used; later ones only read. */
const growing = 3;
/** So many versions of the program and of Node are kept. */
const mostFolders = 4;
const sumBytes = 32;

/** @type {Map<string, { exports: object }>} by the file */
const loaded = new Map();
/** @type {{ script: Script, path: string, runs: number }[]} what is to be kept when this run ends */
const fresh = [];
/** @type {string | undefined} */
let folder;

/**
 * The folder of what this program and this Node have made. It is code that would be run: a cache that a build machine
 * restores, ZJTX_CACHE_DIR, is not asked, nor anything below the folder where the run was started, as a dossier may be.
 */
function folderOf() {
  const { arch, cwd, env, execArgv, version } = process;
  const base = [env.LOCALAPPDATA, env.XDG_CACHE_HOME, env.HOME && join(env.HOME, '.cache')].find(
    (one) => one !== undefined && isAbsolute(one),
  );
  if (base === undefined || env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const all = join(base, 'zjtx-code');
  try {
    // Throws where the folder is gone in which the run was started.
    const way = relative(cwd(), all);
    if (!way.startsWith('..') && !isAbsolute(way)) return undefined;
    // V8 refuses what was made under other options.
    const made = [readFileSync(join(dist, 'code.sha256'), 'utf8'), version, arch, execArgv, env.NODE_OPTIONS];
    return join(all, createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 32));
  } catch {
    return undefined;
  }
}

/** Whether only this user can have put it there; Windows has folders that are a user's own. */
function isOwn(path, kind) {
  const found = lstatSync(path);
  const isKind = kind === 'folder' ? found.isDirectory() : found.isFile();
  return isKind && (process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o077) === 0));
}

const sumOf = (bytes) => createHash('sha256').update(bytes).digest();

/** What was kept of a file, and by how many runs; nothing where it is not whole, or could be another's. */
function kept(path) {
  try {
    if (!isOwn(path, 'file')) return undefined;
    const bytes = readFileSync(path);
    const body = bytes.subarray(sumBytes);
    if (!sumOf(body).equals(bytes.subarray(0, sumBytes))) return undefined;
    return { runs: body[0], code: body.subarray(1) };
  } catch {
    return undefined;
  }
}

/** What a file of the program exports. */
function exportsOf(file) {
  const known = loaded.get(file);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(file, module);
  // The build leaves nothing but ASCII.
  const text = readFileSync(file, 'latin1');
  const path = folder && join(folder, relative(dist, file).replaceAll(sep, '+'));
  const before = path && kept(path);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${text}\n})`, {
    filename: file,
    cachedData: before?.code,
  });
  const runs = before === undefined || script.cachedDataRejected ? 0 : before.runs;
  if (path !== undefined && runs < growing && isMainThread) fresh.push({ script, path, runs: runs + 1 });
  const outside = createRequire(file);
  const inside = (id) => {
    const path = id.startsWith('.') ? join(dirname(file), id) : '';
    return path.startsWith(dist) ? exportsOf(path) : outside(id);
  };
  try {
    script.runInThisContext()(module.exports, inside, module, file, dirname(file));
  } catch (error) {
    // Whoever explains that needs it once more, and whole.
    loaded.delete(file);
    throw error;
  }
  return module.exports;
}

/** Makes a folder and those above it, each by itself: Node's own way to make them all never ends below /proc. */
function make(folder) {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch ({ code }) {
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || folder === dirname(folder)) throw new Error(code);
    make(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
  }
}

/** Never fails: what cannot be kept is compiled anew. */
function keep() {
  try {
    if (fresh.length === 0 || process.exitCode > 1) return;
    const all = dirname(folder);
    make(folder);
    if (!isOwn(all, 'folder') || !isOwn(folder, 'folder')) return;
    for (const { script, path, runs } of fresh) {
      const body = Buffer.concat([Buffer.of(runs), script.createCachedData()]);
      const part = `${path}-${process.pid}`;
      writeFileSync(part, Buffer.concat([sumOf(body), body]), { flag: 'wx', mode: 0o600 });
      renameSync(part, path);
    }
    const aged = readdirSync(all).map((name) => ({ name, at: lstatSync(join(all, name)).mtimeMs }));
    aged.sort((a, b) => b.at - a.at);
    for (const { name } of aged.slice(mostFolders)) rmSync(join(all, name), { recursive: true, force: true });
  } catch {
    // The next run tries again.
  }
}

/** What a file below `dist/` exports; the files that it needs are loaded with it. */
exports.load = (name) => {
  folder = folderOf();
  try {
    if (folder !== undefined && !(isOwn(dirname(folder), 'folder') && isOwn(folder, 'folder'))) folder = undefined;
  } catch {
    // It is made when the run ends.
  }
  if (isMainThread) process.once('exit', keep);
  return exportsOf(join(dist, name));
};
