// Checks the signature beside a bundle against the key of who is to have made it, before a byte of the bundle is unpacked.
import { basename } from 'node:path';
import { codeOf, isFileFault, Refused } from '../../files/fault.ts';
import { isNothing, see, stands } from '../../files/folder.ts';
import { type Identity, readPlain } from '../../files/read.ts';
import type { Finding } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import { bundleUnreadable } from '../stops.ts';
import { placeIn, shown } from '../verify-zip.ts';
import { digestsOf, isSigned } from './ed25519.ts';
import { longestKey, type PublicKey, readPublicKey, readSignature } from './format.ts';
import { signaturePath } from './sign.ts';
import { keyUnreadable, noPublicKey, signatureUnreadable } from './stops.ts';

/** A public key given as its line of base64, or as a file. Throws a Stop when it is neither. */
export async function openPublicKey(given: string, pathOf: (given: string) => string): Promise<PublicKey> {
  const line = readPublicKey(given);
  if (line !== undefined) return line;
  const path = pathOf(given);
  const text = await readPlain(path, longestKey).catch((error: unknown) => {
    throw codeOf(error) === 'too large' ? noPublicKey(path) : keyUnreadable(path, error);
  });
  const key = readPublicKey(text.toString());
  if (key === undefined) throw noPublicKey(path);
  return key;
}

/** A note when a signature stands beside the bundle that nobody asked to check. */
export async function uncheckedSignature(bundle: string): Promise<Finding[]> {
  const file = shown(basename(signaturePath(bundle)));
  return (await stands(signaturePath(bundle)).catch(() => true))
    ? [report('signature-unchecked', { file }, placeIn(file))]
    : [];
}

async function read(path: string): Promise<string | undefined> {
  try {
    // Strict, so that no byte of a comment can turn into another and read the same.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readPlain(path, longestKey));
  } catch (error) {
    if (isNothing(error)) return undefined;
    // What is too large, or no plain file, is no signature either.
    if (isFileFault(error) && !(error instanceof Refused) && error.code !== 'EISDIR') {
      throw signatureUnreadable(path, error);
    }
    return '';
  }
}

/**
 * Why the signature is not that of the key over this bundle; else the comment that was signed with it, and which file it
 * was. Throws a Stop when the bundle cannot be read.
 */
export async function checkSignature(
  bundle: string,
  key: PublicKey,
): Promise<{ readonly refused: Finding } | { readonly comment: string; readonly identity: Identity }> {
  const refuse = (finding: Finding): { readonly refused: Finding } => ({ refused: finding });
  const file = shown(basename(signaturePath(bundle)));
  const at = placeIn(file);
  const unreadable = (error: unknown): never => {
    throw bundleUnreadable(bundle, error);
  };
  const { identity } = await see(bundle).catch(unreadable);
  const digests = await digestsOf(bundle, { as: identity }).catch(unreadable);
  const text = await read(signaturePath(bundle));
  if (text === undefined) return refuse(report('signature-missing', { file }, at));
  const made = readSignature(text);
  if ('line' in made) return refuse(report('signature-malformed', { file, line: made.line }, at));
  if ('legacy' in made) return refuse(report('signature-legacy', { file }, at));
  if (made.id !== key.id) {
    return refuse(report('signature-other-key', { file, found: made.id, expected: key.id }, at));
  }
  const differs = (why: 'file' | 'comment' | 'digest') => refuse(report('signature-differs', { file, why }, at));
  if (!isSigned(key.key, digests.blake2b, made.signature)) return differs('file');
  if (!isSigned(key.key, Buffer.concat([made.signature, Buffer.from(made.comment)]), made.global))
    return differs('comment');
  const [, sha256 = digests.sha256] = /(?:^|\s)sha256:(\S+)/.exec(made.comment) ?? [];
  return sha256 === digests.sha256 ? { comment: made.comment, identity } : differs('digest');
}
