// Makes text fit to be drawn: radicals and compatibility forms become the characters they look like, invisible ones go.
import type { Assessment } from '../assessment.ts';
import { radicals } from '../pdf/fold.js';

/** What was changed: each character once, with how often it stood in the dossier. */
export type Change = { readonly from: string; readonly to: string; readonly times: number };

const COMPATIBLE = /[\u2F00-\u2FD5\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u;
/** Controls, zero-width characters, marks of direction, variation selectors. */
const INVISIBLE = /\p{Cc}|\p{Cf}|\p{Variation_Selector}/u;

/** The text as it can be drawn; `seen` is told of every character that is not drawn as it stands. */
export function drawable(text: string, seen: (from: string, to: string) => void = () => {}): string {
  let drawn = '';
  for (const character of text.replaceAll('\r\n', '\n')) {
    const to = replacement(character);
    if (to !== character) seen(character, to);
    drawn += to;
  }
  return drawn;
}

function replacement(character: string): string {
  if (character === '\n') return character;
  if (character === '\t' || character === '\u2028' || character === '\u2029') return ' ';
  if (INVISIBLE.test(character)) return '';
  if (COMPATIBLE.test(character)) return character.normalize('NFKC');
  return radicals.get(character) ?? character;
}

/** The assessment with every text drawable, and what had to be changed for that. */
export function cleaned(assessment: Assessment): { assessment: Assessment; changes: Change[] } {
  const changes = new Map<string, Change>();
  const seen = (from: string, to: string): void => {
    changes.set(from, { from, to, times: (changes.get(from)?.times ?? 0) + 1 });
  };
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return drawable(value, seen);
    if (Array.isArray(value)) return value.map(clean);
    if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, clean(member)]));
  };
  // The dossier's own text and the flattened definition are not printed, and are long.
  const { dossier, category, ...printed } = assessment;
  const { flattened, ...shown } = category;
  const done = { ...(clean(printed) as typeof printed), category: { ...(clean(shown) as typeof shown), flattened } };
  return { assessment: { ...done, dossier }, changes: [...changes.values()] };
}
