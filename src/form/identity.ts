// Whether the dossier says who applies, whatever the category's form asks for: the code, the region and the day of foundation.
import type { Vocabulary } from '../expression/types.ts';
import type { Finding, Place } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import type { OpenedForm } from './opened.ts';
import type { FormResult } from './validate.ts';

/** Facts without which nobody knows who applies; the name stands at the head of every dossier. */
export const identifying = ['uscc', 'region', 'founded'] as const;

/** One finding for all that is missing and that no required field has asked for already. */
export function checkIdentity(
  opened: OpenedForm,
  vocabulary: Vocabulary,
  { facts, findings }: Pick<FormResult, 'facts' | 'findings'>,
  at: Place,
): Finding[] {
  const items = opened.sections.flatMap((section) => section.items);
  const missing = identifying.flatMap((id) => {
    const fact = vocabulary.get(id);
    if (fact === undefined || facts.has(id)) return [];
    const field = items.find((item) => item.kind === 'field' && item.fact?.id === id);
    const path = field === undefined ? `facts.${id}` : `form.${field.section}.${field.id}`;
    // Asked for as missing, or written and unreadable: the one finding is there.
    const told = findings.some((finding) => finding.at.path === path || finding.at.path.startsWith(`${path}.`));
    return told ? [] : [field?.kind === 'field' ? field.label : fact.meaning];
  });
  return missing.length === 0 ? [] : [report('identity-missing', { missing }, at)];
}
