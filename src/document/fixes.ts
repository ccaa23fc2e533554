// Gives each finding whose mend is a literal the edit that makes it: what stands at its place, and what should.
import { codes } from '../findings/areas/index.ts';
import type { Mend } from '../findings/areas/spec.ts';
import { type Finding, type Fix, isCriterion } from '../findings/finding.ts';
import { flowText, keyText } from './edit-text.ts';
import { placeAt } from './node.ts';
import { type Positions, positionsOf } from './positions.ts';

/** Characters of a line that are looked at on either side; a hostile file has all on one line. */
const mostAround = 2000;

/** What a code says of its mend; the arguments are those of the code. */
type Mender = (args: unknown, around: { stands: string; before: string; after: string }) => Mend | undefined;

/** `text` is that of the dossier, with LF line ends, which findings point into by `file`. */
export function withFixes(findings: readonly Finding[], text: string, file: string): readonly Finding[] {
  let positions: Positions | undefined;
  return findings.map((finding) => {
    if (isCriterion(finding) || finding.at.file !== file || finding.at.absent) return finding;
    const { mend } = codes[finding.code] as { readonly mend?: Mender };
    if (mend === undefined) return finding;
    positions ??= positionsOf(text);
    const fix = fixFor(finding, mend, text, positions);
    return fix === undefined ? finding : { ...finding, fix: [fix] };
  });
}

function fixFor(
  { args, at }: Extract<Finding, { readonly args: object }>,
  mend: Mender,
  text: string,
  { offsetOf, startOf, range }: Positions,
): Fix | undefined {
  const [start, end] = [offsetOf(at.line, at.column), offsetOf(at.endLine, at.endColumn)];
  const lineEnd = text.indexOf('\n', end);
  const meant = mend(args, {
    stands: text.slice(start, end),
    before: text.slice(Math.max(startOf(at.line - 1), start - mostAround), start),
    after: text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + mostAround)),
  });
  if (meant === undefined) return undefined;
  const { from: first = 0, to: last = end - start } = 'text' in meant ? meant : { from: 0 };
  const [from, to] = [start + first, start + last];
  const [stands, put] = [text.slice(from, to), putOf(meant)];
  return stands === put ? undefined : { at: placeAt(at.file, at.path, range(from, to)), stands, put, is: meant.is };
}

function putOf(mend: Mend): string {
  if ('text' in mend) return mend.text;
  if ('key' in mend) return keyText(mend.key);
  return mend.bare && typeof mend.value === 'string' ? mend.value : flowText(mend.value);
}
