// Reads a JPEG: from marker to marker to the end of the image. Most damage inside the picture data only a decoder sees.
// Plain JavaScript, because the thread that opens PDFs reads the pictures in them with it.

/**
 * What is read of a file: at least `least` bytes from `position` on, fewer only where it ends.
 * @typedef {{ readonly bytes: number, readonly at: (position: number, least: number) => Buffer }} Parts
 */
/** @typedef {{ readonly end: number, readonly bytes: number, readonly restarts: number }} Scan */
/** @typedef {{ readonly across: number, readonly down: number }} Component */
/**
 * What is found on the way through a JPEG. `tables`: there is one by which the picture data count, without which nothing
 * can be made of them. `whole`: the image ends with its mark.
 * @typedef {{
 *   tables: boolean, frame?: { readonly marker: number, readonly data: Uint8Array }, exif?: Uint8Array,
 *   interval: number, scans: number, bytes: number, restarts: number, whole: boolean,
 * }} Found
 */

/** So much of a file tells what became of its line ends, in bytes. */
export const linesToldBy = 1024 * 1024;
/** Packed data hold each byte about as often as any other; as often as this, none of them is away by chance. */
const leastTimes = 32;
const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/**
 * Whether a program that took packed data for text, as a transfer in text mode does, has put one kind of line end for all:
 * the bytes of the others are gone from them, and all other bytes are there.
 * @param {Uint8Array} bytes
 */
export function hasOneLineEnd(bytes) {
  const times = new Uint32Array(256);
  let before = 0;
  let alone = 0;
  for (const byte of bytes.subarray(0, linesToldBy)) {
    times[byte] = (times[byte] ?? 0) + 1;
    if (byte === lineFeed && before !== carriageReturn) alone += 1;
    before = byte;
  }
  const others = times.filter((_, byte) => byte !== lineFeed && byte !== carriageReturn);
  if (others.some((count) => count < leastTimes)) return false;
  return alone === 0 || times[carriageReturn] === 0;
}

/** @param {number} marker */
const isFrame = (marker) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/**
 * Sequential, with Huffman codes: the kinds of which it is known how short their data can be.
 * @param {number} marker
 */
const isPlainFrame = (marker) => marker === 0xc0 || marker === 0xc1;

/**
 * Picture data up to the marker that ends them, or to the end of the file when none does.
 * @param {Parts} parts
 * @param {number} from
 * @returns {Scan}
 */
function scanFrom(parts, from) {
  let [aside, restarts] = [0, 0];
  let start = from;
  for (let window = parts.at(start, 2); window.length >= 2; window = parts.at(start, 2)) {
    let at = window.indexOf(0xff);
    while (at >= 0 && at + 1 < window.length) {
      const next = window[at + 1] ?? 0;
      const isRestart = next >= 0xd0 && next <= 0xd7;
      if (next !== 0x00 && !isRestart && next !== 0xff)
        return { end: start + at, bytes: start + at - from - aside, restarts };
      if (isRestart) restarts += 1;
      aside += isRestart ? 2 : 1;
      at = window.indexOf(0xff, at + (next === 0xff ? 1 : 2));
    }
    // A mark on the last byte is looked at again with what follows it.
    start += at < 0 ? window.length : at;
  }
  return { end: parts.bytes, bytes: parts.bytes - from - aside, restarts };
}

/** A marker, a length of two bytes, and what that counts. */
const longestSegment = 2 + 0xffff;
const exifMark = 'Exif\u0000\u0000';

/** @param {Uint8Array} segment */
const isExif = (segment) => Buffer.from(segment.subarray(0, exifMark.length)).toString('latin1') === exifMark;

/**
 * Whether less picture data were found than the picture must have.
 * @param {Found} found
 */
export function isShort({ tables, frame, interval, scans, bytes, restarts }) {
  if (frame === undefined || scans === 0) return true;
  if (!isPlainFrame(frame.marker)) return false;
  if (!tables || bytes < leastScanBytes(frame.data)) return true;
  return scans === 1 && restarts < restartsDue(frame.data, interval);
}

/**
 * Goes through a JPEG to its end; none when it breaks off or is damaged outside its picture data.
 * @param {Parts} parts
 * @returns {Found | undefined}
 */
export function walkJpeg(parts) {
  /** @type {Found} */
  const found = { tables: false, interval: 0, scans: 0, bytes: 0, restarts: 0, whole: false };
  let at = 2;
  for (;;) {
    const window = parts.at(at, longestSegment);
    // The end of the image may be missing when the picture is there.
    if (window.length < 2) return found.scans > 0 ? found : undefined;
    // What stands between two segments is passed over, as every decoder does; 00 and FF after FF are no marker.
    if (window[0] !== 0xff) {
      const next = window.indexOf(0xff);
      at += next < 0 ? window.length : next;
      continue;
    }
    const marker = window[1] ?? 0;
    if (marker === 0) {
      at += 2;
      continue;
    }
    if (marker === 0xd9) return { ...found, whole: true };
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = window.length < 4 ? 0 : window.readUInt16BE(2);
    if (length < 2 || 2 + length > window.length) return undefined;
    const data = window.subarray(4, 2 + length);
    if (marker === 0xdb) found.tables = true;
    if (isFrame(marker) && data.length >= 6) found.frame = { marker, data: Uint8Array.from(data) };
    if (marker === 0xe1 && found.exif === undefined && isExif(data))
      found.exif = Uint8Array.from(data.subarray(exifMark.length));
    if (marker === 0xdd && data.length >= 2) found.interval = data.readUInt16BE(0);
    at += 2 + length;
    if (marker === 0xda) {
      const { end, bytes, restarts } = scanFrom(parts, at);
      found.scans += 1;
      found.bytes += bytes;
      found.restarts += restarts;
      at = end;
    }
  }
}

/** @param {Uint8Array} bytes */
const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * `frame` is the data of the segment that begins a picture: precision, height, width, then the components.
 * @param {Uint8Array} frame
 */
function read(frame) {
  const view = viewOf(frame);
  const count = frame[5] ?? 0;
  if (frame.length < 6 + count * 3) return undefined;
  const components = Array.from({ length: count }, (_, index) => {
    const sampling = frame[7 + index * 3] ?? 0;
    return { across: sampling >> 4, down: sampling & 15 };
  });
  if (components.some(({ across, down }) => across === 0 || down === 0)) return undefined;
  return { width: view.getUint16(3), height: view.getUint16(1), components };
}

/** @param {readonly number[]} values */
const most = (values) => Math.max(1, ...values);
const leastBitsPerBlock = 2;

/**
 * Bytes that the picture data cannot fall below: each block of 8 × 8 has one code for its mean and one for its end.
 * @param {Uint8Array} frame
 */
export function leastScanBytes(frame) {
  const picture = read(frame);
  if (picture === undefined) return 0;
  const { width, height, components } = picture;
  const [across, down] = [most(components.map((one) => one.across)), most(components.map((one) => one.down))];
  const blocks = components.map(
    (one) => Math.ceil((width * one.across) / across / 8) * Math.ceil((height * one.down) / down / 8),
  );
  return Math.floor((blocks.reduce((sum, count) => sum + count, 0) * leastBitsPerBlock) / 8);
}

/**
 * Restart markers that a picture in a single scan has when one follows each `interval` groups of blocks.
 * @param {Uint8Array} frame
 * @param {number} interval
 */
export function restartsDue(frame, interval) {
  const picture = interval === 0 ? undefined : read(frame);
  if (picture === undefined) return 0;
  const { width, height, components } = picture;
  // A single component is not grouped, whatever its sampling says.
  const isSingle = components.length === 1;
  const across = isSingle ? 1 : most(components.map((one) => one.across));
  const down = isSingle ? 1 : most(components.map((one) => one.down));
  const groups = Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down));
  return Math.max(0, Math.ceil(groups / interval) - 1);
}
