// What is done with, and seen in, scans by the optional packages: made to fit the limit, searched for a name.
import { note } from './spec.ts';

/** Bytes, pixels of the largest picture, and quality from 1 to 100 of a JPEG. */
export type FitLoss = {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly height: number;
  readonly newWidth: number;
  readonly newHeight: number;
  readonly quality?: number;
};

/**
 * Why a file cannot be made smaller: another type, a PDF that is no series of JPEG scans, a signature that would break,
 * a file that cannot be read, or a picture that would be too small to read.
 */
export type Unfit = 'type' | 'not scans' | 'signed' | 'unreadable' | 'too much';

export const scanCodes = {
  'file-fitted': note<{ readonly file: string } & FitLoss>(),
  /** Neither name nor code was read on the `pages` that were looked at. */
  'ocr-name-absent': note<{ readonly file: string; readonly pages: number }>(),
  'fit-impossible': note<{ readonly file: string; readonly why: Unfit; readonly limit: number }>(),
};
