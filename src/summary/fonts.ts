// The two faces and the fonts that help out: how wide each character is, who draws it, and which characters none has.
import { create, type Font } from 'fontkit';
import { codeOf } from '../characters/shown.ts';
import { isRightToLeft, isScript, type Piece, piecesOf, seam } from '../characters/signs.ts';
import { SummaryProblem } from './problem.ts';
import { type Face, MM, type Style } from './tokens.ts';

/** The bytes of both TrueType files. */
export type FontBytes = Readonly<Record<Face, Uint8Array>>;

/** A face, or a font that helps out, by its number in the order of the configuration, from 0. */
export type FontKey = Face | number;

/** A character of a sign: drawn by `key`, `scale` times as large, `x` behind the sign's beginning and `rise` above the line (em). */
export type Part = {
  readonly key: FontKey;
  /** The first part carries the sign itself, so that it is what is copied; `embed.ts` gives it the glyph to show. */
  readonly text: string;
  readonly scale: number;
  readonly x: number;
  readonly rise: number;
};

/** How a character is drawn: by a font that has it, or as a sign composed of others. */
export type Drawing = {
  /** Advance in em. */
  readonly width: number;
  readonly key: FontKey;
  readonly parts?: readonly Part[];
  /** No font has it: a box stands for it. */
  readonly lacking?: true;
};

/** Both faces, opened once and good for any number of summaries. */
export type Fonts = {
  readonly font: Readonly<Record<Face, Font>>;
  readonly bytes: FontBytes;
  /** Fonts of the configuration, for characters that no face has. */
  readonly spare: readonly { readonly font: Font; readonly bytes: Uint8Array }[];
  /** How a character of this face is drawn; throws `glyph-missing` when nobody has it, unless these are forgiving. */
  drawingOf(face: Face, character: string): Drawing;
  /** Advance of one character in em; throws as `drawingOf` does. */
  advance(face: Face, character: string): number;
};

type Opened = Pick<Fonts, 'font' | 'bytes' | 'spare'>;

/** Opens the font files of both faces. Parsing is lazy, so this is quick; what draws a character is remembered. */
export const openFonts = (bytes: FontBytes): Fonts =>
  withDrawings({ font: { song: single(bytes.song), hei: single(bytes.hei) }, bytes, spare: [] }, false);

/** The same faces with fonts that help out. */
export function helpedBy(faces: Fonts, spares: readonly Uint8Array[]): Fonts {
  if (spares.length === 0) return faces;
  const spare = spares.map((each) => ({ font: single(each), bytes: each }));
  return withDrawings({ font: faces.font, bytes: faces.bytes, spare }, false);
}

/** The same fonts for drafts, and for laying out what others drew: a box stands for what none of them has. */
export const forgiving = ({ font, bytes, spare }: Fonts): Fonts => withDrawings({ font, bytes, spare }, true);

/** What stands for a character that no font has. */
export const BOX = '□';

function withDrawings(opened: Opened, forgives: boolean): Fonts {
  const known = { song: new Map<string, Drawing>(), hei: new Map<string, Drawing>() };
  const drawingOf = (face: Face, character: string): Drawing => {
    const found = known[face].get(character);
    if (found !== undefined) return found;
    const drawing = drawingBy(opened, face, character) ?? (forgives ? boxFor(opened, face, character) : undefined);
    if (drawing === undefined) throw new SummaryProblem('glyph-missing', '', `${character} ${codeOf(character)}`);
    known[face].set(character, drawing);
    return drawing;
  };
  // A line feed where text stands on one line is set as a space (page.ts).
  const advance = (face: Face, given: string): number => drawingOf(face, given === '\n' ? ' ' : given).width;
  return { ...opened, drawingOf, advance };
}

/** Those of the characters that one of the fonts has, and that can be read back from a line that holds them. */
export function hasInOne(spares: readonly Uint8Array[], characters: readonly string[]): ReadonlySet<string> {
  const fonts = spares.map(single);
  const has = (character: string): boolean =>
    !isRightToLeft(character) && fonts.some((font) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
  return new Set(characters.filter(has));
}

/** By this face, by the other one, composed, by a font that helps out: in this order. */
function drawingBy(opened: Opened, face: Face, character: string): Drawing | undefined {
  const key = faceWith(opened, face, character);
  // The faces have ¹, ² and ³ alone of their kind, which would not match the others.
  if (key !== undefined && !isScript(character)) return { key, width: widthIn(opened, key, character) };
  const pieces = piecesOf(character);
  const sign = pieces && composed(opened, face, character, pieces);
  if (sign !== undefined) return sign;
  const helper = opened.spare.findIndex(({ font }) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
  // The text of a line is read back from left to right.
  if (helper === -1 || isRightToLeft(character)) return undefined;
  return { key: helper, width: widthIn(opened, helper, character) };
}

function faceWith({ font }: Opened, face: Face, character: string): Face | undefined {
  const code = character.codePointAt(0) ?? 0;
  return [face, other[face]].find((each) => font[each].hasGlyphForCodePoint(code));
}

const other: Readonly<Record<Face, Face>> = { song: 'hei', hei: 'song' };

function widthIn(opened: Opened, key: FontKey, character: string): number {
  const font = fontAt(opened, key);
  return font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
}

/** The parts of a sign side by side, or over the one before; none when a face lacks one of them. */
function composed(opened: Opened, face: Face, sign: string, pieces: readonly Piece[]): Drawing | undefined {
  const parts: Part[] = [];
  let width = 0;
  let before = 0;
  for (const { text, scale, rise, over } of pieces) {
    const key = faceWith(opened, face, text);
    if (key === undefined) return undefined;
    const own = widthIn(opened, key, text) * scale;
    const x = over ? width - (before + own) / 2 : width;
    parts.push({ key, text: parts.length === 0 ? sign : text, scale, x, rise });
    if (over) continue;
    width += own;
    before = own;
  }
  const [first] = parts;
  return first && { key: first.key, width, parts };
}

function boxFor(opened: Opened, face: Face, character: string): Drawing | undefined {
  const box = composed(opened, face, character, [{ text: BOX, scale: 1, rise: 0 }]);
  return box && { ...box, lacking: true };
}

/** The opened font behind a key. */
export function fontAt({ font, spare }: Pick<Fonts, 'font' | 'spare'>, key: FontKey): Font {
  if (typeof key === 'string') return font[key];
  const found = spare[key]?.font;
  if (found === undefined) throw new RangeError(`no font ${key}`);
  return found;
}

/** Characters that one font draws in a row, or one sign. */
export type Run = {
  readonly key: FontKey;
  readonly text: string;
  readonly width: number;
  readonly parts?: readonly Part[];
};

/** A text parted where another font has to draw on, and at signs; widths in em, without tracking. */
export function runsOf(fonts: Fonts, face: Face, text: string): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const { key, width, parts } = fonts.drawingOf(face, character);
    const open = runs.at(-1);
    if (parts !== undefined) runs.push({ key, text: character, width, parts });
    else if (open !== undefined && open.parts === undefined && open.key === key)
      runs[runs.length - 1] = { key, text: open.text + character, width: open.width + width };
    else runs.push({ key, text: character, width });
  }
  return runs;
}

/** Width of a text in mm, tracking included (after the last character too). */
export function widthOf(fonts: Fonts, text: string, style: Style): number {
  let em = 0;
  let last: string | undefined;
  for (const character of text) {
    em += fonts.advance(style.face, character) + (style.tracking ?? 0);
    if (last !== undefined) em += seam(last, character);
    last = character;
  }
  return (em * style.size) / MM;
}

/** Whether a text has room in `width` mm. Sums of lengths lose their last bits, and a text never fits by those alone. */
export const fits = (fonts: Fonts, text: string, style: Style, width: number): boolean =>
  widthOf(fonts, text, style) <= width + 1e-6;

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
