// What only a whole run can show: an enterprise that applies twice where the notice lets it apply once (FAQ 7).
import type { Assessment, Outcome } from '../assessment.ts';
import { countsOf, stateOf } from '../counts.ts';
import type { Place } from '../findings/finding.ts';
import { inOrder } from '../findings/order.ts';
import { report } from '../findings/report.ts';

/** The outcomes of a run, in its order; a second dossier of an enterprise in the same group carries the warning. */
export function across(outcomes: readonly Outcome[]): readonly Outcome[] {
  const firsts = new Map<string, Assessment>();
  return outcomes.map((outcome) => {
    if (outcome.kind !== 'assessed' || outcome.category.once === undefined || outcome.uscc === '') return outcome;
    const key = `${outcome.category.once.group} ${outcome.uscc}`;
    const first = firsts.get(key);
    if (first !== undefined) return appliedTwice(outcome, first, outcome.category.once);
    firsts.set(key, outcome);
    return outcome;
  });
}

type Once = NonNullable<Assessment['category']['once']>;

function appliedTwice(outcome: Assessment, first: Assessment, { cite, hint }: Once): Assessment {
  const { folder, file } = first.dossier;
  const args = {
    enterprise: outcome.enterprise,
    first: folder === '.' || folder === '' ? file : `${folder}/${file}`,
    title: first.category.title,
    ...(hint === undefined ? {} : { hint }),
  };
  const findings = inOrder([...outcome.findings, report('applied-twice', args, usccPlace(outcome), { cite })]);
  const counts = countsOf(findings, outcome.criteria);
  return { ...outcome, findings, counts, state: stateOf(counts) };
}

/** Where the credit code stands, else the head of the dossier. */
function usccPlace({ form, dossier }: Assessment): Place {
  for (const { items } of form.sections)
    for (const item of items) if (item.kind === 'field' && item.fact === 'uscc') return item.at;
  return { file: dossier.file, path: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
}
