// What the command line says around its documents: help, refusals, progress; the same keys in each language.
import type { State } from '../findings/states.ts';
import type { CommandWords } from './commands.ts';
import { cliWords as en } from './en/cli.ts';
import type { Language } from './message.ts';
import type { NamesWords } from './names.ts';
import type { MergedWords } from './packed.ts';
import { cliWords as zh } from './zh/cli.ts';

export type CliWords = NamesWords &
  CommandWords & {
    readonly program: string;
    /** Below the list of commands. */
    readonly examples: string;
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
      /** `count` ids where two are compared. */
      readonly twoCategories: (count: number) => string;
      readonly twoToStdout: string;
      readonly noRedact: string;
      readonly noRedactSheet: string;
      readonly noWatch: string;
      readonly seeHelp: (command: string) => string;
    };
    readonly internal: string;
    readonly interrupted: (done: number, all: number) => string;
    readonly checking: (at: number, all: number, name: string) => string;
    /** `left` in seconds, when it can be told. */
    readonly done: (done: number, all: number, left: number | undefined) => string;
    /** How long a run took. */
    readonly took: (seconds: string) => string;
    readonly watching: { readonly waiting: string; readonly again: (path: string) => string };
    /** Two dossiers of one enterprise for one category have one bundle. */
    readonly replaced: (first: string, second: string) => string;
    /** A category of the program that other definitions redefine. */
    readonly altered: (category: string) => string;
    readonly waiverUnused: (code: string, at: string) => string;
    readonly failedFast: (left: number) => string;
    readonly packing: (percent: number, name: string) => string;
    readonly built: string;
    readonly unchanged: string;
    readonly draftBuilt: string;
    /** Complete, and stamped as unsettled. */
    readonly unsettledBuilt: string;
    readonly counts: (errors: number, warnings: number, undecided: number, unknown: number) => string;
    readonly rows: {
      readonly form: string;
      readonly attachments: string;
      readonly annex: string;
      readonly dossier: string;
      readonly assessment: string;
      readonly guide: string;
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
    readonly signed: (path: string, key: string, skipped: boolean) => string;
    /** Asks for the password of a key. */
    readonly keyPassword: (path: string) => string;
    /** What the guide is for. */
    readonly guided: string;
    readonly preview: {
      readonly written: (path: string, pages: number) => string;
      /** How the dossier stands, where its summary is not formal. */
      readonly state: (state: string, errors: number, warnings: number) => string;
      readonly unreadable: (file: string) => string;
      readonly taken: (path: string) => string;
      readonly takenFix: string;
      readonly unwritable: (path: string, code: string) => string;
      readonly unwritableFix: string;
    };
    readonly refusedState: (state: string) => string;
    readonly refusedFix: Readonly<Record<State, string>>;
    readonly list: {
      readonly id: string;
      readonly title: string;
      readonly standing: string;
      readonly season: (from: string, until: string) => string;
      readonly followed: (by: string) => string;
    };
    readonly summary: {
      readonly glyph: (character: string, field: string) => string;
      readonly glyphFix: string;
      /** A font of the configuration that cannot be used, with why. */
      /** `why` is the code of the system when the file cannot be read. */
      readonly font: (path: string, why: 'kind' | 'licence' | { readonly code: string }) => string;
      readonly fontFix: string;
      readonly proof: (field: string, text: string) => string;
      readonly proofFix: string;
    };
  };

const catalogues = { zh, en };
export const cliWordsOf = (language: Language): CliWords => catalogues[language];
