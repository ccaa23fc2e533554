// The days that an edition of a category is for, and which edition to take on another day.
import { type Days, dayNumber } from '../expression/day.ts';
import type { CategoryEntry } from './category.ts';
import type { Definition } from './definition.ts';

/** The days that the call or the rules name; what they leave open is bounded by the calendar year of the edition. */
export const seasonOf = ({ season, year }: Pick<Definition, 'season' | 'year'>): Days => ({
  from: season?.from ?? `${year}-01-01`,
  until: season?.until ?? `${year}-12-31`,
});

export const isWithin = ({ from, until }: Days, day: string): boolean => from <= day && day <= until;

/** The edition to take on a day that another one is not for; `fits` when the day is one of its own. */
export type Instead = Days & {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly fits: boolean;
};

/**
 * Of the editions of its line, the one whose season has the day; else, when its season is over, the later one nearest to
 * the day. Nothing when there is none, and before the season: then one waits.
 */
export function insteadOf(entries: readonly CategoryEntry[], id: string, day: string): Instead | undefined {
  const [own, ...others] = lineOf(entries, id);
  if (own === undefined) return undefined;
  const fitting = others.find(({ season }) => isWithin(season, day));
  if (fitting !== undefined) return { ...named(fitting), fits: true };
  if (day < own.season.from) return undefined;
  const [nearest] = others
    .filter(({ season }) => season.from > own.season.until)
    .sort((a, b) => distance(a.season, day) - distance(b.season, day) || b.year - a.year);
  return nearest && { ...named(nearest), fits: false };
}

/** What came after an edition: later ones of its name in its jurisdiction, and the one that `superseded` names. */
export const followersOf = (entries: readonly CategoryEntry[], { id, year, supersededBy }: CategoryEntry) =>
  entries.filter((other) => other.id === supersededBy || (sameLine(other.id, id) && other.year > year));

/**
 * For a year that has no edition: of the earlier ones the last of each line, as the rules of a later year cannot be known;
 * before the first year the editions of that year.
 */
export function nearestTo(entries: readonly CategoryEntry[], year: number): readonly CategoryEntry[] {
  const earlier = entries.filter((entry) => entry.year < year);
  if (earlier.length > 0) return earlier.filter((entry) => followersOf(earlier, entry).length === 0);
  const first = Math.min(...entries.map((entry) => entry.year));
  return entries.filter((entry) => entry.year === first);
}

/** The edition itself, those of its name in its jurisdiction, and in the same way all that come after them. */
function lineOf(entries: readonly CategoryEntry[], id: string): readonly CategoryEntry[] {
  const line = entries.filter((entry) => entry.id === id);
  for (const one of line) {
    const near = [...entries.filter((other) => sameLine(other.id, one.id)), ...followersOf(entries, one)];
    for (const other of new Set(near)) if (!line.includes(other)) line.push(other);
  }
  return line;
}

/** What editions of several years have in common: `national/little-giant` of `national/2026/little-giant`. */
export const yearless = (id: string): string => {
  const [region = '', year = '', ...name] = id.split('/');
  return [region, ...(Number(year) > 0 ? [] : [year]), ...name].join('/');
};
const sameLine = (a: string, b: string): boolean => yearless(a) === yearless(b);

/** Whether an id is that of an earlier year of the other's line. */
export const isEarlierEdition = (id: string, of: string): boolean =>
  sameLine(id, of) && Number(id.split('/')[1]) < Number(of.split('/')[1]);

const named = ({ id, title, year, season }: CategoryEntry) => ({ id, title, year, ...season });

/** Days between a day and a season that does not have it. */
const distance = ({ from, until }: Days, day: string): number => {
  const [first = 0, last = 0, at = 0] = [from, until, day].map(dayNumber);
  return Math.max(first - at, at - last);
};
