// Computes the metrics and points of a category on given facts and decides its criteria, each under every reading.
import { decideCriteria } from '../decide/criteria/decide.ts';
import type { CriterionResult } from '../decide/criteria/result.ts';
import type { CriterionInput } from '../decide/criteria/rules/rule.ts';
import { computeMetrics, type StatedFigure } from '../decide/metrics/compute.ts';
import type { Chosen } from '../decide/metrics/definition.ts';
import type { MetricResult } from '../decide/metrics/result.ts';
import { computeScorecard } from '../decide/scorecards/compute.ts';
import type { ScorecardResult } from '../decide/scorecards/result.ts';
import type { Input } from '../expression/compile.ts';
import type { Facts } from '../expression/values.ts';
import type { CriterionFinding, Place } from '../findings/finding.ts';
import type { Undecided } from '../findings/waive.ts';
import type { Category } from './category.ts';

/** Where findings point; without it nobody wants them. */
export type Places = { readonly places: ReadonlyMap<string, Place>; readonly otherwise: Place };

export type Decided = {
  /** What rules and slots read. */
  readonly input: Input;
  readonly metrics: readonly MetricResult[];
  readonly scorecard?: ScorecardResult;
  readonly criteria: readonly CriterionResult[];
  readonly findings: readonly CriterionFinding[];
  readonly undecided: readonly Undecided[];
};

const nowhere: Place = { file: '', path: '', line: 1, column: 1, endLine: 1, endColumn: 1 };

/** `stated` are figures that the dossier states for metrics, by their ids. */
export function decideCategory(
  { metrics, scope, scorecard: card, criteria }: Category,
  { facts, asOf, stated = new Map() }: { facts: Facts; asOf: string; stated?: ReadonlyMap<string, StatedFigure> },
  { places, otherwise }: Places = { places: new Map(), otherwise: nowhere },
): Decided {
  const under = (chosen: Chosen) => {
    const computed = computeMetrics(metrics, scope, facts, asOf, stated, chosen);
    const input: Input = { facts, metrics: computed.values, asOf };
    const scorecard = card && computeScorecard(card, input, computed.results);
    return { input, results: computed.results, scored: scorecard === undefined ? {} : { scorecard } };
  };
  const { input, results, scored } = under(new Map());
  const inputUnder = (chosen: Chosen): CriterionInput => {
    if (chosen.size === 0) return { ...input, ...scored };
    const other = under(chosen);
    return { ...other.input, ...other.scored };
  };
  const decided = decideCriteria(criteria, inputUnder, places, otherwise);
  const { results: decisions, findings, undecided } = decided;
  return { input, metrics: results, ...scored, criteria: decisions, findings, undecided };
}
