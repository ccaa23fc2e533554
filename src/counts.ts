// Counts of an assessment, and what they mean: 就绪, 可提交, or errors.
import type { Counts, State } from './assessment.ts';
import type { CriterionResult } from './criteria/result.ts';
import type { Finding } from './findings/finding.ts';
import { countOf } from './findings/order.ts';

export function countsOf(findings: readonly Finding[], criteria: readonly CriterionResult[]): Counts {
  const decisions = (is: CriterionResult['decision']['is']): number =>
    criteria.filter((criterion) => criterion.decision.is === is).length;
  return {
    errors: countOf(findings, 'error'),
    warnings: countOf(findings, 'warning'),
    notes: countOf(findings, 'note'),
    waived: findings.filter((finding) => finding.waived !== undefined).length,
    met: decisions('met'),
    notMet: decisions('not met'),
    undecided: decisions('undecided'),
    advice: decisions('advice'),
    unknown: decisions('unknown'),
  };
}

/** Ready: no error, no warning, nothing undecided; submittable: no error. What is unknown never blocks. */
export function stateOf(counts: Counts): State {
  if (counts.errors > 0) return 'errors';
  return counts.warnings + counts.undecided > 0 ? 'submittable' : 'ready';
}
