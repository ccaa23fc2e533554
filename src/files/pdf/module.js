// Starts pdfium with a limit to its memory, and names the functions of it that are called.
import { setFlagsFromString } from 'node:v8';
import { PDFiumModule } from '@hyzyla/pdfium';

/**
 * The functions of the library, as it exports them: arguments and results are numbers or addresses.
 * @typedef {Record<
 *   'malloc' | 'free' | 'FPDF_InitLibrary' | 'FPDF_LoadMemDocument' | 'FPDF_GetLastError' | 'FPDF_CloseDocument' |
 *   'FPDF_GetPageCount' | 'FPDF_GetSecurityHandlerRevision' | 'FPDF_GetDocPermissions' |
 *   'FPDF_DocumentHasValidCrossReferenceTable' | 'FPDF_LoadPage' | 'FPDF_ClosePage' | 'FPDF_GetPageWidthF' |
 *   'FPDF_GetPageHeightF' | 'FPDF_GetPageBoundingBox' | 'FPDFPage_GetRotation' | 'FPDFPage_CountObjects' |
 *   'FPDFPage_GetObject' | 'FPDFPage_GetAnnotCount' | 'FPDFPage_GetAnnot' | 'FPDFPage_CloseAnnot' |
 *   'FPDFAnnot_GetSubtype' | 'FPDFAnnot_GetFlags' | 'FPDFAnnot_HasKey' | 'FPDFAnnot_GetAP' | 'FPDFPageObj_GetType' | 'FPDFPageObj_GetMatrix' |
 *   'FPDFPageObj_GetFillColor' | 'FPDFPageObj_GetStrokeColor' | 'FPDFPath_GetDrawMode' | 'FPDFFormObj_CountObjects' |
 *   'FPDFFormObj_GetObject' | 'FPDFImageObj_GetImagePixelSize' | 'FPDFTextObj_GetTextRenderMode' | 'FPDFText_LoadPage' |
 *   'FPDFText_ClosePage' | 'FPDFText_CountChars' | 'FPDFText_GetText' | 'FPDFText_GetUnicode' |
 *   'FPDFText_GetCharAngle' | 'FPDFText_HasUnicodeMapError' | 'FPDFBitmap_CreateEx' | 'FPDFBitmap_FillRect' |
 *   'FPDFBitmap_GetBuffer' | 'FPDFBitmap_GetStride' | 'FPDFBitmap_Destroy' | 'FPDF_RenderPageBitmap' |
 *   'FPDFBitmap_GetWidth' | 'FPDFBitmap_GetHeight' | 'FPDFImageObj_GetBitmap' | 'FPDFImageObj_GetImageMetadata' | 'FPDFImageObj_GetImageDataRaw' |
 *   'FPDFImageObj_GetImageDataDecoded' | 'FPDFImageObj_GetImageFilterCount' | 'FPDFImageObj_GetImageFilter' |
 *   'FPDFPageObj_GetBounds' | 'FPDFText_GetTextObject' | 'FPDFTextObj_GetFont' | 'FPDFFont_GetIsEmbedded' | 'FPDFFont_GetBaseFontName' |
 *   'FPDF_GetFormType' | 'FPDFDoc_GetAttachmentCount',
 *   (...args: number[]) => number>} Calls
 */

/** @typedef {{ readonly buffer: ArrayBuffer, grow: (pages: number) => number }} Memory of a WebAssembly module */

/**
 * A library of its own memory. `scratch` is the address of 64 bytes for results; `refused` tells whether more memory
 * was asked for than is given.
 * @typedef {{
 *   readonly call: Calls,
 *   readonly memory: Memory,
 *   readonly scratch: number,
 *   readonly refused: () => boolean,
 * }} Pdfium
 */

const pageBytes = 65_536;
const scratchBytes = 64;

/**
 * How much of a function of the library runs, in bytes, before V8 compiles it once more to run faster: papers of a few
 * pages are read before that is worth its cost, which is more than all their reading. V8 has 1.8 million.
 */
const tieringBytes = 200_000_000;

/**
 * A fresh library. A file can ask for gigabytes; the limits of a thread do not count them.
 * @param {number} most bytes of memory
 * @returns {Promise<Pdfium>}
 */
export async function startPdfium(most) {
  setFlagsFromString(`--wasm-tiering-budget=${tieringBytes}`);
  const quiet = { print: () => {}, printErr: () => {} };
  const { wasmExports } = await PDFiumModule(/** @type {object} */ (quiet));
  const exports = /** @type {Calls & { memory: Memory }} */ (/** @type {unknown} */ (wasmExports));
  const { memory } = exports;
  const grow = memory.grow.bind(memory);
  let isRefused = false;
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * pageBytes <= most) return grow(pages);
    isRefused = true;
    throw new RangeError('no more memory for this file');
  };
  exports.FPDF_InitLibrary();
  return { call: exports, memory, scratch: exports.malloc(scratchBytes), refused: () => isRefused };
}

/**
 * Numbers that a function has left at an address.
 * @param {Pdfium} pdfium
 * @param {number} count
 * @param {number} [at]
 */
export const floatsAt = ({ memory, scratch }, count, at = scratch) => [...new Float32Array(memory.buffer, at, count)];

/**
 * @param {Pdfium} pdfium
 * @param {number} count
 * @param {number} [at]
 */
export const wordsAt = ({ memory, scratch }, count, at = scratch) => [...new Uint32Array(memory.buffer, at, count)];
