// Whether text that a machine read off a scan names an enterprise, a few misread characters allowed.
import { folded } from '../evidence/fold.ts';

/** Share of the characters that may be misread; a short name must be read in full. */
const misread = 0.15;
const shortest = 4;

/** Fewest edits that turn `name` into some stretch of `text` (Sellers 1980). */
export function distanceIn(name: string, text: string): number {
  const wanted = [...name];
  let row = wanted.map((_, index) => index + 1);
  let best = wanted.length;
  for (const sign of text) {
    let diagonal = 0;
    let left = 0;
    row = row.map((above, index) => {
      const edits = Math.min(above + 1, left + 1, diagonal + (wanted[index] === sign ? 0 : 1));
      diagonal = above;
      left = edits;
      return edits;
    });
    best = Math.min(best, row.at(-1) ?? best);
  }
  return best;
}

/** Whether any of the names, or the code, stands in the text. */
export function isNamed(text: string, names: readonly string[]): boolean {
  const read = folded(text);
  return names.map(folded).some((name) => {
    const { length } = [...name];
    const allowed = length < shortest ? 0 : Math.round(length * misread);
    return length > 0 && distanceIn(name, read) <= allowed;
  });
}
