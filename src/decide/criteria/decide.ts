// Decides each criterion by its rule, under every reading, and makes the finding of each that is not met.
import { agreement } from '../../findings/agreement.ts';
import type { CriterionFinding, Place, Severity } from '../../findings/finding.ts';
import type { Undecided } from '../../findings/waive.ts';
import type { Chosen } from '../metrics/definition.ts';
import { isUndecided } from '../state.ts';
import type { OpenedCriterion } from './definition.ts';
import type { CriterionResult, Decision } from './result.ts';
import type { CriterionInput } from './rules/rule.ts';

export type Decided = {
  readonly results: readonly CriterionResult[];
  readonly findings: readonly CriterionFinding[];
  /** Those without a finding, because they are undecided. */
  readonly undecided: readonly Undecided[];
};

/** What rules read when these formulas are taken for ambiguous metrics; with none chosen, by the definition's own. */
export type InputUnder = (chosen: Chosen) => CriterionInput;

/** `places` says where each fact stands; `otherwise` is where a finding points when none of its facts is written. */
export function decideCriteria(
  criteria: readonly OpenedCriterion[],
  inputUnder: InputUnder,
  places: ReadonlyMap<string, Place>,
  otherwise: Place,
): Decided {
  const results: CriterionResult[] = [];
  const findings: CriterionFinding[] = [];
  const undecided: Undecided[] = [];
  for (const criterion of criteria) {
    const result = resultOf(criterion, inputUnder);
    results.push(result);
    const { id, title, severity, decision, readings, cite } = result;
    const at = placeOf(criterion, places) ?? otherwise;
    if (decision.is !== 'not met' && agreement(result) !== 'some') {
      if (isUndecided(result)) undecided.push({ code: id, at });
      continue;
    }
    const hint = result.hint === undefined ? {} : { hint: result.hint };
    const shown = shownOf(decision);
    const read = readings && {
      readings: readings.map((one) => ({
        label: one.label,
        decision: { is: one.decision.is, ...shownOf(one.decision) },
      })),
    };
    findings.push({ code: id, severity, at, cite, criterion: { title, ...hint, ...shown, ...read } });
  }
  return { results, findings, undecided };
}

function resultOf(criterion: OpenedCriterion, inputUnder: InputUnder): CriterionResult {
  const { id, title, binding, cite } = criterion;
  const readings = criterion.readings.map(({ label, rule, chosen }) => {
    return { label, decision: rule.decide(inputUnder(chosen)) };
  });
  const decision = readings[0]?.decision ?? criterion.rule.decide(inputUnder(new Map()));
  const hint = criterion.hint === undefined ? {} : { hint: criterion.hint };
  const usual = decision.is === 'not met' && decision.usual === true;
  if (readings.length === 0)
    return { id, title, severity: lighter(criterion.severity, usual), binding, decision, cite, ...hint };
  const agreed = agreement({ readings });
  // Whoever reads the clause otherwise has met it, or may have: no reason to refuse.
  const doubtful = usual || agreed === 'some' || (agreed === undefined && decision.is === 'not met');
  return { id, title, severity: lighter(criterion.severity, doubtful), binding, decision, readings, cite, ...hint };
}

/** What only some readings, or only custom, say is no reason to refuse. */
const lighter = (severity: Severity, doubtful: boolean): Severity =>
  doubtful && severity === 'error' ? 'warning' : severity;

const shownOf = (decision: Decision): { readonly shown?: string } =>
  'shown' in decision && decision.shown !== undefined ? { shown: decision.shown } : {};

/** The fact the criterion names for this, else the first one it reads that the dossier writes. */
function placeOf(criterion: OpenedCriterion, places: ReadonlyMap<string, Place>): Place | undefined {
  const facts = [...(criterion.at === undefined ? [] : [criterion.at]), ...criterion.rule.names];
  for (const fact of facts) {
    const place = places.get(fact.split('.')[0] ?? fact);
    if (place) return place;
  }
  return undefined;
}
