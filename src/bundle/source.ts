// Reads an attachment once, in order, telling its digest on the way, and notices when it is not the file that was checked.
import { createHash, type Hash } from 'node:crypto';
import { isFileFault, Refused } from '../files/fault.ts';
import { type Identity, piecesIn } from '../files/read.ts';
import { sourceChanged, sourceUnreadable } from './stops.ts';

/** What is read: its place on this machine, its name for messages, and what the assessment knows of it. */
export type Source = {
  readonly absolute: string;
  readonly source: string;
  readonly bytes: number;
  readonly identity?: Identity;
  readonly sha256?: string;
};

/** Gives the bytes of a file in pieces; its digest is in `hash` at the end. Stops when the file is not as assessed. */
export async function* chunksOf(file: Source, hash: Hash): AsyncGenerator<Buffer, void> {
  let read = 0;
  try {
    for await (const chunk of piecesIn(file.absolute, { plainName: true, as: file.identity, limit: file.bytes })) {
      read += chunk.length;
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    if (!isFileFault(error)) throw error;
    throw error instanceof Refused || error.code === 'EISDIR'
      ? sourceChanged(file.source)
      : sourceUnreadable(file.source, error);
  }
  const sha256 = hash.copy().digest('hex');
  if (read !== file.bytes || (file.sha256 ?? sha256) !== sha256) throw sourceChanged(file.source);
}

/** The whole of a file, which has to fit into memory, and its digest. */
export async function wholeOf(
  file: Source,
  step: (bytes: number) => void,
): Promise<{ content: Buffer; sha256: string }> {
  const content = Buffer.allocUnsafe(file.bytes);
  const hash = createHash('sha256');
  let at = 0;
  for await (const chunk of chunksOf(file, hash)) {
    at += chunk.copy(content, at);
    step(chunk.length);
  }
  return { content, sha256: hash.digest('hex') };
}
