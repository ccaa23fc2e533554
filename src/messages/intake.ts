// What `zjtx sheet` says around its workbooks, the same in each language.
import { intakeWords as en } from './en/intake.ts';
import type { Language } from './message.ts';
import { intakeWords as zh } from './zh/intake.ts';

/** Why a file cannot be read as a workbook of ours. */
export type UnreadWord = 'old' | 'encrypted' | 'broken' | 'large' | 'foreign' | 'newer';

export type IntakeWords = {
  readonly written: (file: string, sheets: number) => string;
  readonly unchanged: (file: string) => string;
  /** After an empty workbook was written. */
  readonly fill: (file: string) => string;
  readonly taken: (file: string) => string;
  readonly takenFix: string;
  readonly unwritable: (file: string, why: string) => string;
  readonly unwritableFix: string;
  readonly unreadable: (file: string, why: string) => string;
  readonly unreadableFix: string;
  readonly unread: Readonly<Record<UnreadWord, (file: string) => string>>;
  readonly unreadFix: Readonly<Record<UnreadWord, string>>;
  readonly notYet: (file: string) => string;
  readonly notYetFix: (file: string) => string;
  readonly manyToOne: (count: number) => string;
  readonly manyToOneFix: string;
  readonly mixed: (categories: readonly string[]) => string;
  readonly mixedFix: string;
  /** A wide table would take tables and files out of a dossier that has them. */
  readonly partial: (file: string) => string;
  readonly partialFix: string;
  /** What a wide table leaves out. */
  readonly leftOut: (count: number) => string;
  readonly dossier: (file: string, enterprise: string) => string;
  readonly replaced: (file: string, backup: string) => string;
  readonly noName: string;
  readonly nothing: (file: string) => string;
  readonly next: (path: string) => string;
  readonly found: (errors: number, warnings: number, notes: number) => string;
  readonly results: {
    readonly matrix: string;
    readonly findings: string;
    readonly metrics: string;
    readonly enterprise: string;
    readonly uscc: string;
    readonly category: string;
    readonly title: string;
    readonly severity: string;
    readonly code: string;
    readonly message: string;
    readonly fix: string;
    readonly place: string;
    readonly waived: string;
    readonly metric: string;
    readonly value: string;
    readonly unit: string;
    readonly substitution: string;
    readonly counts: (errors: number, warnings: number, undecided: number) => string;
    readonly heading: (count: number) => string;
  };
};

export const intakeWordsOf = (language: Language): IntakeWords => (language === 'zh' ? zh : en);
