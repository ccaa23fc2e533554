// Reads which way up a picture was taken from its EXIF data, the same in a JPEG and in a PNG.
import { viewOf } from './probe.ts';

const orientationTag = 0x0112;
const shortType = 3;

/**
 * The orientation that EXIF data state, 1 to 8: 1 is upright, 3 half a turn, 6 and 8 a quarter, the rest mirrored. None
 * when they state none. `tiff` begins with `II` or `MM`.
 */
export function orientationOf(tiff: Uint8Array): number | undefined {
  const order = tiff.length < 8 ? '' : String.fromCharCode(tiff[0] ?? 0, tiff[1] ?? 0);
  if (order !== 'II' && order !== 'MM') return undefined;
  const little = order === 'II';
  const view = viewOf(tiff);
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return undefined;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + index * 12;
    if (at + 12 > tiff.length) return undefined;
    if (view.getUint16(at, little) !== orientationTag || view.getUint16(at + 2, little) !== shortType) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}
