// What is done with, and seen in, scans: the sentences in English.
import type { scanCodes, Unfit } from '../../findings/codes/scans.ts';
import type { Messages } from '../message.ts';
import { megabytes } from '../sizes.ts';

const unfit: Record<Unfit, string> = {
  type: 'only JPG, PNG and scanned PDFs can be made smaller',
  'not scans': 'this PDF is no scan with one JPEG a page',
  signed: 'this PDF has an electronic signature, which would not hold any more',
  unreadable: 'the picture cannot be read in full',
  'too much': 'any smaller it could not be read',
};

export const scans: Messages<typeof scanCodes> = {
  'file-fitted': ({ file, from, to, width, height, newWidth, newHeight, quality }) => ({
    message: `${file} was brought from ${megabytes(from)} down to ${megabytes(to)} for the bundle: ${
      width === newWidth && height === newHeight
        ? `all ${width}×${height} pixels kept`
        : `${newWidth}×${newHeight} pixels of ${width}×${height}`
    }${quality === undefined ? '' : `, JPEG quality ${quality}`}`,
    hint: 'The file itself was not touched. Open the one in the bundle and see whether small print and seals are clear.',
  }),
  'ocr-name-absent': ({ file, pages }) => ({
    message: `neither the enterprise nor its credit code was read in the picture of ${file} (${pages === 1 ? '1 page' : `${pages} pages`} looked at)`,
    hint: 'Open it and see whether it is the right one. Machines misread: if it names the enterprise, nothing is to be done.',
  }),
  'fit-impossible': ({ file, why, limit }) => ({
    message: `${file} cannot be brought down to ${megabytes(limit)}: ${unfit[why]}`,
    hint: 'Scan or export it again at a lower resolution (200 DPI is enough for A4), or split it.',
  }),
};
