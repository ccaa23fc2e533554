// A criterion of an opened category: its rule ready to decide, its clauses looked up.
import type { Citation, Severity } from '../../findings/finding.ts';
import type { Chosen } from '../metrics/opened.ts';
import type { OpenedRule } from './rules/rule.ts';

/** One way to read a clause: a rule, and the formulas taken for ambiguous metrics that it names. */
export type OpenedReading = { readonly label: string; readonly rule: OpenedRule; readonly chosen: Chosen };

export type OpenedCriterion = {
  readonly id: string;
  readonly title: string;
  /** Of the finding when it is not met. */
  readonly severity: Severity;
  /** Whether an application that does not meet it fails. */
  readonly binding: boolean;
  readonly rule: OpenedRule;
  /** None, or two and more: that of `rule` with the metrics' own formulas first. */
  readonly readings: readonly OpenedReading[];
  readonly cite: readonly Citation[];
  readonly hint?: string;
  /** The fact at which its finding points. */
  readonly at?: string;
};
