// Reads a PNG: walks its chunks with their check sums to the end, which header readers do not.
import { crc32 } from 'node:zlib';
import { imageProbe, type ReadImage } from './image.ts';
import { viewOf } from './probe.ts';

const signatureLength = 8;
/** Length, type and check sum around the data of a chunk. */
const around = 12;

const readPng: ReadImage = (content) => {
  const view = viewOf(content);
  let size: { width: number; height: number } | undefined;
  let hasData = false;
  let at = signatureLength;
  while (at + around <= content.length) {
    const length = view.getUint32(at);
    const end = at + around + length;
    if (end > content.length) return undefined;
    const type = view.getUint32(at + 4);
    if (crc32(content.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return undefined;
    if (type === 0x49484452 && length >= 8) size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (type === 0x49444154) hasData = true;
    if (type === 0x49454e44) return hasData ? size : undefined;
    at = end;
  }
  return undefined;
};

export const png = imageProbe(readPng);
