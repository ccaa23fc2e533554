// Walks the blocks of a RAR to its end: unrar takes a file that was cut off for a shorter one.

const version4 = 'Rar!\u001a\u0007\u0000';
const version5 = 'Rar!\u001a\u0007\u0001\u0000';

/** Part of a file: at least `least` bytes from `position` on, fewer only where it ends; and its whole length. */
export type Parts = { readonly bytes: number; at(position: number, least: number): Buffer };

/** More than the numbers at the start of a block take. */
const blockStart = 64;

/** A number of RAR 5, seven bits a byte, and where it ends; none when the content ends inside. */
function numberAt(content: Buffer, at: number): { readonly value: number; readonly end: number } | undefined {
  let value = 0;
  for (let index = 0; index < 10; index += 1) {
    const byte = content[at + index];
    if (byte === undefined) return undefined;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, end: at + index + 1 };
  }
  return undefined;
}

const encryption5 = 4;
const end5 = 5;

function isWhole5(parts: Parts): boolean {
  let at = version5.length;
  while (at < parts.bytes) {
    const block = parts.at(at, blockStart);
    const size = numberAt(block, 4);
    const type = size && numberAt(block, size.end);
    const flags = type && numberAt(block, type.end);
    if (size === undefined || type === undefined || flags === undefined) return false;
    const header = at + size.end + size.value;
    if (header > parts.bytes) return false;
    if (type.value === encryption5 || type.value === end5) return true;
    const extra = (flags.value & 1) === 0 ? flags : numberAt(block, flags.end);
    const data = extra === undefined || (flags.value & 2) === 0 ? undefined : numberAt(block, extra.end);
    at = header + (data?.value ?? 0);
  }
  return false;
}

const main4 = 0x73;
const file4 = 0x74;
const end4 = 0x7b;

function isWhole4(parts: Parts): boolean {
  let at = version4.length;
  for (let block = parts.at(at, blockStart); block.length >= 7; block = parts.at(at, blockStart)) {
    const type = block.readUInt8(2);
    const flags = block.readUInt16LE(3);
    const size = block.readUInt16LE(5);
    if (size < 7 || at + size > parts.bytes) return false;
    if (type === end4 || (type === main4 && (flags & 0x80) !== 0)) return true;
    const low = (flags & 0x8000) !== 0 && size >= 11 ? block.readUInt32LE(7) : 0;
    const high = type === file4 && (flags & 0x100) !== 0 && size >= 36 ? block.readUInt32LE(32) : 0;
    at += size + low + high * 2 ** 32;
  }
  // Before version 3, and with a switch today, nothing marks the end.
  return at === parts.bytes && at > version4.length;
}

/** Whether a RAR reaches to the end it announces; when its headers are encrypted, whether they begin. */
export function isWholeRar(parts: Parts): boolean {
  const start = parts.at(0, blockStart).subarray(0, version5.length).toString('latin1');
  if (start === version5) return isWhole5(parts);
  return start.startsWith(version4) && isWhole4(parts);
}
