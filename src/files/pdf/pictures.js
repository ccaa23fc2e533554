// Tells a picture of a PDF whose data are cut off or cannot be decoded: readers show a grey or an empty stretch there.
import { constants, inflateSync } from 'node:zlib';
import { isShort, walkJpeg } from '../jpeg.js';

/** @typedef {import('./module.js').Pdfium} Pdfium */

/** Larger pictures are not unpacked, in bytes: as for a bare PNG. */
const mostUnpacked = 100_000_000;
const longestName = 40;

/**
 * What a call writes into a buffer of the length that it asks for, up to `most` bytes.
 * @param {Pdfium} pdfium
 * @param {number} most
 * @param {(buffer: number, length: number) => number} write
 * @returns {Buffer | undefined} none when there is nothing, or too much
 */
function written({ call, memory }, most, write) {
  const length = write(0, 0);
  if (length === 0 || length > most) return undefined;
  const at = call.malloc(length);
  if (at === 0) return undefined;
  write(at, length);
  const bytes = Buffer.from(new Uint8Array(memory.buffer, at, length));
  call.free(at);
  return bytes;
}

/**
 * @param {Pdfium} pdfium
 * @param {number} image
 * @returns {string[]} the filters of its data, the last to be undone at the end
 */
function filtersOf(pdfium, image) {
  const { call } = pdfium;
  return Array.from({ length: call.FPDFImageObj_GetImageFilterCount(image) }, (_, index) => {
    const name = written(pdfium, longestName, (at, length) =>
      call.FPDFImageObj_GetImageFilter(image, index, at, length),
    );
    return name?.subarray(0, -1).toString('latin1') ?? '';
  });
}

/**
 * The pixels of an image as pdfium decodes them, row by row; none when it cannot.
 * @template T
 * @param {Pdfium} pdfium
 * @param {number} image
 * @param {(rows: { readonly height: number, readonly row: (index: number) => Uint8Array }) => T} use
 * @returns {T | undefined}
 */
function withPixels({ call, memory }, image, use) {
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

/**
 * @param {Buffer} data
 * @param {Pdfium} pdfium
 * @param {number} image
 */
function isJpegCut(data, pdfium, image) {
  const found = walkJpeg({ bytes: data.length, at: (position) => data.subarray(position) });
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
function isJbig2Cut(data) {
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
function isJpxCut(data) {
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

/** Twice the mark of the end of a line, and how near the end of the data it stands, in bytes: some write line breaks behind it. */
const endOfFax = '000000000001000000000001';
const endWithin = 16;

/**
 * A fax ends with marks of its end, or with the codes of its last rows; one row that is like the row above takes a bit.
 * @param {Buffer} data
 * @param {Pdfium} pdfium
 * @param {number} image
 */
function isFaxCut(data, pdfium, image) {
  const bits = (/** @type {Buffer} */ bytes) => [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  if (/^0{11}/.test(bits(data.subarray(0, 2)))) return false;
  if (bits(data.subarray(-endWithin)).includes(endOfFax)) return false;
  const tail = bits(data.subarray(-64)).replace(/(?<!0)0+$/, '');
  const blank = withPixels(pdfium, image, ({ height, row }) => {
    let rows = 0;
    const [paper] = row(height - 1);
    while (rows < height && row(height - 1 - rows).every((value) => value === paper)) rows += 1;
    return rows;
  });
  if (blank === undefined) return true;
  const [ones = ''] = /(?<!1)1*$/.exec(tail) ?? [];
  // Rows may begin on whole bytes: then each takes one of them.
  const isAligned = data.subarray(-Math.min(16, blank)).every((byte) => byte === 0x80);
  return blank >= 32 && !isAligned && ones.length < Math.min(blank, 256) / 2;
}

/**
 * @param {Buffer} data
 * @param {readonly [number, number]} pixels
 */
function isFlateCut(data, [width, height]) {
  const least = Math.ceil(width / 8) * height;
  try {
    return inflateSync(data, { maxOutputLength: mostUnpacked }).length < least;
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'ERR_BUFFER_TOO_LARGE' || /incorrect data check/.test(message)) return false;
    if (code !== 'Z_BUF_ERROR') return true;
    const { length } = inflateSync(data, { maxOutputLength: mostUnpacked, finishFlush: constants.Z_SYNC_FLUSH });
    // Whole rows are there when only the check sum behind them is missing.
    return length < least || length % height !== 0;
  }
}

const known = new Set([
  'ASCIIHexDecode',
  'ASCII85Decode',
  'LZWDecode',
  'FlateDecode',
  'RunLengthDecode',
  'CCITTFaxDecode',
  'JBIG2Decode',
  'DCTDecode',
  'JPXDecode',
  'Crypt',
  'AHx',
  'A85',
  'LZW',
  'Fl',
  'RL',
  'CCF',
  'DCT',
]);

/**
 * @param {Pdfium} pdfium
 * @param {number} image
 * @param {readonly [number, number]} pixels
 * @returns {{ bytes: number, isBroken: boolean }} and the bytes that were looked at
 */
function judged(pdfium, image, pixels) {
  const { call } = pdfium;
  const filters = filtersOf(pdfium, image);
  const last = filters.at(-1) ?? '';
  if (filters.some((name) => !known.has(name))) return { bytes: 0, isBroken: true };
  const read = filters.length > 1 ? call.FPDFImageObj_GetImageDataDecoded : call.FPDFImageObj_GetImageDataRaw;
  const length = read(image, 0, 0);
  const data = written(pdfium, mostUnpacked, (at, size) => read(image, at, size));
  if (data === undefined) return { bytes: 0, isBroken: length === 0 };
  const is = (/** @type {string[]} */ ...names) => names.includes(last);
  let isBroken = false;
  if (is('DCTDecode', 'DCT')) isBroken = isJpegCut(data, pdfium, image);
  else if (is('JBIG2Decode')) isBroken = isJbig2Cut(data) || withPixels(pdfium, image, () => true) === undefined;
  else if (is('JPXDecode')) isBroken = isJpxCut(data);
  else if (is('CCITTFaxDecode', 'CCF')) isBroken = isFaxCut(data, pdfium, image);
  else if (filters.length === 1 && is('FlateDecode', 'Fl')) isBroken = isFlateCut(data, pixels);
  else if (filters.length !== 1) isBroken = data.length < Math.ceil(pixels[0] / 8) * pixels[1];
  return { bytes: data.length, isBroken };
}

/**
 * A function that tells of one picture after the other; what stands on many pages is looked at once.
 * @param {Pdfium} pdfium
 */
export function pictureJudge(pdfium) {
  /** @type {Map<string, boolean>} */
  const told = new Map();
  const { call } = pdfium;
  /** @param {{ readonly object: number, readonly pixels: readonly [number, number] }} image */
  return ({ object, pixels }) => {
    const length = call.FPDFImageObj_GetImageDataRaw(object, 0, 0);
    // Pictures of equal size and length beside each other in a file are one picture, or so alike that one answers for both.
    const key = `${pixels} ${length}`;
    const before = length > 0 ? told.get(key) : undefined;
    if (before !== undefined) return { bytes: 0, isBroken: before };
    const now = judged(pdfium, object, pixels);
    told.set(key, now.isBroken);
    return now;
  };
}
