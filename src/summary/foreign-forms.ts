// How this program prints each object of a summary: no other key, no other order, no other spelling.
import { SRGB } from './archival.ts';

const ref = String.raw`\d+ 0 R`;
const number = String.raw`-?\d+(?:\.\d+)?`;
const hex = '<[0-9A-F]*>';
const view = String.raw`\[ ${ref} \/XYZ null ${number} null \]`;
const name = '[A-Za-z0-9+-]+';

/** What an object is there for; each has one form. */
export type Kind =
  | 'catalog'
  | 'pages'
  | 'page'
  | 'link'
  | 'outlines'
  | 'outline'
  | 'info'
  | 'font'
  | 'cid'
  | 'descriptor'
  | 'tree'
  | 'element'
  | 'xmp'
  | 'profile'
  | 'stream';

const dict = (...lines: readonly string[]): RegExp => new RegExp(`^<<\\n${lines.join('')}>>$`);
const line = (key: string, value: string): string => `\\/${key} ${value}\\n`;
const maybe = (key: string, value: string): string => `(?:${line(key, value)})?`;

/** What an element has on a page: a mark, or the annotation of a link. */
const at = (type: string, what: string): string =>
  String.raw`<<\n\/Type \/` + type + String.raw`\n\/Pg ${ref}\n` + what + String.raw`\n>>`;

/** How pdf-lib prints each kind: no other key, no other order, no other spelling. */
export const forms: Readonly<Record<Kind, RegExp>> = {
  catalog: dict(
    String.raw`\/Type \/Catalog\n`,
    line('Pages', ref),
    String.raw`\/PageLabels <<\n\/Nums \[ 0 <<\n\/S \/D\n\/St 1\n>> \]\n>>\n`,
    maybe('Outlines', ref),
    String.raw`(?:\/PageMode \/UseOutlines\n)?`,
    String.raw`\/Lang \(zh-CN\)\n\/ViewerPreferences <<\n\/DisplayDocTitle true\n>>\n`,
    String.raw`\/MarkInfo <<\n\/Marked true\n>>\n`,
    line('StructTreeRoot', ref),
    line('Metadata', ref),
    String.raw`\/OutputIntents \[ <<\n\/Type \/OutputIntent\n\/S \/GTS_PDFA1\n`,
    ...['OutputConditionIdentifier', 'Info'].map((key) => line(key, String.raw`\(${SRGB.replaceAll('.', '\\.')}\)`)),
    line('DestOutputProfile', ref),
    String.raw`>> \]\n`,
  ),
  pages: dict(
    String.raw`\/Type \/Pages\n`,
    line('Kids', String.raw`\[ (?:${ref} )+\]`),
    line('Count', String.raw`\d+`),
  ),
  page: dict(
    String.raw`\/Type \/Page\n`,
    line('Parent', ref),
    String.raw`\/Resources <<\n\/Font <<\n(?:\/(?:Song|Hei|More\d+) ${ref}\n)*>>\n`,
    String.raw`\/XObject <<\n(?:\/Mark ${ref}\n)?>>\n\/ExtGState <<\n>>\n>>\n`,
    String.raw`\/MediaBox \[ 0 0 595\.2755905511812 841\.8897637795277 \]\n`,
    line('Annots', String.raw`\[ (?:${ref} )*\]`),
    line('Contents', String.raw`\[ ${ref} \]`),
    line('StructParents', String.raw`\d+`),
    String.raw`\/Tabs \/S\n`,
  ),
  link: dict(
    String.raw`\/Type \/Annot\n\/Subtype \/Link\n`,
    line('Rect', String.raw`\[ (?:${number} ){4}\]`),
    String.raw`\/Border \[ 0 0 0 \]\n\/F 4\n`,
    line('Dest', view),
    line('StructParent', String.raw`\d+`),
  ),
  outlines: dict(
    String.raw`\/Type \/Outlines\n`,
    line('First', ref),
    line('Last', ref),
    line('Count', String.raw`\d+`),
  ),
  outline: dict(
    line('Title', hex),
    line('Parent', ref),
    line('Dest', view),
    maybe('Prev', ref),
    maybe('Next', ref),
    maybe('First', ref),
    maybe('Last', ref),
    maybe('Count', String.raw`-\d+`),
  ),
  info: dict(
    ...['Title', 'Author', 'Subject', 'Keywords', 'Creator'].map((key) => line(key, hex)),
    line('Producer', String.raw`\(zjtx with pdf-lib\)`),
    ...['CreationDate', 'ModDate'].map((key) => line(key, String.raw`\(D:\d{14}\+08'00'\)`)),
  ),
  font: dict(
    String.raw`\/Type \/Font\n\/Subtype \/Type0\n`,
    line('BaseFont', `\\/${name}`),
    String.raw`\/Encoding \/Identity-H\n`,
    line('DescendantFonts', String.raw`\[ ${ref} \]`),
    line('ToUnicode', ref),
  ),
  cid: dict(
    String.raw`\/Type \/Font\n\/Subtype \/CIDFontType[02]\n\/CIDToGIDMap \/Identity\n`,
    line('BaseFont', `\\/${name}`),
    String.raw`\/CIDSystemInfo <<\n\/Registry \(Adobe\)\n\/Ordering \(Identity\)\n\/Supplement 0\n>>\n`,
    line('FontDescriptor', ref),
    line('W', String.raw`\[ (?:\d+ \[ (?:${number} )+\] )*\]`),
  ),
  descriptor: dict(
    String.raw`\/Type \/FontDescriptor\n`,
    line('FontName', `\\/${name}`),
    line('Flags', String.raw`\d+`),
    line('FontBBox', String.raw`\[ (?:${number} ){4}\]`),
    ...['ItalicAngle', 'Ascent', 'Descent', 'CapHeight', 'XHeight', 'StemV'].map((key) => line(key, number)),
    line('FontFile[23]', ref),
  ),
  tree: dict(
    String.raw`\/Type \/StructTreeRoot\n`,
    line('K', ref),
    String.raw`\/ParentTree <<\n\/Nums \[ (?:\d+ (?:\[ (?:${ref} )*\]|${ref}) )*\]\n>>\n`,
    line('ParentTreeNextKey', String.raw`\d+`),
  ),
  element: dict(
    String.raw`\/Type \/StructElem\n\/S \/(?:Document|H[123]|P|Span|Table|T[RHD]|Link|Figure)\n`,
    line('P', ref),
    maybe('Pg', ref),
    String.raw`(?:\/A <<\n\/O \/Table\n(?:\/Scope \/(?:Column|Row)\n)?(?:\/ColSpan \d+\n)?(?:\/RowSpan \d+\n)?>>\n)?`,
    maybe(
      'K',
      String.raw`\[ (?:(?:${ref}|\d+|${at('MCR', String.raw`\/MCID \d+`)}|${at('OBJR', String.raw`\/Obj ${ref}`)}) )*\]`,
    ),
    maybe('Alt', hex),
  ),
  xmp: /^<<\n\/Type \/Metadata\n\/Subtype \/XML\n\/Length \d+\n>>$/,
  profile: /^<<\n\/N 3\n\/Filter \/FlateDecode\n\/Length \d+\n>>$/,
  stream: /^<<\n(?:\/Subtype \/(?:CIDFontType0C|OpenType)\n)?\/Filter \/FlateDecode\n\/Length \d+\n>>$/,
};

export const markForm =
  /^<<\n\/BBox \[ 0 0 595\.2755905511812 841\.8897637795277 \]\n\/Matrix \[ 1 0 0 1 0 0 \]\n\/Resources <<\n\/ExtGState <<\n\/Faint <<\n\/Type \/ExtGState\n\/ca 0\.075\n\/CA 0\.075\n>>\n>>\n>>\n\/Type \/XObject\n\/Subtype \/Form\n\/Filter \/FlateDecode\n\/Length \d+\n>>$/;
