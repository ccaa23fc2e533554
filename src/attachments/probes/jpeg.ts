// Reads a JPEG: from marker to marker to the end of the image. Most damage inside the picture data only a decoder sees.
import type { Pieces } from '../../files/pieces.ts';
import { imageProbe, orientationOf, type Picture, type ReadImage } from './image.ts';
import { viewOf } from './probe.ts';

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Sequential, with Huffman codes: the kinds of which it is known how short their data can be. */
const isPlainFrame = (marker: number): boolean => marker === 0xc0 || marker === 0xc1;

type Scan = { readonly end: number; readonly bytes: number; readonly restarts: number };

/** Picture data up to the marker that ends them, or to the end of the file when none does. */
function scanFrom(pieces: Pieces, from: number): Scan {
  let [aside, restarts] = [0, 0];
  let start = from;
  for (let window = pieces.at(start, 2); window.length >= 2; window = pieces.at(start, 2)) {
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
  return { end: pieces.bytes, bytes: pieces.bytes - from - aside, restarts };
}

/** A marker, a length of two bytes, and what that counts. */
const longestSegment = 2 + 0xffff;
const exifMark = 'Exif\u0000\u0000';
const isExif = (segment: Uint8Array): boolean =>
  Buffer.from(segment.subarray(0, exifMark.length)).toString('latin1') === exifMark;

/** What is found on the way through a JPEG. */
type Found = {
  /** Whether there is a table by which the picture data count: without one nothing can be made of them. */
  tables: boolean;
  frame?: { readonly marker: number; readonly data: Uint8Array };
  exif?: Uint8Array;
  interval: number;
  scans: number;
  bytes: number;
  restarts: number;
};

function pictureOf({ tables, frame, exif, interval, scans, bytes, restarts }: Found): Picture | undefined {
  if (frame === undefined || scans === 0) return undefined;
  const { marker, data } = frame;
  if (isPlainFrame(marker)) {
    if (!tables || bytes < leastScanBytes(data)) return undefined;
    if (scans === 1 && restarts < restartsDue(data, interval)) return undefined;
  }
  const view = viewOf(data);
  const size = { width: view.getUint16(3), height: view.getUint16(1) };
  const orientation = exif === undefined ? undefined : orientationOf(exif);
  return { ...size, ...(orientation === undefined ? {} : { orientation }), ...(data[5] === 4 ? { cmyk: true } : {}) };
}

const readJpeg: ReadImage = ({ pieces }) => {
  const found: Found = { tables: false, interval: 0, scans: 0, bytes: 0, restarts: 0 };
  let at = 2;
  for (;;) {
    const window = pieces.at(at, longestSegment);
    if (window.length < 2) return undefined;
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
    if (marker === 0xd9) return pictureOf(found);
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
      const { end, bytes, restarts } = scanFrom(pieces, at);
      found.scans += 1;
      found.bytes += bytes;
      found.restarts += restarts;
      at = end;
    }
  }
};

export const jpeg = imageProbe(readJpeg);

type Component = { readonly across: number; readonly down: number };
type Frame = { readonly width: number; readonly height: number; readonly components: readonly Component[] };

/** `frame` is the data of the segment that begins a picture: precision, height, width, then the components. */
function read(frame: Uint8Array): Frame | undefined {
  const view = viewOf(frame);
  const count = frame[5] ?? 0;
  if (frame.length < 6 + count * 3) return undefined;
  const components = Array.from({ length: count }, (_, index): Component => {
    const sampling = frame[7 + index * 3] ?? 0;
    return { across: sampling >> 4, down: sampling & 15 };
  });
  if (components.some(({ across, down }) => across === 0 || down === 0)) return undefined;
  return { width: view.getUint16(3), height: view.getUint16(1), components };
}

const most = (values: readonly number[]): number => Math.max(1, ...values);
const leastBitsPerBlock = 2;

/** Bytes that the picture data cannot fall below: each block of 8 × 8 has one code for its mean and one for its end. */
export function leastScanBytes(frame: Uint8Array): number {
  const picture = read(frame);
  if (picture === undefined) return 0;
  const { width, height, components } = picture;
  const [across, down] = [most(components.map((one) => one.across)), most(components.map((one) => one.down))];
  const blocks = components.map(
    (one) => Math.ceil((width * one.across) / across / 8) * Math.ceil((height * one.down) / down / 8),
  );
  return Math.floor((blocks.reduce((sum, count) => sum + count, 0) * leastBitsPerBlock) / 8);
}

/** Restart markers that a picture in a single scan has when one follows each `interval` groups of blocks. */
export function restartsDue(frame: Uint8Array, interval: number): number {
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
