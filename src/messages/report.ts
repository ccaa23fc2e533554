// What the reports say around the findings, the same in each language.
import type { Severity } from '../findings/finding.ts';
import type { State } from '../findings/states.ts';
import { reportWords as en } from './en/report.ts';
import type { Language } from './message.ts';
import { reportWords as zh } from './zh/report.ts';

/** How many of each kind a report counts. */
export type Tally = 'errors' | 'warnings' | 'undecided' | 'unknown' | 'notes' | 'waived';

export type ReportWords = {
  /** 错误, 警告, 提示. */
  readonly severity: Readonly<Record<Severity, string>>;
  readonly undecided: string;
  readonly unknown: string;
  readonly waived: string;
  /** Labels of the lines below a finding, all of one width. */
  readonly labels: { readonly clause: string; readonly fix: string; readonly needs: string; readonly waived: string };
  /** In the place of a clause where no source asks for it. */
  readonly programCheck: string;
  readonly asOf: (date: string) => string;
  /** Under the head of a report: what came after the edition. */
  readonly superseded: (text: string) => string;
  /** A clause: `手册 2.1.2（来源原文）：“…”`. */
  readonly clause: (name: string, standing: string, quote: string | undefined) => string;
  /** Between clauses. */
  readonly and: string;
  /** Between facts. */
  readonly comma: string;
  /** A fact with its printed label. */
  readonly fact: (id: string, label: string | undefined) => string;
  /** The held titles, missing. */
  readonly titlesNeeded: string;
  readonly moreFacts: (count: number) => string;
  /** The other places of a code that is found very often. */
  readonly morePlaces: (count: number) => string;
  /** Many undecided or unknown criteria in one line. */
  readonly manyUndecided: (count: number) => string;
  readonly manyUnknown: (count: number) => string;
  /** Points of a scorecard, a range while facts are missing: 评价指标：64–79 分（满分 100，达标 60）. */
  readonly scorecard: {
    readonly name: string;
    readonly total: (label: string, points: string, max: number, pass: number) => string;
    readonly group: (label: string, points: string, max: number, pass: number | undefined) => string;
    /** Items that are not shown because nothing is lost in them. */
    readonly full: (count: number) => string;
    readonly lacking: string;
  };
  /** How the readings of an ambiguous clause came out; lists are labels. */
  readonly readings: {
    readonly name: string;
    readonly every: string;
    /** Met under the first, not under the second, undecided under the third. */
    readonly some: (met: readonly string[], not: readonly string[], open: readonly string[]) => string;
    readonly none: string;
    /** Under one label, by itself: `按“每年”口径：不符合`. */
    readonly one: (label: string, is: 'met' | 'not met' | 'undecided') => string;
    readonly between: string;
    /** What came out, of the criterion with this title. */
    readonly of: (read: string, title: string) => string;
  };
  readonly waiver: (reason: string, by: string, until: string) => string;
  /** 错误 3. */
  readonly count: (tally: Tally, count: number) => string;
  readonly slots: (filled: number, all: number, files: number, size: string) => string;
  /** What to do now; `build` and `explain` are commands. */
  readonly next: {
    readonly errors: (count: number, explain: string) => string;
    readonly incomplete: (draft: string) => string;
    readonly unsettled: (unsettled: string) => string;
    readonly submittable: (build: string) => string;
    readonly ready: (build: string) => string;
  };
  /** One word a state, the same in every report, on paper and in the matrix. */
  readonly state: Readonly<Record<State | 'unreadable', string>>;
  /** Heads of the table of several dossiers. */
  readonly columns: {
    readonly enterprise: string;
    readonly category: string;
    readonly errors: string;
    readonly warnings: string;
    readonly undecided: string;
    readonly slots: string;
    readonly state: string;
  };
  /** The counts of an entry where the table is too wide. */
  readonly entry: (
    errors: number,
    warnings: number,
    undecided: number,
    slots: string,
  ) => readonly [string, string, string, string];
  /** `states` are the parts of it, 就绪 2. */
  readonly checked: (dossiers: number, files: number, states: readonly string[]) => string;
  /** 就绪 2. */
  readonly stateCount: (state: string, count: number) => string;
  readonly inAll: string;
  /** Folder of the build command shown. */
  readonly out: string;
};

const words: Readonly<Record<Language, ReportWords>> = { zh, en };

/** The words of the reports in a language. */
export const reportWords = (language: Language): ReportWords => words[language];
