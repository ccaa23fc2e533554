// What the calendar of a client has wrong: the deadline that a configuration sets.
import { note, warning } from './spec.ts';

/** Dates as `2021-08-31`. */
type Deadline = { readonly deadline: string; readonly asOf: string };

export const seasonCodes = {
  'deadline-past': warning<Deadline>(),
  /** `days` from the as-of day to the deadline; 0 on the day itself. */
  'deadline-near': note<Deadline & { readonly days: number }>(),
};
