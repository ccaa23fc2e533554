// The findings that a bundle states beside those that its dossier gives: none left out, none made up, none made lighter.
import { paths } from '../bundle/layout.ts';
import { placeIn } from '../bundle/verify-zip.ts';
import { blocking } from '../decide/state.ts';
import type { Finding, Severity } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { textOf } from './compare.ts';
import type { BundleRecord } from './record.ts';

/** A finding as `assessment.json` has it. */
type StatedFinding = BundleRecord['findings'][number];

const at = placeIn(paths.assessment);
const key = ({ code, at: { file, path, line } }: StatedFinding): string => [code, file, path, line].join('\n');

const weights: readonly Severity[] = ['note', 'warning', 'error'];

/** Whether a finding keeps a bundle from being formal. */
const isBlocking = (finding: StatedFinding): boolean => blocking([finding]).length > 0;

/** Whether `stated` says less than `derived`: by its severity, by a waiver, by what it keeps from being formal. */
const isLighter = (stated: StatedFinding, derived: StatedFinding): boolean =>
  weights.indexOf(stated.severity) < weights.indexOf(derived.severity) ||
  textOf(stated.waived) !== textOf(derived.waived) ||
  (isBlocking(derived) && !isBlocking(stated));

/**
 * `dossier` is the file of the dossier: a finding that stands in another one is about the sender's configuration.
 * `words`: the same program version wrote them, so that they must agree to the word. Under another version a finding
 * may be worded otherwise, or be one that the other did not know; what keeps a bundle from being formal may not.
 */
export function findingFindings(
  stated: readonly StatedFinding[],
  derived: readonly StatedFinding[],
  { words, dossier }: { readonly words: boolean; readonly dossier: string },
): Finding[] {
  /** In the order of the bundle, the last first: each is taken from the end. */
  const left = new Map<string, StatedFinding[]>();
  for (const one of [...stated].reverse()) {
    const same = left.get(key(one));
    if (same === undefined) left.set(key(one), [one]);
    else same.push(one);
  }
  /** Only the same code at the same place can be the same finding. */
  const take = (finding: StatedFinding): StatedFinding | undefined => left.get(key(finding))?.pop();
  const found: Finding[] = [];
  const note = (said: StatedFinding['message'], why: 'version' | 'disk') =>
    found.push(report('bundle-finding-changed', { said, why }, at));
  for (const one of derived) {
    const same = take(one);
    if (same === undefined) {
      if (one.at.file !== dossier) continue;
      if (words || isBlocking(one)) found.push(report('bundle-finding-left-out', { said: one.message }, at));
      else note(one.message, 'version');
    } else if (textOf(same) !== textOf(one)) {
      if (words) found.push(report('bundle-finding-invented', { said: same.message }, at));
      else if (isLighter(same, one)) found.push(report('bundle-finding-left-out', { said: one.message }, at));
      else note(one.message, 'version');
    }
  }
  for (const one of [...left.values()].flatMap((same) => same.reverse())) {
    if (one.at.file !== dossier || !words) note(one.message, one.at.file === dossier ? 'version' : 'disk');
    else found.push(report('bundle-finding-invented', { said: one.message }, at));
  }
  return found;
}
