// Makes one file smaller by what its extension says it is.
import { EncryptedPDFError, type PDFDocument, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';
import type sharp from 'sharp';
import { openStrange, type Scan, savePdf, scansOf } from '../../files/pdf/document.ts';
import type { FitLoss, Unfit } from '../../findings/areas/scans.ts';
import { Stop } from '../../findings/stop.ts';
import { isSigned } from '../merged/merge.ts';

/** A file in fewer bytes, and what that cost. */
type Fitted = { readonly bytes: Uint8Array; readonly loss: FitLoss };

async function fitPicture(
  encoder: Encoder,
  bytes: Uint8Array,
  format: 'jpg' | 'png',
  limit: number,
): Promise<Fitted | Unfit> {
  const { width, height, orientation = 1 } = await encoder(bytes).metadata();
  const [shownWidth, shownHeight] = orientation >= 5 ? [height, width] : [width, height];
  // A PNG loses nothing but pixels.
  const tried = format === 'png' ? steps.filter(({ scale }, at) => at === 0 || scale < 1) : steps;
  for (const step of tried) {
    const encoded = await encode(encoder, bytes, { format, step, upright: true });
    if (encoded === undefined) break;
    if (encoded.bytes.length > limit) continue;
    const loss = {
      from: bytes.length,
      to: encoded.bytes.length,
      width: shownWidth,
      height: shownHeight,
      newWidth: encoded.width,
      newHeight: encoded.height,
      ...(format === 'jpg' ? { quality: step.quality } : {}),
    };
    return { bytes: encoded.bytes, loss };
  }
  return 'too much';
}

/** The file in at most `limit` bytes, or why that cannot be. `extension` in lower case, without a dot. */
export async function fitted(
  encoder: Encoder,
  bytes: Uint8Array,
  extension: string,
  limit: number,
): Promise<Fitted | Unfit> {
  try {
    if (extension === 'pdf') return await fitDocument(encoder, bytes, limit);
    if (extension === 'png') return await fitPicture(encoder, bytes, 'png', limit);
    if (extension === 'jpg' || extension === 'jpeg') return await fitPicture(encoder, bytes, 'jpg', limit);
    return 'type';
  } catch (error) {
    return error instanceof EncryptedPDFError ? 'not scans' : 'unreadable';
  }
}

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
async function fitDocument(encoder: Encoder, bytes: Uint8Array, limit: number): Promise<Fitted | Unfit> {
  const document = await openStrange(bytes);
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
    const made = await savePdf(document, { updateFieldAppearances: false });
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

/** Pixels on the short side that every picture keeps, if it has them: below, a scan is hard to read. */
const leastShort = 1000;

/** How hard a picture is pressed; `scale` of each side. */
type Step = { readonly quality: number; readonly scale: number };

/** From the gentlest on. */
const steps: readonly Step[] = [
  { quality: 85, scale: 1 },
  { quality: 75, scale: 1 },
  { quality: 65, scale: 1 },
  { quality: 75, scale: 0.8 },
  { quality: 70, scale: 0.65 },
  { quality: 65, scale: 0.5 },
  { quality: 60, scale: 0.35 },
];

type Encoded = { readonly bytes: Buffer; readonly width: number; readonly height: number };

/** The sides after a step; none when the picture would be too small. */
function sidesAfter(width: number, height: number, scale: number): readonly [number, number] | undefined {
  const sides = [Math.round(width * scale), Math.round(height * scale)] as const;
  return scale < 1 && Math.min(...sides) < leastShort ? undefined : sides;
}

type Wanted = { readonly format: 'jpg' | 'png'; readonly step: Step; readonly upright: boolean };

/**
 * A picture after a step; nothing when it would be too small. `upright` turns it as its EXIF data say. Throws when it
 * cannot be read in full.
 */
async function encode(
  encoder: Encoder,
  bytes: Uint8Array,
  { format, step, upright }: Wanted,
): Promise<Encoded | undefined> {
  const picture = encoder(bytes, { autoOrient: upright });
  const { width, height, channels, orientation = 1 } = await picture.metadata();
  const turned = upright && orientation >= 5;
  const sides = turned ? sidesAfter(height, width, step.scale) : sidesAfter(width, height, step.scale);
  if (sides === undefined) return undefined;
  const resized = step.scale < 1 ? picture.resize(...sides, { fit: 'fill' }) : picture;
  const coloured = resized.toColourspace(channels < 3 ? 'b-w' : 'srgb');
  const { data, info } = await (format === 'png'
    ? coloured.png({ compressionLevel: 9, adaptiveFiltering: true })
    : coloured.jpeg({ quality: step.quality })
  ).toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

export type Encoder = typeof sharp;

const load = async (): Promise<Encoder> => (await import('sharp')).default;

/** Stops when it is not installed, saying how to install it. `from` loads the package. */
export async function openEncoder(from: () => Promise<Encoder> = load): Promise<Encoder> {
  try {
    return await from();
  } catch (cause) {
    throw new Stop(
      'sharp-missing',
      { message: '压缩附件（--fit）要用 sharp，还没有安装。', hint: '运行  npm install -g sharp  后再试。' },
      {
        message: 'making files smaller (--fit) needs sharp, which is not installed.',
        hint: 'Run  npm install -g sharp',
      },
      { cause },
    );
  }
}
