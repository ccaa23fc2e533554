// Tells a PDF that readers repair without a word from one that only begins or ends a little oddly.

/** Readers look for the end of a file this far from it. */
const tailBytes = 4096;
/** And for its beginning this far in. */
const headBytes = 1024;

const latin = new TextDecoder('latin1');

/**
 * Whether a table or a stream of objects stands at an offset.
 * @param {Uint8Array} bytes
 * @param {number} offset
 */
const isTableAt = (bytes, offset) =>
  /^\s*(xref|\d+\s+\d+\s+obj)/.test(latin.decode(bytes.subarray(offset, offset + 40)));

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
  return !(junk > 0 && offset !== undefined && isTableAt(bytes, Number(offset)));
}
