// The PDF of a bundle beside the one that its assessment would draw.

import type { Assessment } from '../assessment.ts';
import { openSetting } from '../build.ts';
import { paths } from '../bundle/layout.ts';
import { placeIn } from '../bundle/verify-zip.ts';
import type { SummaryFault } from '../findings/codes/bundle.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import type { Stamp } from '../findings/states.ts';
import { pageTexts } from '../pdf/text.ts';
import { type Fonts, forgiving } from '../summary/fonts.ts';
import { cleaned } from '../summary/normalise.ts';
import type { Page } from '../summary/page.ts';
import { SummaryProblem } from '../summary/problem.ts';
import { firstLost, folded } from '../summary/proof.ts';
import { lay, type SummaryOptions, writeSummary } from '../summary/write.ts';

const tell = (why: SummaryFault, more: { readonly page?: number; readonly text?: string } = {}): Finding[] => [
  report('bundle-summary-differs', { why, ...more }, placeIn(paths.summary)),
];

/** How the summary was made: with which stamp, and by which version of the program. */
export type Made = { readonly stamp: Stamp; readonly version: string; readonly own: boolean };

/**
 * Compares the bytes, and where they differ says what a reader would see: another text on a page, or other strokes.
 * Of another version, whose layout may differ, the figures of the form and its footer must be there.
 */
export async function summaryFindings(assessment: Assessment, bytes: Buffer, made: Made): Promise<Finding[]> {
  const { fonts, layout } = await openSetting();
  const options: SummaryOptions = { fonts, stamp: made.stamp, version: made.version, template: layout };
  const drawn = made.own ? await writeSummary(assessment, options).catch(lacking) : undefined;
  if (drawn !== undefined && bytes.equals(drawn.bytes)) return [];
  const read = await pageTexts(bytes).catch(() => undefined);
  if (read === undefined) return tell('unreadable');
  const lenient = forgiving(fonts);
  const { pages } = lay(cleaned(assessment, made.stamp === 'draft'), { ...options, fonts: lenient });
  if (!made.own) return missingFigures(pages, read);
  if (read.length !== pages.length) return tell('pages');
  for (const [index, page] of pages.entries()) {
    const lost = firstLost(textsOf(page), read[index] ?? '');
    if (lost !== undefined) return tell('text', { page: index + 1, text: lost });
  }
  // Drawn with a font that only who built it has: the text is all that can be compared.
  return drawn === undefined || pages.some((page) => isLacking(lenient, page)) ? [] : tell('drawing');
}

/** Nothing where a character needs a font that is not here. */
function lacking(error: unknown): undefined {
  if (!(error instanceof SummaryProblem && error.code === 'glyph-missing')) throw error;
}

/** Whether a box stands on the page for a character that is not in the fonts here. */
const isLacking = (fonts: Fonts, page: Page): boolean =>
  page.texts().some(({ text, style }) => [...text].some((one) => fonts.drawingOf(style.face, one).lacking === true));

const textsOf = (page: Page): string[] => page.texts().map((drawn) => drawn.text);

/** Texts that every layout has on one line: figures, codes, dates, and what the footer says of digests and version. */
const whole = /^(?:[−-]?[\d.,:%/-]{3,}|[0-9A-Z]{18}|数据 .*zjtx .*)$/u;

function missingFigures(pages: readonly Page[], read: readonly string[]): Finding[] {
  const all = folded(read.join(''));
  const lost = pages
    .flatMap(textsOf)
    .map((text) => text.trim())
    .find((text) => whole.test(text) && !all.includes(folded(text)));
  return lost === undefined ? [] : tell('figure', { text: lost });
}
