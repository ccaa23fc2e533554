// Tells whether an old Word or Excel file is encrypted, from the first bytes of its main stream.
import { createHash } from 'node:crypto';
import type { Cfb } from './cfb.ts';
import { viewOf } from './probe.ts';
import { rc4 } from './rc4.ts';

const wordFlags = 10;
const isEncryptedFlag = 0x0100;

/** Word says so in its first record. */
export function isEncryptedDoc(cfb: Cfb): boolean {
  const head = cfb.headOf('WordDocument');
  if (head === undefined || head.length < wordFlags + 2) return false;
  return (viewOf(head).getUint16(wordFlags, true) & isEncryptedFlag) !== 0;
}

const passwordRecord = 0x2f;

/** The record that Excel writes for a password, near the start. */
function passwordOf(cfb: Cfb): Uint8Array | undefined {
  const head = cfb.headOf('Workbook') ?? cfb.headOf('Book');
  if (head === undefined) return undefined;
  const view = viewOf(head);
  for (let at = 0; at + 4 <= head.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === passwordRecord)
      return head.subarray(at + 4, at + 4 + view.getUint16(at + 2, true));
  }
  return undefined;
}

/** With this one Excel encrypts a workbook whose structure is protected, and opens it without asking. */
const silentPassword = 'VelvetSweatshop';
const rc4Mark = Buffer.from([1, 0, 1, 0, 1, 0]);
const part = 16;

const md5 = (...parts: readonly Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

/** Whether a password fits a record of the common kind ([MS-OFFCRYPTO] 2.3.6): type and version, salt, two verifiers. */
function fits(record: Uint8Array, password: string): boolean {
  const [salt, verifier] = [record.subarray(6, 6 + part), record.subarray(6 + part, 6 + 3 * part)];
  const keyed = md5(Buffer.from(password, 'utf16le')).subarray(0, 5);
  const mixed = md5(...Array.from({ length: 16 }, () => [keyed, salt]).flat()).subarray(0, 5);
  const plain = rc4(md5(mixed, Buffer.alloc(4)), verifier);
  return md5(plain.subarray(0, part)).equals(plain.subarray(part));
}

/** `password`: one is asked for on opening; `unknown`: encrypted in a way that does not tell. */
export function xlsEncryption(cfb: Cfb): 'none' | 'password' | 'unknown' {
  const record = passwordOf(cfb);
  if (record === undefined) return 'none';
  if (record.length < rc4Mark.length + 3 * part || !rc4Mark.equals(record.subarray(0, rc4Mark.length)))
    return 'unknown';
  return fits(record, silentPassword) ? 'none' : 'password';
}
