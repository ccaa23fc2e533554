// What minisign computes: the digests of a file, and Ed25519 of node:crypto over the raw keys that its files hold.
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type Identity, piecesIn } from '../../files/read.ts';

/** The DER of PKCS #8 and of SubjectPublicKeyInfo up to the 32 bytes of the key (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

const privateKey = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' });

/** The public key of a seed; both 32 bytes. */
export function publicKeyOf(seed: Uint8Array): Buffer {
  const der = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' });
  return der.subarray(publicHead.length);
}

export const signed = (seed: Uint8Array, message: Uint8Array): Buffer => sign(null, message, privateKey(seed));

/** Whether a signature is that of the message; false too for a key that is no point of the curve. */
export function isSigned(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    const known = createPublicKey({ key: Buffer.concat([publicHead, key]), format: 'der', type: 'spki' });
    return verify(null, message, known, signature);
  } catch {
    return false;
  }
}

type Digests = {
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
