// Tells a picture of a PDF whose data are cut off or cannot be decoded: readers show a grey or an empty stretch there.
import { createHash } from 'node:crypto';
import { constants, inflateSync } from 'node:zlib';
import { isFaxCut, isJbig2Cut, isJpegCut, isJpxCut, isWholeJpeg, withPixels } from './coded.js';
import { wordsAt } from './module.js';

/** @typedef {import('./module.js').Pdfium} Pdfium */

/** Larger pictures are not unpacked, in bytes: as for a bare PNG. */
const mostUnpacked = 100_000_000;
const longestName = 40;

/**
 * What a call writes into a buffer of the length that it asks for, up to `most` bytes.
 * @template T
 * @param {Pdfium} pdfium
 * @param {number} most
 * @param {(buffer: number, length: number) => number} write
 * @param {(bytes: Buffer) => T} use of bytes in the library's memory: it calls nothing of the library and keeps none of them
 * @returns {T | undefined} none when there is nothing, or too much
 */
function written({ call, memory }, most, write, use) {
  const length = write(0, 0);
  if (length === 0 || length > most) return undefined;
  const at = call.malloc(length);
  if (at === 0) return undefined;
  write(at, length);
  const used = use(Buffer.from(memory.buffer, at, length));
  call.free(at);
  return used;
}

/** @param {Buffer} bytes */
const copied = (bytes) => Buffer.from(bytes);

/**
 * @param {Pdfium} pdfium
 * @param {number} image
 * @returns {string[]} the filters of its data, the last to be undone at the end
 */
function filtersOf(pdfium, image) {
  const { call } = pdfium;
  return Array.from({ length: call.FPDFImageObj_GetImageFilterCount(image) }, (_, index) => {
    const name = (/** @type {Buffer} */ bytes) => bytes.subarray(0, -1).toString('latin1');
    const write = (/** @type {number} */ at, /** @type {number} */ length) =>
      call.FPDFImageObj_GetImageFilter(image, index, at, length);
    return written(pdfium, longestName, write, name) ?? '';
  });
}

/** What pdfium tells of an image, in words: sides, resolutions, bits of a pixel as it decodes it, its colours. */
const [metadataWords, metadataBits, metadataColours] = [7, 4, 5];
/** Bits of a pixel that its data may have where pdfium decodes it to eight, the usual ones first. */
const grey = [8, 4, 2];
/** And to more, by the colours: DeviceGray, DeviceRGB, DeviceCMYK, CalGray, CalRGB, Lab, and profiles of any number of inks. */
const coloured = /** @type {Readonly<Record<number, readonly number[]>>} */ ({
  1: [16],
  2: [24, 12, 48],
  3: [32, 16, 64],
  4: [16],
  5: [24, 12, 48],
  6: [24, 12, 48],
  7: [24, 32, 16, 12, 48, 64],
});
/** Shades of each colour that a picture of so few bits a pixel can have. */
const fewShades = /** @type {Readonly<Record<number, number>>} */ ({ 2: 4, 4: 16, 12: 16 });

/**
 * @param {Pdfium} pdfium
 * @param {number} page
 * @param {number} image
 * @returns {readonly number[]}
 */
function bitsOfPixel(pdfium, page, image) {
  const { call } = pdfium;
  const at = call.malloc(metadataWords * 4);
  const words = call.FPDFImageObj_GetImageMetadata(image, page, at) ? wordsAt(pdfium, metadataWords, at) : [];
  call.free(at);
  const [bits, colours] = [words[metadataBits] ?? 0, words[metadataColours] ?? 0];
  return (bits === 8 ? grey : bits > 8 ? coloured[colours] : undefined) ?? [1];
}

/** Bytes behind the data of a picture that are none of it, beside one a row. */
const behind = 64;

/**
 * What the length of unpacked data tells of a picture: whether they are too few, or, where how many bits a pixel takes
 * leaves that open, which would fit and in how many it would be cut.
 * @param {number} length
 * @param {readonly [number, number]} pixels
 * @param {Pdfium} pdfium
 * @param {{ readonly page: number, readonly object: number }} image
 */
function byLength(length, [width, height], pdfium, { page, object }) {
  const possible = bitsOfPixel(pdfium, page, object);
  const rowBytes = (/** @type {number} */ bits) => Math.ceil((width * bits) / 8);
  if (length < Math.min(...possible.map(rowBytes)) * (height - 1)) return true;
  const fitting = possible.find((bits) => {
    const more = length - rowBytes(bits) * height;
    return more >= 0 && more <= height + behind;
  });
  const larger = possible.filter((bits) => rowBytes(bits) * height > length);
  if (larger.length === 0 || (fitting !== undefined && fitting >= 24) || fitting === 8) return false;
  return { fitting, ends: larger.map((bits) => Math.floor(length / rowBytes(bits)) + 1) };
}

/**
 * Whether fewer unpacked data are there than a picture has; where their length leaves it open, what is decoded tells, of
 * which the rest is of one colour.
 * @param {number} length
 * @param {Pdfium} pdfium
 * @param {Picture} picture
 */
function isRawCut(length, pdfium, { page, object, pixels }) {
  const [, height] = pixels;
  const told = byLength(length, pixels, pdfium, { page, object });
  if (typeof told === 'boolean') return told;
  const { fitting, ends } = told;
  /** @param {number} from a row; whether all from there on is of one colour */
  const isFilled = (from, /** @type {(index: number) => Uint8Array} */ row) => {
    const [filling] = row(from);
    for (let index = from; index < height; index += 1) if (row(index).some((value) => value !== filling)) return false;
    return true;
  };
  const isCut = withPixels(pdfium, object, ({ row }) => {
    if (!ends.some((end) => end < height - 1 && isFilled(end, row))) return false;
    // As much as a picture of fewer bits has, which would show few shades.
    const most = fewShades[fitting ?? 0];
    if (most === undefined) return true;
    const shades = new Set();
    for (let index = 0; index < height && shades.size <= most; index += 1)
      for (const value of row(index)) shades.add(value);
    return shades.size > most;
  });
  return isCut ?? true;
}

/**
 * The bytes that a packed picture unpacks to; `broken` when they cannot be unpacked, nothing when there are too many.
 * @param {Buffer} data
 * @returns {number | 'broken' | undefined}
 */
function inflatedLength(data) {
  try {
    return inflateSync(data, { maxOutputLength: mostUnpacked }).length;
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'ERR_BUFFER_TOO_LARGE' || /incorrect data check/.test(message)) return undefined;
    if (code !== 'Z_BUF_ERROR') return 'broken';
    return inflateSync(data, { maxOutputLength: mostUnpacked, finishFlush: constants.Z_SYNC_FLUSH }).length;
  }
}

const filterNames = new Set([
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

const jpeg = ['DCTDecode', 'DCT'];

/** @typedef {{ readonly page: number, readonly object: number, readonly pixels: readonly [number, number] }} Picture */

/**
 * Whether a picture is broken; `raw` is what stands in the file, packed by `filters`.
 * @param {Pdfium} pdfium
 * @param {Picture} picture
 * @param {Buffer} raw
 * @param {readonly string[]} filters
 */
function isBroken(pdfium, picture, raw, filters) {
  const { call } = pdfium;
  const { object, pixels } = picture;
  const last = filters.at(-1) ?? '';
  if (filters.some((name) => !filterNames.has(name))) return true;
  const is = (/** @type {string[]} */ ...names) => names.includes(last);
  if (filters.length === 1 && is('FlateDecode', 'Fl')) {
    const length = inflatedLength(raw);
    return length === 'broken' || (length !== undefined && isRawCut(length, pdfium, picture));
  }
  const data =
    filters.length > 1
      ? written(pdfium, mostUnpacked, (at, size) => call.FPDFImageObj_GetImageDataDecoded(object, at, size), copied)
      : raw;
  if (data === undefined) return call.FPDFImageObj_GetImageDataDecoded(object, 0, 0) === 0;
  if (is(...jpeg)) return isJpegCut(data, pdfium, object);
  if (is('JBIG2Decode')) return isJbig2Cut(data) || withPixels(pdfium, object, () => true) === undefined;
  if (is('JPXDecode')) return isJpxCut(data);
  if (is('CCITTFaxDecode', 'CCF')) return isFaxCut(data, pdfium, object, pixels[1]);
  return (filters.length !== 1 || last === '') && isRawCut(data.length, pdfium, picture);
}

/** A picture that was looked at is known again by its bytes, which takes a part of the work of looking at it. */
const againShare = 16;

/**
 * A function that tells of one picture after the other: how many bytes were looked at, and whether it is broken. What
 * stands on many pages is looked at once.
 * @param {Pdfium} pdfium
 */
export function pictureJudge(pdfium) {
  /** @type {Map<string, boolean>} */
  const told = new Map();
  const { call } = pdfium;
  /** @param {Picture} picture */
  return (picture) => {
    const { object, pixels } = picture;
    const length = call.FPDFImageObj_GetImageDataRaw(object, 0, 0);
    if (length === 0 || length > mostUnpacked) return { bytes: 0, isBroken: length === 0 };
    const known = Math.ceil(length / againShare);
    const filters = filtersOf(pdfium, object);
    const byItself = filters.length === 0 && byLength(length, pixels, pdfium, picture);
    if (filters.length === 0 && typeof byItself === 'boolean') return { bytes: known, isBroken: byItself };
    const seen = written(
      pdfium,
      mostUnpacked,
      (at, size) => call.FPDFImageObj_GetImageDataRaw(object, at, size),
      (raw) => {
        const key = `${pixels} ${createHash('sha1').update(raw).digest('base64')}`;
        const before = told.get(key);
        // A scan is large, and most are whole: those are not copied.
        const isWhole =
          before === undefined && filters.length === 1 && jpeg.includes(filters[0] ?? '') && isWholeJpeg(raw);
        return { key, before, isWhole, raw: before === undefined && !isWhole ? copied(raw) : undefined };
      },
    );
    if (seen === undefined) return { bytes: 0, isBroken: false };
    const { key, before, isWhole, raw } = seen;
    if (before !== undefined) return { bytes: known, isBroken: before };
    const now = !isWhole && raw !== undefined && isBroken(pdfium, picture, raw, filters);
    told.set(key, now);
    return { bytes: length, isBroken: now };
  };
}
