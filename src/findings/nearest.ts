// The known name nearest to one that is not known, for "did you mean".
import { distance } from 'fastest-levenshtein';
import { typed } from '../characters/folds.ts';

/** Characters to insert, remove or replace to make one text from another. */
export { distance };

/** Nothing when none is near: at most a third of the characters (one at least) may differ. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = typed(name);
  let best: string | undefined;
  let least = Math.max(1, Math.floor([...wanted].length / 3)) + 1;
  for (const candidate of known) {
    const far = distance(wanted, typed(candidate));
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  // One character of difference means nothing for a name of one character.
  return best !== undefined && least < [...wanted].length ? best : undefined;
}
