// The file a bundle is written to before it has its name: hashed as it grows, synced, renamed or removed.
import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { outputUnwritable } from './stops.ts';

/** A temporary file of the output folder. */
type Sink = {
  readonly path: string;
  readonly stream: Writable;
  /** Bytes on disk so far. */
  written(): number;
  /** Resolves once that many bytes are on disk. */
  reached(bytes: number): Promise<void>;
  /** Ends the file and brings it to the disk; SHA-256 of the whole in hex. */
  close(): Promise<{ bytes: number; sha256: string }>;
  /** Gives the file its name, in place of whatever had it. */
  keep(target: string): Promise<void>;
  /** Removes the file; harmless after `keep`. */
  remove(): Promise<void>;
};

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten;
}

/** Not every system lets a folder be synced; where it does, the new name survives a power cut too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** Makes a new, empty file in `folder` whose name no other run can have. Every failure to write is a Stop. */
export async function openSink(folder: string): Promise<Sink> {
  const path = join(folder, `.zjtx-${randomBytes(8).toString('hex')}.part`);
  const unwritable = (error: unknown): never => {
    throw outputUnwritable(folder, error);
  };
  const file = await open(path, 'wx').catch(unwritable);
  const hash = createHash('sha256');
  let written = 0;
  let waiting: { bytes: number; resolve: () => void } | undefined;
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      writeAll(file, chunk).then(
        () => {
          written += chunk.length;
          if (waiting !== undefined && written >= waiting.bytes) waiting.resolve();
          done();
        },
        (error) => done(outputUnwritable(folder, error)),
      );
    },
  });
  let closed: Promise<void> | undefined;
  const end = (): Promise<void> => {
    closed ??= file.close();
    return closed;
  };
  return {
    path,
    stream,
    written: () => written,
    reached: (bytes) =>
      new Promise((resolve) => {
        if (written >= bytes) resolve();
        else waiting = { bytes, resolve };
      }),
    async close() {
      await file.sync().catch(unwritable);
      await end().catch(unwritable);
      return { bytes: written, sha256: hash.digest('hex') };
    },
    async keep(target) {
      await rename(path, target).catch(unwritable);
      await syncFolder(dirname(target));
    },
    async remove() {
      stream.destroy();
      await end().catch(() => {});
      await rm(path, { force: true });
    },
  };
}
