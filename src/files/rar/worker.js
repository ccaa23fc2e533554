// The thread that opens the RARs of a dossier: a hostile one hangs or crashes unrar here, and nothing else is lost.
// The one door to node-unrar-js. Plain JavaScript, because Node 20 cannot start a thread from TypeScript.
import { readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

/** @typedef {import('node-unrar-js')} Library */
/** @typedef {import('./blocks.ts').RarReport} Report */
/** @typedef {'SET' | 'CUR' | 'END'} Origin */
/**
 * What unrar calls, and what the types of the library hide. By itself the library wants the whole file in memory.
 * @typedef {{
 *   unrar: { HEAPU8: Uint8Array },
 *   read: (fd: number, into: number, size: number) => number,
 *   write: (fd: number, from: number, size: number) => boolean,
 *   tell: (fd: number) => number,
 *   seek: (fd: number, to: number, origin: Origin) => boolean,
 *   _filePath: string,
 *   open: (name: string) => number,
 *   create: (name: string) => number,
 *   closeFile: (fd: number) => void,
 *   closeArc: () => void,
 * }} Inner
 */
/** @typedef {import('./blocks.ts').RarFiles} Unpacked */
/** @typedef {{ fd: number, bytes: number, listOnly: boolean, unpack?: boolean }} File */

/** More entries than this are not looked at; a dossier's RAR has dozens. */
const mostEntries = 20_000;
/** The end of a name is enough to tell what it is. */
const longestName = 260;
/** Data are unpacked to compare their check sums only up to this size, in bytes. */
const mostUnpacked = 32 * 1024 * 1024;
/** What is unpacked to be taken, in bytes: all of it stands in memory. */
const mostTaken = 512 * 1024 * 1024;
const notItsFault = ['ERAR_NO_MEMORY', 'ERAR_UNKNOWN_FORMAT'];

/** The number by which unrar knows the archive, and the one under which it thinks to write. */
const [archive, nowhere] = [1, 2];

/**
 * Lets unrar read the open file, no other, and write nothing; what it would write goes to `take`.
 * @param {Inner} inner
 * @param {File} file
 * @param {(chunk: Uint8Array) => void} [take]
 */
function bind(inner, { fd, bytes, unpack }, take) {
  const most = unpack ? mostTaken : mostUnpacked;
  const positions = { [archive]: 0, [nowhere]: 0 };
  const of = (/** @type {number} */ one) => (one === archive ? archive : nowhere);
  let written = 0;
  inner.open = (name) => {
    // Any other would be the next volume.
    if (name !== inner._filePath) return 0;
    positions[archive] = 0;
    return archive;
  };
  inner.create = () => {
    positions[nowhere] = 0;
    return nowhere;
  };
  inner.closeFile = (one) => {
    positions[of(one)] = 0;
  };
  inner.tell = (one) => positions[of(one)] ?? 0;
  inner.seek = (one, to, origin) => {
    const end = of(one) === archive ? bytes : most;
    const target = origin === 'SET' ? to : origin === 'CUR' ? inner.tell(one) + to : end - to;
    if (target < 0 || target > end) return false;
    positions[of(one)] = target;
    return true;
  };
  inner.read = (one, into, size) => {
    const position = inner.tell(one);
    if (of(one) !== archive || position + size > bytes) return -1;
    const read = readSync(fd, inner.unrar.HEAPU8, into, size, position);
    positions[archive] = position + read;
    return read;
  };
  inner.write = (one, from, size) => {
    positions[of(one)] = inner.tell(one) + size;
    written += size;
    if (written > most) return false;
    take?.(inner.unrar.HEAPU8.slice(from, from + size));
    return true;
  };
}

/** @typedef {Awaited<ReturnType<Library['createExtractorFromData']>>} Extractor */

/**
 * @param {Library} library
 * @param {Extractor} extractor
 * @param {Inner} inner
 * @returns {{ listing: Extract<Report, { is: 'listed' }>, size: number }}
 */
function list(library, extractor, inner) {
  const { arcHeader, fileHeaders } = extractor.getFileList();
  const { volume } = arcHeader.flags;
  /** @type {string[]} */
  const names = [];
  let [entries, size, encrypted, more] = [0, 0, false, false];
  try {
    for (const { name, flags, unpSize } of fileHeaders) {
      entries += 1;
      if (entries > mostEntries) {
        more = true;
        // The library closes an archive only when it is listed to its end.
        inner.closeArc();
        break;
      }
      encrypted ||= flags.encrypted;
      size += unpSize;
      if (!flags.directory) names.push(name.slice(-longestName));
    }
  } catch (error) {
    // The next part is not there to be opened.
    if (!volume || !(error instanceof library.UnrarError)) throw error;
  }
  return { listing: { is: 'listed', names, encrypted, volume, more }, size };
}

/**
 * Lists an archive, then unpacks what is small enough into nothing.
 * @param {Library} library
 * @param {File} file
 * @returns {Promise<Report>}
 */
async function inspect(library, file) {
  const extractor = await library.createExtractorFromData({ data: new ArrayBuffer(0) });
  const inner = /** @type {Inner} */ (/** @type {unknown} */ (extractor));
  bind(inner, file);
  const { listing, size } = list(library, extractor, inner);
  const { encrypted, volume, more } = listing;
  // A size above 4 GiB is told as a negative one or a small one; what is written is counted again below.
  const isTested = !file.listOnly && !encrypted && !volume && !more && size >= 0 && size <= mostUnpacked;
  if (!isTested) return listing;
  try {
    for (const _ of library.Extractor.prototype.extract.call(extractor).files);
  } catch (error) {
    // It says nothing of the file that this reader cannot unpack it.
    if (!(error instanceof library.UnrarError) || !notItsFault.includes(error.reason)) throw error;
  }
  return listing;
}

/**
 * Unpacks the files of an archive into memory.
 * @param {Library} library
 * @param {File} file
 * @returns {Promise<Unpacked>}
 */
async function unpack(library, file) {
  const extractor = await library.createExtractorFromData({ data: new ArrayBuffer(0) });
  const inner = /** @type {Inner} */ (/** @type {unknown} */ (extractor));
  /** @type {Uint8Array[]} */
  let chunks = [];
  bind(inner, file, (chunk) => chunks.push(chunk));
  const { listing, size } = list(library, extractor, inner);
  if (listing.volume) return { is: 'volume' };
  if (listing.encrypted) return { is: 'password' };
  if (listing.more || size < 0 || size > mostTaken) return { is: 'large' };
  /** @type {{ name: string, content: Uint8Array }[]} */
  const files = [];
  for (const { fileHeader } of library.Extractor.prototype.extract.call(extractor).files) {
    if (!fileHeader.flags.directory) files.push({ name: fileHeader.name, content: Buffer.concat(chunks) });
    chunks = [];
  }
  return { is: 'unpacked', files };
}

async function serve() {
  const port = parentPort;
  if (port === null) throw new Error('to be started as a thread');
  // Any failure to load is a reader that is not there: it is an optional one.
  const library = await import('node-unrar-js').catch(() => undefined);
  const passwordErrors = ['ERAR_MISSING_PASSWORD', 'ERAR_BAD_PASSWORD'];
  port.on('message', async (/** @type {File & { job: number }} */ { job, ...file }) => {
    /** @type {(report: Report | Unpacked, spent?: boolean) => void} */
    const tell = (report, spent = false) => port.postMessage({ job, report, spent });
    if (library === undefined) {
      tell({ is: 'unchecked' });
      return;
    }
    try {
      tell(await (file.unpack ? unpack : inspect)(library, file));
    } catch (error) {
      if (error instanceof library.UnrarError) {
        tell({ is: passwordErrors.includes(error.reason) ? 'password' : 'broken' });
        return;
      }
      // After a crash the memory of the module cannot be trusted: the thread is given back. What it has read before may
      // not decide either.
      if (job === 1) tell({ is: 'broken' }, true);
      else port.postMessage({ job, again: file, handedOver: [] });
    }
  });
  port.postMessage({ ready: true });
}

// Not awaited: the built program is made of scripts.
void serve();
