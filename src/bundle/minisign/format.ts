// The text of minisign's files: public keys, secret keys and signatures, read strictly and written as minisign does.

/** No file of minisign is larger, in bytes. */
export const longestKey = 64 * 1024;

/** The number of a key, in hexadecimal as minisign prints it. */
type KeyId = string;

export type PublicKey = { readonly id: KeyId; readonly key: Uint8Array };

export type Signature = {
  readonly id: KeyId;
  /** Over the BLAKE2b-512 of the file, 64 bytes. */
  readonly signature: Buffer;
  readonly comment: string;
  /** Over the signature and the comment, 64 bytes. */
  readonly global: Buffer;
};

/** A signature of this kind covers the file itself, which would have to fit into memory. */
type Legacy = { readonly legacy: true };
/** The line, from 1, that is not as it should be. */
type Malformed = { readonly line: number };

/** What minisign itself takes. */
const longestFile = 8 * 1024;
const untrusted = 'untrusted comment: ';
const trusted = 'trusted comment: ';

/** The bytes of base64 text, only in its one canonical form. */
function decoded(text: string, bytes: number): Buffer | undefined {
  const found = Buffer.from(text, 'base64');
  return found.length === bytes && found.toString('base64') === text ? found : undefined;
}

/** Its lines; a file ends in one line end or none. */
function linesOf(text: string): readonly string[] {
  return text.length > longestFile ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
}

const idOf = (bytes: Buffer): KeyId => Buffer.from(bytes).reverse().toString('hex').toUpperCase();
const idBytes = (id: KeyId): Buffer => Buffer.from(id, 'hex').reverse();

/** Reads a public key: its file, or only the line of base64. Nothing when it is none. */
export function readPublicKey(text: string): PublicKey | undefined {
  const lines = linesOf(text);
  if (lines.length > 2 || (lines.length === 2 && !lines[0]?.startsWith(untrusted))) return undefined;
  const bytes = decoded(lines.at(-1) ?? '', 42);
  if (bytes?.toString('latin1', 0, 2) !== 'Ed') return undefined;
  return { id: idOf(bytes.subarray(2, 10)), key: bytes.subarray(10) };
}

/** The 158 bytes of a secret key's file. Nothing when it is none. */
export function readSecretKey(text: string): Buffer | undefined {
  const [comment, line = '', ...more] = linesOf(text);
  return comment?.startsWith(untrusted) && more.length === 0 ? decoded(line, 158) : undefined;
}

export const secretKeyId = (bytes: Buffer): KeyId => idOf(bytes);

export function readSignature(text: string): Signature | Legacy | Malformed {
  const [first, second = '', third = '', fourth = '', ...more] = linesOf(text);
  if (!first?.startsWith(untrusted)) return { line: 1 };
  const bytes = decoded(second, 74);
  const kind = bytes?.toString('latin1', 0, 2);
  if (bytes === undefined || (kind !== 'ED' && kind !== 'Ed')) return { line: 2 };
  if (kind === 'Ed') return { legacy: true };
  if (!third.startsWith(trusted)) return { line: 3 };
  const global = decoded(fourth, 64);
  if (global === undefined) return { line: 4 };
  if (more.length > 0) return { line: 5 };
  const comment = third.slice(trusted.length);
  return { id: idOf(bytes.subarray(2, 10)), signature: bytes.subarray(10), comment, global };
}

export function signatureText({ id, signature, comment, global }: Signature): string {
  const line = Buffer.concat([Buffer.from('ED'), idBytes(id), signature]).toString('base64');
  return `${untrusted}signature from zjtx, key ${id}\n${line}\n${trusted}${comment}\n${global.toString('base64')}\n`;
}
