// Days of the calendar as texts (`2021-08-16`), and years relative to the category's: `Y-4..Y-1` of 2021 is 2017 to 2020.
import * as z from 'zod';

/** Days since 1970, without a clock or zone; nothing when the calendar has no such day. */
export function dayNumber(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  return exists ? day.getTime() / 86_400_000 : undefined;
}

/** Whether a text is a day that exists. */
export const isDay = (text: string): boolean => dayNumber(text) !== undefined;

/** A day as definitions, configurations and dossiers write it; `2021-02-31` would never lapse, or always have. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date', abort: true })
  .refine(isDay, 'date');

/** First and last day, both included. */
export type Days = { readonly from: string; readonly until: string };

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

/** Days before its last one in which a paper or a title is said to expire soon (E-10). */
export const soonDays = 30;
