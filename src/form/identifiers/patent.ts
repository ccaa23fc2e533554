// Reads Chinese patent numbers as people write them: application numbers with their check character, and publication numbers.
import { isDay } from '../../expression/day.ts';

export type PatentType = '发明专利' | '实用新型专利' | '外观设计专利';

/** The check character: right, left out, or not the one that the digits give (a digit, or X for ten). */
export type PatentCheck =
  | { readonly is: 'ok' }
  | { readonly is: 'missing'; readonly expected: string }
  | { readonly is: 'wrong'; readonly found: string; readonly expected: string };

/**
 * What a text in a patent number's place is. `filed` is the year of application; `pct` an international application;
 * `type` is unknown for a type digit that the standard reserves. `granted` is false for a publication with letter A:
 * published, not yet granted. `normalised` is the written form `ZL201810000016.0` or `CN109876543B`.
 */
export type PatentNumber =
  | {
      readonly kind: 'application';
      readonly filed: number;
      readonly type: PatentType | 'unknown';
      readonly pct: boolean;
      readonly check: PatentCheck;
      readonly normalised: string;
    }
  | {
      readonly kind: 'publication';
      readonly type: PatentType;
      readonly granted: boolean;
      readonly normalised: string;
    }
  | { readonly kind: 'none' };

const typeOfDigit: ReadonlyMap<string, PatentType> = new Map([
  ['1', '发明专利'],
  ['2', '实用新型专利'],
  ['3', '外观设计专利'],
  ['8', '发明专利'],
  ['9', '实用新型专利'],
]);

const typeOfLetter: ReadonlyMap<string, PatentType> = new Map([
  ['A', '发明专利'],
  ['B', '发明专利'],
  ['C', '发明专利'],
  ['U', '实用新型专利'],
  ['Y', '实用新型专利'],
  ['S', '外观设计专利'],
  ['D', '外观设计专利'],
]);

// An input method writes the dot as 。, which NFKC leaves alone.
const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u200b-\u200d\ufeff]/g, '')
    .replace(/。/g, '.')
    .replace(/^(ZL|CN)[:-]/, '$1');

/** Weights 2 to 9, then 2 to 5: one rule for the 12 digits since 2003-10 and the 8 digits before. */
function checkCharacter(number: string): string {
  const sum = [...number].reduce((total, digit, index) => total + Number(digit) * (2 + (index % 8)), 0);
  return sum % 11 === 10 ? 'X' : String(sum % 11);
}

/** The year of filing; undefined for a year in which numbers of this length were not given. */
function yearOf(number: string): number | undefined {
  if (number.length === 12) return Number(number.slice(0, 4)) >= 2003 ? Number(number.slice(0, 4)) : undefined;
  const year = Number(number.slice(0, 2));
  if (year >= 85) return 1900 + year;
  return year <= 3 ? 2000 + year : undefined;
}

function readApplication(number: string, found: string | undefined): PatentNumber {
  const filed = yearOf(number);
  if (filed === undefined) return { kind: 'none' };
  const digit = number.charAt(number.length === 12 ? 4 : 2);
  const expected = checkCharacter(number);
  const check: PatentCheck =
    found === undefined
      ? { is: 'missing', expected }
      : found === expected
        ? { is: 'ok' }
        : { is: 'wrong', found, expected };
  return {
    kind: 'application',
    filed,
    type: typeOfDigit.get(digit) ?? 'unknown',
    pct: digit === '8' || digit === '9',
    check,
    normalised: `ZL${number}${found === undefined ? '' : `.${found}`}`,
  };
}

/**
 * Reads a patent, application or publication number, whatever the spaces, widths and case; the ZL, the dot and the
 * check character may be left out. The check character is judged, never mended: which digit is wrong is not known.
 */
export function readPatentNumber(text: string): PatentNumber {
  const written = normalise(text);
  const letter = /^CN\d{7,9}([ABCDSUY])\d?$/.exec(written)?.[1];
  const type = letter === undefined ? undefined : typeOfLetter.get(letter);
  if (type !== undefined) return { kind: 'publication', type, granted: letter !== 'A', normalised: written };
  const [, number, found] = /^(?:ZL|CN)?(\d{12}|\d{8})\.?([\dX])?$/.exec(written) ?? [];
  return number === undefined ? { kind: 'none' } : readApplication(number, found);
}

/** A number of a patent office abroad, which only that office can prove; an international application is no grant. */
export function isForeignPatent(text: string): 'grant' | 'application' | undefined {
  const written = normalise(text).replace(/[-/,.]/g, '');
  if (/^(?:WO|PCT)/.test(written) && /\d{6,}/.test(written)) return 'application';
  const office = /^(?:US|EP|JP|KR|DE|GB|FR|CA|AU|RU|TW|IN|IT|ES|CH|SE|NL|BR|SG|HK|MO|EA|ZA|MX|IL|TR|PL|FI|AT|BE|DK|NO)/;
  return office.test(written) && /^[A-Z]{2}\d{4,14}[A-Z]?\d?$/.test(written) ? 'grant' : undefined;
}

/**
 * The number without what may differ between two writings of one patent: its check character, or the letter that says
 * how far the publication has got.
 */
export function patentIdentity(patent: PatentNumber): string | undefined {
  if (patent.kind === 'none') return undefined;
  const { normalised } = patent;
  return patent.kind === 'application' ? normalised.replace(/\..$/, '') : normalised.replace(/[A-Z]\d?$/, '');
}

/**
 * The term in years from filing: 20, 10, and 15 for designs (10 for those filed before 2021-06-01).
 * `filed` is a date `YYYY-MM-DD` or a year; for the year 2021 alone the longer term holds.
 */
export function patentTerm(type: PatentType, filed: string): number {
  if (type === '发明专利') return 20;
  if (type === '实用新型专利') return 10;
  return filed.padEnd(10, '-12-31') < '2021-06-01' ? 10 : 15;
}

/** The last day of the term, `YYYY-MM-DD`; of a patent of which only the year of filing is known, the latest possible. */
export function patentLastDay(type: PatentType, filed: string): string {
  const day = filed.padEnd(10, '-12-31');
  const last = `${Number(day.slice(0, 4)) + patentTerm(type, filed)}${day.slice(4)}`;
  // A term from 29 February ends on the 28th of a year without one.
  return isDay(last) ? last : `${last.slice(0, 8)}28`;
}
