// Reads a JPEG: whether its data go to the end of the image, how large it is, which way up and in which colours.
import { hasOneLineEnd, isShort, linesToldBy, walkJpeg } from '../../files/jpeg.js';
import { imageProbe, orientationOf, type ReadImage } from './image.ts';
import { viewOf } from './probe.ts';

/** The three ways of coding a picture that cameras, scanners and programs use, and bits a colour: few programs read another. */
const usualFrames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
const usualBits = 8;

const readJpeg: ReadImage = ({ pieces }) => {
  const found = walkJpeg(pieces);
  if (found?.frame === undefined || !found.whole || isShort(found)) return undefined;
  if (hasOneLineEnd(pieces.at(0, linesToldBy))) return undefined;
  const { marker, data } = found.frame;
  if (!usualFrames.has(marker) || data[0] !== usualBits) return 'rare';
  const view = viewOf(data);
  const orientation = found.exif === undefined ? undefined : orientationOf(found.exif);
  return {
    width: view.getUint16(3),
    height: view.getUint16(1),
    ...(orientation === undefined ? {} : { orientation }),
    ...(data[5] === 4 ? { cmyk: true } : {}),
  };
};

export const jpeg = imageProbe(readJpeg);
