// A slot of an opened category: years resolved, clauses looked up.
import type { Expression } from '../expression/compile.ts';
import type { Citation } from '../findings/finding.ts';

export type SlotRule = {
  readonly id: string;
  /** Position in the printed list, from 1. */
  readonly order: number;
  readonly label: string;
  readonly required: boolean;
  /** Facts that make it required. */
  readonly requiredWhen?: Expression<boolean>;
  /** The printed names of what is not answered yet, and decides whether it is required. */
  readonly waitsFor?: readonly string[];
  readonly cite: readonly Citation[];
  readonly hint?: string;
  readonly expect?: { readonly types: readonly string[]; readonly cite: readonly Citation[]; readonly hint?: string };
  /** Years that the files must cover, ascending. */
  readonly covers?: { readonly years: readonly number[]; readonly cite: readonly Citation[]; readonly hint?: string };
  /** The month that some file must cover: `2022-12`. */
  readonly coversMonth?: { readonly month: string; readonly cite: readonly Citation[]; readonly hint?: string };
  readonly kinds?: KindsRule;
  /** Words of its own in names of files. */
  readonly words?: { readonly any: readonly string[]; readonly cite: readonly Citation[] };
  /** Single statements are asked for beside consolidated ones. */
  readonly basis?: Asked;
  readonly issuer?: Asked;
};

/** Something that the evidence of files must say. */
type Asked = { readonly cite: readonly Citation[]; readonly hint?: string };

/** What the evidence `kind` of each file must be, and must not be. */
export type KindsRule = {
  readonly oneOf?: readonly string[];
  readonly noneOf: readonly string[];
  readonly severity: 'error' | 'warning';
  readonly cite: readonly Citation[];
  readonly hint?: string;
};

/** What the portal asks of every file. */
export type FileRule = {
  /** Extensions without a dot, lower case; empty where no source names them. */
  readonly types: readonly string[];
  /** None where no source names a limit. */
  readonly maxMib?: number;
  readonly cite: readonly Citation[];
};
