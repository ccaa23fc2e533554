// Reads a PNG: walks its chunks with their check sums to the end, then unpacks its picture, which header readers do not.
import { Readable } from 'node:stream';
import { crc32, createInflate } from 'node:zlib';
import { imageProbe, orientationOf, type Picture, type ReadImage } from './image.ts';
import { viewOf } from './probe.ts';

const signatureBytes = 8;
/** Length, type and check sum around the data of a chunk. */
const around = 12;
/** The header: sides, depth, colour type, and how it is packed. */
const [headerBytes, colourAt] = [13, 9];
/** The bit of small letters: a chunk whose type begins with one is a remark, which readers leave out when it is damaged. */
const ofRemark = 0x20;
const [header, palette, data, end, exif] = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'eXIf'];
/** Without these no reader makes a picture, and it makes none where another one stands that may not be passed over. */
const needed: readonly string[] = [header, palette, data, end];
/** The colour type whose pixels are numbers of colours in a palette. */
const byPalette = 3;

const readPng: ReadImage = async ({ content }) => {
  const view = viewOf(content);
  const packed: Uint8Array[] = [];
  let ihdr: Uint8Array | undefined;
  let orientation: number | undefined;
  let [hasEnd, hasPalette, isParted] = [false, false, false];
  for (let at = signatureBytes; at + around <= content.length && !hasEnd; ) {
    const next = at + around + view.getUint32(at);
    if (next > content.length) return undefined;
    const isTrue = crc32(content.subarray(at + 4, next - 4)) === view.getUint32(next - 4);
    if (!isTrue && (view.getUint8(at + 4) & ofRemark) === 0) return undefined;
    const type = Buffer.from(content.subarray(at + 4, at + 8)).toString('latin1');
    if ((view.getUint8(at + 4) & ofRemark) === 0 && !needed.includes(type)) return undefined;
    const chunk = content.subarray(at + 8, next - 4);
    if (type === header) ihdr = chunk;
    else if (type === palette) {
      // A second one, or one of no whole number of colours, ends every reader.
      if (hasPalette || chunk.length === 0 || chunk.length > 768 || chunk.length % 3 !== 0) return undefined;
      hasPalette = packed.length === 0;
    }
    // The picture is cut into pieces that stand one after the other.
    else if (type === data && isParted) return undefined;
    else if (type === data) packed.push(chunk);
    else if (type === exif && isTrue) orientation = orientationOf(chunk);
    isParted = packed.length > 0 && type !== data;
    hasEnd = type === end;
    at = next;
  }
  if (!hasEnd || packed.length === 0 || ihdr?.length !== headerBytes) return undefined;
  if (ihdr[colourAt] === byPalette && !hasPalette) return undefined;
  const bytes = pictureBytes(ihdr);
  if (bytes === undefined || !(await holdsPicture(packed, bytes))) return undefined;
  const size = viewOf(ihdr);
  const picture: Picture = { width: size.getUint32(0), height: size.getUint32(4) };
  return orientation === undefined ? picture : { ...picture, orientation };
};

export const png = imageProbe(readPng);

/** What makes the picture that shows at first, and on paper. */
const ofStill: ReadonlySet<string> = new Set([...needed, 'tRNS']);

/** A sound PNG without its remarks and the further pictures of one that moves, which programs that put it on paper refuse. */
export function stillOf(content: Uint8Array): Uint8Array {
  const view = viewOf(content);
  const kept = [content.subarray(0, signatureBytes)];
  for (let at = signatureBytes; at + around <= content.length; ) {
    const next = at + around + view.getUint32(at);
    const type = Buffer.from(content.subarray(at + 4, at + 8)).toString('latin1');
    if (ofStill.has(type)) kept.push(content.subarray(at, next));
    if (type === end) break;
    at = next;
  }
  return Buffer.concat(kept);
}

/** Values a pixel has, by colour type: grey, colours, palette, grey with alpha, colours with alpha. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** First column and row of a pass, and the steps between its columns and rows. */
type Pass = readonly [column: number, row: number, across: number, down: number];
const plain: readonly Pass[] = [[0, 0, 1, 1]];
const interlaced: readonly Pass[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

/** Bytes of the unpacked picture, by the header (13 bytes); none when the header describes no picture. */
export function pictureBytes(header: Uint8Array): number | undefined {
  const view = viewOf(header);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, colour, interlace] = [view.getUint8(8), view.getUint8(9), view.getUint8(12)];
  const perPixel = channels[colour];
  if (perPixel === undefined || !depths[colour]?.includes(depth) || interlace > 1) return undefined;
  // There is one way of packing, and one of filtering.
  if (view.getUint16(10) !== 0) return undefined;
  if (width === 0 || height === 0 || width > 0x7fffffff || height > 0x7fffffff) return undefined;
  const passBytes = ([column, row, across, down]: Pass): number => {
    const [columns, rows] = [Math.ceil((width - column) / across), Math.ceil((height - row) / down)];
    return columns <= 0 || rows <= 0 ? 0 : rows * (1 + Math.ceil((columns * perPixel * depth) / 8));
  };
  return (interlace === 1 ? interlaced : plain).reduce((sum, pass) => sum + passBytes(pass), 0);
}

/** Larger pictures are not unpacked: their check sums must do. An A3 page of 300 dpi in colour has half of it. */
const mostUnpackedBytes = 100_000_000;
const piece = 1024 * 1024;

/** Whether the packed data yield `bytes` bytes; what would come after is not unpacked. */
async function holdsPicture(packed: readonly Uint8Array[], bytes: number): Promise<boolean> {
  if (bytes > mostUnpackedBytes) return true;
  const inflate = createInflate({ chunkSize: piece });
  const source = Readable.from(packed);
  source.pipe(inflate);
  let unpacked = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked >= bytes) return true;
    }
  } catch {
    return false;
  } finally {
    source.destroy();
    inflate.destroy();
  }
  return false;
}
