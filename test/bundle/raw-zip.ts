// Writes zips by hand, byte by byte, so that tests can make the ones that no honest program writes.
import { crc32, deflateRawSync } from 'node:zlib';

/** An entry with the lies wanted; whatever is left out is true. */
export type RawEntry = {
  readonly name: string | Buffer;
  readonly data?: string | Buffer;
  readonly method?: number;
  /** 0x800 says UTF-8, 0x1 encrypted. */
  readonly flags?: number;
  /** What the local header says instead. */
  readonly localName?: string;
  readonly localMethod?: number;
  /** Unpacked size as both headers declare it. */
  readonly size?: number;
  readonly crc?: number;
  /** Unix mode with the type: 0o120777 is a link. */
  readonly mode?: number;
  readonly extra?: Buffer;
  /** The same in the local header, which `extra` is not. */
  readonly localExtra?: Buffer;
  /** A comment of the entry, in the directory. */
  readonly note?: string;
  /** Attributes of DOS: 2 is hidden. */
  readonly dos?: number;
  /** Bytes that stand before the local header and belong to nobody. */
  readonly before?: Buffer;
  /** Bytes inside the packed data, behind the end of the deflate stream. */
  readonly padding?: Buffer;
  /** Takes the data of the entry of that index instead of its own. */
  readonly shares?: number;
  /** A data descriptor behind the data that gives this size; flag 0x8 announces it. */
  readonly described?: number;
};

export type RawZip = {
  readonly trailing?: Buffer;
  readonly comment?: string;
  /** Leaves the last entries out of the count of the end record. */
  readonly hidden?: number;
  /** Bytes before the first entry; offsets know of them. */
  readonly leading?: Buffer;
};

const bytes = (value: string | Buffer): Buffer => (typeof value === 'string' ? Buffer.from(value) : value);
const u16 = (value: number): Buffer => Buffer.from([value & 0xff, (value >> 8) & 0xff]);
const u32 = (value: number): Buffer => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);

export function rawZip(entries: readonly RawEntry[], zip: RawZip = {}): Buffer {
  const body: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  const put = (...parts: Buffer[]): void => {
    for (const part of parts) {
      body.push(part);
      at += part.length;
    }
  };
  if (zip.leading !== undefined) put(zip.leading);
  for (const entry of entries) {
    const data = bytes(entry.data ?? '');
    const method = entry.method ?? 8;
    const packed = Buffer.concat([method === 8 ? deflateRawSync(data) : data, entry.padding ?? Buffer.alloc(0)]);
    const name = bytes(entry.name);
    const localName = entry.localName === undefined ? name : bytes(entry.localName);
    const flags = u16(entry.flags ?? 0x800);
    const dated = [u16(0), u16(0x5310)];
    const sizes = [u32(entry.crc ?? crc32(data)), u32(packed.length), u32(entry.size ?? data.length)];
    const extra = entry.extra ?? Buffer.alloc(0);
    const localExtra = entry.localExtra ?? Buffer.alloc(0);
    put(entry.before ?? Buffer.alloc(0));
    const own = entry.shares === undefined;
    offsets.push(own ? at : (offsets[entry.shares ?? 0] ?? 0));
    if (own) {
      put(u32(0x04034b50), u16(20), flags, u16(entry.localMethod ?? method), ...dated, ...sizes);
      put(u16(localName.length), u16(localExtra.length), localName, localExtra, packed);
      if (entry.described !== undefined)
        put(u32(0x08074b50), u32(crc32(data)), u32(packed.length), u32(entry.described));
    }
    const attributes = (((entry.mode ?? 0o100644) << 16) | (entry.dos ?? 0)) >>> 0;
    const note = bytes(entry.note ?? '');
    central.push(u32(0x02014b50), u16(0x0314), u16(20), flags, u16(method), ...dated, ...sizes);
    central.push(u16(name.length), u16(extra.length), u16(note.length), u16(0), u16(0), u32(attributes));
    central.push(u32(offsets.at(-1) ?? 0), name, extra, note);
  }
  const directory = Buffer.concat(central);
  const count = u16(entries.length - (zip.hidden ?? 0));
  const comment = bytes(zip.comment ?? '');
  const end = [u32(0x06054b50), u32(0), count, count, u32(directory.length), u32(at), u16(comment.length), comment];
  return Buffer.concat([...body, directory, ...end, zip.trailing ?? Buffer.alloc(0)]);
}

/** Where the packed data of each entry of an honest zip stands, end exclusive. */
export function dataSpans(zip: Buffer): { readonly name: string; readonly start: number; readonly end: number }[] {
  const found = [];
  let at = zip.readUInt32LE(zip.length - 6);
  for (let left = zip.readUInt16LE(zip.length - 12); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const end = start + zip.readUInt32LE(at + 20);
    found.push({ name: zip.subarray(at + 46, at + 46 + name).toString(), start, end });
    at += 46 + name + extra + comment;
  }
  return found;
}
