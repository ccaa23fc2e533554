// Signs that the two faces lack but a form needs: CO₂, 10⁻⁶, ⅓, ☑ are composed of characters that they have.

/** A character of a sign: how large (1 is the size of the text), how far above its line (em), and whether it stands over the one before. */
export type Piece = {
  readonly text: string;
  readonly scale: number;
  readonly rise: number;
  readonly over?: true;
};

const piece = (text: string, scale = 1, rise = 0): Piece => ({ text, scale, rise });
const over = (text: string, scale: number, rise: number): Piece => ({ text, scale, rise, over: true });

const RAISED = { scale: 0.62, rise: 0.34 };
const LOWERED = { scale: 0.62, rise: -0.12 };

/** Raised and lowered characters; what they are of is their compatibility decomposition. */
const SUPERSCRIPT =
  /[\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02b8\u02e0-\u02e4\u2070-\u207f\u1d2c-\u1d61\u1d9b-\u1dbf]/u;
const SUBSCRIPT = /[\u2080-\u209c\u1d62-\u1d6a\u2c7c]/u;
const FRACTION = /^(\d+)\u2044(\d*)$/;

/** What looks like another character that the faces have, or two of them over each other. */
const ALIKE: Readonly<Record<string, readonly Piece[]>> = {
  '☐': [piece('□')],
  '☑': [piece('□'), over('✓', 0.8, 0.08)],
  '✅': [piece('□'), over('✓', 0.8, 0.08)],
  '☒': [piece('□'), over('×', 0.9, 0.04)],
  '❎': [piece('□'), over('×', 0.9, 0.04)],
  ...like('✓', '✔'),
  ...like('×', '✕✖✗✘❌☓'),
  ...like('▶', '➢➤➣►▸‣▹▻'),
  ...like('→', '➔➜➝➞➙➡⇨'),
  ...like('■', '◼⬛'),
  ...like('□', '◻⬜❏❐❑❒'),
  ...like('●', '⚫⬤'),
  ...like('○', '⚪'),
  ...like('★', '⭐✦'),
  ...like('◇', '❖✧'),
  ...like('＊', '✱✳✽∗'),
  ...like('〜', '∼'),
  ...like('·', '⋅∙'),
  ...like('-', '⁃'),
  ...like('/', '\u2044'),
  '\u2300': [piece('○'), over('/', 1, 0)],
};

function like(base: string, all: string): Record<string, readonly Piece[]> {
  return Object.fromEntries(Array.from(all, (each) => [each, [piece(base)]]));
}

/** How a character is composed of others, which a face may still lack; none when it can only be drawn as it is. */
export function piecesOf(character: string): readonly Piece[] | undefined {
  const alike = ALIKE[character];
  if (alike !== undefined) return alike;
  if (/\p{Zs}/u.test(character)) return [piece(' ')];
  const parts = character.normalize('NFKC');
  if (parts === character) return undefined;
  // Beyond the first plane a sign is copied right only as one glyph (see draw.ts).
  if (character.length > 1 && [...parts].length > 1) return undefined;
  const fraction = FRACTION.exec(parts);
  if (fraction !== null) {
    const [, above = '', below = ''] = fraction;
    return [...set(above, 0.58, 0.34), piece('/', 0.9, 0), ...set(below, 0.58, -0.06)];
  }
  if (SUPERSCRIPT.test(character)) return set(parts, RAISED.scale, RAISED.rise);
  if (SUBSCRIPT.test(character)) return set(parts, LOWERED.scale, LOWERED.rise);
  return set(parts, 1, 0);
}

const set = (text: string, scale: number, rise: number): Piece[] =>
  Array.from(text, (character) => piece(character, scale, rise));

/** Signs that belong to what stands before them, so that no line begins with one: CO₂, 10⁻⁶. */
export const isScript = (character: string): boolean => SUPERSCRIPT.test(character) || SUBSCRIPT.test(character);

/** Letters of scripts that run from right to left: a line that mixes them with Chinese is not copied as it was written. */
export const isRightToLeft = (character: string): boolean =>
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(character);

/** Closing signs, points, and what belongs to the figure before it. */
export const notFirst: ReadonlySet<string> = new Set('，。、；：？！…—～·）〕］｝》」』】〉”’％‰℃,.:;?!)]}%');

/** Opening signs, and what belongs to the figure after it. */
export const notLast: ReadonlySet<string> = new Set('（〔［｛《「『【〈“‘([{¥№#±≤≥＜＞<>≈~φΦ');

/** Marks that fill the left half of their square, and those that fill the right half. */
const opening: ReadonlySet<string> = new Set('（〔［｛《「『【〈“‘');
const closing: ReadonlySet<string> = new Set('）〕］｝》」』】〉”’，。、；：');

/** Han, kana, and the full-width marks among them. */
export function isWide(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x2e80 || opening.has(character) || closing.has(character) || character === '…' || character === '—';
}

const isIdeograph = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0x3400 && code <= 0x9fff) || code >= 0x20000;
};

/** Letters and digits that stand close. */
const isNarrow = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return /[A-Za-z0-9%]/.test(character);
  return code < 0x2e80 && /[\p{L}\p{Nd}\u2030\u2103]/u.test(character);
};

/** Room between two characters that meet on a line, em: more between Han and Latin, less between two full-width marks. */
export function seam(last: string, next: string): number {
  if (isIdeograph(last)) return isNarrow(next) ? QUARTER : 0;
  if (isIdeograph(next)) return isNarrow(last) ? QUARTER : 0;
  const squeezed = closing.has(last) ? closing.has(next) || opening.has(next) : opening.has(last) && opening.has(next);
  return squeezed ? -HALF : 0;
}

/** em */
const QUARTER = 0.25;
const HALF = 0.5;

/** How far a line begins before its edge, em: the empty half of an opening mark. */
export const overhang = (first: string): number => (opening.has(first) ? HALF : 0);

/** Whether a justified line may open between these two: never inside a word or a figure. */
export const mayOpen = (last: string, next: string): boolean => isWide(last) || isWide(next);
