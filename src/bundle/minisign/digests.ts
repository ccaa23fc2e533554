// Reads a file once and gives the two digests that a signature of it rests on.
import { createHash } from 'node:crypto';
import { type Identity, piecesIn } from '../../files/read.ts';

export type Digests = {
  /** What is signed, 64 bytes. */
  readonly blake2b: Buffer;
  /** What the comment says, in hexadecimal. */
  readonly sha256: string;
};

/** Throws a FileFault. */
export async function digestsOf(
  path: string,
  { signal, as }: { readonly signal?: AbortSignal | undefined; readonly as?: Identity } = {},
): Promise<Digests> {
  const blake2b = createHash('blake2b512');
  const sha256 = createHash('sha256');
  for await (const chunk of piecesIn(path, { as })) {
    signal?.throwIfAborted();
    blake2b.update(chunk);
    sha256.update(chunk);
  }
  return { blake2b: blake2b.digest(), sha256: sha256.digest('hex') };
}
