// The known name nearest to one that is not known, for "did you mean".
import { distance } from 'fastest-levenshtein';

const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s_-]/g, '')
    .toLowerCase();

/** Nothing when none is near: at most a third of the characters (one at least) may differ. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = folded(name);
  let best: string | undefined;
  let least = Math.max(1, Math.floor([...wanted].length / 3)) + 1;
  for (const candidate of known) {
    const far = distance(wanted, folded(candidate));
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  // One character of difference means nothing for a name of one character.
  return best !== undefined && least < [...wanted].length ? best : undefined;
}
