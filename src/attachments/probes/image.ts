// What every image must satisfy: its data are complete and its short side is long enough to be read.
import type { Traits } from '../inventory-types.ts';
import type { Tell } from '../tell.ts';
import type { Opened, Probe } from './probe.ts';

/** Width and height in pixels; none when the data are broken off or damaged. */
export type ReadImage = (content: Uint8Array) => { readonly width: number; readonly height: number } | undefined;

/** Short side below which a scan is hard to read, in pixels. */
const leastSide = 1000;

/** The probe of an image format. */
export const imageProbe =
  (read: ReadImage): Probe =>
  (file: Opened, tell: Tell): Traits => {
    const size = read(file.content);
    if (size === undefined || size.width === 0 || size.height === 0) {
      tell('image-broken', { file: file.source });
      return {};
    }
    const { width, height } = size;
    if (Math.min(width, height) < leastSide)
      tell('image-small', { file: file.source, width, height, least: leastSide });
    return { width, height };
  };
