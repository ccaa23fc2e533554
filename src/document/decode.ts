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
