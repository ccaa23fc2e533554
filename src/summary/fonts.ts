// The two faces and the fonts that help out: how wide each character is, who draws it, and which characters none has.
import { create, type Font } from 'fontkit';
import { SummaryProblem } from './problem.ts';
import { MM, type Style } from './tokens.ts';

/** Song = Noto Serif SC Regular, Hei = Noto Sans SC Regular. */
export type Face = 'song' | 'hei';

/** The bytes of both TrueType files. */
export type FontBytes = Readonly<Record<Face, Uint8Array>>;

/** A face, or a font that helps out, by its number in the order of the configuration, from 0. */
export type FontKey = Face | number;

/** Both faces, opened once and good for any number of summaries. */
export type Fonts = {
  readonly font: Readonly<Record<Face, Font>>;
  readonly bytes: FontBytes;
  /** Fonts of the configuration, for characters that a face lacks. */
  readonly spare: readonly { readonly font: Font; readonly bytes: Uint8Array }[];
  /** Who draws a character of this face; throws `glyph-missing` when nobody has it. */
  keyOf(face: Face, character: string): FontKey;
  /** Advance of one character in em; throws `glyph-missing` when no font has it. */
  advance(face: Face, character: string): number;
};

/** Opens the font files. Parsing is lazy, so this is quick; advances are remembered per character. */
export function openFonts(bytes: FontBytes, spares: readonly Uint8Array[] = []): Fonts {
  const font = { song: single(bytes.song), hei: single(bytes.hei) };
  const spare = spares.map((each) => ({ font: single(each), bytes: each }));
  const known = { song: new Map<string, number>(), hei: new Map<string, number>() };
  const keyOf = (face: Face, character: string): FontKey => {
    const code = character.codePointAt(0) ?? 0;
    if (font[face].hasGlyphForCodePoint(code)) return face;
    const helper = spare.findIndex((each) => each.font.hasGlyphForCodePoint(code));
    if (helper === -1) throw new SummaryProblem('glyph-missing', '', nameOf(character));
    return helper;
  };
  const advance = (face: Face, given: string): number => {
    // A line feed where text stands on one line is set as a space (page.ts).
    const character = given === '\n' ? ' ' : given;
    const found = known[face].get(character);
    if (found !== undefined) return found;
    const opened = fontAt({ font, spare }, keyOf(face, character));
    const measured = opened.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / opened.unitsPerEm;
    known[face].set(character, measured);
    return measured;
  };
  return { font, bytes, spare, keyOf, advance };
}

/** The same fonts for laying out without drawing: what none of them has takes one em, as every Han character does. */
export function forgiving(fonts: Fonts): Fonts {
  const has = (face: Face, character: string): boolean => {
    const code = character.codePointAt(0) ?? 0;
    return [fonts.font[face], ...fonts.spare.map(({ font }) => font)].some((font) => font.hasGlyphForCodePoint(code));
  };
  return {
    ...fonts,
    keyOf: (face, character) => (has(face, character) ? fonts.keyOf(face, character) : face),
    advance: (face, character) => (character === '\n' || has(face, character) ? fonts.advance(face, character) : 1),
  };
}

/** The opened font behind a key. */
export function fontAt({ font, spare }: Pick<Fonts, 'font' | 'spare'>, key: FontKey): Font {
  if (typeof key === 'string') return font[key];
  const found = spare[key]?.font;
  if (found === undefined) throw new RangeError(`no font ${key}`);
  return found;
}

/** A text parted where another font has to draw on. */
export function runsOf(fonts: Fonts, face: Face, text: string): { key: FontKey; text: string }[] {
  const runs: { key: FontKey; text: string }[] = [];
  for (const character of text) {
    const key = fonts.keyOf(face, character);
    const open = runs.at(-1);
    if (open?.key === key) open.text += character;
    else runs.push({ key, text: character });
  }
  return runs;
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

/** Why a font file cannot help out: it is no TrueType font of one face, or its maker forbids to embed it. */
export function unfitFor(bytes: Uint8Array): 'kind' | 'licence' | undefined {
  try {
    const font = single(bytes) as Font & {
      directory?: { tables?: object };
      'OS/2'?: { fsType?: { noEmbedding?: boolean } };
    };
    // pdf-lib would need another kind of PDF font for outlines of PostScript.
    if (font.directory?.tables === undefined || !('glyf' in font.directory.tables)) return 'kind';
    return font['OS/2']?.fsType?.noEmbedding === true ? 'licence' : undefined;
  } catch {
    return 'kind';
  }
}

function single(bytes: Uint8Array): Font {
  const opened = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if ('fonts' in opened) throw new TypeError('a font collection is not a single face');
  return opened;
}
