// Decides each criterion by its rule, and makes the finding of each that is not met.
import type { CriterionFinding, Place } from '../findings/finding.ts';
import type { OpenedCriterion } from './opened.ts';
import type { CriterionResult } from './result.ts';
import type { CriterionInput } from './rules/rule.ts';

export type Decided = { readonly results: readonly CriterionResult[]; readonly findings: readonly CriterionFinding[] };

/** `places` says where each fact stands; `otherwise` is where a finding points when none of its facts is written. */
export function decideCriteria(
  criteria: readonly OpenedCriterion[],
  input: CriterionInput,
  places: ReadonlyMap<string, Place>,
  otherwise: Place,
): Decided {
  const results: CriterionResult[] = [];
  const findings: CriterionFinding[] = [];
  for (const criterion of criteria) {
    const { id, title, severity, cite } = criterion;
    const decision = criterion.rule.decide(input);
    const hint = criterion.hint === undefined ? {} : { hint: criterion.hint };
    results.push({ id, title, severity, decision, cite, ...hint });
    if (decision.is !== 'not met') continue;
    const shown = decision.shown === undefined ? {} : { shown: decision.shown };
    const at = placeOf(criterion, places) ?? otherwise;
    findings.push({ code: id, severity, at, cite, criterion: { title, ...hint, ...shown } });
  }
  return { results, findings };
}

/** The fact the criterion names for this, else the first one it reads that the dossier writes. */
function placeOf(criterion: OpenedCriterion, places: ReadonlyMap<string, Place>): Place | undefined {
  const facts = [...(criterion.at === undefined ? [] : [criterion.at]), ...criterion.rule.names];
  for (const fact of facts) {
    const place = places.get(fact.split('.')[0] ?? fact);
    if (place) return place;
  }
  return undefined;
}
