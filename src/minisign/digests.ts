// Reads a file once and gives the two digests that a signature of it rests on.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export type Digests = {
  /** What is signed, 64 bytes. */
  readonly blake2b: Buffer;
  /** What the comment says, in hexadecimal. */
  readonly sha256: string;
};

/** Throws what reading the file throws. */
export async function digestsOf(path: string, signal?: AbortSignal): Promise<Digests> {
  const blake2b = createHash('blake2b512');
  const sha256 = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    signal?.throwIfAborted();
    blake2b.update(chunk);
    sha256.update(chunk);
  }
  return { blake2b: blake2b.digest(), sha256: sha256.digest('hex') };
}
