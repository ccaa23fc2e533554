// What kind of paper each file of a slot is said to be: an audit report cannot be replaced by statements (E-15).
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { isWeak } from '../findings/weak.ts';
import type { Held } from './held.ts';
import type { SlotRule } from './slot.ts';

/** A wrong kind has the severity of the rule; a file of which nothing is said is a warning. */
export function checkKinds(slot: SlotRule, files: readonly Held[]): Finding[] {
  const findings: Finding[] = [];
  const { kinds: rule } = slot;
  if (rule === undefined) return findings;
  for (const { file } of files) {
    const { kind } = file.evidence;
    const hint = rule.hint === undefined ? {} : { hint: rule.hint };
    const about = { slot: slot.label, file: file.source, expected: rule.oneOf ?? [], refused: rule.noneOf, ...hint };
    const cite = { cite: rule.cite };
    if (kind === undefined) findings.push(report('slot-kind-unknown', about, file.at, cite));
    else if (rule.noneOf.includes(kind) || rule.oneOf?.includes(kind) === false) {
      findings.push(
        report('slot-kind-wrong', { ...about, kind }, file.at, {
          ...cite,
          severity: isWeak(rule.cite) ? 'warning' : rule.severity,
        }),
      );
    }
  }
  return findings;
}
