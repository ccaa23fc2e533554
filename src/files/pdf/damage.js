// Tells what has befallen the bytes of a PDF: a table that readers must rebuild, or a program that took them for text.

import { hasOneLineEnd } from '../jpeg.js';

/** Readers look for the end of a file this far from it. */
const tailBytes = 4096;
/** And for its beginning this far in. */
const headBytes = 1024 + '%PDF-'.length;

const latin = new TextDecoder('latin1');

/**
 * Whether a table or a stream of objects stands at an offset.
 * @param {Uint8Array} bytes
 * @param {number} offset
 */
const isTableAt = (bytes, offset) =>
  /^\s*(xref|\d+\s+\d+\s+obj)/.test(latin.decode(bytes.subarray(offset, offset + 40)));

/** Tables that a file is followed through; each change that is saved adds one. */
const mostTables = 1000;
/** A line of a table: offset, generation, in use or free; written with any blanks. */
const entry = /\s*(\d{1,10})\s+(\d{1,5})\s+([nf])/y;
const section = /\s*(\d+)\s+(\d+)(?=\s)/y;

/**
 * Whether a table, read as forgivingly as every reader does, tells of each object where it stands; and those before it.
 * @param {Uint8Array} bytes
 * @param {number} start
 */
function isTableTrue(bytes, start) {
  const seen = new Set();
  for (let at = start; !seen.has(at); ) {
    if (seen.size >= mostTables || !/^\s*xref/.test(latin.decode(bytes.subarray(at, at + 40)))) return false;
    seen.add(at);
    const text = latin.decode(bytes.subarray(at));
    let position = text.indexOf('xref') + 4;
    for (;;) {
      section.lastIndex = position;
      const [all, first, count] = section.exec(text) ?? [];
      if (all === undefined) break;
      position += all.length;
      for (let index = 0; index < Number(count); index += 1) {
        entry.lastIndex = position;
        const [line, offset, , kind] = entry.exec(text) ?? [];
        if (line === undefined) return false;
        position += line.length;
        const object = latin.decode(bytes.subarray(Number(offset), Number(offset) + 40));
        if (
          kind === 'n' &&
          Number.parseInt(/^\s*(\d+)\s+\d+\s+obj/.exec(object)?.[1] ?? '', 10) !== Number(first) + index
        )
          return false;
      }
    }
    const trailer = /^\s*trailer\s*<<[\s\S]*?>>\s*startxref/.exec(text.slice(position))?.[0];
    if (trailer === undefined) return false;
    const before = /\/Prev\s+(\d+)/.exec(trailer)?.[1];
    if (before === undefined) return true;
    at = Number(before);
  }
  return false;
}

/**
 * Whether the file has lost its end, or its table does not stand where the end says. Junk around it is no damage: after
 * the end, or before the beginning, whichever of the two places the offsets are counted from.
 * @param {Uint8Array} bytes
 * @param {boolean} isRebuilt whether pdfium had to search the file for its objects
 */
export function isDamaged(bytes, isRebuilt) {
  const tail = latin.decode(bytes.subarray(Math.max(0, bytes.length - tailBytes)));
  if (!tail.includes('%%EOF')) return true;
  if (!isRebuilt) return false;
  const junk = latin.decode(bytes.subarray(0, headBytes)).indexOf('%PDF-');
  const [, offset] = [...tail.matchAll(/startxref\s+(\d+)\s+%%EOF/g)].at(-1) ?? [];
  if (offset === undefined) return true;
  return !(junk > 0 && isTableAt(bytes, Number(offset))) && !isTableTrue(bytes, Number(offset));
}

/** Bytes of pictures and packed texts are never text; so many signs of one are no accident. */
const mostSigns = 64;
const packed = ['FlateDecode', 'DCTDecode', 'LZWDecode', 'CCITTFaxDecode', 'JBIG2Decode', 'JPXDecode'];

/**
 * Whether a program has taken the file for text and saved it: as UTF-8, so that its packed data hold nothing but letters and
 * marks where bytes were lost; in seven bits, so that they hold signs that no text has; or with other line ends.
 * @param {Uint8Array} bytes
 */
export function isDestroyed(bytes) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // First what ends soonest: most files show a byte that is none of UTF-8 at once.
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let signs = 0;
  try {
    for (let at = 0; at < buffer.length && signs < mostSigns; at += 65_536) {
      const text = utf8.decode(buffer.subarray(at, at + 65_536), { stream: true });
      signs += (text.match(/[\u0001-\u0008\u000e-\u001f\u0080-\u00ff\ufffd]/g) ?? []).length;
    }
  } catch {
    signs = hasOneLineEnd(bytes) ? mostSigns : 0;
  }
  return signs >= mostSigns && packed.some((name) => buffer.includes(name));
}
