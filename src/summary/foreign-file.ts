// The bytes of a PDF as this program lays them out: one object after the other, one table, and nothing besides.
import { inflateSync } from 'node:zlib';

/** An object that stands in the file itself; `data` unpacked, of a stream. What says of itself that it is packed is. */
export type Laid = { readonly number: number; readonly at: number; readonly dict: string; readonly data?: Buffer };

/** Unpacked bytes of all streams: a summary of a hundred pages has two million. */
const mostUnpacked = 32 * 1024 * 1024;

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
  let room = mostUnpacked;
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
