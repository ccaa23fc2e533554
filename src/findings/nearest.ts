// The known name nearest to one that is not known, for "did you mean".
import { distance } from 'fastest-levenshtein';
import { typed, withoutRemark } from '../characters/folds.ts';

/** Characters to insert, remove or replace to make one text from another. */
export { distance };

/** Two neighbours that changed places are one slip. */
function slips(a: string, b: string): number {
  const at = [...a].findIndex((sign, index) => sign !== b[index]);
  const swapped = at < 0 ? a : `${a.slice(0, at)}${a[at + 1] ?? ''}${a[at]}${a.slice(at + 2)}`;
  return swapped === b && a !== b ? 1 : distance(a, b);
}

/** A remark that one has and the other lacks, such as a unit, is one slip; so is the number before a name. */
const isRemark = (a: string, b: string): boolean =>
  a !== b && [withoutRemark, unnumbered].some((bare) => bare(a) === b || bare(b) === a);
const unnumbered = (text: string): string => text.replace(/^\d{1,2}[、.]/u, '');

/** Nothing when none is near: at most a third of the characters (one at least) may differ; nor where two are equally near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = typed(name);
  let best: string | undefined;
  let another = false;
  let least = Math.max(1, Math.floor([...wanted].length / 3)) + 1;
  for (const candidate of known) {
    const other = typed(candidate);
    const far = isRemark(wanted, other) ? 1 : slips(wanted, other);
    if (far < least) {
      least = far;
      best = candidate;
      another = false;
    } else if (far === least && best !== undefined && typed(candidate) !== typed(best)) another = true;
  }
  // One character of difference means nothing for a name of one character.
  return best !== undefined && !another && least < [...wanted].length ? best : undefined;
}

/** The same of options: also the only one that begins with what is written, as 省级 does with 省. */
export function nearestOption(written: string, options: readonly string[]): string | undefined {
  const begun = options.filter((option) => typed(written) !== '' && typed(option).startsWith(typed(written)));
  return nearest(written, options) ?? (begun.length === 1 ? begun[0] : undefined);
}
