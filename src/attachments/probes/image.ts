// What every image must satisfy: its data are complete, it stands upright, its short side is long enough to be read.
import type { Traits } from '../inventory-types.ts';
import type { Tell } from '../tell.ts';
import { type Opened, type Probe, viewOf } from './probe.ts';

/** An image as its headers describe it: sides in pixels, EXIF orientation from 1 to 8 when stated. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly orientation?: number;
  /** Colours for a printing press, which browsers and office programs show wrongly. */
  readonly cmyk?: boolean;
};

/** The picture; none when its data are broken off or damaged, `rare` when it is coded as few programs can read. */
export type ReadImage = (file: Opened) => Seen | Promise<Seen>;
type Seen = Picture | 'rare' | undefined;

/** Short side below which a scan is hard to read, in pixels. */
export const leastSide = 1000;
const upright = 1;

/** The probe of an image format. */
export const imageProbe =
  (read: ReadImage): Probe =>
  async (file: Opened, tell: Tell): Promise<Traits> => {
    const picture = await read(file);
    if (picture === 'rare') {
      tell('image-rare', { file: file.source, extension: file.extension });
      return {};
    }
    if (picture === undefined || picture.width === 0 || picture.height === 0) {
      tell('image-broken', { file: file.source });
      return {};
    }
    const { width, height, orientation = upright, cmyk = false } = picture;
    if (Math.min(width, height) < leastSide)
      tell('image-small', { file: file.source, width, height, least: leastSide });
    if (orientation !== upright) tell('image-turned', { file: file.source, orientation });
    if (cmyk) tell('image-cmyk', { file: file.source });
    return picture;
  };

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
