// What the command line says around its documents: help, refusals, progress; the same keys in each language.
import { cliWords as en } from './en/cli.ts';
import type { Language } from './message.ts';
import type { MergedWords } from './packed.ts';
import { cliWords as zh } from './zh/cli.ts';

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
  | 'summary';

export type CommandName =
  | 'validate'
  | 'build'
  | 'verify'
  | 'diff'
  | 'attachments'
  | 'preview'
  | 'categories'
  | 'list'
  | 'show'
  | 'schema'
  | 'test'
  | 'report'
  | 'merge'
  | 'attest'
  | 'waive'
  | 'completion'
  | 'words';
export type OptionName =
  | 'format'
  | 'lang'
  | 'as-of'
  | 'deep'
  | 'ocr'
  | 'fail-on'
  | 'fail-fast'
  | 'watch'
  | 'redact'
  | 'config'
  | 'jobs'
  | 'shard'
  | 'schemas'
  | 'verbose'
  | 'quiet'
  | 'no-color'
  | 'output'
  | 'draft'
  | 'final'
  | 'exit-code'
  | 'force'
  | 'merge-slots'
  | 'folder'
  | 'pdf'
  | 'force-pdf'
  | 'fit'
  | 'json'
  | 'item'
  | 'all'
  | 'by'
  | 'on'
  | 'code'
  | 'at'
  | 'reason'
  | 'until';

export type CliWords = {
  readonly program: string;
  /** Below the list of commands. */
  readonly examples: string;
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly options: Readonly<Record<OptionName, string>>;
  readonly arguments: {
    readonly path: string;
    readonly dossier: string;
    readonly bundle: string;
    readonly sides: string;
    readonly id: string;
    readonly report: string;
    readonly shell: string;
    readonly word: string;
  };
  readonly headings: {
    readonly usage: string;
    readonly arguments: string;
    readonly options: string;
    readonly commands: string;
  };
  readonly help: string;
  readonly version: string;
  /** Begins every refusal. */
  readonly error: string;
  readonly fix: string;
  readonly usage: {
    readonly unknownOption: (name: string, near: string | undefined) => string;
    readonly unknownCommand: (name: string, near: string | undefined) => string;
    readonly missingArgument: (name: string) => string;
    readonly missingValue: (option: string) => string;
    readonly missingOption: (option: string) => string;
    /** `count` dossiers where one is wanted. */
    readonly oneDossier: (count: number) => string;
    readonly noStdin: string;
    readonly badValue: (option: string, value: string, allowed: string) => string;
    readonly tooMany: string;
    /** `count` paths where two are compared. */
    readonly twoSides: (count: number) => string;
    readonly twoToStdout: string;
    readonly noRedact: string;
    readonly noWatch: string;
    readonly seeHelp: (command: string) => string;
  };
  readonly internal: string;
  readonly interrupted: (done: number, all: number) => string;
  readonly checking: (at: number, all: number, name: string) => string;
  /** `left` in seconds, when it can be told. */
  readonly done: (done: number, all: number, left: number | undefined) => string;
  readonly watching: { readonly waiting: string; readonly again: (path: string) => string };
  /** Two dossiers of one enterprise for one category have one bundle. */
  readonly replaced: (first: string, second: string) => string;
  readonly waiverUnused: (code: string, at: string) => string;
  readonly failedFast: (left: number) => string;
  readonly packing: (percent: number, name: string) => string;
  readonly built: string;
  readonly unchanged: string;
  readonly draftBuilt: string;
  readonly counts: (errors: number, warnings: number, undecided: number, unknown: number) => string;
  readonly rows: {
    readonly form: string;
    readonly attachments: string;
    readonly annex: string;
    readonly dossier: string;
    readonly assessment: string;
  };
  readonly merged: MergedWords;
  readonly pages: (count: number) => string;
  readonly files: (count: number) => string;
  readonly slots: (filled: number, all: number) => string;
  readonly readBack: string;
  readonly verbatim: string;
  readonly size: string;
  readonly proof: string;
  readonly proven: (files: number) => string;
  readonly next: { readonly label: string; readonly print: string; readonly verify: string };
  /** The same tree unzipped. */
  readonly unfolded: (path: string, skipped: boolean) => string;
  readonly preview: {
    readonly written: (path: string, pages: number) => string;
    readonly draft: (errors: number, warnings: number) => string;
    readonly unreadable: (file: string) => string;
    readonly taken: (path: string) => string;
    readonly takenFix: string;
    readonly unwritable: (path: string, code: string) => string;
    readonly unwritableFix: string;
  };
  readonly refused: (errors: number) => string;
  readonly refusedFix: string;
  readonly changed: (from: string, to: string, times: number) => string;
  readonly verified: {
    readonly whole: (files: number, size: string) => string;
    readonly final: string;
    readonly draft: string;
    readonly bad: (count: number) => string;
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
  readonly list: { readonly id: string; readonly title: string; readonly standing: string };
  readonly summary: {
    readonly glyph: (character: string, field: string) => string;
    readonly glyphFix: string;
    /** A font of the configuration that cannot be used, with why. */
    readonly font: (path: string, why: 'missing' | 'kind' | 'licence') => string;
    readonly fontFix: string;
    readonly proof: (field: string, text: string) => string;
    readonly proofFix: string;
  };
};

export type CommandWords = Pick<CliWords, 'verified' | 'diff' | 'shown' | 'tested' | 'attest' | 'waive'>;

const catalogues = { zh, en };
export const cliWordsOf = (language: Language): CliWords => catalogues[language];
