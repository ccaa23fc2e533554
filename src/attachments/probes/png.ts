// Reads a PNG: walks its chunks with their check sums to the end, then unpacks its picture, which header readers do not.
import { crc32 } from 'node:zlib';
import { orientationOf } from './exif.ts';
import { imageProbe, type Picture, type ReadImage } from './image.ts';
import { holdsPicture, pictureBytes } from './png-data.ts';
import { viewOf } from './probe.ts';

const signatureLength = 8;
/** Length, type and check sum around the data of a chunk. */
const around = 12;
const headerLength = 13;
const [header, data, end, exif] = ['IHDR', 'IDAT', 'IEND', 'eXIf'];

const readPng: ReadImage = async ({ content }) => {
  const view = viewOf(content);
  const packed: Uint8Array[] = [];
  let ihdr: Uint8Array | undefined;
  let orientation: number | undefined;
  let hasEnd = false;
  for (let at = signatureLength; at + around <= content.length && !hasEnd; ) {
    const next = at + around + view.getUint32(at);
    if (next > content.length) return undefined;
    if (crc32(content.subarray(at + 4, next - 4)) !== view.getUint32(next - 4)) return undefined;
    const type = Buffer.from(content.subarray(at + 4, at + 8)).toString('latin1');
    const chunk = content.subarray(at + 8, next - 4);
    if (type === header) ihdr = chunk;
    else if (type === data) packed.push(chunk);
    else if (type === exif) orientation = orientationOf(chunk);
    hasEnd = type === end;
    at = next;
  }
  if (!hasEnd || packed.length === 0 || ihdr?.length !== headerLength) return undefined;
  const bytes = pictureBytes(ihdr);
  if (bytes === undefined || !(await holdsPicture(packed, bytes))) return undefined;
  const size = viewOf(ihdr);
  const picture: Picture = { width: size.getUint32(0), height: size.getUint32(4) };
  return orientation === undefined ? picture : { ...picture, orientation };
};

export const png = imageProbe(readPng);
