// The proof of a finished PDF: it is read back, and every page must say what was drawn on it, in that order.
import type { Assessment } from '../assessment.ts';
import { canonical } from '../characters/canonical.ts';
import { isDrawable } from '../characters/covered.ts';
import { drawnAndRead } from '../characters/folds.ts';
import { isRightToLeft } from '../characters/signs.ts';
import { ownPageTexts, pageTexts } from '../files/pdf/library.ts';
import { BOX } from './fonts.ts';
import type { Page } from './page.ts';
import { SummaryProblem } from './problem.ts';

/** Those of the pages that are `own`, all when it is left out. Throws `proof-failed` with the page and the first text that is not found where it should be. */
export async function prove(bytes: Uint8Array, pages: readonly Page[], own?: ReadonlySet<number>): Promise<void> {
  // Pages that are not its own come from files of others, after which no library is used again.
  const read = await (own === undefined ? ownPageTexts : pageTexts)(bytes);
  if (read.length !== pages.length) {
    throw new SummaryProblem('proof-failed', '', `${read.length} of ${pages.length} pages`);
  }
  pages.forEach((page, index) => {
    if (own?.has(index) === false) return;
    const lost = firstLost(
      page.texts().map((drawn) => drawn.text),
      read[index] ?? '',
    );
    if (lost !== undefined) throw new SummaryProblem('proof-failed', `第 ${index + 1} 页`, lost);
  });
}

/** The first drawn text that does not come next in the text read; what is left over at the end counts too. */
export function firstLost(drawn: readonly string[], read: string): string | undefined {
  const page = drawnAndRead(read);
  let at = 0;
  for (const text of drawn) {
    const wanted = drawnAndRead(text);
    if (!page.startsWith(wanted, at)) return text;
    at += wanted.length;
  }
  return at < page.length ? page.slice(at) : undefined;
}

/** The text as it can be drawn: canonical, a tab as a space. */
export const drawable = (text: string): string => canonical(text).text.replaceAll('\t', ' ');

/** In a draft a box stands for what would turn the line around it, join the character before it, or is none. */
const boxed = (text: string): string =>
  text.replace(/[^\x20-\x7e\u4e00-\u9fff]/gu, (character) =>
    !isDrawable(character) && (isRightToLeft(character) || /[\p{M}\ufffc-\uffff]/u.test(character)) ? BOX : character,
  );

/** The assessment with every text drawable. */
export function cleaned(assessment: Assessment, draft: boolean): Assessment {
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return draft ? boxed(drawable(value)) : drawable(value);
    if (Array.isArray(value)) return value.map(clean);
    if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, clean(member)]));
  };
  // The dossier's own text and the flattened definition are not printed, and are long.
  const { dossier, category, ...printed } = assessment;
  const { flattened, ...shown } = category;
  return {
    ...(clean(printed) as typeof printed),
    category: { ...(clean(shown) as typeof shown), flattened },
    dossier,
  };
}
