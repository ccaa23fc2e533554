// Arguments for the sentences about PDFs.
import type { pdfCodes } from '../../../src/findings/codes/pdf.ts';
import { file, type Samples } from './samples.ts';

export const pdfSamples: Samples<typeof pdfCodes> = {
  'pdf-broken': [{ file }],
  'pdf-password': [{ file }],
  'pdf-restricted': [{ file }],
  'pdf-no-pages': [{ file }],
};
