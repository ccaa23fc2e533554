// What kind of paper each file of a slot is said to be: an audit report cannot be replaced by statements (E-15).
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { isWeak } from '../findings/weak.ts';
import type { Held } from './held.ts';
import { valueAt } from './said.ts';
import type { SlotRule } from './slot.ts';

/** What people call the kinds that rules name. */
const called: Readonly<Record<string, string>> = {
  审计报告: 'audit',
  年度审计报告: 'audit',
  财务报表: 'statements',
  会计报表: 'statements',
  财务会计报表: 'statements',
  报表: 'statements',
  汇总版: 'summary',
};

/**
 * A wrong kind has the severity of the rule. A file of which nothing is said is a warning where the rule asks for a kind;
 * where it only refuses one, silence refuses nothing.
 */
export function checkKinds(slot: SlotRule, files: readonly Held[]): Finding[] {
  const findings: Finding[] = [];
  const { kinds: rule } = slot;
  if (rule === undefined) return findings;
  for (const { file } of files) {
    const written = file.evidence.kind?.normalize('NFKC').trim();
    const kind = written === undefined ? undefined : (called[written] ?? written);
    const hint = rule.hint === undefined ? {} : { hint: rule.hint };
    const about = { slot: slot.label, file: file.source, expected: rule.oneOf ?? [], refused: rule.noneOf, ...hint };
    const cite = { cite: rule.cite };
    if (kind === undefined) {
      if (rule.oneOf !== undefined) findings.push(report('slot-kind-unknown', about, file.at, cite));
    } else if (rule.noneOf.includes(kind) || rule.oneOf?.includes(kind) === false) {
      findings.push(
        report('slot-kind-wrong', { ...about, kind }, valueAt(file, 'kind'), {
          ...cite,
          severity: isWeak(rule.cite) ? 'warning' : rule.severity,
        }),
      );
    }
  }
  return findings;
}
