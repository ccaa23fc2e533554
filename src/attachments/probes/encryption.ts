// What opens an Office file that is encrypted: nothing but its password, an account with rights to it, or Excel without asking.
import { createDecipheriv, createHash } from 'node:crypto';
import type { Cfb } from './cfb.ts';
import { viewOf } from './probe.ts';

/**
 * `password`: one is asked for on opening; `rights`: only accounts that its author has named may open it; `unknown`:
 * encrypted in a way that does not tell.
 */
export type Locked = 'none' | 'password' | 'rights' | 'unknown';

/** With this one Excel encrypts a workbook whose structure is protected, and opens it without asking. */
const silentPassword = 'VelvetSweatshop';

/** What stands in place of the document where a rights server holds the key ([MS-OFFCRYPTO] 2.2). */
const rightsContent = '\u0009DRMContent';

/** Whether an old Office file is locked; `kind` is what its directory shows. */
export function lockOf(cfb: Cfb, kind: string): Locked {
  if (cfb.has(rightsContent)) return 'rights';
  if (kind === 'xls') return lockOfXls(cfb);
  if (kind === 'doc') return isEncryptedDoc(cfb) ? 'password' : 'none';
  return kind === 'ppt' && isEncryptedPpt(cfb) ? 'password' : 'none';
}

const wordFlags = 10;
const isEncryptedFlag = 0x0100;

/** Word says so in its first record, whatever the kind of encryption. */
function isEncryptedDoc(cfb: Cfb): boolean {
  const head = cfb.bytesOf('WordDocument', wordFlags + 2);
  if (head === undefined || head.length < wordFlags + 2) return false;
  return (viewOf(head).getUint16(wordFlags, true) & isEncryptedFlag) !== 0;
}

const tokenAt = 12;
const encryptedToken = 0xf3d1c4df;

/** PowerPoint says so in the atom of its current user. */
function isEncryptedPpt(cfb: Cfb): boolean {
  const head = cfb.bytesOf('Current User', tokenAt + 4);
  return head !== undefined && head.length >= tokenAt + 4 && viewOf(head).getUint32(tokenAt, true) === encryptedToken;
}

const passwordRecord = 0x2f;
/** The record for a password stands near the start of a workbook, in bytes. */
const withinXlsBytes = 4096;

/** The record that Excel writes for a password. */
function passwordOf(cfb: Cfb): Uint8Array | undefined {
  const head = cfb.bytesOf('Workbook', withinXlsBytes) ?? cfb.bytesOf('Book', withinXlsBytes);
  if (head === undefined) return undefined;
  const view = viewOf(head);
  for (let at = 0; at + 4 <= head.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === passwordRecord)
      return head.subarray(at + 4, at + 4 + view.getUint16(at + 2, true));
  }
  return undefined;
}

/** The kinds of encryption of old workbooks: a mask of bits, RC4, RC4 of a system library. */
const [xor, rc4Kind] = [0, 1];

/** What a workbook needs that has a record for a password ([MS-XLS] 2.4.117); before Excel 97 it had no kind. */
function lockOfXls(cfb: Cfb): Locked {
  const record = passwordOf(cfb);
  if (record === undefined) return 'none';
  const view = viewOf(record);
  if (record.length === 4) return view.getUint16(2, true) === xorVerifier(silentPassword) ? 'none' : 'password';
  const kind = record.length < 6 ? undefined : view.getUint16(0, true);
  if (kind === xor) return view.getUint16(4, true) === xorVerifier(silentPassword) ? 'none' : 'password';
  if (kind !== rc4Kind) return 'unknown';
  const [major, minor] = [view.getUint16(2, true), view.getUint16(4, true)];
  const fits = major === 1 && minor === 1 ? fitsRc4 : minor === 2 ? fitsCryptoApi : () => false;
  return fits(record, silentPassword) ? 'none' : 'password';
}

/** [MS-OFFCRYPTO] 2.3.7.1; the password is in plain letters. */
function xorVerifier(password: string): number {
  let verifier = 0;
  for (const byte of [password.length, ...Buffer.from(password, 'latin1')].reverse())
    verifier = (((verifier >> 14) & 1) | ((verifier << 1) & 0x7fff)) ^ byte;
  return verifier ^ 0xce4b;
}

const part = 16;
const hashed = (name: string, ...parts: readonly Uint8Array[]): Buffer =>
  createHash(name).update(Buffer.concat(parts)).digest();
const utf16 = (password: string): Buffer => Buffer.from(password, 'utf16le');

function counted(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Whether a password fits a record of the common kind ([MS-OFFCRYPTO] 2.3.6): kind and version, salt, two verifiers. */
function fitsRc4(record: Uint8Array, password: string): boolean {
  // What is cut short has a hash of fewer bytes, which no hash equals.
  const [salt, verifier] = [record.subarray(6, 6 + part), record.subarray(6 + part, 6 + 3 * part)];
  const keyed = hashed('md5', utf16(password)).subarray(0, 5);
  const mixed = hashed('md5', ...Array.from({ length: 16 }, () => [keyed, salt]).flat()).subarray(0, 5);
  const plain = rc4(hashed('md5', mixed, Buffer.alloc(4)), verifier);
  return hashed('md5', plain.subarray(0, part)).equals(plain.subarray(part));
}

/** The same for the encryption of a system library ([MS-OFFCRYPTO] 2.3.5): a header of some length, then the verifiers. */
function fitsCryptoApi(record: Uint8Array, password: string): boolean {
  const view = viewOf(record);
  if (record.length < 34) return false;
  const header = 14;
  const verifiers = header + view.getUint32(10, true);
  const sha1Bytes = 20;
  if (record.length < verifiers + 8 + 2 * part + sha1Bytes) return false;
  const bits = view.getUint32(header + 16, true) || 40;
  const salt = record.subarray(verifiers + 4, verifiers + 4 + part);
  const encrypted = Buffer.concat([
    record.subarray(verifiers + 4 + part, verifiers + 4 + 2 * part),
    record.subarray(verifiers + 8 + 2 * part, verifiers + 8 + 2 * part + sha1Bytes),
  ]);
  const key = hashed('sha1', hashed('sha1', salt, utf16(password)), counted(0)).subarray(0, bits / 8);
  const plain = rc4(bits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key, encrypted);
  return hashed('sha1', plain.subarray(0, part)).equals(plain.subarray(part));
}

/** `data` en- or decrypted: the two are the same. */
export function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    const held = state[a] ?? 0;
    state[a] = state[b] ?? 0;
    state[b] = held;
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(data).map((byte) => {
    i = (i + 1) & 0xff;
    j = (j + (state[i] ?? 0)) & 0xff;
    swap(i, j);
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 0xff] ?? 0);
  }) as Buffer;
}

/** The description of an encryption has some kilobytes, and no more rounds than Office itself allows to be set. */
const longestInfo = 64 * 1024;
const mostRounds = 1_000_000;
const packageHeadBytes = 8;

/** What is inside an encrypted package that Excel opens unasked, as far as its file of `most` bytes can hold it. */
export function openUnasked(cfb: Cfb, most: number): Uint8Array<ArrayBuffer> | undefined {
  const info = cfb.bytesOf('EncryptionInfo', longestInfo);
  const content = cfb.bytesOf('EncryptedPackage', most);
  if (info === undefined || content === undefined || content.length < packageHeadBytes || info.length < 8)
    return undefined;
  try {
    const decrypt = viewOf(info).getUint16(0, true) === 4 && viewOf(info).getUint16(2, true) === 4 ? agile : standard;
    const plain = decrypt(info, content.subarray(packageHeadBytes));
    return plain && new Uint8Array(plain.subarray(0, Number(viewOf(content).getBigUint64(0, true))));
  } catch {
    // A kind of cipher, or a length, that no program writes.
    return undefined;
  }
}

function decipher(mode: 'cbc' | 'ecb', key: Uint8Array, iv: Uint8Array | null, data: Uint8Array): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-${mode}`, key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

const whole = (data: Uint8Array): Uint8Array => data.subarray(0, data.length - (data.length % part));

/** The kind of Office 2007 ([MS-OFFCRYPTO] 2.3.4.7 to 2.3.4.9). */
function standard(info: Uint8Array, content: Uint8Array): Buffer | undefined {
  const view = viewOf(info);
  const verifiers = 12 + view.getUint32(8, true);
  const bytes = view.getUint32(12 + 16, true) / 8;
  const salt = info.subarray(verifiers + 4, verifiers + 4 + part);
  let key = hashed('sha1', salt, utf16(silentPassword));
  for (let round = 0; round < 50_000; round += 1) key = hashed('sha1', counted(round), key);
  const last = hashed('sha1', key, counted(0));
  const mixed = (sign: number): Buffer =>
    hashed('sha1', Buffer.alloc(64, sign).map((byte, at) => byte ^ (last[at] ?? 0)) as Buffer);
  key = Buffer.concat([mixed(0x36), mixed(0x5c)]).subarray(0, bytes);
  const at = verifiers + 4 + part;
  const verifier = decipher('ecb', key, null, info.subarray(at, at + part));
  const proof = decipher('ecb', key, null, info.subarray(at + part + 4, at + part + 4 + 2 * part));
  if (!hashed('sha1', verifier).equals(proof.subarray(0, 20))) return undefined;
  return decipher('ecb', key, null, whole(content));
}

const blocks = {
  input: Buffer.from('fea7d2763b4b9e79', 'hex'),
  value: Buffer.from('d7aa0f6d3061344e', 'hex'),
  key: Buffer.from('146e0be7abacd0d6', 'hex'),
};
const segmentBytes = 4096;

/** The kind of Office 2010 and later ([MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15), told in XML behind eight bytes. */
function agile(info: Uint8Array, content: Uint8Array): Buffer | undefined {
  const text = Buffer.from(info.subarray(8)).toString('utf8');
  const [ofData = '', ofKey = ''] = [
    /<keyData\b[^<>]*>/.exec(text)?.[0],
    /<\w{1,20}:encryptedKey\b[^<>]*>/.exec(text)?.[0],
  ];
  const said = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  const bytesOf = (tag: string, name: string): Buffer => Buffer.from(said(tag, name), 'base64');
  const hashOf = (tag: string): string => said(tag, 'hashAlgorithm').replace('-', '').toLowerCase();
  const fitted = (bytes: Buffer, length: number): Buffer =>
    Buffer.concat([bytes, Buffer.alloc(length, 0x36)]).subarray(0, length);
  const rounds = Number(said(ofKey, 'spinCount'));
  if (!(rounds <= mostRounds)) return undefined;
  const [name, salt] = [hashOf(ofKey), bytesOf(ofKey, 'saltValue')];
  let mixed = hashed(name, salt, utf16(silentPassword));
  for (let round = 0; round < rounds; round += 1) mixed = hashed(name, counted(round), mixed);
  const open = (block: Buffer, attribute: string): Buffer => {
    const key = fitted(hashed(name, mixed, block), Number(said(ofKey, 'keyBits')) / 8);
    return decipher('cbc', key, fitted(salt, Number(said(ofKey, 'blockSize'))), bytesOf(ofKey, attribute));
  };
  const proof = hashed(name, open(blocks.input, 'encryptedVerifierHashInput'));
  if (!open(blocks.value, 'encryptedVerifierHashValue').subarray(0, proof.length).equals(proof)) return undefined;
  const key = open(blocks.key, 'encryptedKeyValue').subarray(0, Number(said(ofData, 'keyBits')) / 8);
  const parts: Buffer[] = [];
  for (let at = 0; at < content.length; at += segmentBytes) {
    const iv = hashed(hashOf(ofData), bytesOf(ofData, 'saltValue'), counted(at / segmentBytes));
    parts.push(
      decipher(
        'cbc',
        key,
        fitted(iv, Number(said(ofData, 'blockSize'))),
        whole(content.subarray(at, at + segmentBytes)),
      ),
    );
  }
  return Buffer.concat(parts);
}
