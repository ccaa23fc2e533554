// The thread that opens the PDFs of a dossier: a hostile one hangs or crashes pdfium here, and nothing else is lost.
// Plain JavaScript, because Node 20 cannot start a thread from TypeScript.
import { readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';
import { release } from '../release.js';
import { rendered } from './blank.js';
import { isDamaged, isDestroyed } from './damage.js';
import { lettersOn } from './letters.js';
import { startPdfium } from './module.js';
import { lookAt } from './pages.js';

/**
 * @typedef {import('./module.js').Pdfium} Pdfium
 * @typedef {import('./inspect.ts').PdfQuestion} PdfQuestion
 * @typedef {{ readonly pages: number, readonly characters: number }} Wanted
 * @typedef {import('./inspect.ts').OpenFile} OpenFile
 * @typedef {PdfQuestion & { readonly content: Uint8Array<ArrayBuffer> | OpenFile, readonly drawn?: readonly number[], readonly read?: Wanted }} Job
 *   `drawn`: pages that are asked for, `read`: the text of how many; and nothing else
 */

/** @param {Job['content']} content */
const isHeld = (content) => content instanceof Uint8Array;
/** @param {Job['content']} content */
const lengthOf = (content) => (isHeld(content) ? content.length : content.bytes);

/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY: the second is any other way to lock a file. */
const [passwordError, securityError] = [4, 5];
/** A form whose pages Acrobat makes while it shows them; any other form of its kind has pages of its own. */
const [dynamicForm, staticForm] = [2, 3];
/** Bits of the permissions of a PDF: printing, and copying of text and pictures. */
const printAndCopy = 4 | 16;
/** Memory in bytes that one file is given, its own content included. */
const mostMemory = 400_000_000;
/** A thread that has taken more is not used again: a module never gives memory back. */
const keptMemory = 160_000_000;
/** From here on it is ended before a bundle is packed, which needs memory itself. */
const largeMemory = 64_000_000;

/**
 * The answer may not depend on what the module has read before: a file that needs much of its memory, or makes it crash,
 * is read again by a fresh one.
 */
class Again extends Error {}

/**
 * Puts a file into the memory of the module. Throws where the disk does not give all of it, which is told of by whoever
 * reads it through once more.
 * @param {Uint8Array} into
 * @param {Job['content']} content
 */
function fill(into, content) {
  if (isHeld(content)) {
    into.set(content);
    return;
  }
  for (let at = 0; at < into.length; ) {
    const bytes = readSync(content.fd, into, at, into.length - at, at);
    if (bytes === 0) throw new RangeError('the file has become shorter');
    at += bytes;
  }
}

/** What the catalogue says of a collection of files, and of layers that are off when the file is opened. */
const collection = { key: '/Collection', as: /^\/Collection[\s/<\d]/ };
const layersOff = { key: '/OFF', as: /^\/OFF(?!\s{0,9}\[\s{0,9}\])/ };
/** Streams of objects that are unpacked, and how far, in bytes. */
const [mostStreams, mostUnpacked, mostUnpackedOfAll, longestHead] = [1000, 8_000_000, 64_000_000, 400];

/**
 * The places of a word, each with what stands there.
 * @param {Buffer} bytes
 * @param {string} word
 */
function* placesOf(bytes, word) {
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + word.length))
    yield { at, text: bytes.toString('latin1', at, at + longestHead) };
}

/**
 * @param {Buffer} bytes
 * @param {typeof collection} what
 */
function stands(bytes, { key, as }) {
  for (const { text } of placesOf(bytes, key)) if (as.test(text)) return true;
  return false;
}

/**
 * Whether an object of a file says something, in plain or in a stream of objects.
 * @param {Buffer} bytes
 * @param {typeof collection} what
 */
function says(bytes, what) {
  if (stands(bytes, what)) return true;
  let left = mostUnpackedOfAll;
  let streams = 0;
  for (const { at, text } of placesOf(bytes, '/ObjStm')) {
    streams += 1;
    if (streams > mostStreams || left <= 0) return false;
    const head = />>\s{0,9}stream\r?\n/.exec(text);
    if (head === null) continue;
    try {
      const packed = bytes.subarray(at + head.index + head[0].length);
      const unpacked = inflateSync(packed, { maxOutputLength: Math.min(mostUnpacked, left) });
      if (stands(unpacked, what)) return true;
      left -= unpacked.length;
    } catch {
      left -= mostUnpacked;
    }
  }
  return false;
}

/** What stands on the page that a reader shows of a form that it cannot make. */
const pleaseWait = /Please wait|请稍候|请等待/u;

/**
 * @param {Pdfium} pdfium
 * @param {number} document
 * @param {Buffer} bytes
 * @returns {'form' | 'portfolio' | undefined}
 */
function coverOf({ call }, document, bytes) {
  const form = call.FPDF_GetFormType(document);
  if (form === dynamicForm) return 'form';
  if (form === staticForm && call.FPDF_GetPageCount(document) === 1 && pleaseWait.test(bytes.toString('utf8')))
    return 'form';
  return call.FPDFDoc_GetAttachmentCount(document) > 0 && says(bytes, collection) ? 'portfolio' : undefined;
}

/**
 * @param {Pdfium} pdfium
 * @param {number} document
 * @param {number} number from 0
 * @returns {import('./inspect.ts').DrawnPage | undefined}
 */
function draw(pdfium, document, number) {
  const { call } = pdfium;
  const page = call.FPDF_LoadPage(document, number);
  if (page === 0) return undefined;
  const [width, height] = [call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page)];
  const picture = rendered(pdfium, page, width, height);
  call.FPDF_ClosePage(page);
  return picture && { width, height, pixels: picture.pixels };
}

/**
 * The text of the first pages, as far as so many characters of all.
 * @param {Pdfium} pdfium
 * @param {number} document
 * @param {Wanted} wanted
 * @returns {string[]}
 */
function textsOf(pdfium, document, { pages, characters }) {
  const { call } = pdfium;
  /** @type {string[]} */
  const texts = [];
  let left = characters;
  for (let number = 0; number < Math.min(pages, call.FPDF_GetPageCount(document)) && left > 0; number += 1) {
    const page = call.FPDF_LoadPage(document, number);
    let text = '';
    if (page !== 0) {
      lettersOn(pdfium, page, 0, (piece) => {
        if (text.length < left) text += piece.slice(0, left - text.length);
      });
      call.FPDF_ClosePage(page);
    }
    left -= text.length;
    texts.push(text);
  }
  return texts;
}

/**
 * @param {Pdfium} pdfium
 * @param {Job} job
 * @param {boolean} isFresh
 * @param {{ opened?: object, seen: import('./pages.js').Seen }} sofar what is known when it crashes
 * @returns {object}
 */
function inspect(pdfium, { content, ...question }, isFresh, sofar) {
  const { call, memory } = pdfium;
  const length = lengthOf(content);
  const at = call.malloc(length);
  if (at === 0) throw new RangeError('no memory for the file');
  const inside = new Uint8Array(memory.buffer, at, length);
  fill(inside, content);
  // A fresh module is not asked again: the file is not held twice.
  if (isFresh && isHeld(content)) release(content.buffer);
  if (isDestroyed(inside)) {
    call.free(at);
    return { is: 'destroyed' };
  }
  const document = call.FPDF_LoadMemDocument(at, length, 0);
  if (document === 0) {
    const why = call.FPDF_GetLastError();
    call.free(at);
    return { is: why === passwordError ? 'password' : why === securityError ? 'locked' : 'broken' };
  }
  const pages = call.FPDF_GetPageCount(document);
  if (question.drawn) {
    const drawn = question.drawn.map((number) => draw(pdfium, document, number));
    call.FPDF_CloseDocument(document);
    call.free(at);
    return { is: 'drawn', pages, drawn };
  }
  if (question.read) {
    const texts = textsOf(pdfium, document, question.read);
    call.FPDF_CloseDocument(document);
    call.free(at);
    return { is: 'read', texts };
  }
  const encrypted = call.FPDF_GetSecurityHandlerRevision(document) !== -1;
  const allowed = call.FPDF_GetDocPermissions(document);
  const restricted = encrypted && (allowed & printAndCopy) !== printAndCopy;
  const isRebuilt = call.FPDF_DocumentHasValidCrossReferenceTable(document) === 0;
  const held = Buffer.from(memory.buffer, at, length);
  const damaged = isDamaged(held, isRebuilt);
  const cover = coverOf(pdfium, document, held);
  const masked = held.includes('/SMask') || held.includes('/Mask');
  sofar.opened = { is: 'opened', pages, restricted, damaged, ...(cover ? { cover } : {}) };
  const cut = lookAt(pdfium, document, pages, { ...question, masked, hides: says(held, layersOff) }, sofar.seen);
  call.FPDF_CloseDocument(document);
  call.free(at);
  return { ...sofar.opened, ...sofar.seen, ...(cut ? { cut } : {}) };
}

/**
 * What a PDF is; after a crash of the module, what was seen before it.
 * @param {Pdfium} pdfium
 * @param {Job} job
 * @param {boolean} isFresh
 * @returns {{ report: object, spent: boolean, large: boolean }}
 */
function answered(pdfium, job, isFresh) {
  if (!isFresh && lengthOf(job.content) > keptMemory / 2) throw new Again();
  /** @type {Parameters<typeof inspect>[3]} */
  const sofar = { seen: { seen: 0, unread: 0 } };
  /** @type {object} */
  let report;
  let isCrashed = false;
  try {
    report = inspect(pdfium, job, isFresh, sofar);
  } catch {
    isCrashed = true;
    const { opened, seen } = sofar;
    const cut = pdfium.refused() ? 'memory' : 'crash';
    report = opened ? { ...opened, ...seen, cut } : { is: pdfium.refused() ? 'too much' : 'broken' };
  }
  // After a crash the memory of the module cannot be trusted; it is given back with the thread.
  const { byteLength } = pdfium.memory.buffer;
  const spent = isCrashed || byteLength > keptMemory;
  if (spent && !isFresh) throw new Again();
  if (!isFresh && isHeld(job.content)) release(job.content.buffer);
  return { report, spent, large: byteLength > largeMemory };
}

async function serve() {
  const port = parentPort;
  if (port === null) throw new Error('to be started as a thread');
  const pdfium = await startPdfium(mostMemory);
  port.on('message', (/** @type {Job & { job: number }} */ { job, ...question }) => {
    try {
      port.postMessage({ job, ...answered(pdfium, question, job === 1) });
    } catch (error) {
      if (!(error instanceof Again)) throw error;
      const handedOver = isHeld(question.content) ? [question.content.buffer] : [];
      port.postMessage({ job, again: question, handedOver }, handedOver);
    }
  });
  port.postMessage({ ready: true });
}

// Not awaited: the built program is made of scripts. A failure ends the thread all the same.
void serve();
