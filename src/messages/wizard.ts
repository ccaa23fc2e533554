// What `init` and `fill` say and ask, the same in each language.
import { wizardWords as en } from './en/wizard.ts';
import type { Language } from './message.ts';
import { wizardWords as zh } from './zh/wizard.ts';

export type WizardWords = {
  readonly category: string;
  /** Refusals, each with what to do. */
  readonly noScreen: (command: string) => { message: string; hint: string };
  /** A category that is not for the day. */
  readonly stale: (message: string) => string;
  readonly noCategory: { message: string; hint: string };
  readonly exists: (path: string) => { message: string; hint: string };
  /** `code` is that of the system, when it would not give the file. */
  readonly unreadable: (path: string, code?: string) => { message: string; hint: string };
  readonly faulty: (path: string) => { message: string; hint: string };
  readonly notTaken: (path: string, code: string) => { message: string; hint: string };
  readonly unwritable: (path: string, code: string) => { message: string; hint: string };
  /** After writing. */
  readonly written: (path: string, files: number, slots: number) => string;
  readonly backup: (path: string) => string;
  readonly ignored: (keys: readonly string[]) => string;
  /** Answers of a file that changed something. */
  readonly answered: (count: number) => string;
  readonly carried: (labels: readonly string[]) => string;
  readonly left: (label: string, why: 'years' | 'unasked' | 'fit', detail: string | undefined) => string;
  readonly notCarried: string;
  readonly next: (shown: string) => readonly string[];
  /** How to move about, said once. */
  readonly guide: readonly string[];
  readonly section: (title: string, at: number, all: number) => string;
  readonly progress: (filled: number, all: number, required: number) => string;
  readonly needed: string;
  readonly skip: string;
  readonly keep: (shown: string) => string;
  readonly back: string;
  readonly jump: string;
  readonly clear: string;
  readonly other: string;
  readonly type: string;
  readonly quit: string;
  readonly where: string;
  readonly takeFiles: string;
  readonly sectionChoice: (title: string, filled: number, all: number) => string;
  readonly fromFile: string;
  readonly several: string;
  readonly industryCode: (division: string) => string;
  readonly notUnder: (division: string) => string;
  readonly rows: (label: string, rows: number) => string;
  readonly addRow: string;
  readonly noRows: string;
  readonly rowsDone: string;
  readonly row: (label: string, number: number) => string;
  readonly noFile: (path: string) => string;
  readonly saved: (shown: string, resume: string) => string;
  readonly finished: (filled: number, all: number) => string;
  readonly open: (labels: readonly string[], more: number) => string;
  readonly state: (errors: number, warnings: number, undecided: number) => string;
  readonly take: {
    readonly ask: (missing: number) => string;
    readonly nothing: (folder: string) => string;
    readonly found: (files: number, guessed: number) => string;
    readonly guess: (path: string, slot: string, word: string, by: 'name' | 'text') => string;
    readonly unknown: (path: string) => string;
    readonly confirm: string;
    readonly copied: (path: string, slot: string) => string;
    readonly inPlace: (path: string, slot: string) => string;
    readonly leave: string;
    readonly whereTo: (path: string) => string;
  };
  /** Keys that inquirer names below a list. */
  readonly keys: Readonly<Record<string, string>>;
};

const words: Readonly<Record<Language, WizardWords>> = { zh, en };

export const wizardWordsOf = (language: Language): WizardWords => words[language];
