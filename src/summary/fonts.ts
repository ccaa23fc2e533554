// The two faces: how wide each character is, and which characters they lack.
import { create, type Font } from 'fontkit';
import { SummaryProblem } from './problem.ts';
import { MM, type Style } from './tokens.ts';

/** Song = Noto Serif SC Regular, Hei = Noto Sans SC Regular. */
export type Face = 'song' | 'hei';

/** The bytes of both TrueType files. */
export type FontBytes = Readonly<Record<Face, Uint8Array>>;

/** Both faces, opened once and good for any number of summaries. */
export type Fonts = {
  readonly font: Readonly<Record<Face, Font>>;
  readonly bytes: FontBytes;
  /** Advance of one character in em; throws `glyph-missing` when the face lacks it. */
  advance(face: Face, character: string): number;
};

/** Opens the font files. Parsing is lazy, so this is quick; advances are remembered per character. */
export function openFonts(bytes: FontBytes): Fonts {
  const font = { song: single(bytes.song), hei: single(bytes.hei) };
  const known = { song: new Map<string, number>(), hei: new Map<string, number>() };
  const advance = (face: Face, given: string): number => {
    // A line feed where text stands on one line is set as a space (page.ts).
    const character = given === '\n' ? ' ' : given;
    const found = known[face].get(character);
    if (found !== undefined) return found;
    const code = character.codePointAt(0) ?? 0;
    if (!font[face].hasGlyphForCodePoint(code)) throw new SummaryProblem('glyph-missing', '', nameOf(character));
    const measured = font[face].glyphForCodePoint(code).advanceWidth / font[face].unitsPerEm;
    known[face].set(character, measured);
    return measured;
  };
  return { font, bytes, advance };
}

/** Width of a text in mm, tracking included (after the last character too). */
export function widthOf(fonts: Fonts, text: string, style: Style): number {
  let em = 0;
  for (const character of text) em += fonts.advance(style.face, character) + (style.tracking ?? 0);
  return (em * style.size) / MM;
}

/** `㛃 U+36C3` */
const nameOf = (character: string): string =>
  `${character} U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function single(bytes: Uint8Array): Font {
  const opened = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if ('fonts' in opened) throw new TypeError('a font collection is not a single face');
  return opened;
}
