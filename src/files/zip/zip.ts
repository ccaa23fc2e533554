// The one door to yauzl: opens a zip as a hostile thing, lists it whole, and unpacks entries in bounded memory.
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromBufferPromise, fromFdPromise, type ZipFile } from 'yauzl';
import { isFileFault } from '../fault.ts';
import { type Identity, openPlain } from '../read.ts';
import { centralFaults, nameOf, type ZipEntry } from './entry.ts';
import { endIsPlain, type Located, locate, markOdd, markOverlaps, straysOf } from './layout.ts';

/** More entries than this are not listed; a dossier has hundreds. */
export const mostEntries = 20_000;

/** How the unpacking of an entry went: `data` cannot be unpacked, `size` is not the declared one, `crc` differs. */
export type Unpacked = { readonly is: 'whole' } | { readonly is: 'broken'; readonly why: 'data' | 'size' | 'crc' };

export type { ZipEntry } from './entry.ts';

/** The name of a part of an Office file with `/`: some programs of Windows pack with its own sign, and Office reads it. */
export const partName = ({ name }: ZipEntry): string => name.replaceAll('\\', '/');

export type Zip = {
  readonly kind: 'zip';
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[];
  /** Bytes that belong to no entry and to no directory: before, between or behind, a comment, hidden entries. */
  readonly strays: boolean;
  /**
   * Gives the unpacked bytes to `take` chunk by chunk, never more than the declared size. A chunk is valid until `take`
   * returns. Throws what `take` throws, and a FileFault.
   */
  unpack(entry: ZipEntry, take: (chunk: Buffer) => void): Promise<Unpacked>;
  /** Throws `changed` when the file is not any more what it was when it was opened. */
  assertSame(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Why a file cannot be listed as a zip: `other` does not begin as one, `broken` does and is none, `split` is the last of
 * several parts. `detail` in English, from the parser, without text of the file.
 */
export type NoZip = {
  readonly kind: 'no zip';
  readonly why: 'other' | 'broken' | 'split' | 'too many';
  readonly detail: string;
};

/** Reads `length` bytes at `position`, fewer at the end of the zip; `into` a buffer of that size, where one is given. */
type Bytes = (position: number, length: number, into?: Buffer) => Promise<Buffer>;

type Opened = {
  file: ZipFile;
  size: number;
  bytes: Bytes;
  assertSame: () => Promise<void>;
  close: () => Promise<void>;
};

/** What is read of an entry at a time, in bytes. */
const pieceBytes = 1024 * 1024;

// Names are judged by the caller and sizes here, one finding each: the parser would stop at the first.
const options = { decodeStrings: false, validateEntrySizes: false, autoClose: false } as const;

async function openPath(path: string, as: Identity | undefined): Promise<Opened | NoZip> {
  const plain = await openPlain(path, { as });
  try {
    const bytes: Bytes = async (position, length, into) => {
      const buffer = into?.subarray(0, length) ?? Buffer.alloc(length);
      return buffer.subarray(0, await plain.read(buffer, position));
    };
    const file = await fromFdPromise(plain.fd, options).catch(async (error) => noZip(error, await bytes(0, 2)));
    if ('kind' in file) {
      await plain.close();
      return file;
    }
    return { file, size: plain.bytes, bytes, assertSame: () => plain.assertSame(), close: () => plain.close() };
  } catch (error) {
    await plain.close();
    throw error;
  }
}

async function openBytes(source: Uint8Array): Promise<Opened | NoZip> {
  const buffer = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const file = await fromBufferPromise(buffer, options).catch((error) => noZip(error, buffer));
  if ('kind' in file) return file;
  const bytes: Bytes = async (position, length) => buffer.subarray(position, position + length);
  return { file, size: buffer.length, bytes, assertSame: async () => {}, close: async () => {} };
}

/** How every zip begins, as far as there is anything of it. */
const mark = 'PK';

/** What the parser says of a file that is no zip. A file that cannot be read may be one: its fault is thrown on. */
function noZip(error: unknown, begins: Buffer): NoZip {
  if (isFileFault(error)) throw error;
  const detail = error instanceof Error ? error.message : String(error);
  if (detail.startsWith('multi-disk')) return { kind: 'no zip', why: 'split', detail };
  return { kind: 'no zip', why: mark.startsWith(begins.toString('latin1', 0, 2)) ? 'broken' : 'other', detail };
}

/** The packed bytes of an entry, up to where the file ends; into one buffer for all of them where one is given. */
async function* packed(bytes: Bytes, { start, length }: Lying, into?: Buffer): AsyncGenerator<Buffer, void> {
  for (let at = 0; at < length; ) {
    const wanted = Math.min(pieceBytes, length - at);
    const read = await bytes(start + at, wanted, into);
    if (read.length > 0) yield read;
    if (read.length < wanted) break;
    at += wanted;
  }
}

/** Where the packed bytes of an entry lie. */
type Lying = { readonly start: number; readonly length: number };

async function* unpacked(
  bytes: Bytes,
  lying: Lying,
  { entry, into }: Unpacking,
): AsyncGenerator<Buffer, 'data' | 'whole'> {
  if (entry.compressionMethod === 0 || entry.compressedSize === 0) {
    yield* packed(bytes, lying, into);
    return 'whole';
  }
  const raw = Readable.from(packed(bytes, lying), { objectMode: false });
  const inflate = createInflateRaw();
  raw.on('error', (error) => inflate.destroy(error));
  raw.pipe(inflate);
  try {
    let given = 0;
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      yield chunk;
      given += chunk.length;
      if (given > entry.uncompressedSize) break;
    }
    return inflate.bytesWritten === entry.compressedSize ? 'whole' : 'data';
  } finally {
    raw.destroy();
    inflate.destroy();
  }
}

type Unpacking = { readonly entry: Entry; readonly into: Buffer };

async function unpack(
  bytes: Bytes,
  { entry, span }: Located,
  into: Buffer,
  take: (chunk: Buffer) => void,
): Promise<Unpacked> {
  // Its local header cannot be read.
  if (span === undefined) return { is: 'broken', why: 'data' };
  let size = 0;
  let crc = 0;
  let refused: { readonly error: unknown } | undefined;
  try {
    const chunks = unpacked(bytes, { start: span.data, length: entry.compressedSize }, { entry, into });
    for (;;) {
      const next = await chunks.next();
      if (next.done === true) {
        if (next.value === 'data') return { is: 'broken', why: 'data' };
        break;
      }
      size += next.value.length;
      if (size > entry.uncompressedSize) {
        await chunks.return('data');
        return { is: 'broken', why: 'size' };
      }
      crc = crc32(next.value, crc);
      try {
        take(next.value);
      } catch (error) {
        // Whoever takes the bytes says by itself what is wrong: the entry is not.
        await chunks.return('data');
        refused = { error };
        throw error;
      }
    }
  } catch (error) {
    if (refused !== undefined) throw refused.error;
    if (isFileFault(error)) throw error;
    return { is: 'broken', why: 'data' };
  }
  if (size !== entry.uncompressedSize) return { is: 'broken', why: 'size' };
  return crc === entry.crc32 ? { is: 'whole' } : { is: 'broken', why: 'crc' };
}

/**
 * Opens and lists a zip. Entries with faults are listed with them; unpack none of those. Throws only a FileFault, when
 * the file cannot be read (`ENOENT`, `EACCES`, `EIO`), or is not the one that was seen before.
 */
export async function openZip(source: string | Uint8Array, as?: Identity): Promise<Zip | NoZip> {
  const opened = typeof source === 'string' ? await openPath(source, as) : await openBytes(source);
  if ('kind' in opened) return opened;
  const { file, size, bytes, assertSame, close } = opened;
  const start = Number(file.readEntryCursor);
  const listed: Located[] = [];
  try {
    if (file.entryCount > mostEntries) {
      await close();
      return { kind: 'no zip', why: 'too many', detail: `${file.entryCount} entries` };
    }
    for await (const entry of file.eachEntry()) listed.push(await locate(file, entry, centralFaults(entry), bytes));
    markOverlaps(listed);
    await markOdd(listed, start, bytes);
  } catch (error) {
    await close();
    return noZip(error, Buffer.from(mark));
  }
  const end = Number(file.readEntryCursor);
  const raw = new Map<ZipEntry, Located>();
  for (const located of listed) {
    const { entry, faults, laden } = located;
    const { name, foreign } = nameOf(entry);
    const shown = {
      name,
      ...(foreign === undefined ? {} : { foreign }),
      folder: name.endsWith('/'),
      bytes: entry.uncompressedSize,
      packed: entry.compressedSize,
      commented: entry.fileCommentRaw.length > 0,
      laden,
      crc32: entry.crc32,
      attributes: entry.externalFileAttributes,
    };
    raw.set({ ...shown, faults }, located);
  }
  let spare: Buffer | undefined;
  return {
    kind: 'zip',
    entries: [...raw.keys()],
    strays: straysOf(listed, start) || !(await endIsPlain(bytes, { start, end, size, count: listed.length })),
    unpack(entry, take) {
      const own = raw.get(entry);
      if (own === undefined) throw new TypeError('an entry of another zip');
      // One entry at a time is read into it; another one that is unpacked meanwhile gets its own.
      const into = spare ?? Buffer.allocUnsafeSlow(Math.min(pieceBytes, size));
      spare = undefined;
      return unpack(bytes, own, into, take).finally(() => {
        spare = into;
      });
    },
    assertSame,
    close,
  };
}
