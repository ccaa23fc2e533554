// Arguments for the sentences about PDFs.
import type { PageSet, pdfCodes } from '../codes/pdf.ts';
import { each, file, files, type Samples } from './samples.ts';

const one: PageSet = { count: 1, ranges: [[3, 3]] };
const pages: PageSet = {
  count: 4,
  ranges: [
    [2, 2],
    [4, 6],
  ],
};
const many: PageSet = {
  count: 90,
  ranges: [
    [1, 1],
    [3, 3],
  ],
};

export const pdfSamples: Samples<typeof pdfCodes> = {
  'pdf-broken': [{ file }],
  'pdf-password': [{ file }],
  'pdf-restricted': [{ file }, { file, files }],
  'pdf-no-pages': [{ file }],
  'pdf-damaged': [{ file }, { file, pages: one }],
  'pdf-empty': [{ file }],
  'pdf-empty-pages': [
    { file, pages: one },
    { file, pages },
    { file, pages: many },
  ],
  'pdf-paper': [
    { file, pages: one, width: 841, height: 1189 },
    { file, pages, width: 86, height: 54 },
  ],
  'pdf-sideways': [
    { file, pages: one, turned: 90 },
    { file, pages, turned: 180 },
    { file, pages: many, turned: 270 },
  ],
  'pdf-coarse': [
    { file, pages: one, dpi: 72, side: 595, least: 1000 },
    { file, pages, dpi: 96, side: 794, least: 1000 },
  ],
  'pdf-blank': [
    { file, pages: one },
    { file, pages },
  ],
  'pdf-partly-seen': each(['pages', 'content', 'memory', 'crash'], (why) => ({ file, seen: 12, all: 800, why })),
  'pdf-too-heavy': [{ file }],
  'pdf-other-name': [
    { file, enterprise: '江苏示例精密机械有限公司' },
    { file, enterprise: '江苏示例精密机械有限公司', uscc: '91320115MADEM0011B' },
    { file, files, enterprise: '江苏示例精密机械有限公司' },
  ],
  'pdf-no-text': [{ file }, { file, files }],
};
