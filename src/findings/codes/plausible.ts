// What cannot be, or is hard to believe, of the figures and dates of an enterprise, whatever the category.
import { error, warning } from './spec.ts';

/** A value by its printed label, which ends with its year where there are several. */
type Figure = { field: string; figure: string; unit: string };

/** What folding adds: one cause is told once. */
export type Also = {
  /** Further values of which the same can be said, by their labels. */
  likewise?: readonly string[];
  /** What else the value does not agree with. */
  against?: readonly string[];
  /** The figure in 万元, if it was written in 元. */
  fromYuan?: string;
  /** The figure, if it was written with one digit too many. */
  digitLess?: string;
};

/** Errors are impossible by arithmetic or in time; what a real enterprise might have, however rarely, warns (E-06, E-18, E-19). */
export const plausibleCodes = {
  'figure-impossible': error<Figure & Also & { least?: string; most?: string }>(),
  'figure-unusual': warning<Figure & Also & { least?: string; most?: string }>(),
  'date-impossible': error<Also & { field: string; date: string; least?: string; most?: string }>(),
  'date-unusual': warning<Also & { field: string; date: string; least?: string; most?: string }>(),
  /** No paper ends before it begins. */
  'dates-reversed': error<Also & { field: string; date: string; before: string; beforeDate: string }>(),
  /** A title of one year may be granted early in the next, so it warns. */
  'year-of-other-date': warning<Figure & Also & { other: string; date: string }>(),
  /** A part is never more than its whole. */
  'part-above-whole': error<Figure & Also & { whole: string; wholeFigure: string; percent?: string }>(),
  /** Debts may exceed assets, a profit from elsewhere the revenue: rare, so look again. */
  'figure-above': warning<Figure & Also & { other: string; otherFigure: string }>(),
  /** `ratio` is missing where the other figure is zero; `perHead` when that one counts people. */
  'figure-ratio': warning<
    Figure &
      Also & {
        other: string;
        otherFigure: string;
        otherUnit: string;
        ratio?: string;
        least?: string;
        most?: string;
        perHead: boolean;
      }
  >(),
  /** Hundreds of times the figure of another year is a slip of the unit more often than a success. */
  'figure-jump': warning<Figure & Also & { other: string; otherFigure: string; times: string }>(),
  /** Consolidated statements may show the owners' share only, so it warns. */
  'figure-difference': warning<
    Figure & Also & { first: string; firstFigure: string; second: string; secondFigure: string; difference: string }
  >(),
  /** Whoever stands at rank n has n − 1 before him with no less than his share, and all together have at most 100 %. */
  'rank-beyond-share': error<Figure & Also & { share: string; shareFigure: string; most: string }>(),
  /** A predecessor may have begun earlier, so it warns. */
  'years-beyond-age': warning<Figure & Also & { since: string; date: string; most: string }>(),
  /** A predecessor may have had figures, so it warns. */
  'figure-before-foundation': warning<Figure & Also & { since: string; date: string }>(),
  /** A forecast may have come among the figures of past years. */
  'year-not-over': warning<Figure & Also & { asOf: string }>(),
};
