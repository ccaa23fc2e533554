// A criterion of an opened category: its rule ready to decide, its clauses looked up.
import type { Citation, Severity } from '../findings/finding.ts';
import type { OpenedRule } from './rules/rule.ts';

export type OpenedCriterion = {
  readonly id: string;
  readonly title: string;
  /** Of the finding when it is not met. */
  readonly severity: Severity;
  readonly rule: OpenedRule;
  readonly cite: readonly Citation[];
  readonly hint?: string;
  /** The fact at which its finding points. */
  readonly at?: string;
};
