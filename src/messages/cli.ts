// What the command line says around its documents: help, refusals, progress; the same keys in each language.
import { cliWords as en } from './en/cli.ts';
import type { Language } from './message.ts';
import { cliWords as zh } from './zh/cli.ts';

export type CommandName = 'validate' | 'build' | 'verify' | 'categories' | 'list' | 'show' | 'schema' | 'test';
export type OptionName =
  | 'format'
  | 'lang'
  | 'as-of'
  | 'fail-on'
  | 'schemas'
  | 'verbose'
  | 'quiet'
  | 'no-color'
  | 'output'
  | 'draft'
  | 'force'
  | 'json';

export type CliWords = {
  readonly program: string;
  /** Below the list of commands. */
  readonly examples: string;
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly options: Readonly<Record<OptionName, string>>;
  readonly arguments: { readonly path: string; readonly bundle: string; readonly id: string };
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
    readonly badValue: (option: string, value: string, allowed: string) => string;
    readonly tooMany: string;
    readonly twoToStdout: string;
    readonly seeHelp: (command: string) => string;
  };
  readonly internal: string;
  readonly interrupted: (done: number, all: number) => string;
  readonly checking: (at: number, all: number, name: string) => string;
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
  readonly pages: (count: number) => string;
  readonly files: (count: number) => string;
  readonly slots: (filled: number, all: number) => string;
  readonly readBack: string;
  readonly verbatim: string;
  readonly size: string;
  readonly proof: string;
  readonly proven: (files: number) => string;
  readonly next: { readonly label: string; readonly print: string; readonly verify: string };
  readonly refused: (errors: number) => string;
  readonly refusedFix: string;
  readonly changed: (from: string, to: string, times: number) => string;
  readonly verified: {
    readonly whole: (files: number, size: string) => string;
    readonly final: string;
    readonly draft: string;
    readonly bad: (count: number) => string;
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
    readonly criterion: (id: string, expected: string, found: string) => string;
    readonly unknownName: (id: string) => string;
    readonly given: (path: string) => string;
  };
  readonly list: { readonly id: string; readonly title: string; readonly standing: string };
  readonly summary: {
    readonly glyph: (character: string, field: string) => string;
    readonly glyphFix: string;
    readonly proof: (field: string, text: string) => string;
    readonly proofFix: string;
  };
};

const catalogues = { zh, en };

export const cliWordsOf = (language: Language): CliWords => catalogues[language];
