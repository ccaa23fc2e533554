// Makes one file smaller by what its extension says it is.
import { EncryptedPDFError } from 'pdf-lib';
import type { FitLoss, Unfit } from '../../findings/areas/scans.ts';
import { fitDocument } from './document.ts';
import type { Encoder } from './encoder.ts';
import { encode, steps } from './picture.ts';

/** A file in fewer bytes, and what that cost. */
export type Fitted = { readonly bytes: Uint8Array; readonly loss: FitLoss };

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
