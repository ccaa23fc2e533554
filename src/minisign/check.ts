// Checks the signature beside a bundle against the key of who is to have made it, before a byte of the bundle is unpacked.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { bundleUnreadable } from '../bundle/stops.ts';
import { placeIn, shown } from '../bundle/verify-zip.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { digestsOf } from './digests.ts';
import { isSigned } from './ed25519.ts';
import { type PublicKey, readPublicKey, readSignature } from './format.ts';
import { signaturePath } from './sign.ts';
import { keyUnreadable, noPublicKey } from './stops.ts';

const longest = 64 * 1024;

/** A public key given as its line of base64, or as a file. Throws a Stop when it is neither. */
export async function openPublicKey(given: string, pathOf: (given: string) => string): Promise<PublicKey> {
  const line = readPublicKey(given);
  if (line !== undefined) return line;
  const path = pathOf(given);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw keyUnreadable(path, error);
  });
  const key = readPublicKey(text);
  if (key === undefined) throw noPublicKey(path);
  return key;
}

/** A note when a signature stands beside the bundle that nobody asked to check. */
export async function uncheckedSignature(bundle: string): Promise<Finding[]> {
  const file = shown(basename(signaturePath(bundle)));
  const found = await stat(signaturePath(bundle)).catch(() => undefined);
  return found?.isFile() === true ? [report('signature-unchecked', { file }, placeIn(file))] : [];
}

async function read(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return undefined;
  if (found.size > longest) return '';
  const bytes = await readFile(path).catch(() => undefined);
  try {
    // Strict, so that no byte of a comment can turn into another and read the same.
    return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return '';
  }
}

/**
 * Why the signature is not that of the key over this bundle; else the comment that was signed with it. Throws a Stop when
 * the bundle cannot be read.
 */
export async function checkSignature(
  bundle: string,
  key: PublicKey,
): Promise<{ readonly refused: Finding } | { readonly comment: string }> {
  const refuse = (finding: Finding): { readonly refused: Finding } => ({ refused: finding });
  const file = shown(basename(signaturePath(bundle)));
  const at = placeIn(file);
  const digests = await digestsOf(bundle).catch((error: unknown) => {
    throw bundleUnreadable(bundle, error);
  });
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
  return sha256 === digests.sha256 ? { comment: made.comment } : differs('digest');
}
