// Arguments for the sentences about scans.
import type { scanCodes } from '../codes/scans.ts';
import type { Samples } from './samples.ts';

const loss = { file: '附件/执照.jpg', from: 61_200_000, to: 38_100_000, width: 9000, height: 6000 };
const limit = 50_000_000;

export const scanSamples: Samples<typeof scanCodes> = {
  'file-fitted': [
    { ...loss, newWidth: 9000, newHeight: 6000, quality: 85 },
    { ...loss, newWidth: 4500, newHeight: 3000 },
  ],
  'ocr-name-absent': [
    { file: '附件/执照.jpg', pages: 1 },
    { file: '附件/审计.pdf', pages: 3 },
  ],
  'fit-impossible': [
    { file: '附件/说明.docx', why: 'type', limit },
    { file: '附件/审计.pdf', why: 'not scans', limit },
    { file: '附件/审计.pdf', why: 'signed', limit },
    { file: '附件/审计.pdf', why: 'unreadable', limit },
    { file: '附件/审计.pdf', why: 'too much', limit },
  ],
};
