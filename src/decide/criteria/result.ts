// A criterion after deciding: met, not met, undecided, advice or unknown, with what decided it.
import type { Citation, Severity, Waived } from '../../findings/finding.ts';

export type Decision =
  | { readonly is: 'met'; readonly shown?: string }
  /** `usual`: by what is only usually so (a title holds “一般” three years); no reason to refuse. */
  | { readonly is: 'not met'; readonly shown?: string; readonly usual?: true }
  /** Everything that was read and missing, fact ids; yearly ones as `revenue.2017`. */
  | { readonly is: 'undecided'; readonly needs: readonly string[] }
  /** Nothing a program can decide: printed for a person. */
  | { readonly is: 'advice' }
  /** The text of the requirement is not known; never counted as met. */
  | { readonly is: 'unknown' };

/** A criterion decided under one reading of an ambiguous clause. */
export type ReadDecision = { readonly label: string; readonly decision: Decision };

export type CriterionResult = {
  readonly id: string;
  readonly title: string;
  /** Of its finding: at most a warning while readings differ. */
  readonly severity: Severity;
  /** Whether an application that does not meet it fails; where it only warns, its source is weak. */
  readonly binding: boolean;
  /** That it is not met, or undecided, was accepted on purpose. */
  readonly waived?: Waived;
  /** Of the first reading, where there are several: the one that the definition prefers. */
  readonly decision: Decision;
  /** Two or more, only where the clause, or a metric that it names, is read in several ways. */
  readonly readings?: readonly ReadDecision[];
  readonly hint?: string;
  readonly cite: readonly Citation[];
};

/** Undecided under the preferred reading, or under one that could still turn the answer. */
export const isUndecided = ({ decision, readings = [] }: Pick<CriterionResult, 'decision' | 'readings'>): boolean =>
  [decision, ...readings.map((one) => one.decision)].some(({ is }) => is === 'undecided');

/** A point of the checklist that only a person can answer. */
export type ChecklistItem = {
  readonly id: string;
  readonly text: string;
  readonly asked: boolean;
  /** Id of the slot whose files one looks at. */
  readonly slot?: string;
  readonly attested?: { readonly by: string; readonly on: string };
  /** A word that was given, and the file that has changed since, or is gone. */
  readonly voided?: { readonly by: string; readonly on: string; readonly file: string };
  readonly cite: readonly Citation[];
};
