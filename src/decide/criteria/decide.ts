// Decides each criterion by its rule, under every reading, and makes the finding of each that is not met.
import { agreement } from '../../findings/agreement.ts';
import type { CriterionFinding, Place } from '../../findings/finding.ts';
import type { Undecided } from '../../findings/waive.ts';
import { given } from '../../given.ts';
import type { Chosen } from '../metrics/definition.ts';
import { isUndecided } from '../state.ts';
import type { OpenedCriterion } from './definition.ts';
import type { CriterionResult, Decision } from './result.ts';
import type { CriterionInput, OpenedRule } from './rules/rule.ts';

export type Decided = {
  readonly results: readonly CriterionResult[];
  readonly findings: readonly CriterionFinding[];
  /** Those without a finding, because they are undecided. */
  readonly undecided: readonly Undecided[];
};

/** What rules read when these formulas are taken for ambiguous metrics; with none chosen, by the definition's own. */
export type InputUnder = (chosen: Chosen, criterion: OpenedCriterion, rule: OpenedRule) => CriterionInput;

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
    const { id, title, severity, decision, readings, cite, hint } = result;
    const at = placeOf(criterion, places) ?? otherwise;
    if (decision.is !== 'not met' && agreement(result) !== 'some') {
      if (isUndecided(result)) undecided.push({ code: id, at });
      continue;
    }
    const told = readings?.map(({ label, decision: one }) => {
      return { label, decision: { is: one.is, ...shownOf(one) } };
    });
    const about = given({ title, hint, ...shownOf(decision), readings: told });
    findings.push({ code: id, severity, at, cite, criterion: about });
  }
  return { results, findings, undecided };
}

function resultOf(criterion: OpenedCriterion, inputUnder: InputUnder): CriterionResult {
  const { id, title, binding, cite, hint } = criterion;
  const read = criterion.readings.map(({ label, rule, chosen }) => ({
    label,
    ...apart(rule, inputUnder(chosen, criterion, rule)),
  }));
  const { decision, usual } = read[0] ?? apart(criterion.rule, inputUnder(new Map(), criterion, criterion.rule));
  const readings = read.length === 0 ? undefined : read.map((one) => ({ label: one.label, decision: one.decision }));
  const agreed = agreement({ readings });
  // Whoever reads the clause otherwise has met it, or may have: no reason to refuse.
  const doubtful = usual || agreed === 'some' || (readings && agreed === undefined && decision.is === 'not met');
  const severity = doubtful && criterion.severity === 'error' ? 'warning' : criterion.severity;
  return given({ id, title, severity, binding, decision, readings, cite, hint });
}

/** What only custom says bears on the weight alone: no report repeats it. */
function apart(rule: OpenedCriterion['rule'], input: CriterionInput) {
  const { usual = false, ...decision } = rule.decide(input);
  return { usual, decision };
}

/** What decided it, as far as that is shown. */
const shownOf = (decision: Decision) =>
  decision.is === 'met' || decision.is === 'not met' ? given({ shown: decision.shown, shownEn: decision.shownEn }) : {};

/** The fact the criterion names for this, else the first one it reads that the dossier writes. */
function placeOf(criterion: OpenedCriterion, places: ReadonlyMap<string, Place>): Place | undefined {
  const facts = [...(criterion.at === undefined ? [] : [criterion.at]), ...criterion.rule.names];
  for (const fact of facts) {
    const place = places.get(fact.split('.')[0] ?? fact);
    if (place) return place;
  }
  return undefined;
}
