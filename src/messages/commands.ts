// What single commands say: verify, diff, categories, attest, waive; the same keys in each language.
import type { Stamp } from '../findings/states.ts';

/** What verifying a bundle derives again. */
export type DerivedWord =
  | 'category'
  | 'form'
  | 'metrics'
  | 'points'
  | 'decisions'
  | 'findings'
  | 'attachments'
  | 'checklist'
  | 'merged'
  | 'summary'
  | 'guide';

export type CommandWords = {
  readonly verified: {
    readonly whole: (files: number, size: string) => string;
    readonly stamp: Readonly<Record<Stamp, string>>;
    readonly bad: (count: number) => string;
    /** Nothing is wrong, but not all of it could be compared. */
    readonly uncompared: (count: number) => string;
    /** The signature is that of the key; the comment was signed with it. */
    readonly signed: (key: string, comment: string) => string;
    readonly derived: Readonly<Record<DerivedWord, string>>;
    /** What was derived again from the dossier inside, and agrees. */
    readonly again: (parts: readonly string[]) => string;
  };
  readonly diff: {
    readonly same: string;
    readonly count: (changes: number) => string;
    readonly headings: Readonly<
      Record<'head' | 'fields' | 'slots' | 'metrics' | 'points' | 'decisions' | 'findings', string>
    >;
    readonly head: Readonly<Record<'enterprise' | 'category' | 'title' | 'definition' | 'asOf', string>>;
    readonly is: Readonly<Record<'added' | 'removed' | 'changed' | 'renamed', string>>;
    /** A decision, or why a metric has no figure; a figure as it is. */
    readonly decisions: (is: string) => string;
    readonly waived: string;
    readonly refused: (path: string) => string;
    readonly refusedFix: (path: string) => string;
  };
  readonly shown: {
    readonly sources: string;
    readonly form: string;
    readonly attachments: string;
    readonly metrics: string;
    /** 评分：评价指标（满分 100，达标 60）. */
    readonly scorecard: (label: string, max: number, pass: number) => string;
    readonly group: (label: string, max: number, pass: number | undefined) => string;
    readonly most: (max: number) => string;
    readonly reading: (label: string) => string;
    readonly criteria: string;
    readonly checklist: string;
    readonly required: string;
    readonly optional: string;
    readonly open: string;
    readonly computed: string;
    readonly from: string;
    readonly filledByProgram: string;
    readonly advice: string;
    readonly superseded: string;
    readonly once: (group: string) => string;
  };
  readonly tested: {
    readonly passed: (count: number) => string;
    readonly failed: (failed: number, all: number) => string;
    readonly none: string;
    readonly test: (number: number) => string;
    readonly metric: (id: string, expected: string, found: string) => string;
    readonly points: (id: string, expected: string, found: string) => string;
    readonly criterion: (id: string, expected: string, found: string) => string;
    readonly unknownName: (id: string) => string;
    readonly given: (path: string) => string;
  };
  readonly attest: {
    readonly count: (all: number, confirmed: number) => string;
    readonly slot: (label: string, files: readonly string[]) => string;
    readonly given: (by: string, on: string) => string;
    readonly voided: (by: string, on: string, file: string) => string;
    /** Above the command that confirms a point. */
    readonly next: string;
    /** Stands for the name of a person in a command. */
    readonly name: string;
    readonly noFiles: (id: string) => string;
    readonly already: (id: string) => string;
    readonly nothing: string;
    readonly written: (by: string, on: string, file: string, backup: string) => string;
  };
  readonly waive: {
    readonly done: (code: string, at: string, until: string) => string;
    readonly written: (file: string, backup: string) => string;
  };
};
