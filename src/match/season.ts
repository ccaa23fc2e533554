// Which categories are applied for at a time: those of the year of the day, and those whose window is open on it.
import type { Category } from '../category/category.ts';

/** A window without an end belongs to the year of its notice only. */
export function inSeason({ definition: { year, in_force: window } }: Category, asOf: string): boolean {
  if (year === Number(asOf.slice(0, 4))) return true;
  return window?.until !== undefined && asOf <= window.until && asOf >= (window.from ?? asOf);
}
