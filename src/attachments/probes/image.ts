// What every image must satisfy: its data are complete, it stands upright, its short side is long enough to be read.
import type { Traits } from '../inventory-types.ts';
import type { Tell } from '../tell.ts';
import type { Opened, Probe } from './probe.ts';

/** An image as its headers describe it: sides in pixels, EXIF orientation from 1 to 8 when stated. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly orientation?: number;
  /** Colours for a printing press, which browsers and office programs show wrongly. */
  readonly cmyk?: boolean;
};

/** The picture; none when its data are broken off or damaged. */
export type ReadImage = (file: Opened) => Picture | undefined | Promise<Picture | undefined>;

/** Short side below which a scan is hard to read, in pixels. */
export const leastSide = 1000;
const upright = 1;

/** The probe of an image format. */
export const imageProbe =
  (read: ReadImage): Probe =>
  async (file: Opened, tell: Tell): Promise<Traits> => {
    const picture = await read(file);
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
