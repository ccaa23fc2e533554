// Masks a text: wherever a secret stands in it, in whatever spelling, and what looks like a code, a phone or a mail address.
import { Finder, piecesOf } from './finder.ts';
import { foldedAt } from './fold.ts';
import type { Mask, Masks } from './masks.ts';
import type { Secret } from './secrets.ts';

/** Found wherever they stand, also in what could not be read: credit codes, phones, mail addresses, identity numbers. */
const patterns: readonly (readonly [Mask, RegExp])[] = [
  ['phone', /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['code', /(?<![0-9A-Z])[0-9]{17}[0-9Xx](?![0-9A-Z])/gi],
  ['code', /(?<![0-9A-Z])[0-9A-Z]{2}[0-9]{6}[0-9A-Z]{10}(?![0-9A-Z])/gi],
  ['phone', /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g],
  ['phone', /(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g],
];

/** What is written in digits. */
const numbers: ReadonlySet<Mask> = new Set(['phone', 'code']);
const FIGURES = /^[\d\s.,%…+×÷=≥≤<>()−-]*$/;

/** Finds secrets, long ones by their pieces. */
export const finderOf = (secrets: readonly Secret[]): Finder<Secret> =>
  new Finder(secrets.flatMap((secret) => piecesOf(secret.folded).map((piece) => [piece, secret] as const)));

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
const isDigit = (character: string | undefined): boolean => character !== undefined && /\d/.test(character);

/** The text masked. `law`: it is made of words of the definition, among which those that it knows are no secrets. */
export function maskedText(text: string, finder: Finder<Secret>, masks: Masks, law = false): string {
  const figures = FIGURES.test(text);
  if (finder.size === 0) return patterned(text, masks);
  const given = text.normalize('NFC');
  const { folded, starts, ends } = foldedAt(given);
  let masked = '';
  let from = 0;
  let last = '';
  for (let at = 0; at < folded.length; ) {
    const hit = first(given, { folded, starts, ends }, at, finder, figures, law);
    if (hit === undefined) {
      at += 1;
      continue;
    }
    const mask = masks.of(hit.value);
    const between = given.slice(from, starts[at]);
    // The pieces of a long text are one.
    if (mask !== last || between.trim() !== '')
      masked += patterned(between, masks) + (isDigit(masked.at(-1)) && between === '' ? ' ' : '') + mask;
    from = ends[hit.end - 1] ?? given.length;
    last = mask;
    at = hit.end;
    while (at < folded.length && (starts[at] ?? 0) < from) at += 1;
    if (isDigit(given[from])) masked += ' ';
  }
  return masked + patterned(given.slice(from), masks);
}

function first(
  given: string,
  { folded, starts, ends }: ReturnType<typeof foldedAt>,
  at: number,
  finder: Finder<Secret>,
  figures: boolean,
  law: boolean,
) {
  for (const hit of finder.at(folded, at)) {
    const { kind, guarded } = hit.value;
    // A year or an amount may hold the digits of a house number; it tells nothing.
    if (figures && !numbers.has(kind) && hit.end - at < 10) continue;
    if (guarded && law) continue;
    const before = given[(starts[at] ?? 0) - 1];
    const after = given[ends[hit.end - 1] ?? given.length];
    const word = folded.slice(at, hit.end);
    if (guarded && (isLetter(before) || isLetter(after))) continue;
    // A piece of a long text goes on.
    const isWhole = hit.value.folded === word;
    if (isWhole && isDigit(word[0]) && isDigit(before)) continue;
    if (isWhole && isDigit(word.at(-1)) && isDigit(after)) continue;
    // Few letters are part of many words.
    if (/^[a-z]{1,3}$/.test(word) && (/[a-z]/i.test(before ?? '') || /[a-z]/i.test(after ?? ''))) continue;
    return hit;
  }
  return undefined;
}

function patterned(text: string, masks: Masks): string {
  let masked = text;
  for (const [kind, pattern] of patterns) masked = masked.replace(pattern, (found) => masks.numbered(kind, found));
  return masked;
}
