// Figures, dates and sizes as the form prints them (design.md A6).
import { type Decimal, thousands } from '../expression/decimal.ts';

const HALF_UP = 4;
const MOST_PLACES = 4;

/** Thousands commas and a true minus: `-5200.5` → `−5,200.5`. */
export function grouped(text: string): string {
  return thousands(text).replace(/^-/, '−');
}

/** Decimal places written in `10.500`: 3. */
export const placesOf = (source: string): number => /\.(\d*)$/.exec(source.trim())?.[1]?.length ?? 0;

/** Places for amounts that stand in one row: two, or as many as were written, up to four. */
export const placesForRow = (sources: readonly string[]): number =>
  Math.min(MOST_PLACES, Math.max(2, ...sources.map(placesOf)));

/** A figure with a fixed count of places, half up. */
export const fixed = (value: Decimal, places: number): string =>
  // Nought has no sign, rounded or not.
  grouped(value.toFixed(places, HALF_UP).replace(/^-(?=[0.]+$)/, ''));

/** A count of heads or pieces: no decimals unless it was written with some. */
export const count = (value: Decimal): string => grouped(value.toFixed());

/** A size: MB are 10⁶ bytes with one decimal; below 0.1 MB in KB. */
export function fileSize(bytes: number): string {
  if (bytes >= 100_000) return `${grouped((bytes / 1_000_000).toFixed(1))} MB`;
  return `${Math.ceil(bytes / 1000)} KB`;
}

/** `2021-08-16` → `2021 年 8 月 16 日`; anything else as it is. */
export function longDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts ? `${parts[1]} 年 ${Number(parts[2])} 月 ${Number(parts[3])} 日` : date;
}

/** The first twelve hex digits in groups of four: `a3f1 9c07 e2b4`. */
export const shortDigest = (sha256: string): string => (sha256.slice(0, 12).match(/.{4}/g) ?? []).join(' ');
