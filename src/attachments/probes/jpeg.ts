// Reads a JPEG: from marker to marker to the end of the image. Damage inside the picture data only a decoder would see.
import { imageProbe, type ReadImage } from './image.ts';
import { viewOf } from './probe.ts';

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Where the marker stands that ends the picture data; the end of the content when none does. */
function afterScan(content: Uint8Array, from: number): number {
  let at = content.indexOf(0xff, from);
  while (at >= 0 && at + 1 < content.length) {
    const next = content[at + 1] ?? 0;
    const isData = next === 0x00 || (next >= 0xd0 && next <= 0xd7);
    if (!isData && next !== 0xff) return at;
    at = content.indexOf(0xff, at + (isData ? 2 : 1));
  }
  return content.length;
}

const readJpeg: ReadImage = (content) => {
  const view = viewOf(content);
  let size: { width: number; height: number } | undefined;
  let hasScan = false;
  let at = 2;
  while (at + 2 <= content.length) {
    if (content[at] !== 0xff) return undefined;
    const marker = content[at + 1] ?? 0;
    if (marker === 0xd9) return hasScan ? size : undefined;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (at + 4 > content.length) return undefined;
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > content.length) return undefined;
    if (isFrame(marker) && length >= 8) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + length;
    if (marker === 0xda) {
      hasScan = true;
      at = afterScan(content, at);
    }
  }
  return undefined;
};

export const jpeg = imageProbe(readJpeg);
