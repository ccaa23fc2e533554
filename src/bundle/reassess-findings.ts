// The findings that a bundle states beside those that its dossier gives: none left out, none made up.
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { paths } from './layout.ts';
import { textOf } from './reassess-compare.ts';
import { placeIn } from './verify-zip.ts';

/** A finding as `assessment.json` has it. */
export type StatedFinding = {
  readonly code: string;
  readonly severity: string;
  readonly message: { readonly zh: string; readonly en: string };
  readonly at: { readonly file: string; readonly path: string; readonly line: number };
  readonly also?: readonly { readonly path: string }[] | undefined;
  readonly waived?: object | undefined;
};

/**
 * What they say depends on files beside those of the bundle, on the other editions that are known, on optional packages,
 * or on the fonts of a configuration.
 */
export const ofDisk: ReadonlySet<string> = new Set([
  'out-of-season',
  'file-missing',
  'file-outside',
  'file-is-folder',
  'file-unreadable',
  'file-system',
  'text-undrawable',
  'file-fitted',
  'fit-impossible',
  'ocr-name-absent',
]);

const at = placeIn(paths.assessment);
const key = ({ code, at: { file, path, line } }: StatedFinding): string => [code, file, path, line].join('\n');

/** Only the same code at the same place can be the same finding. */
function take(from: Map<string, StatedFinding[]>, finding: StatedFinding): StatedFinding | undefined {
  const [same, ...others] = from.get(key(finding)) ?? [];
  from.set(key(finding), others);
  return same;
}

/**
 * `dossier` is the file of the dossier: a finding that stands in another one is about the sender's configuration.
 * `words`: the same program version wrote them, so that they must agree to the word.
 */
export function findingFindings(
  stated: readonly StatedFinding[],
  derived: readonly StatedFinding[],
  { words, dossier }: { readonly words: boolean; readonly dossier: string },
): Finding[] {
  const left = new Map<string, StatedFinding[]>();
  for (const one of stated) left.set(key(one), [...(left.get(key(one)) ?? []), one]);
  const diskAt = new Set(
    stated
      .filter(({ code }) => ofDisk.has(code))
      .flatMap(({ at: place, also = [] }) => [place, ...also])
      .map(({ path }) => path),
  );
  const found: Finding[] = [];
  const note = (said: StatedFinding['message'], why: 'version' | 'disk') =>
    found.push(report('bundle-finding-changed', { said, why }, at));
  for (const one of derived) {
    const same = take(left, one);
    const disk = ofDisk.has(one.code);
    if (same !== undefined) {
      const agrees = textOf(same) === textOf(one) || (disk && same.severity === one.severity);
      if (agrees || !words) continue;
      found.push(report('bundle-finding-invented', { said: same.message }, at));
    } else if (!words) note(one.message, 'version');
    else if (disk && diskAt.has(one.at.path)) note(one.message, 'disk');
    else if (one.at.file === dossier) found.push(report('bundle-finding-left-out', { said: one.message }, at));
  }
  for (const one of [...left.values()].flat()) {
    const elsewhere = ofDisk.has(one.code) || one.at.file !== dossier;
    if (elsewhere || !words) note(one.message, elsewhere ? 'disk' : 'version');
    else found.push(report('bundle-finding-invented', { said: one.message }, at));
  }
  return found;
}
