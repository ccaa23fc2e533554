// Reads Word and Excel files of either kind: whether they are complete, have a password, or carry macros.

import { createHash } from 'node:crypto';
import { openZip, type Zip, type ZipEntry } from '../../files/zip/zip.ts';
import { type Cfb, cfbKind, readCfb } from './cfb.ts';
import { type Probe, viewOf } from './probe.ts';

const endSignature = 0x06054b50;
const endLength = 22;
const longestComment = 65_535;

/** Whether a zip still has its directory at the end: cut off files have lost it. */
export function hasZipEnd(content: Uint8Array): boolean {
  const view = viewOf(content);
  const last = content.length - endLength;
  for (let at = last; at >= 0 && at >= last - longestComment; at -= 1) {
    if (view.getUint32(at, true) === endSignature) {
      return view.getUint32(at + 12, true) + view.getUint32(at + 16, true) <= at;
    }
  }
  return false;
}

/** docx and xlsx. */
export const openXml: Probe = async (file, tell) => {
  const parts = hasZipEnd(file.content) ? await readParts(file.content) : undefined;
  if (parts === undefined) tell('file-broken', { file: file.source, extension: file.extension });
  else if (parts.macros) tell('file-macros-inside', { file: file.source });
  return {};
};

/** doc and xls. */
export const compound: Probe = (file, tell) => {
  const cfb = readCfb(file.content);
  if (cfb === undefined) return {};
  if (!cfb.isWhole) {
    tell('file-broken', { file: file.source, extension: file.extension });
    return {};
  }
  const kind = cfbKind(cfb);
  const encryption = kind === 'xls' ? xlsEncryption(cfb) : 'none';
  if (encryption === 'password' || (kind === 'doc' && isEncryptedDoc(cfb)))
    tell('file-password', { file: file.source });
  else if (encryption === 'unknown') tell('file-encrypted', { file: file.source });
  if (cfb.root.has('Macros') || cfb.root.has('_VBA_PROJECT_CUR')) tell('file-macros-inside', { file: file.source });
  return {};
};

const wordFlags = 10;
const isEncryptedFlag = 0x0100;

/** Word says so in its first record. */
function isEncryptedDoc(cfb: Cfb): boolean {
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

type OfficeParts = { readonly macros: boolean };

/** Parts are unpacked, to compare their check sums, as long as all of them stay below this, in bytes. */
const mostUnpacked = 64 * 1024 * 1024;
const mostRelations = 1024 * 1024;
const relations = '_rels/.rels';
const relation = /<Relationship\b[^<>]*>/g;
const ofMainPart = /\/officeDocument["']/;
const target = /\bTarget=["']\/?([^"']+)["']/;

const isUnpacked = ({ faults }: ZipEntry): boolean =>
  faults.every((fault) => fault === 'header' || fault === 'encoding' || fault === 'alias' || fault === 'link');

/** Name of the main part in lower case, as the relations of the package tell it; none when they tell it otherwise. */
async function mainPartOf(zip: Zip, entry: ZipEntry): Promise<string | undefined> {
  if (entry.bytes > mostRelations) return undefined;
  const chunks: Buffer[] = [];
  await zip.unpack(entry, (chunk) => chunks.push(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  const [main = ''] = (text.match(relation) ?? []).filter((one) => ofMainPart.test(one));
  return target.exec(main)?.[1]?.toLowerCase();
}

async function isSound(zip: Zip): Promise<boolean> {
  if (zip.entries.some(({ faults }) => faults.includes('overlap') || faults.includes('ratio'))) return false;
  const root = zip.entries.find(({ name }) => name === relations);
  if (root === undefined || !isUnpacked(root)) return false;
  const main = await mainPartOf(zip, root);
  if (main !== undefined && !zip.entries.some(({ name }) => name.toLowerCase() === main)) return false;
  let left = mostUnpacked;
  for (const entry of zip.entries) {
    if (entry.folder || !isUnpacked(entry) || entry.bytes > left) continue;
    left -= entry.bytes;
    if ((await zip.unpack(entry, () => undefined)).is === 'broken') return false;
  }
  return true;
}

/** What a docx or xlsx is made of; none when it is damaged. */
async function readParts(content: Uint8Array): Promise<OfficeParts | undefined> {
  const zip = await openZip(content);
  if (zip.kind === 'no zip') return undefined;
  try {
    if (!(await isSound(zip))) return undefined;
    return { macros: zip.entries.some(({ name }) => /(^|\/)vbaProject\.bin$/i.test(name)) };
  } finally {
    await zip.close();
  }
}
