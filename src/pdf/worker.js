// The thread that opens the PDFs of a dossier: a hostile one hangs or crashes pdfium here, and nothing else is lost.
// Plain JavaScript, because Node 20 cannot start a thread from TypeScript.
import { parentPort } from 'node:worker_threads';
import { PDFiumModule } from '@hyzyla/pdfium';

/**
 * The functions of the module that its types leave out are named here.
 * @typedef {Awaited<ReturnType<typeof PDFiumModule>> & {
 *   _FPDF_GetSecurityHandlerRevision(document: number): number,
 *   _FPDF_GetDocPermissions(document: number): number,
 * }} Pdfium
 */

/** FPDF_ERR_PASSWORD */
const passwordError = 4;
/** Bits of the permissions of a PDF: printing, and copying of text and pictures. */
const printAndCopy = 4 | 16;
/** Pages in which text is looked for; a longer PDF without text there leaves the question open. */
const pagesLookedAt = 20;

/** @returns {Promise<Pdfium>} */
async function start() {
  const quiet = { print: () => {}, printErr: () => {} };
  const pdfium = await PDFiumModule(/** @type {object} */ (quiet));
  pdfium._FPDF_InitLibraryWithConfig({
    version: 2,
    m_pIsolate: null,
    m_pUserFontPaths: null,
    m_v8EmbedderSlot: 0,
    m_pPlatform: null,
  });
  return /** @type {Pdfium} */ (pdfium);
}

/**
 * Whether the first pages hold text. Every page is closed: pdfium keeps an open one, and the file with it.
 * @param {Pdfium} pdfium
 * @param {number} document
 * @param {number} pages
 */
function hasText(pdfium, document, pages) {
  for (let index = 0; index < Math.min(pages, pagesLookedAt); index += 1) {
    const page = pdfium._FPDF_LoadPage(document, index);
    if (page === 0) continue;
    const text = pdfium._FPDFText_LoadPage(page);
    const count = text === 0 ? 0 : pdfium._FPDFText_CountChars(text);
    if (text !== 0) pdfium._FPDFText_ClosePage(text);
    pdfium._FPDF_ClosePage(page);
    if (count > 0) return true;
  }
  return pages <= pagesLookedAt ? false : undefined;
}

/**
 * @param {Pdfium} pdfium
 * @param {Uint8Array} bytes
 * @param {(report: object) => void} tell called first without, then with what needs the pages
 */
function inspect(pdfium, bytes, tell) {
  const at = pdfium.wasmExports.malloc(bytes.length);
  if (at === 0) throw new Error('out of memory');
  pdfium.HEAPU8.set(bytes, at);
  const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0);
  if (document === 0) {
    const is = pdfium._FPDF_GetLastError() === passwordError ? 'password' : 'broken';
    pdfium.wasmExports.free(at);
    tell({ is, last: true });
    return;
  }
  const pages = pdfium._FPDF_GetPageCount(document);
  const encrypted = pdfium._FPDF_GetSecurityHandlerRevision(document) !== -1;
  const allowed = pdfium._FPDF_GetDocPermissions(document);
  const restricted = encrypted && (allowed & printAndCopy) !== printAndCopy;
  tell({ is: 'opened', pages, restricted, last: false });
  const text = hasText(pdfium, document, pages);
  pdfium._FPDF_CloseDocument(document);
  pdfium.wasmExports.free(at);
  tell({ is: 'opened', pages, restricted, ...(text === undefined ? {} : { text }), last: true });
}

const port = parentPort;
if (port === null) throw new Error('to be started as a thread');
let pdfium = await start();
port.on('message', async (/** @type {{ job: number, bytes: Uint8Array }} */ { job, bytes }) => {
  /** @type {object | undefined} */
  let told;
  try {
    inspect(pdfium, bytes, (report) => {
      told = report;
      port.postMessage({ job, ...report });
    });
  } catch {
    // After a crash the memory of the module cannot be trusted.
    pdfium = await start();
    port.postMessage({ job, ...(told ?? { is: 'broken' }), last: true });
  }
});
port.postMessage({ ready: true });
