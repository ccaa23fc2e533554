// The thread that opens the PDFs of a dossier: a hostile one hangs or crashes pdfium here, and nothing else is lost.
// Plain JavaScript, because Node 20 cannot start a thread from TypeScript.
import { MessageChannel, parentPort } from 'node:worker_threads';
import { isDamaged } from './damage.js';
import { startPdfium } from './module.js';
import { lookAt } from './pages.js';

/**
 * @typedef {import('./module.js').Pdfium} Pdfium
 * @typedef {import('./report.ts').PdfQuestion} PdfQuestion
 * @typedef {PdfQuestion & { readonly job: number, readonly bytes: Uint8Array<ArrayBuffer> }} Job
 */

/** FPDF_ERR_PASSWORD */
const passwordError = 4;
/** Bits of the permissions of a PDF: printing, and copying of text and pictures. */
const printAndCopy = 4 | 16;
/** Memory in bytes that one file is given, its own content included. */
const mostMemory = 400_000_000;
/** A thread that has taken more is not used again: a module never gives memory back. */
const keptMemory = 160_000_000;

/** @param {ArrayBuffer} buffer memory that is given back at once: a file is not held twice */
function release(buffer) {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.close();
  port1.postMessage(undefined, [buffer]);
}

/**
 * @param {Pdfium} pdfium
 * @param {Job} job
 * @param {(report: object, last: boolean) => void} tell
 */
function inspect(pdfium, { bytes, ...question }, tell) {
  const { call, memory } = pdfium;
  const { length } = bytes;
  const at = call.malloc(length);
  if (at === 0) throw new RangeError('no memory for the file');
  new Uint8Array(memory.buffer).set(bytes, at);
  release(bytes.buffer);
  const document = call.FPDF_LoadMemDocument(at, length, 0);
  if (document === 0) {
    const is = call.FPDF_GetLastError() === passwordError ? 'password' : 'broken';
    call.free(at);
    tell({ is }, true);
    return;
  }
  const pages = call.FPDF_GetPageCount(document);
  const encrypted = call.FPDF_GetSecurityHandlerRevision(document) !== -1;
  const allowed = call.FPDF_GetDocPermissions(document);
  const restricted = encrypted && (allowed & printAndCopy) !== printAndCopy;
  const isRebuilt = call.FPDF_DocumentHasValidCrossReferenceTable(document) === 0;
  const damaged = isDamaged(new Uint8Array(memory.buffer, at, length), isRebuilt);
  const opened = { is: 'opened', pages, restricted, damaged };
  tell({ ...opened, seen: 0, unread: 0 }, false);
  const seen = lookAt(pdfium, document, pages, question, (sofar) => tell({ ...opened, ...sofar }, false));
  call.FPDF_CloseDocument(document);
  call.free(at);
  tell({ ...opened, ...seen }, true);
}

const port = parentPort;
if (port === null) throw new Error('to be started as a thread');
const pdfium = await startPdfium(mostMemory);
port.on('message', (/** @type {Job} */ job) => {
  /** @type {object} */
  let sofar = { is: 'broken' };
  try {
    inspect(pdfium, job, (report, last) => {
      sofar = report;
      const spent = last && pdfium.memory.buffer.byteLength > keptMemory;
      port.postMessage({ job: job.job, ...report, last, spent });
    });
  } catch {
    // After a crash the memory of the module cannot be trusted; it is given back with the thread.
    const why = pdfium.refused() ? 'memory' : 'crash';
    const report = 'pages' in sofar ? { ...sofar, cut: why } : { is: pdfium.refused() ? 'too much' : 'broken' };
    port.postMessage({ job: job.job, ...report, last: true, spent: true });
  }
});
port.postMessage({ ready: true });
