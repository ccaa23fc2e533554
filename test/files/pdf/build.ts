// PDFs written by hand: objects with their table, pages with their content, text in the encodings of Chinese office programs.

/** The bytes of a PDF; the nth object is number n + 1, and the first is the catalog. `trailer` adds keys to the trailer. */
export function pdfWith(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let at = parts[0]?.length ?? 0;
  const add = (part: Buffer): void => {
    parts.push(part);
    at += part.length;
  };
  const entries = objects.map((object, index) => {
    const entry = `${String(at).padStart(10, '0')} 00000 n \n`;
    const body = typeof object === 'string' ? Buffer.from(object, 'latin1') : object;
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
    return entry;
  });
  const count = objects.length + 1;
  const start = at;
  add(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${entries.join('')}`));
  add(Buffer.from(`trailer\n<</Size ${count}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** A stream object. `keys` as in `/Type/XObject`. */
export const stream = (content: string | Buffer, keys = ''): Buffer => {
  const data = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return Buffer.concat([Buffer.from(`<<${keys}/Length ${data.length}>>\nstream\n`), data, Buffer.from('\nendstream')]);
};

/** A page: what it draws, with font /F (Helvetica unless `font` is given) and what `xobjects` names. Sides in points. */
export type Sheet = {
  readonly content: string;
  readonly size?: readonly [number, number];
  readonly rotate?: number;
  /** Further keys of the page. */
  readonly keys?: string;
};

export type More = {
  /** The body of the font object, which may refer to `others`. */
  readonly font?: string;
  /** Objects from number 4 on. */
  readonly others?: readonly (string | Buffer)[];
  /** `/P 4 0 R` */
  readonly xobjects?: string;
};

const helvetica = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';

/** A PDF of the pages. */
export function pdfOfSheets(
  sheets: readonly Sheet[],
  { font = helvetica, others = [], xobjects = '' }: More = {},
): Buffer {
  const first = 4 + others.length;
  const resources = `/Resources<</Font<</F 3 0 R>>/XObject<<${xobjects}>>>>`;
  const pages = sheets.flatMap(({ content, size: [width, height] = [595, 842], rotate, keys = '' }, index) => [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]${resources}/Contents ${first + index * 2 + 1} 0 R${
      rotate === undefined ? '' : `/Rotate ${rotate}`
    }${keys}>>`,
    stream(content),
  ]);
  const kids = sheets.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  return pdfWith([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${sheets.length}>>`,
    font,
    ...others,
    ...pages,
  ]);
}

/** Shows lines in ASCII from the top of an upright page; `way` turns them counterclockwise by quarters. */
export function textOf(lines: readonly string[], way: 0 | 1 | 2 | 3 = 0): string {
  const matrix = ['1 0 0 1 60 780', '0 1 -1 0 60 60', '-1 0 0 -1 530 60', '0 -1 1 0 530 780'][way];
  return `BT /F 12 Tf ${matrix} Tm 16 TL ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
}

const gbk = new Map<string, number>();
const decoder = new TextDecoder('gbk');
for (let high = 0x81; high <= 0xfe; high += 1) {
  for (let low = 0x40; low <= 0xfe; low += 1) {
    const character = decoder.decode(Uint8Array.of(high, low));
    // An area for private use and what is no character decode to other lengths.
    if (character.length === 1 && !gbk.has(character)) gbk.set(character, (high << 8) | low);
  }
}

/** Encodings of Chinese text in fonts that are not embedded. */
export type CMap = 'UniGB-UCS2-H' | 'UniGB-UTF16-H' | 'GBK-EUC-H' | 'GB-EUC-H' | 'GBKp-EUC-H';

function codeOf(character: string, cmap: CMap): string {
  const code = cmap.startsWith('Uni') ? character.charCodeAt(0) : (gbk.get(character) ?? character.charCodeAt(0));
  const isShort = !cmap.startsWith('Uni') && code < 0x80;
  return code.toString(16).padStart(isShort ? 2 : 4, '0');
}

/** A PDF whose pages show lines of Chinese in a font that is not embedded. */
export function chinesePdf(
  pages: readonly (readonly string[])[],
  cmap: CMap = 'UniGB-UCS2-H',
  face = 'STSong-Light',
): Buffer {
  const font = `<</Type/Font/Subtype/Type0/BaseFont/${face}-${cmap}/Encoding/${cmap}/DescendantFonts[4 0 R]>>`;
  const descendant = `<</Type/Font/Subtype/CIDFontType0/BaseFont/${face}/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 5 0 R/DW 1000>>`;
  const descriptor = `<</Type/FontDescriptor/FontName/${face}/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>`;
  const sheets = pages.map((lines) => {
    const shown = lines.map((line) => `<${Array.from(line, (one) => codeOf(one, cmap)).join('')}> Tj T*`);
    return { content: `BT /F 12 Tf 60 780 Td 18 TL ${shown.join(' ')} ET` };
  });
  return pdfOfSheets(sheets, { font, others: [descendant, descriptor] });
}

/** An image object of one grey, or with the given samples. */
export const imageOf = (width: number, height: number, samples = Buffer.alloc(width * height, 0x90)): Buffer =>
  stream(
    samples,
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8`,
  );
