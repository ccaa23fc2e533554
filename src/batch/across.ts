// What only a whole run can show: an enterprise that applies twice where the notice lets it apply once (FAQ 7).
import { countsOf, stateOf } from '../decide/state.ts';
import { inOrder } from '../findings/order.ts';
import { report } from '../findings/report.ts';
import type { Reported, ReportedAssessment } from '../reporters/reported.ts';

/** The outcomes of a run, in its order; a second dossier of an enterprise in the same group carries the warning. */
export function across(outcomes: readonly Reported[]): readonly Reported[] {
  const firsts = new Map<string, ReportedAssessment>();
  return outcomes.map((outcome) => {
    if (outcome.kind !== 'assessed' || outcome.category.once === undefined || outcome.uscc === '') return outcome;
    const key = `${outcome.category.once.group} ${outcome.uscc}`;
    const first = firsts.get(key);
    if (first !== undefined) return appliedTwice(outcome, first, outcome.category.once);
    firsts.set(key, outcome);
    return outcome;
  });
}

type Once = NonNullable<ReportedAssessment['category']['once']>;

function appliedTwice(
  outcome: ReportedAssessment,
  first: ReportedAssessment,
  { cite, hint }: Once,
): ReportedAssessment {
  const { folder, file } = first.dossier;
  const args = {
    enterprise: outcome.enterprise,
    first: folder === '.' || folder === '' ? file : `${folder}/${file}`,
    title: first.category.title,
    ...(hint === undefined ? {} : { hint }),
  };
  const findings = inOrder([...outcome.findings, report('applied-twice', args, outcome.usccAt, { cite })]);
  const counts = countsOf(findings, outcome.criteria);
  return { ...outcome, findings, counts, state: stateOf({ ...outcome, findings }) };
}
