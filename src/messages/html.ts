// What the HTML report says around the findings beyond the words of all reports, the same in each language.
import { htmlWords as en } from './en/html.ts';
import type { Language } from './message.ts';
import { htmlWords as zh } from './zh/html.ts';

export type HtmlWords = {
  /** Heading of one dossier, and of several. */
  readonly title: { readonly one: string; readonly many: string };
  /** The zone of the as-of date is Asia/Shanghai. */
  readonly zoned: (asOf: string) => string;
  readonly enterprises: (enterprises: number, dossiers: number) => string;
  readonly definitions: (names: readonly string[]) => string;
  /** Begins the digest of the same run's JSON report. */
  readonly digest: string;
  readonly states: (dossiers: number) => string;
  readonly totals: {
    readonly inAll: string;
    readonly errors: (count: number) => string;
    readonly warnings: (count: number) => string;
    readonly undecided: (count: number) => string;
    /** Enterprises whose deadline is near and that still have errors. */
    readonly urgent: (names: readonly string[], more: number) => string;
  };
  readonly frequent: string;
  readonly filter: {
    readonly label: string;
    /** What the text is looked for in: rows of the matrix, findings of one dossier. */
    readonly rows: string;
    readonly findings: string;
    readonly category: string;
    readonly allCategories: string;
    readonly region: string;
    readonly allRegions: string;
    readonly level: string;
    readonly allLevels: string;
    readonly states: string;
    /** `{n}` and `{all}` are put in by the page. */
    readonly shownRows: string;
    readonly shownFindings: string;
    readonly keys: string;
    /** What the keys do: `/`, `j` and `k`, `Enter`, `Esc`. */
    readonly hints: readonly (readonly [keys: readonly string[], what: string])[];
  };
  readonly matrix: {
    readonly caption: string;
    readonly enterprise: string;
    readonly below: string;
    readonly unknownCategory: string;
    readonly deadline: string;
    readonly year: (years: string) => string;
    readonly none: string;
    readonly errors: (count: number) => string;
    readonly warnings: (count: number) => string;
    readonly undecided: (count: number) => string;
    readonly slots: string;
    readonly left: (days: number) => string;
    readonly past: string;
    readonly total: string;
  };
  readonly panel: {
    readonly findings: string;
    readonly noFindings: string;
    readonly level: string;
    readonly problem: string;
    readonly clause: string;
    readonly fix: string;
    readonly needs: (facts: string) => string;
    readonly unknownFix: string;
    readonly summary: string;
    readonly slots: (filled: number, all: number) => string;
    readonly pieces: (count: number) => string;
    readonly slot: Readonly<Record<'held' | 'warned' | 'faulty' | 'empty', string>>;
  };
  readonly criteria: {
    readonly title: string;
    readonly decision: string;
    readonly requirement: string;
    readonly fact: string;
    readonly is: Readonly<Record<'met' | 'not met' | 'undecided' | 'advice' | 'unknown', string>>;
    readonly advice: string;
    readonly unknown: string;
  };
  readonly scorecard: {
    readonly title: string;
    readonly item: string;
    readonly points: string;
    readonly most: string;
    readonly fact: string;
  };
  readonly metrics: {
    readonly title: string;
    readonly formula: string;
    readonly substitution: string;
    readonly result: string;
    readonly limit: string;
    readonly noLimit: string;
    readonly stated: string;
    readonly agrees: (value: string) => string;
    readonly differs: (value: string) => string;
    /** Verdicts: the stated figure is another; a limit is missed, but its criterion met by another figure. */
    readonly statedDiffers: string;
    readonly metOtherwise: string;
    readonly notComputable: string;
    readonly why: Readonly<Record<'zero-divisor' | 'base-not-positive' | 'end-negative' | 'no-value', string>>;
    /** A year whose figure is a forecast. */
    readonly forecast: (year: number) => string;
    readonly mean: string;
  };
  readonly files: {
    readonly title: string;
    readonly slot: string;
    readonly required: string;
    readonly yes: string;
    readonly no: string;
    readonly file: string;
    readonly pages: string;
    readonly size: string;
    readonly digest: string;
    readonly missing: string;
    readonly total: string;
    /** A row of a sub-table. */
    readonly row: (table: string, row: number) => string;
    readonly inAll: (files: number) => string;
  };
  readonly checklist: {
    readonly title: string;
    readonly open: string;
    readonly done: (by: string, on: string) => string;
  };
  readonly waivers: {
    readonly title: string;
    readonly problem: string;
    readonly reason: string;
    readonly by: string;
    readonly until: string;
  };
  readonly sources: string;
  readonly footer: { readonly legend: string; readonly promise: string };
  /** Name of the scrolling box around a table. */
  readonly scroller: (table: string) => string;
};

const words: Readonly<Record<Language, HtmlWords>> = { zh, en };

export const htmlWordsOf = (language: Language): HtmlWords => words[language];
