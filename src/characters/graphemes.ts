// Cuts text into what a reader takes for one sign each; asks the tables of the system only where signs can join.
/** A run of these is as many signs: nothing among them joins with what stands beside it. */
const apart = /^[ -~\u2010-\u2027\u3000-\u3029\u4e00-\u9fff\uff01-\uff9d]*$/;

let tables: Intl.Segmenter | undefined;

function segments(text: string): Intl.Segments {
  // Opening the tables takes as long as starting half a program.
  tables ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return tables.segment(text);
}

/** The signs of a text. */
export const graphemes = (text: string): readonly string[] =>
  apart.test(text) ? text.split('') : Array.from(segments(text), ({ segment }) => segment);

/** The sign that begins at an index; nothing behind the end. */
export function graphemeAt(text: string, at: number): string | undefined {
  if (at >= text.length) return undefined;
  const first = text.charAt(at);
  if (apart.test(text.slice(at, at + 2))) return first;
  return segments(text.slice(at, at + 64))
    [Symbol.iterator]()
    .next().value?.segment;
}
