// Signs a bundle as minisign would: `<bundle>.minisig` beside it, whole or not at all.
import { basename, dirname } from 'node:path';
import { isFileFault } from '../../files/fault.ts';
import { entryAt } from '../../files/folder.ts';
import { readPlain } from '../../files/read.ts';
import { openSink } from '../sink.ts';
import { bundleUnreadable, outputNoFile } from '../stops.ts';
import { digestsOf, signed } from './ed25519.ts';
import { longestKey, signatureText } from './format.ts';
import type { SigningKey } from './secret-key.ts';
import { signatureExists, signatureUnreadable } from './stops.ts';

export const signaturePath = (bundle: string): string => `${bundle}.minisig`;

export type SignatureWritten = {
  readonly path: string;
  /** The number of the key. */
  readonly key: string;
  /** It was there already, the same to the byte. */
  readonly skipped: boolean;
};

/** What stands at the path; nothing when nothing does. Stops for a folder, a link, a device. */
async function standing(path: string): Promise<string | undefined> {
  const found = await entryAt(path).catch((error: unknown) => {
    throw signatureUnreadable(path, error);
  });
  if (found === undefined) return undefined;
  if (!found.isFile()) throw outputNoFile(path);
  if (found.size > longestKey) return '';
  const bytes = await readPlain(path, longestKey).catch((error: unknown) => {
    throw signatureUnreadable(path, error);
  });
  return bytes.toString();
}

/**
 * Signs the bundle at a path. Equal bundle, key and version give equal bytes. Throws a Stop when another signature
 * stands there, unless `force`, and when it cannot be written.
 */
export async function signBundle(
  bundle: string,
  key: SigningKey,
  options: { readonly version: string; readonly force: boolean; readonly signal?: AbortSignal | undefined },
): Promise<SignatureWritten> {
  const path = signaturePath(bundle);
  const seed = Buffer.from(key.seed, 'hex');
  const { blake2b, sha256 } = await digestsOf(bundle, options).catch((error: unknown) => {
    throw isFileFault(error) ? bundleUnreadable(bundle, error) : error;
  });
  const comment = `zjtx ${options.version} ${basename(bundle)} sha256:${sha256}`;
  const signature = signed(seed, blake2b);
  const global = signed(seed, Buffer.concat([signature, Buffer.from(comment)]));
  const text = signatureText({ id: key.id, signature, comment, global });
  const before = await standing(path);
  const written = { path, key: key.id };
  if (before === text) return { ...written, skipped: true };
  if (before !== undefined && !options.force) throw signatureExists(path);
  const sink = await openSink(dirname(bundle));
  try {
    await new Promise<void>((resolve, reject) => {
      sink.stream.once('error', reject);
      sink.stream.end(text, resolve);
    });
    await sink.close();
    if (!(await sink.keep(path, options.force))) throw signatureExists(path);
    return { ...written, skipped: false };
  } finally {
    await sink.remove();
  }
}
