// Unpacks the picture of a PNG in bounded memory, to see that all of it is there.
import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import { viewOf } from './probe.ts';

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
  if (width === 0 || height === 0 || width > 0x7fffffff || height > 0x7fffffff) return undefined;
  const passBytes = ([column, row, across, down]: Pass): number => {
    const [columns, rows] = [Math.ceil((width - column) / across), Math.ceil((height - row) / down)];
    return columns <= 0 || rows <= 0 ? 0 : rows * (1 + Math.ceil((columns * perPixel * depth) / 8));
  };
  return (interlace === 1 ? interlaced : plain).reduce((sum, pass) => sum + passBytes(pass), 0);
}

/** Larger pictures are not unpacked: their check sums must do. An A3 page of 300 dpi in colour has half of it. */
const mostUnpacked = 100_000_000;
const piece = 1024 * 1024;

/** Whether the packed data yield `bytes` bytes; what would come after is not unpacked. */
export async function holdsPicture(packed: readonly Uint8Array[], bytes: number): Promise<boolean> {
  if (bytes > mostUnpacked) return true;
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
