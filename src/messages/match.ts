// What `zjtx match` says around categories, criteria and facts, the same in each language.
import { matchWords as en } from './en/match.ts';
import type { Language } from './message.ts';
import { matchWords as zh } from './zh/match.ts';

type Refusal = { readonly message: string; readonly hint: string };
type Verdict = 'met' | 'not met' | 'undecided' | 'unknown';

export type MatchWords = {
  readonly title: string;
  readonly columns: {
    readonly category: string;
    readonly met: string;
    readonly notMet: string;
    readonly undecided: string;
    readonly unknown: string;
    readonly verdict: string;
    /** What is missing, or what fails. */
    readonly open: string;
    readonly enterprise: string;
  };
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly is: Readonly<Record<Verdict | 'advice', string>>;
  /** Below 72 cells: the counts of a category. */
  readonly counts: (met: number, notMet: number, undecided: number, unknown: number) => string;
  readonly set: string;
  /** A criterion or verdict that the facts of --set have turned. */
  readonly turned: (before: string, after: string) => string;
  readonly nothingTurned: string;
  /** A fact of a year. */
  readonly ofYear: (label: string, year: number) => string;
  readonly ofYears: (label: string, years: readonly number[]) => string;
  readonly distance: Readonly<Record<'>=' | '<=' | '>' | '<' | '==' | '!=', (of: Gap) => string>>;
  /** The value of one fact at which the criterion is met. */
  readonly reached: string;
  readonly reach: (fact: string, now: string, at: string, unit: string, rises: boolean) => string;
  readonly or: string;
  readonly points: (label: string, points: string, pass: number, short: number) => string;
  readonly readings: (label: string, is: string) => string;
  readonly missing: string;
  readonly clause: string;
  readonly hint: string;
  readonly reminder: string;
  readonly titles: string;
  /** Last lines: which facts decide which category. */
  readonly decides: (facts: readonly string[], category: string) => string;
  readonly afterwards: (facts: readonly string[], category: string) => string;
  /** No category is of the year of the day: those of other years are weighed. */
  readonly noEdition: (year: number, years: readonly number[]) => string;
  /** The day is none of those that a category is for. */
  readonly outside: (category: string, from: string, until: string) => string;
  readonly superseded: (categories: readonly string[], text: string) => string;
  readonly once: (categories: readonly string[]) => string;
  readonly unread: (count: number, path: string) => string;
  readonly arithmetic: string;
  readonly unknownNote: string;
  readonly whereFacts: string;
  readonly more: string;
  readonly matched: (dossiers: number, categories: number) => string;
  readonly cell: Readonly<Record<Verdict, (count: number) => string>>;
  /** `none` is how a cell without a match is shown. */
  readonly legend: (none: string) => string;
  readonly criteria: string;
  readonly requirement: string;
  readonly decision: string;
  readonly facts: string;
  readonly lacking: string;
  readonly otherwise: string;
  readonly refusals: {
    readonly unreadable: (path: string) => Refusal;
    readonly noCategory: (path: string) => Refusal;
    readonly noValue: (written: string) => Refusal;
    readonly unknownFact: (written: string, near: string | undefined) => Refusal;
    readonly unknownPart: (written: string, label: string, parts: readonly string[]) => Refusal;
    readonly noYear: (written: string, id: string, label: string) => Refusal;
    readonly wrongValue: (written: string, why: string) => string;
  };
};

/** How far a comparison is from holding; figures with their unit, the gap with its own (个百分点). */
export type Gap = {
  readonly label: string;
  readonly value: string;
  readonly limit: string;
  /** The other side, when it is no number of the definition. */
  readonly against: string | undefined;
  readonly short: string;
};

const words: Readonly<Record<Language, MatchWords>> = { zh, en };

/** The words of `zjtx match` in a language. */
export const matchWords = (language: Language): MatchWords => words[language];
