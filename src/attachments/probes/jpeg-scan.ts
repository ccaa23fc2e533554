// How much picture data a JPEG of a size must have at the least: a program that closed a cut off file left fewer.
import { viewOf } from './probe.ts';

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
