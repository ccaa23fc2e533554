// How expressions are said in prose, in English.
import type { PhraseWords } from '../explain.ts';

const list = (texts: readonly string[]): string => texts.join(', ');
/** A year by how far it is from that of the category. */
export const yearName = (offset: number): string => (offset === 0 ? 'Y' : offset < 0 ? `Y−${-offset}` : `Y+${offset}`);

export const phraseWords: PhraseWords = {
  and: ' and ',
  or: ' or ',
  not: (condition) => `not (${condition})`,
  holds: (label) => `${label} = 是`,
  fails: (label) => `${label} = 否`,
  equals: (label, value) => `${label} = ${value}`,
  differs: (label, value) => `${label} ≠ ${value}`,
  oneOf: (label, options) => `${label} is one of ${list(options)}`,
  includes: (label, option) => `${label} includes ${option}`,
  filled: (label) => `${label} is given`,
  empty: (label) => `${label} is not given`,
  count: (label) => `number of ${label}`,
  length: (label) => `characters of ${label}`,
  some: (label, condition) => `at least one of ${label}: ${condition}`,
  none: (label, condition) => `none of ${label}: ${condition}`,
  every: (label, condition) => `each of ${label}: ${condition}`,
  where: (label, condition) => `${label} (${condition})`,
  part: (label, part) => (label === '' ? part : `${label}/${part}`),
  quote: (text) => `“${text}”`,
  asOf: 'as-of date',
  noSize: 'outside the size standard',
  unit: (figure, unit) => (unit === '%' ? `${figure}%` : `${figure} ${unit}`),
  inYear: (label, year) => `${label} of ${year}`,
  offset: (label, offset) => `${label} of ${yearName(offset)}`,
};
