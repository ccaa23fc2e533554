// Embeds the two faces in a PDF, one subset glyph a character, so that look-alikes keep their own text.
import type { Font as OpenFont } from 'fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';
import type { Face, Fonts } from './fonts.ts';

type Fontkit = Parameters<PDFDocument['registerFontkit']>[0];
type PdfFace = Awaited<ReturnType<Fontkit['create']>>;

const NAMES: Record<Face, string> = { song: 'ABCDEF+NotoSerifSC-Regular', hei: 'ABCDEG+NotoSansSC-Regular' };

/** Both faces as fonts of `document`; only the characters that get encoded are written. */
export async function embedFaces(document: PDFDocument, fonts: Fonts): Promise<Record<Face, PDFFont>> {
  const embed = async (face: Face): Promise<PDFFont> => {
    document.registerFontkit({ create: () => perCharacter(fonts.font[face]) });
    return await document.embedFont(fonts.bytes[face], { subset: true, customName: NAMES[face] });
  };
  return { song: await embed('song'), hei: await embed('hei') };
}

/**
 * The font as pdf-lib wants it, with code points for glyph ids. pdf-lib writes one text per glyph; where two
 * characters share a glyph (…⋯, 用⽤) the second would be copied as the first. So each gets a glyph of its own.
 * Shaping is left out on purpose: no ligature may join letters of a code.
 */
function perCharacter(font: OpenFont): PdfFace {
  const layout = (text: string) => ({
    glyphs: Array.from(text, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return { id: code, codePoints: [code], advanceWidth: font.glyphForCodePoint(code).advanceWidth };
    }),
  });
  const createSubset = () => {
    const subset = font.createSubset() as unknown as { glyphs: number[]; encode(): Uint8Array };
    const given = new Map<number, number>();
    const includeGlyph = (glyph: number | { id: number }): number => {
      const code = typeof glyph === 'number' ? glyph : glyph.id;
      const known = given.get(code);
      if (known !== undefined) return known;
      const index = subset.glyphs.push(font.glyphForCodePoint(code).id) - 1;
      given.set(code, index);
      return index;
    };
    return { includeGlyph, encode: () => subset.encode() };
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
    characterSet: font.characterSet,
    glyphForCodePoint: (code: number) => font.glyphForCodePoint(code),
    layout,
    createSubset,
  } as unknown as PdfFace;
}
