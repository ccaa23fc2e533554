// Noisy scans of any size: pictures that a JPEG encoder cannot make small without loss, and PDFs made of them.
import { createHash } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';

/** Bytes that look like chance, the same each time. */
function noise(length: number, seed: string): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, index) =>
    createHash('sha512').update(`${seed}:${index}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

type Wanted = { readonly width: number; readonly height: number; readonly channels?: 1 | 3; readonly seed?: string };

/** A noisy picture as sharp holds it. */
export function noisy({ width, height, channels = 3, seed = 'a' }: Wanted): ReturnType<typeof sharp> {
  const picture = sharp(noise(width * height * channels, seed), { raw: { width, height, channels } });
  return channels === 1 ? picture.toColourspace('b-w') : picture;
}

export const jpegOf = (wanted: Wanted): Promise<Buffer> => noisy(wanted).jpeg({ quality: 95 }).toBuffer();

/** A PDF with a picture on each page. */
export async function scansOf(pictures: readonly Buffer[]): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const picture of pictures) {
    const image = await document.embedJpg(picture);
    document.addPage([600, 800]).drawImage(image, { x: 0, y: 0, width: 600, height: 800 });
  }
  return document;
}
