// What the calendar has wrong: a day that an edition is not for, rules that others follow, the deadline of a client.
import { note, unsettling, warning } from './spec.ts';

/** Dates as `2021-08-31`. */
type Deadline = { readonly deadline: string; readonly asOf: string };

/** First and last day, both included. */
type Days = { readonly from: string; readonly until: string };

type Edition = Days & { readonly id: string; readonly title: string; readonly year: number };

export const seasonCodes = {
  /**
   * The as-of day is none of those that the edition is for. `instead` is the edition to take; when the day is not one of
   * its own (`fits`), it is only the nearest later one. `text` says what came after.
   */
  'out-of-season': unsettling(
    warning<
      Days & {
        readonly asOf: string;
        readonly year: number;
        readonly instead?: Edition & { readonly fits: boolean };
        readonly text?: string;
      }
    >(),
  ),
  /** The call of the year is not out: what is decided goes by the edition before. `compare`: what to look at when it is. */
  'edition-expected': unsettling(
    warning<{ readonly year: number; readonly text: string; readonly compare: readonly string[] }>(),
  ),
  'deadline-past': warning<Deadline>(),
  /** `days` from the as-of day to the deadline; 0 on the day itself. */
  'deadline-near': note<Deadline & { readonly days: number }>(),
};
