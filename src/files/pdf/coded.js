// Tells a picture in one of the codes of scanners and cameras whose data are cut off: a JPEG, a fax, JBIG2, JPEG 2000.
import { isShort, walkJpeg } from '../jpeg.js';

/** @typedef {import('./module.js').Pdfium} Pdfium */

/**
 * The pixels of an image as pdfium decodes them, row by row; none when it cannot.
 * @template T
 * @param {Pdfium} pdfium
 * @param {number} image
 * @param {(rows: { readonly height: number, readonly row: (index: number) => Uint8Array }) => T} use
 * @returns {T | undefined}
 */
export function withPixels({ call, memory }, image, use) {
  const bitmap = call.FPDFImageObj_GetBitmap(image);
  if (bitmap === 0) return undefined;
  const [at, stride, height] = [
    call.FPDFBitmap_GetBuffer(bitmap),
    call.FPDFBitmap_GetStride(bitmap),
    call.FPDFBitmap_GetHeight(bitmap),
  ];
  const bytes = call.FPDFBitmap_GetWidth(bitmap) * (stride / call.FPDFBitmap_GetWidth(bitmap) >= 3 ? 3 : 1);
  const used = use({ height, row: (index) => new Uint8Array(memory.buffer, at + index * stride, bytes) });
  call.FPDFBitmap_Destroy(bitmap);
  return used;
}

/** Rows at the foot of a picture that a decoder fills when its data break off. */
const foot = 8;
/** Of a JPEG it fills them with the middle of all greys. */
const [leastFill, mostFill] = [126, 130];

/** @param {Buffer} data */
const walked = (data) => walkJpeg({ bytes: data.length, at: (position) => data.subarray(position) });

/**
 * Whether the data alone show a JPEG that goes on to its end.
 * @param {Buffer} data
 */
export function isWholeJpeg(data) {
  const found = walked(data);
  return found?.whole === true && !isShort(found);
}

/**
 * @param {Buffer} data
 * @param {Pdfium} pdfium
 * @param {number} image
 */
export function isJpegCut(data, pdfium, image) {
  const found = walked(data);
  if (found === undefined || isShort(found)) return true;
  // Without the mark of its end nothing but the decoded picture tells.
  if (found.whole) return false;
  const isFilled = withPixels(pdfium, image, ({ height, row }) =>
    Array.from({ length: Math.min(foot, height) }, (_, index) => row(height - 1 - index)).every((pixels) =>
      pixels.every((value) => value >= leastFill && value <= mostFill),
    ),
  );
  return isFilled ?? true;
}

/**
 * Segments stand one after the other, each with its length (ISO/IEC 14492, 7.2).
 * @param {Buffer} data
 */
export function isJbig2Cut(data) {
  let at = 0;
  while (at + 11 <= data.length) {
    const number = data.readUInt32BE(at);
    const flags = data.readUInt8(at + 4);
    let count = data.readUInt8(at + 5) >> 5;
    let next = at + 6;
    if (count === 7) {
      if (at + 9 > data.length) return true;
      count = data.readUInt32BE(at + 5) & 0x1fffffff;
      next = at + 9 + Math.ceil((count + 1) / 8);
    }
    next += count * (number <= 256 ? 1 : number <= 65_536 ? 2 : 4) + ((flags & 0x40) === 0 ? 1 : 4);
    if (next + 4 > data.length) return true;
    const length = data.readUInt32BE(next);
    if (length === 0xffffffff) return false;
    at = next + 4 + length;
    if (at > data.length) return true;
  }
  return at === 0;
}

const [tilePart, endOfCode] = [0xff90, 0xffd9];

/**
 * Boxes, in one of them the code: its tiles stand one after the other, each with its length (ISO/IEC 15444-1, annex A).
 * @param {Buffer} data
 */
export function isJpxCut(data) {
  let at = 0;
  while (data.length >= at + 8 && data.readUInt16BE(at) !== 0xff4f) {
    const size = data.readUInt32BE(at);
    const isCode = data.toString('latin1', at + 4, at + 8) === 'jp2c';
    if (isCode || size === 0) at += size === 1 ? 16 : 8;
    else if (size < 8) return true;
    else at += size;
    if (isCode) break;
  }
  if (data.length < at + 4 || data.readUInt16BE(at) !== 0xff4f) return true;
  at += 2;
  let tiles = 0;
  while (at + 2 <= data.length) {
    const marker = data.readUInt16BE(at);
    if (marker === endOfCode) return false;
    if (at + 12 > data.length) return true;
    const length = marker === tilePart ? data.readUInt32BE(at + 6) : 2 + data.readUInt16BE(at + 2);
    if (marker === tilePart) tiles += 1;
    if (marker === tilePart && length === 0) return false;
    if (marker < 0xff00 || length < 4 || at + length > data.length) return true;
    at += length;
  }
  // The mark of the end may be missing when all tiles are there.
  return tiles === 0;
}

/**
 * Twice the mark of the end of a line, and how near the end of the data it stands, in bytes: some write line breaks behind
 * it, and scanners the directory of the TIFF out of which they took the fax.
 */
const endOfFax = '000000000001000000000001';
const endWithin = 1024;
/** Rows of one colour at the foot of a fax from which on it is looked at closer: a decoder makes them of data that break off. */
const leastBlank = 32;
/** Bits of the end of a fax that are looked at, and of the longest code of an empty row. */
const [tailBits, longestRow] = [2048, 80];
/** A row may begin with a mark of so many zeros at least; no other code has as many. */
const markZeros = 11;

/**
 * @param {Buffer} data
 * @returns {number} marks at the beginnings of rows
 */
function rowMarks(data) {
  let [marks, zeros] = [0, 0];
  for (const byte of data) {
    for (let bit = 0x80; bit > 0; bit >>= 1) {
      if ((byte & bit) === 0) zeros += 1;
      else {
        if (zeros >= markZeros) marks += 1;
        zeros = 0;
      }
    }
  }
  return marks;
}

/** @param {Buffer} bytes */
const bitsOf = (bytes) => Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');

/**
 * Whether bits end with one code again and again, over most of the rows that are empty: that is how a fax that is whole
 * says that its foot is. Bits behind the last code fill up a byte.
 * @param {string} bits
 * @param {number} rows
 */
function endsRepeating(bits, rows) {
  for (let filled = 0; filled < 16; filled += 1) {
    const end = bits.length - filled;
    for (let length = 1; length <= longestRow; length += 1) {
      const span = Math.min(end, length * (rows >> 1));
      if (span < length * 4) continue;
      if (bits.slice(end - span, end - length) === bits.slice(end - span + length, end)) return true;
    }
  }
  return false;
}

/**
 * A fax ends with marks of its end, or with the codes of its last rows; an empty row is one code. Where each row begins
 * with a mark they are counted.
 * @param {Buffer} data
 * @param {Pdfium} pdfium
 * @param {number} image
 * @param {number} height
 */
export function isFaxCut(data, pdfium, image, height) {
  if (bitsOf(data.subarray(-endWithin)).includes(endOfFax)) return false;
  const blank = withPixels(pdfium, image, ({ row }) => {
    let rows = 0;
    const [paper] = row(height - 1);
    while (rows < height && row(height - 1 - rows).every((value) => value === paper)) rows += 1;
    return rows;
  });
  if (blank === undefined) return true;
  if (blank < leastBlank) return false;
  if (bitsOf(data.subarray(0, 2)).startsWith('0'.repeat(markZeros))) return rowMarks(data) + leastBlank <= height;
  return !endsRepeating(bitsOf(data.subarray(-tailBits / 8)), blank);
}
