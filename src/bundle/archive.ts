// The one door to archiver: writes entries into a zip one by one, so that equal input gives equal bytes in flat memory.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { ZipArchive } from 'archiver';
import { isFileFault, Refused } from '../files/fault.ts';
import { type Identity, piecesIn } from '../files/read.ts';
import { release } from '../files/release.js';
import { openSink } from './sink.ts';
import { sourceChanged, sourceUnreadable } from './stops.ts';

/** Files of these formats are packed already: deflating them again costs time and gains nothing. */
const packed = new Set(['pdf', 'jpg', 'jpeg', 'png', 'docx', 'xlsx', 'rar', 'zip']);
/**
 * A stored entry is given to archiver whole, because from a stream it would get a data descriptor, which Java's
 * ZipInputStream refuses for stored entries; what is larger than this goes deflated, by stream.
 */
const largestStored = 64 * 1024 * 1024;
const mode = 0o644;

/** What an entry is made of: bytes, or a file that is read once, while it is written. */
export type Content = Uint8Array | (Source & { readonly format?: string });

export type Digest = { readonly sha256: string; readonly bytes: number };

/** An entry as it was given to the zip. */
export type Added = Digest & { readonly crc32: number };

/** A zip that is being written. Entries stand in the order of the calls; await each before the next. */
export type Archive = {
  add(name: string, content: Content): Promise<Added>;
  /** Ends the zip and brings it to the disk, still under its temporary name. */
  finish(): Promise<Digest>;
  /** The temporary file, for reading back. */
  readonly path: string;
  /** Gives the finished zip its name; false when another file has it that is not to be replaced. */
  keep(target: string, over: boolean): Promise<boolean>;
  /** Leaves nothing behind; harmless after `keep`. */
  abort(): Promise<void>;
};

type ArchiveOptions = {
  /** Where the temporary file and later the zip stand; must exist. */
  readonly folder: string;
  /** The date of every entry, `2021-08-16`. Zip times know no zone, and archiver takes the fields of UTC. */
  readonly date: string;
  /** Told of every chunk that is read from a file, with its name. */
  readonly step?: (bytes: number, source: string) => void;
  readonly signal?: AbortSignal;
};

const extensionOf = (name: string): string => /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Whether an entry is stored: packed already and small enough for memory, or empty. */
function isStored(name: string, content: Content): boolean {
  const size = content instanceof Uint8Array ? content.length : content.bytes;
  const format = content instanceof Uint8Array ? undefined : content.format;
  return size === 0 || (size <= largestStored && packed.has(format ?? extensionOf(name)));
}

/** Opens a zip in a folder. Throws what making the temporary file throws. */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  const { signal } = options;
  const step = (bytes: number, source: string): void => {
    signal?.throwIfAborted();
    options.step?.(bytes, source);
  };
  const date = new Date(`${options.date}T00:00:00Z`);
  const sink = await openSink(options.folder);
  const zip = new ZipArchive({ zlib: { level: 1 } });
  let fail: (reason: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {});
  const interrupt = (): void => fail(signal?.reason);
  signal?.addEventListener('abort', interrupt);
  zip.on('error', fail);
  zip.on('warning', fail);
  sink.stream.on('error', fail);
  const ended = new Promise<void>((resolve) => sink.stream.once('finish', resolve));
  zip.pipe(sink.stream);

  /** What the entry before was read to, which is on the disk. */
  let spare: Buffer | undefined;

  const append = (content: Buffer | Readable, name: string, store: boolean): Promise<void> => {
    const entered = new Promise<void>((resolve, reject) => {
      zip.once('entry', () => resolve());
      if (content instanceof Readable) content.once('error', reject);
    });
    zip.append(content, { name, date, mode, store });
    return Promise.race([entered, failed]);
  };

  const addBytes = async (name: string, content: Buffer, sums: Sums, store: boolean): Promise<Added> => {
    const before = sink.written();
    await append(content, name, store);
    // archiver does not wait for the disk when it stores; what came before may lag by a few buffers, never by an entry.
    if (store) await Promise.race([sink.reached(before + content.length), failed]);
    return { ...sums, bytes: content.length };
  };

  const addStream = async (name: string, file: Source): Promise<Added> => {
    const summed = summing();
    const chunks = async function* (): AsyncGenerator<Buffer, void> {
      for await (const chunk of chunksOf(file, summed)) {
        step(chunk.length, file.source);
        yield chunk;
      }
    };
    const stream = Readable.from(chunks(), { objectMode: false });
    try {
      await append(stream, name, false);
      return { ...summed.end(), bytes: file.bytes };
    } finally {
      stream.destroy();
    }
  };

  return {
    path: sink.path,
    async add(name, content) {
      signal?.throwIfAborted();
      const store = isStored(name, content);
      if (content instanceof Uint8Array) {
        // What follows the attachments is made by this program, which needs memory for it.
        if (spare !== undefined) release(spare.buffer as ArrayBuffer);
        spare = undefined;
        const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
        const summed = summing();
        summed.take(bytes);
        return addBytes(name, bytes, summed.end(), store);
      }
      if (!store) return addStream(name, content);
      const room = spare !== undefined && spare.length > content.bytes ? spare : roomFor(content);
      spare = undefined;
      const { content: whole, ...sums } = await wholeOf(content, (bytes) => step(bytes, content.source), room);
      const added = await addBytes(name, whole, sums, store);
      if (sink.hasWritten(whole)) spare = room;
      return added;
    },
    async finish() {
      zip.finalize().catch(() => {});
      await Promise.race([ended, failed]);
      signal?.removeEventListener('abort', interrupt);
      return sink.close();
    },
    keep: (target, over) => sink.keep(target, over),
    async abort() {
      signal?.removeEventListener('abort', interrupt);
      zip.abort();
      await sink.remove();
    },
  };
}

/** What is read: its place on this machine, its name for messages, and what the assessment knows of it. */
type Source = {
  readonly absolute: string;
  readonly source: string;
  readonly bytes: number;
  readonly identity?: Identity;
  readonly sha256?: string;
};

/** What is known of the bytes of an entry: its digest, and the checksum of zip, which costs a quarter of that. */
type Sums = { readonly sha256: string; readonly crc32: number };

/** Sums up bytes that are handed to it in pieces. */
function summing(): { take(piece: Uint8Array): void; end(): Sums } {
  const hash = createHash('sha256');
  let crc = 0;
  let sums: Sums | undefined;
  return {
    take(piece) {
      hash.update(piece);
      crc = crc32(piece, crc);
    },
    end() {
      sums ??= { sha256: hash.digest('hex'), crc32: crc };
      return sums;
    },
  };
}

/** Gives the bytes of a file in pieces; `summed` has them all at the end. Stops when the file is not as assessed. */
async function* chunksOf(
  file: Source,
  summed: ReturnType<typeof summing>,
  into?: Buffer,
): AsyncGenerator<Buffer, void> {
  let read = 0;
  const options = { plainName: true, as: file.identity, limit: file.bytes };
  const place = into && ((at: number, length: number): Buffer => into.subarray(at, at + length));
  try {
    for await (const chunk of piecesIn(file.absolute, options, place)) {
      read += chunk.length;
      summed.take(chunk);
      yield chunk;
    }
  } catch (error) {
    if (!isFileFault(error)) throw error;
    throw error instanceof Refused || error.code === 'EISDIR'
      ? sourceChanged(file.source)
      : sourceUnreadable(file.source, error);
  }
  const { sha256 } = summed.end();
  if (read !== file.bytes || (file.sha256 ?? sha256) !== sha256) throw sourceChanged(file.source);
}

/**
 * One byte more than there should be, to notice a file that goes on; and up to a power of two, so that the next file, which
 * may be little larger, needs no room of its own. What is not written to takes no memory.
 */
const roomFor = ({ bytes }: Source): Buffer => Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(bytes + 1)));

/** The whole of a file, which has to fit into memory, and its sums. */
export async function wholeOf(
  file: Source,
  step: (bytes: number) => void,
  room = roomFor(file),
): Promise<Sums & { readonly content: Buffer }> {
  const summed = summing();
  for await (const chunk of chunksOf(file, summed, room)) step(chunk.length);
  return { content: room.subarray(0, file.bytes), ...summed.end() };
}
