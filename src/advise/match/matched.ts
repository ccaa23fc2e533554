// How a dossier stands to many categories, as plain data: what is met, what fails and by how much, what is missing.
import type { Days } from '../../expression/day.ts';
import type { Citation, Severity } from '../../findings/finding.ts';

/** `unknown`: whatever is known of the requirements is met, and some have no known text. */
export type Verdict = 'met' | 'not met' | 'undecided' | 'unknown';
export type DecisionIs = 'met' | 'not met' | 'undecided' | 'advice' | 'unknown';

/** A fact, or a part of one: a year, a field of a record, a cell of a row. */
export type FactNamed = {
  /** `revenue.2020`, `market_share.share`, `titles[1].valid_until`. */
  readonly id: string;
  /** As the form prints it, without number and unit. */
  readonly label: string;
  readonly year?: number;
};

/** How far a comparison is from holding. Figures are plain numbers as text. */
export type Distance = {
  /** The title of the route that it belongs to, where there are several and one is enough. */
  readonly route?: string;
  /** Of the left side. */
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly operator: '>=' | '<=' | '>' | '<' | '==' | '!=';
  readonly limit: string;
  /** Of the right side, when that is not a number of the definition. */
  readonly against?: string;
  /** Never below zero; rounded up, so that who closes it meets the limit. */
  readonly short: string;
};

/** The value of one fact at which a criterion would be met, all others as they are: the nearest one. */
export type Reached = FactNamed & { readonly unit: string; readonly now: string; readonly at: string };

/** Points of the scorecard that a criterion goes by; a range while facts are missing. */
export type PointsNow = {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly pass: number;
  /** Points that are still to be won, counted from the most that there can be. */
  readonly short: number;
};

export type CriterionMatched = {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Whether the verdict rests on it: reminders and checks of plausibility do not decide. */
  readonly weighs: boolean;
  /** Name of its rule: `assert`, `no_title`. */
  readonly rule: string;
  readonly is: DecisionIs;
  /** Before the facts of `--set`, when it was another. */
  readonly before?: DecisionIs;
  readonly shown?: string;
  readonly needs: readonly FactNamed[];
  readonly readings?: readonly { readonly label: string; readonly is: DecisionIs }[];
  readonly distances: readonly Distance[];
  readonly reached: readonly Reached[];
  readonly points: readonly PointsNow[];
  readonly hint?: string;
  readonly cite: readonly Citation[];
};

export type Counts = {
  readonly met: number;
  readonly notMet: number;
  readonly undecided: number;
  readonly unknown: number;
};

export type CategoryMatched = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly verdict: Verdict;
  readonly before?: Verdict;
  /** Of criteria that weigh. */
  readonly counts: Counts;
  /** What undecided criteria that weigh still need, yearly facts with all their years. */
  readonly missing: readonly MissingFact[];
  readonly criteria: readonly CriterionMatched[];
  /** The days that it is for, when the as-of day is none of them. */
  readonly outside?: Days;
  /** What came after it. */
  readonly superseded?: string;
  /** Of the categories of one group, known among those of one notice, an enterprise applies for one only. */
  readonly once?: string;
};

export type MissingFact = {
  readonly id: string;
  readonly label: string;
  readonly years?: readonly number[];
  /** Criteria that wait for it. */
  readonly criteria: readonly string[];
};

/** A fact that `--set` gave. */
export type FactSet = FactNamed & { readonly before?: string; readonly after: string };

/** The year of the day, for which no category is known, and the years of those that are taken instead. */
export type NearestYears = { readonly year: number; readonly years: readonly number[] };

export type DossierMatched = {
  readonly path: string;
  readonly enterprise: string;
  /** Whose form it fills in; absent when it names none. */
  readonly category?: string;
  readonly asOf: string;
  readonly nearest?: NearestYears;
  /** Values that could not be read, and so are taken for missing. */
  readonly unread: number;
  readonly set: readonly FactSet[];
  /** Nearest to met first. */
  readonly categories: readonly CategoryMatched[];
};
