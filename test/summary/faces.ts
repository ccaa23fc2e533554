// The fonts and the template, read once for all tests of the summary.
import { openSetting } from '../../src/bundle/build.ts';
import type { SummaryOptions } from '../../src/summary/write.ts';

export const { fonts, layout: template } = await openSetting();
export const final: SummaryOptions = { fonts, template, stamp: 'final', version: '1.0.0' };
export const draft: SummaryOptions = { ...final, stamp: 'draft' };
