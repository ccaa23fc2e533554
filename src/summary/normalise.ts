// Makes the texts of an assessment fit to be drawn: file names and definitions come here as they stand.
import type { Assessment } from '../assessment.ts';
import { canonical } from '../characters/canonical.ts';
import { isDrawable } from '../characters/covered.ts';
import { isRightToLeft } from '../characters/signs.ts';
import { BOX } from './fonts.ts';

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
