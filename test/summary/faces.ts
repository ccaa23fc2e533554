// The fonts, read once for all tests of the summary.
import { summaryFonts } from '../../src/summary/spare.ts';
import type { SummaryOptions } from '../../src/summary/write.ts';

export const fonts = await summaryFonts();
export const final: SummaryOptions = { fonts, stamp: 'final', version: '1.0.0' };
export const draft: SummaryOptions = { ...final, stamp: 'draft' };
