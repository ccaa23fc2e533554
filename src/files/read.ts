// The one door through which files are read: plain files only, of a size that is known before, the same at the end as at the start.
import { createHash } from 'node:crypto';
import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { at, faultOf, Refused } from './fault.ts';

/** Which file it is, and in which state: equal as long as nobody has replaced or written it. */
export type Identity = {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
};

export type ReadOptions = {
  /** A link is refused; else it is followed. */
  readonly plainName?: boolean;
  /** The file that it has to be, as it was seen before. */
  readonly as?: Identity | undefined;
  /** Most bytes that it may have. */
  readonly limit?: number;
};

/** A plain file that is open for reading. */
export type PlainFile = {
  /** For a thread or a library that reads it by itself. */
  readonly fd: number;
  readonly bytes: number;
  /** Fills the buffer from a position on; gives how many bytes there were, fewer only at the end of the file. */
  read(into: Uint8Array, position: number): Promise<number>;
  /** Throws `changed` when it is not any more what it was when it was opened. */
  assertSame(): Promise<void>;
  close(): Promise<void>;
};

// Windows knows neither; a name there cannot be a device's by accident, nor hang.
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/** What is read of a file at a time, in bytes. */
const pieceBytes = 1024 * 1024;

export const identityOf = ({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): Identity => ({
  dev,
  ino,
  size,
  mtimeNs,
  ctimeNs,
});

const isSame = (a: Identity, b: Identity): boolean =>
  a.dev === b.dev && a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs;

/** Throws what keeps a file from being read that looks like this. */
function check(path: string, found: BigIntStats, { plainName, as, limit }: ReadOptions): void {
  if (plainName === true && found.isSymbolicLink()) throw new Refused(as === undefined ? 'link' : 'changed', path);
  if (as !== undefined && !(found.isFile() && isSame(as, found))) throw new Refused('changed', path);
  if (found.isDirectory()) throw faultOf('EISDIR', 'read', path);
  if (!found.isFile()) throw new Refused('not a regular file', path);
  if (limit !== undefined && found.size > limit) throw new Refused('too large', path);
}

function readFully(fd: number, into: Uint8Array, position: number): number {
  let filled = 0;
  while (filled < into.length) {
    const bytes = readSync(fd, into, filled, into.length - filled, position + filled);
    if (bytes === 0) break;
    filled += bytes;
  }
  return filled;
}

/** Before a file is opened, and before a read of more bytes than this, the keys and signals that came meanwhile are heard. */
const unheardBytes = 256 * 1024;

/**
 * Opens a plain file; throws before a byte is read for anything else (a folder, a pipe, a device), for one that is too
 * large, and for another file than `as`. What was looked at is what is opened, whoever exchanges it meanwhile. The system
 * is asked at once: to have each question put by another thread takes several times as long as the answer.
 */
export async function openPlain(path: string, options: ReadOptions = {}): Promise<PlainFile> {
  const { plainName = false } = options;
  await setImmediate();
  // Looked at first: a device may act on being opened, and a pipe would wait for its other end.
  const seen = (plainName ? lstatSync : statSync)(path, { bigint: true });
  check(path, seen, options);
  const fd = openSync(path, O_RDONLY | O_NONBLOCK | (plainName ? O_NOFOLLOW : 0));
  let isOpen = true;
  /** A number that was given back may be another file's by now. */
  const ask = <T>(question: () => T): T => {
    if (!isOpen) throw faultOf('EBADF', 'read', path);
    try {
      return question();
    } catch (error) {
      throw at(path, error);
    }
  };
  const close = (): void => {
    if (isOpen) closeSync(fd);
    isOpen = false;
  };
  const look = (): BigIntStats => ask(() => fstatSync(fd, { bigint: true }));
  try {
    const opened = look();
    if (!isSame(seen, opened)) throw new Refused('changed', path);
    check(path, opened, options);
    return {
      fd,
      bytes: Number(opened.size),
      async read(into, position) {
        if (into.length > unheardBytes) await setImmediate();
        return ask(() => readFully(fd, into, position));
      },
      async assertSame() {
        if (!isSame(opened, look())) throw new Refused('changed', path);
      },
      async close() {
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** Opens a file, hands it to `use`, and closes it whatever happens. */
export async function withPlain<T>(
  path: string,
  options: ReadOptions,
  use: (file: PlainFile) => Promise<T>,
): Promise<T> {
  const file = await openPlain(path, options);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

/** A few files are read whole at a time: a system allows few to be open at once. */
const mostOpen = 16;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  if (running >= mostOpen) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await run();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

/** The bytes of a plain file of at most `limit` bytes. Throws a FileFault. */
export const readPlain = (path: string, limit: number, options: Omit<ReadOptions, 'limit'> = {}): Promise<Buffer> =>
  inTurn(() =>
    withPlain(path, { ...options, limit }, async (file) => {
      // One byte more than there should be, to notice a file that goes on.
      const bytes = Buffer.allocUnsafe(file.bytes + 1);
      const read = await file.read(bytes, 0);
      if (read !== file.bytes) throw new Refused('changed', path);
      await file.assertSame();
      return bytes.subarray(0, read);
    }),
  );

/** Where a piece is to be read to that begins at a position; else each has memory of its own. */
type Into = (position: number, length: number) => Buffer;

/** The bytes of a plain file of any size, piece by piece. Throws a FileFault, in the end too when it was changed meanwhile. */
export async function* piecesIn(
  path: string,
  options: ReadOptions = {},
  into: Into = (_, length) => Buffer.allocUnsafe(length),
): AsyncGenerator<Buffer, void> {
  const file = await openPlain(path, options);
  try {
    for (let at = 0; ; ) {
      const bytes = into(at, Math.min(pieceBytes, file.bytes - at + 1));
      const read = await file.read(bytes, at);
      at += read;
      if (at > file.bytes) throw new Refused('changed', path);
      if (read > 0) yield bytes.subarray(0, read);
      if (read < bytes.length) {
        if (at !== file.bytes) throw new Refused('changed', path);
        break;
      }
    }
    await file.assertSame();
  } finally {
    await file.close();
  }
}

/** SHA-256 of a plain file, in hex. Throws a FileFault. */
export async function digestFile(path: string, options: ReadOptions = {}): Promise<string> {
  const hash = createHash('sha256');
  let one: Buffer | undefined;
  const again: Into = (_, length) => {
    one ??= Buffer.allocUnsafe(length);
    return one.subarray(0, length);
  };
  for await (const bytes of piecesIn(path, options, again)) hash.update(bytes);
  return hash.digest('hex');
}

/** The largest is a font, in bytes. */
const mostOwnBytes = 64 * 1024 * 1024;

/** The bytes of a file of the program. Throws a FileFault. */
export const readOwn = (file: URL | string): Promise<Buffer> =>
  readPlain(typeof file === 'string' ? file : fileURLToPath(file), mostOwnBytes);

/** The text of a file of the program, at once: for a word that is asked for in the middle of a sentence. Throws a FileFault. */
export function readOwnNow(file: URL): string {
  const path = fileURLToPath(file);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw at(path, error);
  }
}
