// Years relative to the category's: `Y-4..Y-1` of 2021 is 2017 to 2020.
import * as z from 'zod';

/** `Y-1`, `Y+2`, or a run `Y-4..Y-1`. */
export const yearSpec = z.string().regex(/^Y([+-]\d+)?(\.\.Y([+-]\d+)?)?$/, 'year');

/** `Y-1-12`: a month of a year, written as two digits. */
export const monthSpec = z.string().regex(/^Y([+-]\d+)?-(0[1-9]|1[0-2])$/, 'year');

/** `Y-1-12` of 2023 is `2022-12`. */
export const monthOf = (spec: string, year: number): string => `${one(spec.slice(0, -3), year)}${spec.slice(-3)}`;

const one = (text: string, year: number): number => year + Number(text.slice(1) || 0);

/** The years of a spec, ascending. */
export function yearsOf(spec: string, year: number): readonly number[] {
  const [from = 'Y', to = from] = spec.split('..');
  const first = one(from, year);
  const last = one(to, year);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
}
