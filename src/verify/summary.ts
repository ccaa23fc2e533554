// The PDF of a bundle beside the one that its assessment would draw.
import type { Assessment } from '../assessment.ts';
import { paths } from '../bundle/layout.ts';
import { placeIn } from '../bundle/verify-zip.ts';
import { drawnAndRead } from '../characters/folds.ts';
import { pageTexts } from '../files/pdf/library.ts';
import type { SummaryFault } from '../findings/areas/proved.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import type { Stamp } from '../findings/states.ts';
import { type Fonts, forgiving } from '../summary/fonts.ts';
import { foreignIn } from '../summary/foreign.ts';
import type { Page } from '../summary/page.ts';
import { SummaryProblem } from '../summary/problem.ts';
import { cleaned, firstLost } from '../summary/proof.ts';
import { summaryFonts } from '../summary/spare.ts';
import { lay, type SummaryOptions, writeSummary } from '../summary/write.ts';

const at = placeIn(paths.summary);

const tell = (why: SummaryFault, more: { readonly page?: number; readonly text?: string } = {}): Finding[] => [
  report('bundle-summary-differs', { why, ...more }, at),
];

/** How the summary was made: with which stamp, by which version of the program, with which fonts. */
export type Made = {
  readonly stamp: Stamp;
  readonly version: string;
  readonly own: boolean;
  /** Absolute paths of further fonts that are here. */
  readonly spare: readonly string[];
};

/** What no summary holds, whoever drew it: scripts, files, pictures, what covers a text. */
export async function foreignFindings(bytes: Uint8Array): Promise<Finding[]> {
  const text = await foreignIn(bytes);
  return text === undefined ? [] : tell('foreign', { text });
}

/**
 * Nothing when the bytes are those that are drawn here. Else what a reader would see: something foreign, another text on
 * a page, other strokes. What cannot be told, because another version laid it out or a font is not here, is said.
 */
export async function summaryFindings(assessment: Assessment, bytes: Buffer, made: Made): Promise<Finding[]> {
  const fonts = await summaryFonts(made.spare);
  const options: SummaryOptions = { fonts, stamp: made.stamp, version: made.version };
  const drawn = await writeSummary(assessment, options).catch(lacking);
  if (drawn !== undefined && bytes.equals(drawn.bytes)) return [];
  const foreign = await foreignFindings(bytes);
  if (foreign.length > 0) return foreign;
  const read = await pageTexts(bytes).catch(() => undefined);
  if (read === undefined) return tell('unreadable');
  const lenient = forgiving(fonts);
  const { pages } = lay(cleaned(assessment, made.stamp === 'draft'), { ...options, fonts: lenient });
  if (!made.own) {
    const lost = missingFigures(pages, read);
    return lost.length > 0 ? lost : [report('bundle-unproved', { file: paths.summary, why: 'version' }, at)];
  }
  if (read.length !== pages.length) return tell('pages');
  for (const [index, page] of pages.entries()) {
    const lost = firstLost(textsOf(page), read[index] ?? '');
    if (lost !== undefined) return tell('text', { page: index + 1, text: lost });
  }
  // Drawn with a font that only who built it has: the strokes of its characters cannot be compared.
  const text = lackingOn(lenient, pages);
  return text !== '' ? [report('bundle-unproved', { file: paths.summary, why: 'font', text }, at)] : tell('drawing');
}

/** Nothing where a character needs a font that is not here, or cannot be read back. */
function lacking(error: unknown): undefined {
  if (!(error instanceof SummaryProblem)) throw error;
}

/** Most characters that are named. */
const mostNamed = 20;

/** The characters that stand on the pages and are not in the fonts here. */
function lackingOn(fonts: Fonts, pages: readonly Page[]): string {
  const characters = pages.flatMap((page) =>
    page
      .texts()
      .flatMap(({ text, style }) => [...text].filter((one) => fonts.drawingOf(style.face, one).lacking === true)),
  );
  return [...new Set(characters)].slice(0, mostNamed).join('');
}

const textsOf = (page: Page): string[] => page.texts().map((drawn) => drawn.text);

/** Texts that every layout has on one line: figures, codes, dates, and what the footer says of digests and version. */
const whole = /^(?:[−-]?[\d.,:%/-]{3,}|[0-9A-Z]{18}|数据 .*zjtx .*)$/u;

function missingFigures(pages: readonly Page[], read: readonly string[]): Finding[] {
  const all = drawnAndRead(read.join(''));
  const lost = pages
    .flatMap(textsOf)
    .map((text) => text.trim())
    .find((text) => whole.test(text) && !all.includes(drawnAndRead(text)));
  return lost === undefined ? [] : tell('figure', { text: lost });
}
