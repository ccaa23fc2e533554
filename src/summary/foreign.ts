// What a summary holds that this program never writes: scripts, files, forms, pictures, whatever nothing leads to.
import type { PDFRef } from 'pdf-lib';
import { srgbProfile, xmpOf } from './archival.ts';
import { contentFault, markFault } from './foreign-content.ts';
import { type Laid, laidIn, rootsOf } from './foreign-file.ts';
import { forms, type Kind, markForm } from './foreign-forms.ts';

/** What a key leads to, and how the bytes of a stream there are looked at. */
const leads: Readonly<Record<string, Kind | 'mark' | 'content' | 'cmap' | 'file'>> = {
  Pages: 'pages',
  Parent: 'pages',
  Outlines: 'outlines',
  First: 'outline',
  Last: 'outline',
  Prev: 'outline',
  Next: 'outline',
  Kids: 'page',
  Dest: 'page',
  Annots: 'link',
  Contents: 'content',
  Mark: 'mark',
  DescendantFonts: 'cid',
  ToUnicode: 'cmap',
  FontDescriptor: 'descriptor',
  FontFile2: 'file',
  FontFile3: 'file',
  StructTreeRoot: 'tree',
  Metadata: 'xmp',
  DestOutputProfile: 'profile',
  Pg: 'page',
  Obj: 'link',
};

/** Keys before references, `/Kids [ 5 0 R 7 0 R`: the key, and the numbers. */
const edge = /\/([A-Za-z0-9]+) (?:\[ )?((?:\d+ 0 R ?)+)/g;

/** The first thing in a PDF that no summary holds, as its name in the file; nothing when there is none. */
export async function foreignIn(bytes: Uint8Array): Promise<string | undefined> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const laid = laidIn(file);
  if ('foreign' in laid) return laid.foreign;
  const roots = rootsOf(laid);
  if ('foreign' in roots) return roots.foreign;
  try {
    const { PDFDocument } = await import('pdf-lib');
    const options = { updateMetadata: false, throwOnInvalidObject: true, parseSpeed: Number.POSITIVE_INFINITY };
    const document = await PDFDocument.load(bytes, options);
    const texts = new Map<number, string>();
    for (const [{ objectNumber }, object] of document.context.enumerateIndirectObjects() as [PDFRef, object][])
      texts.set(objectNumber, String('dict' in object && 'contents' in object ? object.dict : object));
    return walked(texts, new Map(laid.map((one) => [one.number, one])), roots);
  } catch {
    return 'obj';
  }
}

type Open = { readonly number: number; readonly as: Kind | 'mark' | 'content' | 'cmap' | 'file' };

/** Follows every reference from the roots, each to what its key may lead to; what is left over belongs to nothing. */
function walked(
  texts: ReadonlyMap<number, string>,
  streams: ReadonlyMap<number, Laid>,
  { root, info, frame }: { root: number; info: number; frame: ReadonlySet<number> },
): string | undefined {
  const seen = new Map<number, Open['as']>();
  const open: Open[] = [
    { number: root, as: 'catalog' },
    { number: info, as: 'info' },
  ];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { number: at, as } = one;
    const before = seen.get(at);
    if (before !== undefined) {
      if (before !== as) return `${at} 0 obj`;
      continue;
    }
    seen.set(at, as);
    const text = texts.get(at);
    if (text === undefined) return `${at} 0 obj`;
    const fault =
      faultOf(as, text, streams.get(at)?.data) ??
      (as === 'xmp' ? xmpFault(texts.get(info), streams.get(at)?.data) : undefined);
    if (fault !== undefined) return fault;
    // All else that the tree and its elements name are elements.
    if (as === 'tree' || as === 'element')
      for (const [, below] of text.matchAll(/(?<!\/(?:P|Pg|Obj) )(?<![\d.])(\d+) 0 R/g))
        open.push({ number: Number(below), as: 'element' });
    for (const [, key = '', list = ''] of text.matchAll(edge)) {
      const to = /^(?:Song|Hei|More\d+)$/.test(key)
        ? 'font'
        : key === 'Parent' && as !== 'page'
          ? undefined
          : leads[key];
      // The parent of an outline item is the item or the root that has led here.
      if (to === undefined) continue;
      for (const [, target] of list.matchAll(/(?<!\d)(\d+) 0 R/g)) open.push({ number: Number(target), as: to });
    }
  }
  const stray = [...texts].find(([at]) => !seen.has(at) && !frame.has(at));
  return stray === undefined ? undefined : (nameIn(stray[1]) ?? `${stray[0]} 0 obj`);
}

/** The first name in an object that says what it is there for: `/JavaScript`, `/EmbeddedFile`. */
function nameIn(text: string): string | undefined {
  const names = text.match(/\/[A-Za-z0-9]+/g) ?? [];
  return names.find((one) => !plain.has(one));
}

const plain: ReadonlySet<string> = new Set(['/Type', '/S', '/Subtype', '/Filter', '/FlateDecode', '/Length']);

/** The first key or name of an object that its form does not have. */
function unknownIn(text: string, form: RegExp): string {
  const names = text.match(/\/[A-Za-z0-9]+/g) ?? [];
  return names.find((one) => !plain.has(one) && !form.source.includes(one.slice(1))) ?? names[1] ?? 'obj';
}

function faultOf(as: Open['as'], text: string, data: Buffer | undefined): string | undefined {
  const form = as === 'mark' ? markForm : as in forms ? forms[as as Kind] : forms.stream;
  if (!form.test(text)) return unknownIn(text, form);
  if (as === 'content') return contentFault(data?.toString('latin1') ?? '');
  if (as === 'mark') return markFault(data?.toString('latin1') ?? '');
  if (as === 'profile') return data?.equals(srgbProfile()) === true ? undefined : '/OutputIntents';
  if (as === 'cmap') return isMap(data?.toString('latin1') ?? '') ? undefined : '/ToUnicode';
  if (as === 'file') return isFont(data ?? Buffer.alloc(0)) ? undefined : '/FontFile';
  return undefined;
}

/** XMP says what the properties of the document say, and nothing besides. */
function xmpFault(info = '', data: Buffer | undefined): string | undefined {
  const said = (key: string): string =>
    Buffer.from(new RegExp(`\\/${key} <([0-9A-F]*)>`).exec(info)?.[1] ?? '', 'hex')
      .swap16()
      .toString('utf16le')
      .slice(1);
  const [, year, month, day] = /\/CreationDate \(D:(\d{4})(\d{2})(\d{2})000000/.exec(info) ?? [];
  const due = {
    title: said('Title'),
    author: said('Author'),
    subject: said('Subject'),
    keywords: said('Keywords').split(', '),
    creator: said('Creator'),
    date: `${year}-${month}-${day}`,
  };
  return data?.toString('utf8') === xmpOf(due, true) ? undefined : '/Metadata';
}

const isMap = (text: string): boolean =>
  text.startsWith('/CIDInit /ProcSet findresource begin\n') && /^[A-Za-z0-9 /<>()+\n-]*end\nend$/.test(text);

/** A TrueType font whose last table ends where the file does, or a font of PostScript outlines. */
function isFont(data: Buffer): boolean {
  const kind = data.toString('latin1', 0, 4);
  if (data.length < 12 || (kind !== '\0\x01\0\0' && kind !== 'true')) return data[0] === 1 || kind === 'OTTO';
  const count = data.readUInt16BE(4);
  if (data.length < 12 + 16 * count) return false;
  const ends = Array.from({ length: count }, (_, index) => {
    const at = 12 + 16 * index;
    return data.readUInt32BE(at + 8) + data.readUInt32BE(at + 12);
  });
  return Math.max(12 + 16 * count, ...ends) + 3 >= data.length;
}
