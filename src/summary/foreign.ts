// What a summary holds that this program never writes: scripts, files, forms, pictures, whatever nothing leads to.
import { inflateSync } from 'node:zlib';
import type { PDFRef } from 'pdf-lib';
import { srgbProfile, xmpOf } from './archival.ts';
import { contentFault, markFault } from './foreign-content.ts';
import { forms, type Kind, markForm } from './foreign-forms.ts';

/** An object that stands in the file itself; `data` unpacked, of a stream. What says of itself that it is packed is. */
export type Laid = { readonly number: number; readonly at: number; readonly dict: string; readonly data?: Buffer };

/** Unpacked bytes of all streams: a summary of a hundred pages has two million. */
const mostUnpackedBytes = 32 * 1024 * 1024;

const head = '%PDF-1.7\n%\x81\x81\x81\x81\n\n';
const opening = /(\d{1,7}) 0 obj\n(<<\n[\x20-\x7e\n]*?>>)\n(stream\n|endobj\n\n)/y;
const closing = '\nendstream\nendobj\n\n';
const ending = /startxref\n(\d{1,10})\n%%EOF$/y;

/** Every object of the file in order, or what stands there that this program does not write. */
export function laidIn(bytes: Buffer): readonly Laid[] | { readonly foreign: string } {
  const text = bytes.toString('latin1');
  if (!text.startsWith(head)) return { foreign: '%PDF' };
  const objects: Laid[] = [];
  let at = head.length;
  let room = mostUnpackedBytes;
  for (;;) {
    opening.lastIndex = at;
    const [whole, number, dict, kind] = opening.exec(text) ?? [];
    if (whole === undefined || dict === undefined) break;
    const own = { number: Number(number), at, dict };
    at += whole.length;
    if (kind !== 'stream\n') {
      objects.push(own);
      continue;
    }
    const length = Number(/\n\/Length (\d{1,9})\n/.exec(dict)?.[1] ?? Number.NaN);
    const packed = bytes.subarray(at, at + length);
    at += length;
    if (!text.startsWith(closing, at)) return { foreign: 'stream' };
    at += closing.length;
    try {
      const data = dict.includes('/Filter ') ? inflateSync(packed, { maxOutputLength: Math.max(room, 1) }) : packed;
      room -= data.length;
      objects.push({ ...own, data });
    } catch {
      return { foreign: 'stream' };
    }
  }
  ending.lastIndex = at;
  const start = ending.exec(text)?.[1];
  if (start === undefined) return { foreign: at < text.length && objects.length > 0 ? '%%EOF' : 'obj' };
  return objects.at(-1)?.at === Number(start) ? objects : { foreign: 'startxref' };
}

const table =
  /^<<\n\/Size (\d+)\n\/Root (\d+) 0 R\n\/Info (\d+) 0 R\n\/ID \[ <[0-9a-f]{32}> <[0-9a-f]{32}> \]\n\/Filter \/FlateDecode\n\/Type \/XRef\n\/Length \d+\n\/W \[ (\d) (\d) (\d) \]\n\/Index \[ 0 (\d+) \]\n>>$/;
const pack = /^<<\n\/Filter \/FlateDecode\n\/Type \/ObjStm\n\/N (\d+)\n\/First (\d+)\n\/Length \d+\n>>$/;

/** Where everything else is found from, and the objects that only lay out the file. */
export type Roots = { readonly root: number; readonly info: number; readonly frame: ReadonlySet<number> };

/** The table of the file, when it names every object exactly where it stands; else what is wrong. */
export function rootsOf(objects: readonly Laid[]): Roots | { readonly foreign: string } {
  const last = objects.at(-1);
  const [, size, root, info, ...widths] = table.exec(last?.dict ?? '') ?? [];
  if (last?.data === undefined || size === undefined) return { foreign: '/XRef' };
  const due = new Map<number, string>([[0, '0']]);
  const frame = new Set([last.number]);
  for (const { number, at, dict, data } of objects) {
    if (due.has(number)) return { foreign: `${number} 0 obj` };
    due.set(number, `1 ${at} 0`);
    const [, count, first] = pack.exec(dict) ?? [];
    if (count === undefined || data === undefined) continue;
    frame.add(number);
    const numbers = data.toString('latin1', 0, Number(first)).trim().split(/\s+/);
    if (numbers.length !== 2 * Number(count)) return { foreign: '/ObjStm' };
    for (let index = 0; index < Number(count); index += 1) {
      const inner = Number(numbers[2 * index]);
      if (due.has(inner)) return { foreign: `${inner} 0 obj` };
      due.set(inner, `2 ${number} ${index}`);
    }
  }
  const [kind = 0, place = 0, index = 0, entries = 0] = widths.map(Number);
  const step = kind + place + index;
  const { data } = last;
  const isReadable = kind === 1 && place > 0 && index > 0 && place <= 6 && index <= 6;
  if (!isReadable || data.length !== step * entries || Number(size) !== entries) return { foreign: '/XRef' };
  for (let at = 0, number = 0; at < data.length; at += step, number += 1) {
    const where = data.readUIntBE(at + 1, place);
    const further = data.readUIntBE(at + 1 + place, index);
    const said = ['0', `1 ${where} ${further}`, `2 ${where} ${further}`][data[at] ?? 3];
    if (said !== (due.get(number) ?? '0')) return { foreign: `${number} 0 obj` };
    due.delete(number);
  }
  if (due.size > 0) return { foreign: '/XRef' };
  return { root: Number(root), info: Number(info), frame };
}

/** What a key leads to, and how the bytes of a stream there are looked at. */
const leads: ReadonlyMap<string, Kind | 'mark' | 'content' | 'cmap' | 'file'> = new Map(
  Object.entries({
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
  } as const),
);

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
          : leads.get(key);
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
