// What a cheat does to the PDF of the form: scripts, files, covers, other texts behind the same letters.
import { deflateSync, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  degrees,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  PDFString,
  rgb,
} from 'pdf-lib';

type Change = (document: PDFDocument, page: PDFPage) => unknown;

/** Changes the document as an editor of PDFs would, and saves it as the program does. */
const edited =
  (change: Change) =>
  async (pdf: Uint8Array): Promise<Uint8Array> => {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    // What laid out the file before is laid out anew.
    for (const [ref, object] of document.context.enumerateIndirectObjects())
      if (object instanceof PDFRawStream && /\/Type \/(?:ObjStm|XRef)/.test(String(object.dict)))
        document.context.delete(ref);
    const numbers = document.context.enumerateIndirectObjects().map(([{ objectNumber }]) => objectNumber);
    document.context.largestObjectNumber = Math.max(...numbers);
    await change(document, document.getPage(0));
    return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
  };

/** Saved anew with nothing changed: what is refused of the others is what they change. */
export const resaved = edited(() => {});

/** Changes the operators of the first page. */
const drawn = (change: (content: string) => string): ReturnType<typeof edited> =>
  edited(({ context }, page) => {
    const contents = page.node.Contents();
    const ref =
      contents !== undefined && 'get' in contents ? (contents.get(0 as never) as unknown as PDFRef) : undefined;
    if (ref === undefined) throw new Error('no contents');
    const stream = context.lookup(ref);
    if (!(stream instanceof PDFRawStream)) throw new Error('no stream');
    const before = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
    const after = change(before);
    if (after === before) throw new Error('nothing to change');
    context.assign(ref, context.flateStream(after));
  });

const put = (dict: PDFDict, key: string, value: Parameters<PDFDict['set']>[1]): void =>
  dict.set(PDFName.of(key), value);

/** Changes the bytes of the file. */
const patched =
  (change: (text: string) => string) =>
  async (pdf: Uint8Array): Promise<Uint8Array> => {
    const before = Buffer.from(pdf).toString('latin1');
    const after = change(before);
    if (after === before) throw new Error('nothing to change');
    return Buffer.from(after, 'latin1');
  };

/** The streams that are fonts or their maps, by what their bytes begin with. */
const streams = (document: PDFDocument, begins: string): [PDFRef, Buffer][] =>
  document.context.enumerateIndirectObjects().flatMap(([ref, object]): [PDFRef, Buffer][] => {
    if (!(object instanceof PDFRawStream)) return [];
    const data = Buffer.from(decodePDFRawStream(object).decode());
    return data.toString('latin1', 0, begins.length) === begins ? [[ref, data]] : [];
  });

const script = "app.alert('x')";
const action = (document: PDFDocument) => document.context.obj({ S: 'JavaScript', JS: PDFString.of(script) });
const box = 'q\n1 1 1 rg\n0 0 m\n595 0 l\n595 842 l\n0 842 l\nh\nf\nQ\n';
/** A pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What is done, how, and whether what was drawn still reads the same to a program: then only the drawing can tell. */
export type Alteration = readonly [what: string, alter: (pdf: Uint8Array) => Promise<Uint8Array>];

export const alterations: readonly Alteration[] = [
  ['a script that runs when it opens', edited((document) => put(document.catalog, 'OpenAction', action(document)))],
  ['a script with a name', edited((document) => document.addJavaScript('x', script))],
  [
    'a script that runs when it closes',
    edited((document) => put(document.catalog, 'AA', document.context.obj({ WC: action(document) }))),
  ],
  [
    'a script of a page',
    edited((document, page) => put(page.node, 'AA', document.context.obj({ O: action(document) }))),
  ],
  ['a program attached', edited((document) => document.attach(Buffer.from('MZ'), 'setup.exe', { mimeType: 'x/y' }))],
  ['a picture over the page', edited(async (document, page) => page.drawImage(await document.embedPng(png)))],
  [
    'a white box over the page',
    edited((_, page) => page.drawRectangle({ width: 600, height: 900, color: rgb(1, 1, 1) })),
  ],
  ['a white box drawn as the program draws', drawn((content) => content + box)],
  ['a black box over the texts', drawn((content) => content + box.replace('1 1 1', '0 0 0'))],
  ['a line through a figure', drawn((content) => `${content}q\n0 0 0 RG\n9 w\n0 400 m\n595 400 l\nS\nQ\n`)],
  [
    'a note',
    edited((document, page) =>
      page.node.addAnnot(
        document.context.register(
          document.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9], Contents: PDFString.of('x') }),
        ),
      ),
    ),
  ],
  [
    'a picture as an annotation',
    edited((document, page) => {
      const look = document.context.register(
        document.context.flateStream(box, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 600, 900] }),
      );
      page.node.addAnnot(
        document.context.register(
          document.context.obj({ Type: 'Annot', Subtype: 'Stamp', Rect: [0, 0, 600, 900], AP: { N: look } }),
        ),
      );
    }),
  ],
  ['another title than XMP has', edited((document) => document.setTitle('别的', { showInWindowTitleBar: true }))],
  [
    'another author than XMP has',
    edited((document) =>
      put(document.context.lookup(document.context.trailerInfo.Info, PDFDict), 'Author', PDFHexString.fromText('别家')),
    ),
  ],
  [
    'a link to the network',
    edited((document, page) =>
      page.node.addAnnot(
        document.context.register(
          document.context.obj({
            Type: 'Annot',
            Subtype: 'Link',
            Rect: [0, 0, 600, 900],
            A: { S: 'URI', URI: PDFString.of('https://example.com') },
          }),
        ),
      ),
    ),
  ],
  ['a field to fill in', edited((document, page) => document.getForm().createTextField('x').addToPage(page))],
  [
    'a second stream of operators',
    edited((document, page) =>
      page.node.addContentStream(document.context.register(document.context.flateStream(box))),
    ),
  ],
  ['a page that is turned', edited((_, page) => page.setRotation(degrees(180)))],
  ['a page that is cut', edited((_, page) => page.setCropBox(0, 0, 10, 10))],
  ['a larger page', edited((_, page) => page.setMediaBox(-900, 0, 600, 842))],
  ['a page more', edited((document) => document.addPage())],
  ['a page less', edited((document) => document.removePage(0))],
  [
    'pages in another order',
    edited((document) => {
      const page = document.getPage(0);
      document.removePage(0);
      document.addPage(page);
    }),
  ],
  [
    'layers that can be hidden',
    edited((document) => {
      const layer = document.context.register(document.context.obj({ Type: 'OCG', Name: PDFString.of('x') }));
      put(document.catalog, 'OCProperties', document.context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
    }),
  ],
  [
    'metadata',
    edited((document) =>
      put(document.catalog, 'Metadata', document.context.register(document.context.flateStream('<x/>'))),
    ),
  ],
  [
    'an object that nothing leads to',
    edited((document) => document.context.register(document.context.flateStream('MZ'))),
  ],
  ['text that is not painted', drawn((content) => content.replace('BT\n', 'BT\n3 Tr\n'))],
  ['text in white', drawn((content) => content.replace(/0 0 0 rg\nBT/, '0.99 1 1 rg\nBT'))],
  ['text beside the page', drawn((content) => content.replace(/1 0 0 1 \S+ \S+ Tm/, '1 0 0 1 5000 5000 Tm'))],
  ['text too small to read', drawn((content) => content.replace(/(\/\w+) \S+ Tf/, '$1 0.01 Tf'))],
  ['text that is clipped', drawn((content) => content.replace('q\n', 'q\n0 0 1 1 re\nW\nn\n'))],
  ['a text less', drawn((content) => content.replace(/<[0-9A-F]+> Tj/, '<> Tj'))],
  ['two texts exchanged', drawn((content) => exchanged(content))],
  ['a shape of another colour', drawn((content) => content.replace(/^\S+ \S+ \S+ rg$/m, '0 0 1 rg'))],
  ['operators from another file', drawn((content) => content.replace('q\n', 'q\n/Fm0 Do\n'))],
  [
    'an unpacked bomb',
    edited((document, page) =>
      put(
        page.node,
        'Contents',
        document.context.obj([document.context.register(document.context.flateStream(Buffer.alloc(80_000_000)))]),
      ),
    ),
  ],
  [
    'another text behind the same letters',
    edited((document) => {
      const [[ref, data] = []] = streams(document, '/CIDInit');
      if (ref === undefined || data === undefined) throw new Error('no map');
      document.context.assign(ref, document.context.flateStream(swapped(data.toString('latin1'))));
    }),
  ],
  [
    'a font with a program behind it',
    edited((document) => {
      const [[ref, data] = []] = streams(document, 'true');
      if (ref === undefined || data === undefined) throw new Error('no font');
      document.context.assign(ref, document.context.flateStream(Buffer.concat([data, Buffer.from('MZ'.repeat(50))])));
    }),
  ],
  ['something behind its end', patched((text) => `${text}\nMZ`)],
  ['something before its beginning', patched((text) => `MZ\n${text}`)],
  ['a second end', patched((text) => `${text}\nstartxref\n0\n%%EOF`)],
  [
    'an object between others',
    patched((text) => text.replace('\nendobj\n\n', '\nendobj\n\n999 0 obj\n<<\n/JS (x)\n>>\nendobj\n\n')),
  ],
  ['a comment between objects', patched((text) => text.replace('\nendobj\n\n', '\nendobj\n% MZ\n'))],
  ['another version in its head', patched((text) => text.replace('%PDF-1.7', '%PDF-2.0'))],
  ['a table that leads elsewhere', patched((text) => tableMoved(text))],
  ['no PDF at all', async () => Buffer.from('%PDF-1.4 forged summary')],
  ['a page of HTML', async () => Buffer.from('<html><script>alert(1)</script></html>')],
];

/**
 * Two letters of the first page in each other's place, and in the map of their font too: the text reads as before, and
 * the eye reads another.
 */
export const disguised = edited((document, page) => {
  const { context } = document;
  const [[map, data] = []] = streams(document, '/CIDInit');
  const contents = page.node.Contents();
  const ref = contents !== undefined && 'get' in contents ? (contents.get(0 as never) as unknown as PDFRef) : undefined;
  const stream = ref && context.lookup(ref);
  if (map === undefined || data === undefined || ref === undefined || !(stream instanceof PDFRawStream))
    throw new Error('no text');
  const text = data.toString('latin1');
  const [a = '', b = ''] = [...text.matchAll(/^<([0-9A-F]{4})> <[0-9A-F]+>$/gm)].slice(0, 2).map(([, code]) => code);
  const other = (code: string): string => (code === a ? b : code === b ? a : code);
  let isSong = false;
  const lines = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1').split('\n');
  const drawn = lines.map((line) => {
    if (line.endsWith(' Tf')) isSong = line.startsWith('/Song ');
    return isSong && line.endsWith('> Tj') ? line.replace(/[0-9A-F]{4}/g, other) : line;
  });
  if (drawn.join() === lines.join()) throw new Error('nothing to exchange');
  context.assign(ref, context.flateStream(drawn.join('\n')));
  context.assign(map, context.flateStream(text.replace(/^<[0-9A-F]{4}>/gm, (code) => `<${other(code.slice(1, 5))}>`)));
});

/** What only the bytes can tell. */
export const unseen: readonly Alteration[] = [['letters that are not what they read', disguised]];

/** The first two texts in each other's place. */
function exchanged(content: string): string {
  const [a = '', b = ''] = content.match(/<[0-9A-F]+> Tj/g) ?? [];
  return content.replace(a, '@').replace(b, a).replace('@', b);
}

/** The texts of the first two letters in each other's place. */
function swapped(map: string): string {
  const [[, a = ''] = [], [, b = ''] = []] = [...map.matchAll(/^<[0-9A-F]{4}> <([0-9A-F]+)>$/gm)];
  if (a === b) throw new Error('nothing to exchange');
  return map.replace(`<${a}>\n`, '@').replace(`<${b}>\n`, `<${a}>\n`).replace('@', `<${b}>\n`);
}

/** Every entry of the table one byte further on. */
function tableMoved(text: string): string {
  const at = text.lastIndexOf('stream\n', text.lastIndexOf('endstream') - 1) + 'stream\n'.length;
  const end = text.lastIndexOf('\nendstream');
  const data = inflateSync(Buffer.from(text.slice(at, end), 'latin1'));
  data[9] = (data[9] ?? 0) ^ 1;
  const packed = deflateSync(data).toString('latin1');
  return `${text.slice(0, at).replace(/\/Length \d+(?=[\s\S]{0,80}$)/, `/Length ${packed.length}`)}${packed}${text.slice(end)}`;
}
