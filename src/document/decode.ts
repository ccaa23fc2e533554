// Makes text of a file's bytes, and tells which encoding it has when that is not UTF-8.
import type { Encoding } from '../findings/areas/document.ts';

/** The text, with LF line ends and no BOM, and the encoding when it is a wrong one. */
export type Decoded = {
  readonly text: string;
  readonly wrong?: { readonly encoding: Encoding; readonly offset: number };
};

const clean = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

function tryDecode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return clean(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** UTF-16 with its BOM, or without it where every second byte of an ASCII beginning is zero. */
function utf16Label(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === undefined || second === undefined) return undefined;
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be';
  return undefined;
}

const firstBeyondAscii = (text: string): number => Math.max(0, text.search(/[^\0-\x7f]/));

/**
 * Decodes a file. Text in GBK or UTF-16 is decoded too, so that its lines can be shown; anything else comes
 * with U+FFFD where it cannot be read.
 */
export function decode(bytes: Uint8Array): Decoded {
  const utf8 = tryDecode(bytes, 'utf-8');
  const wide = utf16Label(bytes);
  const text = wide === undefined ? undefined : tryDecode(bytes, wide);
  if (text !== undefined) return { text, wrong: { encoding: 'utf-16', offset: 0 } };
  if (utf8 !== undefined) return { text: utf8 };
  const lossy = clean(new TextDecoder('utf-8').decode(bytes));
  if (bytes.includes(0))
    return { text: lossy, wrong: { encoding: 'binary', offset: Math.max(0, lossy.indexOf('\0')) } };
  const gbk = tryDecode(bytes, 'gb18030');
  // Bytes of any other kind often decode as GB18030 too, but then hardly to Han.
  if (gbk !== undefined && hanShare(gbk) > 0.5) {
    return { text: gbk, wrong: { encoding: 'gbk', offset: firstBeyondAscii(gbk) } };
  }
  return { text: lossy, wrong: { encoding: 'unknown', offset: Math.max(0, lossy.indexOf('\ufffd')) } };
}

/** How much of what is not ASCII is Han or Chinese punctuation. */
function hanShare(text: string): number {
  const beyond = text.match(/[^\0-\x7f]/gu) ?? [];
  const han = beyond.filter((sign) => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2010-\u2026]/u.test(sign));
  return beyond.length === 0 ? 0 : han.length / beyond.length;
}

/**
 * The same text in UTF-8, line ends as they are, of a file that is certainly UTF-16 or a Chinese Windows' own; nothing
 * where it might be another encoding, or two in one file.
 */
export function utf8Of(bytes: Uint8Array): Uint8Array | undefined {
  const { wrong } = decode(bytes);
  const label = wrong?.encoding === 'gbk' && isCommonGbk(bytes) ? 'gb18030' : utf16Label(bytes);
  if (label === undefined || (wrong?.encoding !== 'gbk' && wrong?.encoding !== 'utf-16')) return undefined;
  const text = new TextDecoder(label, { fatal: true }).decode(bytes);
  return /\p{Co}/u.test(text) ? undefined : new TextEncoder().encode(text);
}

/**
 * Whether nearly all of it stands where GB2312 has its signs: rare ones of names stand outside, and so does about a third
 * of what Big5, Shift-JIS or UTF-8 look like when they are read as GBK.
 */
function isCommonGbk(bytes: Uint8Array): boolean {
  let [all, rare] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = bytes.subarray(at, at + 2);
    if (lead < 0x80) continue;
    all += 1;
    if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1) rare += 1;
    at += trail < 0x40 ? 3 : 1;
  }
  return rare * 10 <= all;
}
