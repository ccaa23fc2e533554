// A document as somebody hears it: the tree of its elements with the text of each, read from the bytes by their standard.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';

/** An element, what it says of itself, and what is in it: texts and elements in the order they are read. */
export type Heard = {
  readonly role: string;
  readonly alt?: string;
  readonly scope?: string;
  readonly columns: number;
  readonly rows: number;
  readonly links: number;
  readonly kids: (Heard | string)[];
};

const name = (text: string): PDFName => PDFName.of(text);
const bytesOf = (stream: PDFObject | undefined): string =>
  stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : '';

/** Codes of a font with their characters, by its map to Unicode. */
function mapOf(font: PDFDict): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [, code = '', to = ''] of bytesOf(font.lookup(name('ToUnicode'))).matchAll(
    /^<([0-9A-F]+)> <([0-9A-F]+)>$/gim,
  ))
    map.set(code.toUpperCase(), Buffer.from(to, 'hex').swap16().toString('utf16le'));
  return map;
}

/** The texts of a page by their marks, and what stands in artifacts. */
function marksOf(document: PDFDocument, index: number): { readonly texts: string[]; readonly artifacts: string } {
  const { node } = document.getPage(index);
  const fonts = node.Resources()?.lookup(name('Font')) as PDFDict;
  const maps = new Map(fonts.keys().map((key) => [String(key), mapOf(fonts.lookup(key) as PDFDict)]));
  const contents = node.lookup(name('Contents'), PDFArray);
  const content = contents
    .asArray()
    .map((ref) => bytesOf(document.context.lookup(ref)))
    .join('\n');
  const texts: string[] = [];
  let artifacts = '';
  let mark: number | undefined;
  let actual: string | undefined;
  let map: ReadonlyMap<string, string> | undefined;
  const put = (text: string): void => {
    if (mark === undefined) artifacts += text;
    else texts[mark] = (texts[mark] ?? '') + text;
  };
  for (const line of content.split('\n')) {
    const [, number] = /<<\/MCID (\d+)>> BDC$/.exec(line) ?? [];
    const [, sign] = /ActualText <([0-9A-F]*)>>> BDC$/.exec(line) ?? [];
    if (number !== undefined) {
      mark = Number(number);
      texts[mark] ??= '';
    } else if (sign !== undefined) actual = Buffer.from(sign.slice(4), 'hex').swap16().toString('utf16le');
    else if (line === 'EMC' && actual !== undefined) {
      put(actual);
      actual = undefined;
    } else if (line === 'EMC') mark = undefined;
    const [, font] = /^(\/\S+) \S+ Tf$/.exec(line) ?? [];
    if (font !== undefined) map = maps.get(font);
    if (actual === undefined && /T[jJ]$/.test(line))
      for (const [, codes = ''] of line.matchAll(/<([0-9A-F]+)>/g))
        put((codes.match(/.{4}/g) ?? []).map((code) => map?.get(code) ?? '�').join(''));
  }
  return { texts, artifacts };
}

/** The tree of a document, the texts that only the eye sees by page, and how often each mark of a page is in the tree. */
export async function listen(bytes: Uint8Array) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = document;
  const pages = document
    .getPages()
    .map(({ ref }, index) => ({ ref, ...marksOf(document, index), taken: [] as number[] }));
  const tree = catalog.lookup(name('StructTreeRoot'), PDFDict);
  const pageAt = (ref: PDFObject | undefined) => pages.find((page) => page.ref === ref);
  const hear = (ref: PDFObject | undefined, parent: PDFObject): Heard => {
    const element = context.lookup(ref, PDFDict);
    if (element.get(name('P')) !== parent) throw new Error(`${ref}: another parent`);
    const kids: (Heard | string)[] = [];
    let links = 0;
    const take = (page: PDFObject | undefined, mark: number): void => {
      pageAt(page)?.taken.push(mark);
      kids.push(pageAt(page)?.texts[mark] ?? '�');
    };
    for (const kid of (element.lookup(name('K')) as PDFArray | undefined)?.asArray() ?? []) {
      if (kid instanceof PDFNumber) take(element.get(name('Pg')), kid.asNumber());
      else if (kid instanceof PDFRef) kids.push(hear(kid, ref as PDFObject));
      else if (kid instanceof PDFDict && kid.get(name('Type')) === name('OBJR')) links += 1;
      else if (kid instanceof PDFDict) take(kid.get(name('Pg')), (kid.lookup(name('MCID')) as PDFNumber).asNumber());
    }
    const alt = element.lookup(name('Alt'));
    const own = element.lookup(name('A')) as PDFDict | undefined;
    const count = (key: string): number => (own?.lookup(name(key)) as PDFNumber | undefined)?.asNumber() ?? 1;
    const scope = own?.lookup(name('Scope'));
    return {
      role: String(element.lookup(name('S'))).slice(1),
      ...(alt instanceof PDFHexString ? { alt: alt.decodeText() } : {}),
      ...(scope === undefined ? {} : { scope: String(scope).slice(1) }),
      columns: count('ColSpan'),
      rows: count('RowSpan'),
      links,
      kids,
    };
  };
  const root = hear(tree.get(name('K')), catalog.get(name('StructTreeRoot')) as PDFObject);
  const parents = (tree.lookup(name('ParentTree'), PDFDict).lookup(name('Nums')) as PDFArray).asArray();
  return { root, pages, parents, document };
}

/** All elements of a tree, each before what is in it. */
export const elementsOf = (heard: Heard): Heard[] => [
  heard,
  ...heard.kids.flatMap((kid) => (typeof kid === 'string' ? [] : elementsOf(kid))),
];

export const textOf = ({ kids }: Heard): string =>
  kids.map((kid) => (typeof kid === 'string' ? kid : textOf(kid))).join('');
