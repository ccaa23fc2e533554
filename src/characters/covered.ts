// Which characters the summary can be drawn with, known without opening its fonts.
import { BEYOND } from './canonical.ts';
import { ranges } from './faces.ts';
import { piecesOf } from './signs.ts';

/** First code points of the ranges, and the one after the last of each. */
let opened: { readonly starts: Uint32Array; readonly ends: Uint32Array } | undefined;

function open() {
  const numbers = ranges
    .replace(/\s/g, '')
    .split(',')
    .map((each) => Number.parseInt(each, 36));
  const starts = new Uint32Array(numbers.length / 2);
  const ends = new Uint32Array(numbers.length / 2);
  let at = 0;
  for (let index = 0; index < starts.length; index++) {
    at += numbers[2 * index] ?? 0;
    starts[index] = at;
    at += numbers[2 * index + 1] ?? 0;
    ends[index] = at;
  }
  return { starts, ends };
}

/** Whether one of the two faces has the character. */
export function inFaces(code: number): boolean {
  // What nearly every text is made of.
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x20 && code <= 0x7e)) return true;
  opened ??= open();
  const { starts, ends } = opened;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= code) low = middle + 1;
    else high = middle;
  }
  return low < starts.length && (starts[low] ?? 0) <= code;
}

/** Whether the faces have the character, or what it can be composed of. */
export function isDrawable(character: string): boolean {
  if (inFaces(character.codePointAt(0) ?? 0)) return true;
  return piecesOf(character)?.every(({ text }) => inFaces(text.codePointAt(0) ?? 0)) ?? false;
}

/** The characters of a text, each once, that cannot be drawn with the two faces; line ends never are. */
export function undrawable(text: string): readonly string[] {
  // The faces have all others.
  if (!BEYOND.test(text)) return [];
  return [...new Set(text)].filter((character) => character !== '\n' && !isDrawable(character));
}
