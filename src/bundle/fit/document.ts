// Makes a scanned PDF smaller: the one JPEG of each page is encoded anew, everything else stays as it is.
import { PDFDocument, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';
import { type Scan, scansOf } from '../../files/pdf/scans.ts';
import type { Unfit } from '../../findings/areas/scans.ts';
import { isSigned } from '../merged/signed.ts';
import type { Encoder } from './encoder.ts';
import type { Fitted } from './fitted.ts';
import { type Encoded, encode, type Step, steps } from './picture.ts';

/** All scans after a step, or nothing as soon as they are too large together or one too small. */
async function press(
  encoder: Encoder,
  scans: readonly Scan[],
  step: Step,
  budget: number,
): Promise<readonly (Encoded | undefined)[] | 'too large' | 'too small'> {
  const pressed: (Encoded | undefined)[] = [];
  let sum = 0;
  for (const { stream } of scans) {
    const before = stream.getContents();
    const after = await encode(encoder, before, { format: 'jpg', step, upright: false });
    if (after === undefined) return 'too small';
    const isSmaller = after.bytes.length < before.length;
    sum += isSmaller ? after.bytes.length : before.length;
    if (sum > budget) return 'too large';
    pressed.push(isSmaller ? after : undefined);
  }
  return pressed;
}

async function put(encoder: Encoder, document: PDFDocument, { ref, stream }: Scan, encoded: Encoded): Promise<void> {
  const { channels } = await encoder(encoded.bytes).metadata();
  const dict = stream.dict.clone(document.context);
  dict.set(PDFName.of('Width'), PDFNumber.of(encoded.width));
  dict.set(PDFName.of('Height'), PDFNumber.of(encoded.height));
  dict.set(PDFName.of('ColorSpace'), PDFName.of(channels === 1 ? 'DeviceGray' : 'DeviceRGB'));
  dict.set(PDFName.of('Filter'), PDFName.of('DCTDecode'));
  dict.delete(PDFName.of('DecodeParms'));
  document.context.assign(ref, PDFRawStream.of(dict, encoded.bytes));
}

const largest = (scans: readonly Scan[]): number =>
  scans.reduce((best, { width, height }, index) => {
    const known = scans[best];
    return known === undefined || width * height > known.width * known.height ? index : best;
  }, 0);

/** The PDF in at most `limit` bytes. */
export async function fitDocument(encoder: Encoder, bytes: Uint8Array, limit: number): Promise<Fitted | Unfit> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
  if (isSigned(document)) return 'signed';
  const scans = scansOf(document);
  if (scans === undefined || scans.length === 0) return 'not scans';
  const rest = bytes.length - scans.reduce((sum, { stream }) => sum + stream.getContents().length, 0);
  const most = largest(scans);
  for (const step of steps) {
    const pressed = await press(encoder, scans, step, limit - rest);
    if (pressed === 'too small') break;
    if (pressed === 'too large') continue;
    for (const [index, scan] of scans.entries()) {
      const encoded = pressed[index];
      if (encoded !== undefined) await put(encoder, document, scan, encoded);
    }
    const made = await document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
    if (made.length > limit) break;
    const [before, after] = [scans[most], pressed[most]];
    const { width = 0, height = 0 } = before ?? {};
    return {
      bytes: made,
      loss: {
        from: bytes.length,
        to: made.length,
        width,
        height,
        newWidth: after?.width ?? width,
        newHeight: after?.height ?? height,
        quality: step.quality,
      },
    };
  }
  return 'too much';
}
