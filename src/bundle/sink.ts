// The file a bundle is written to before it has its name: hashed as it grows, synced, renamed or removed.
import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { codeOf } from '../files/fault.ts';
import { openFresh } from '../files/write.ts';
import { cannotWrite } from '../findings/system-stop.ts';
import { outputNoFile } from './stops.ts';

/** A temporary file of the output folder. */
type Sink = {
  readonly path: string;
  readonly stream: Writable;
  /** Bytes on disk so far. */
  written(): number;
  /** Whether the last that was written are these very bytes of memory, so that it may be used again. */
  hasWritten(content: Uint8Array): boolean;
  /** Resolves once that many bytes are on disk. */
  reached(bytes: number): Promise<void>;
  /** Ends the file and brings it to the disk; SHA-256 of the whole in hex. */
  close(): Promise<{ bytes: number; sha256: string }>;
  /** Gives the file its name; false when another file has it that is not to be replaced. */
  keep(target: string, over: boolean): Promise<boolean>;
  /** Removes the file; harmless after `keep`. */
  remove(): Promise<void>;
};

const taken: ReadonlySet<string> = new Set(['link', 'not a regular file', 'EISDIR']);

/** Makes a new, empty file in `folder` whose name no other run can have. Every failure to write is a Stop. */
export async function openSink(folder: string): Promise<Sink> {
  const unwritable = (error: unknown): never => {
    throw cannotWrite(folder, error);
  };
  const file = await openFresh(folder).catch(unwritable);
  const hash = createHash('sha256');
  let written = 0;
  let last: Buffer | undefined;
  let waiting: { bytes: number; resolve: () => void } | undefined;
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      file.write(chunk).then(
        () => {
          written += chunk.length;
          last = chunk;
          if (waiting !== undefined && written >= waiting.bytes) waiting.resolve();
          done();
        },
        (error) => done(cannotWrite(folder, error)),
      );
    },
  });
  return {
    path: file.path,
    stream,
    written: () => written,
    hasWritten: ({ buffer, byteOffset, length }) =>
      last?.buffer === buffer && last.byteOffset === byteOffset && last.length === length,
    reached: (bytes) =>
      new Promise((resolve) => {
        if (written >= bytes) resolve();
        else waiting = { bytes, resolve };
      }),
    async close() {
      await file.close().catch(unwritable);
      return { bytes: written, sha256: hash.digest('hex') };
    },
    async keep(target, over) {
      try {
        await file.keep(target, over);
        return true;
      } catch (error) {
        const code = codeOf(error);
        if (code === 'EEXIST') return false;
        throw taken.has(code) ? outputNoFile(target) : cannotWrite(code === 'EBUSY' ? target : folder, error);
      }
    },
    async remove() {
      stream.destroy();
      await file.remove();
    },
  };
}
