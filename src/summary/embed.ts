// Embeds the fonts in a PDF, one subset glyph a character, so that look-alikes keep their own text.
import type { Font as OpenFont } from 'fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';
import { isScript, piecesOf } from '../characters/signs.ts';
import { BOX, type FontKey, type Fonts, fontAt } from './fonts.ts';
import type { Face } from './tokens.ts';

type Fontkit = Parameters<PDFDocument['registerFontkit']>[0];
type PdfFace = Awaited<ReturnType<Fontkit['create']>>;

const NAMES: Record<Face, string> = { song: 'ABCDEF+NotoSerifSC-Regular', hei: 'ABCDEG+NotoSansSC-Regular' };

/** The fonts of a document. */
export type Embedded = ReadonlyMap<FontKey, PDFFont>;

/** Both faces, and of the fonts that help out those in `used`; only the characters that get encoded are written. */
export async function embedFonts(document: PDFDocument, fonts: Fonts, used: Iterable<FontKey>): Promise<Embedded> {
  const embedded = new Map<FontKey, PDFFont>();
  const spare = [...new Set(used)].filter((key) => typeof key === 'number').sort((a, b) => a - b);
  for (const key of ['song', 'hei', ...spare] as const) {
    const font = fontAt(fonts, key);
    document.registerFontkit({ create: () => perCharacter(font, typeof key === 'string') });
    const bytes = typeof key === 'string' ? fonts.bytes[key] : (fonts.spare[key]?.bytes ?? new Uint8Array());
    const customName = typeof key === 'string' ? NAMES[key] : `ABCDEH+${plainName(font.postscriptName, key)}`;
    embedded.set(key, await document.embedFont(bytes, { subset: true, customName }));
  }
  return embedded;
}

/** A name of letters and digits, whatever the font calls itself. */
const plainName = (name: string | null, key: number): string =>
  `${(name ?? '').replace(/[^A-Za-z0-9-]/g, '') || 'Font'}-${key + 1}`;

/**
 * The font as pdf-lib wants it, with code points for glyph ids. pdf-lib writes one text per glyph; where two
 * characters share a glyph (…⋯, 用⽤) the second would be copied as the first. So each gets a glyph of its own.
 * Shaping is left out on purpose: no ligature may join letters of a code.
 */
function perCharacter(font: OpenFont, isFace: boolean): PdfFace {
  const glyphOf = (code: number) => font.glyphForCodePoint(isFace ? shownAs(font, code) : code);
  const layout = (text: string) => ({
    glyphs: Array.from(text, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return { id: code, codePoints: [code], advanceWidth: glyphOf(code).advanceWidth };
    }),
  });
  const createSubset = () => {
    const subset = font.createSubset() as unknown as { glyphs: number[]; encode(): Uint8Array };
    const given = new Map<number, number>();
    const includeGlyph = (glyph: number | { id: number }): number => {
      const code = typeof glyph === 'number' ? glyph : glyph.id;
      const known = given.get(code);
      if (known !== undefined) return known;
      const index = subset.glyphs.push(glyphOf(code).id) - 1;
      given.set(code, index);
      return index;
    };
    const encode = () => {
      for (const glyph of subset.glyphs) readOnce(font.getGlyph(glyph));
      return subset.encode();
    };
    return { includeGlyph, encode };
  };
  return {
    postscriptName: font.postscriptName,
    unitsPerEm: font.unitsPerEm,
    ascent: font.ascent,
    descent: font.descent,
    italicAngle: font.italicAngle,
    capHeight: font.capHeight,
    xHeight: font.xHeight,
    bbox: font.bbox,
    glyphForCodePoint: glyphOf,
    layout,
    createSubset,
  } as unknown as PdfFace;
}

/** fontkit reads all points of a glyph to see whether others are parts of it, anew for each document; here it does so once. */
function readOnce(glyph: object): void {
  if (Object.hasOwn(glyph, '_decode')) return;
  const { _decode: read } = glyph as { _decode?: () => unknown };
  if (read === undefined) return;
  let outline: unknown;
  Object.defineProperty(glyph, '_decode', { value: () => (outline ??= read.call(glyph)) });
}

/** The character whose glyph is shown for a code point: for a sign the first that it is composed of, else a box. */
function shownAs(font: OpenFont, code: number): number {
  const character = String.fromCodePoint(code);
  if (font.hasGlyphForCodePoint(code) && !isScript(character)) return code;
  return (piecesOf(character)?.[0]?.text ?? BOX).codePointAt(0) ?? 0;
}
