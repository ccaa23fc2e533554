// The one door through which files are written: beside their place first, brought to the disk, then renamed; never through a link.
import { close, closeSync, constants, fsync, ftruncateSync, openSync, write, writeFileSync, writeSync } from 'node:fs';
import { link, open, readdir, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { at, faultOf, isFileFault, naming, Refused } from './fault.ts';
import { entryAt, stands } from './folder.ts';
import { assertNotHeld, moveTo, removeAll } from './held.ts';
import {
  gone,
  isTemporary,
  type Made,
  makeAbsent,
  makeFolder,
  makeTemporary,
  removeTemporary,
  unmake,
} from './temporary.ts';

/** A file that is being written and has no name yet. */
export type Fresh = {
  readonly path: string;
  write(chunk: Uint8Array): Promise<void>;
  /** Brings it to the disk. */
  close(): Promise<void>;
  /**
   * Gives it its name. What stands there stays unless `over`, and then too when it is a link, a folder, a device: throws
   * `EEXIST`, or says what it is.
   */
  keep(target: string, over: boolean): Promise<void>;
  /** Removes it; harmless after `keep`. */
  remove(): Promise<void>;
};

const { O_CREAT, O_EXCL, O_WRONLY, O_NOFOLLOW = 0 } = constants;
const exclusive = O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW;

/** What disks say that know no second name for a file. */
const noLinks: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOSYS',
  'ENOTSUP',
  'EOPNOTSUPP',
  'EMLINK',
  'EINVAL',
  'EACCES',
]);

type Done<T> = (error: Error | null, value?: T) => void;

/** What a call of the system gives, on a file that has only a number. */
const calling = <T>(call: (done: Done<T>) => void): Promise<T> =>
  new Promise((resolve, reject) => call((error, value) => (error ? reject(error) : resolve(value as T))));

/** Writes all of it: a system may take less at a time. */
async function writeAll(file: number, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.length; )
    done += await calling<number>((then) => write(file, chunk, done, null, null, then));
}

/** Not every system lets a folder be synced; where it does, the new name survives a power cut too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close().catch(() => {});
}

/** Throws for what no file may take the place of. */
async function refuseOthers(path: string): Promise<void> {
  const found = await entryAt(path);
  if (found?.isSymbolicLink() === true) throw new Refused('link', path);
  if (found?.isDirectory() === true) throw faultOf('EISDIR', 'rename', path);
  if (found !== undefined && !found.isFile()) throw new Refused('not a regular file', path);
}

/** Gives a file a name that nothing has. */
async function nameFreely(path: string, target: string): Promise<void> {
  try {
    await link(path, target);
  } catch (error) {
    if (!noLinks.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    if (await stands(target)) throw faultOf('EEXIST', 'rename', target);
    return moveTo(path, target);
  }
  // What a scanner holds keeps its second name until the next run.
  await removeAll(path).catch(() => {});
}

/** Makes a new, empty file in a folder that is there, under a name that no other run can have. Throws a FileFault. */
export async function openFresh(folder: string, mode = 0o666): Promise<Fresh> {
  const { path, made: file } = await makeTemporary(folder, (path) => openSync(path, exclusive, mode));
  let closed: Promise<void> | undefined;
  const end = (): Promise<void> => {
    closed ??= calling<void>((then) => close(file, then));
    return closed;
  };
  return {
    path,
    write: (chunk) => naming(path, writeAll(file, chunk)),
    async close() {
      await naming(
        path,
        calling<void>((then) => fsync(file, then)),
      );
      await naming(path, end());
    },
    async keep(target, over) {
      if (over) {
        await refuseOthers(target);
        await moveTo(path, target);
      } else await nameFreely(path, target);
      gone(path);
      await syncFolder(dirname(target));
    },
    async remove() {
      await end().catch(() => {});
      await removeTemporary(path);
    },
  };
}

export type WriteOptions = {
  /** A plain file that stands there is replaced; else `EEXIST` is thrown. */
  readonly over: boolean;
  /** Folders that are not there yet are made, and no link below this one leads out of it. */
  readonly within?: string;
  readonly mode?: number;
  /** Gets the file, where it is new, and the folders that were made for it. */
  readonly made?: Made;
};

type Content = Uint8Array | string | Iterable<string> | AsyncIterable<Uint8Array>;

/** Writes a file whole or not at all. Throws a FileFault; then nothing has changed. */
export async function writeWhole(
  path: string,
  content: Content,
  { over, within, mode, made = [] }: WriteOptions,
): Promise<void> {
  const before = made.length;
  try {
    const folder = within === undefined ? dirname(path) : await makeFolder(dirname(path), within, made);
    const target = join(folder, basename(path));
    // Told before anything is written: a full disk is a poor answer to a name that is taken.
    if (over) await refuseOthers(target);
    const isNew = !(await stands(target));
    await writeFresh(target, content, over, mode);
    if (isNew) made.push(target);
  } catch (error) {
    await unmake(made.splice(before));
    // What is told of is what was asked for: nobody knows the file that stands in for it.
    throw isFileFault(error) && isTemporary(error.path ?? '') ? Object.assign(error, { path }) : error;
  }
}

async function writeFresh(target: string, content: Content, over: boolean, mode: number | undefined): Promise<void> {
  const fresh = await openFresh(dirname(target), mode);
  try {
    const pieces = content instanceof Uint8Array || typeof content === 'string' ? [content] : content;
    for await (const piece of pieces) await fresh.write(typeof piece === 'string' ? Buffer.from(piece) : piece);
    await fresh.close();
    await fresh.keep(target, over);
  } finally {
    await fresh.remove();
  }
}

/**
 * Makes a file in a folder of our own, where it has its name at once, and lets `fill` write it. Throws a FileFault, and
 * what `fill` throws.
 */
export async function fillNew<T>(
  path: string,
  mode: number,
  fill: (write: (chunk: Uint8Array) => void) => Promise<T>,
): Promise<T> {
  const file = openSync(path, exclusive, mode);
  try {
    return await fill((chunk) => {
      try {
        for (let done = 0; done < chunk.length; ) done += writeSync(file, chunk, done);
      } catch (error) {
        throw at(path, error);
      }
    });
  } finally {
    closeSync(file);
  }
}

/** Makes a file of a size without content, which takes no room where the disk allows that. Throws a FileFault. */
export function hollowNew(path: string, mode: number, bytes: number): void {
  const file = openSync(path, exclusive, mode);
  try {
    ftruncateSync(file, bytes);
  } catch (error) {
    throw at(path, error);
  } finally {
    closeSync(file);
  }
}

/** A name beside a path that nothing has. */
async function beside(path: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const free = `${path}（原有）${number === 1 ? '' : number}`;
    if (!(await stands(free))) return free;
  }
}

/**
 * Gives a folder the name of another, which is removed. Throws a FileFault; then the other is where it was, or, where
 * not even that can be had, under the name beside it that `set aside` tells.
 */
export async function exchangeFolder(made: string, path: string, replaces: boolean): Promise<void> {
  // Nothing temporary: whatever ends the program meanwhile, what was there before is kept.
  const aside = replaces ? await beside(path) : undefined;
  if (aside !== undefined) {
    await assertNotHeld(path);
    await moveTo(path, aside);
  }
  try {
    await moveTo(made, path);
  } catch (error) {
    if (aside !== undefined)
      await moveTo(aside, path).catch(() => {
        throw new Refused('set aside', aside);
      });
    throw error;
  }
  await syncFolder(dirname(path));
  // It goes where the next run clears up what could not be removed now.
  if (aside !== undefined) await moveTo(aside, made).catch(() => removeAll(aside).catch(() => {}));
}

/** The permissions of a plain file. Throws a FileFault. */
export const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

/** Throws a FileFault when this user may not write a plain file that is there. */
export async function assertWritable(path: string): Promise<void> {
  await refuseOthers(path);
  await (await open(path, constants.O_RDWR | O_NOFOLLOW)).close();
}

/** What the system itself has there, such as `/dev/stdout` or the pipe of a shell's `>(…)`. */
const ofSystem = /^\/(?:dev\/(?!shm\/)|proc\/self\/fd\/)/;

/**
 * Writes a document to the place that a person has named: whole or not at all, over a plain file that stands there, in a
 * folder that is made where it is not there yet. What the system has below `/dev` takes it piece by piece; all else that is
 * no plain file is refused. Throws a FileFault.
 */
export async function writeOutput(path: string, content: Iterable<string>): Promise<void> {
  if (!ofSystem.test(path)) return writeWhole(path, content, { over: true, within: dirname(path) });
  const handle = await open(path, O_WRONLY);
  try {
    for (const piece of content) await naming(path, writeAll(handle.fd, Buffer.from(piece)));
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file that may be lost again, whole or not at all, into a folder of our own, without waiting for the disk; of
 * more than `most` files there the oldest go. Only this user can read them. Throws a FileFault.
 */
export async function writePassing(folder: string, name: string, text: string, most: number): Promise<void> {
  await makeAbsent(folder, [], 0o700);
  const names = await readdir(folder);
  if (names.length >= most) {
    const ageOf = async (one: string) => ({ one, at: Number((await entryAt(join(folder, one)))?.mtimeMs ?? 0) });
    const aged = (await Promise.all(names.map(ageOf))).sort((a, b) => a.at - b.at);
    // A quarter at a time, so that not each new file needs a look at all others.
    for (const { one } of aged.slice(0, names.length - most + Math.ceil(most / 4))) await removeAll(join(folder, one));
  }
  const { path, made: file } = await makeTemporary(folder, (path) => openSync(path, exclusive, 0o600));
  try {
    try {
      writeFileSync(file, text);
    } finally {
      closeSync(file);
    }
    await rename(path, join(folder, name));
  } finally {
    await removeTemporary(path);
  }
}
