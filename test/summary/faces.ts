// The fonts and the template, read once for all tests of the summary.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { readFonts } from '../../src/summary/font-files.ts';
import { openFonts } from '../../src/summary/fonts.ts';
import type { SummaryOptions } from '../../src/summary/write.ts';

export const fonts = openFonts(await readFonts());
export const template: unknown = parse(
  await readFile(new URL('../../templates/summary.yaml', import.meta.url), 'utf8'),
);
export const final: SummaryOptions = { fonts, template, stamp: 'final', version: '1.0.0' };
export const draft: SummaryOptions = { ...final, stamp: 'draft' };
