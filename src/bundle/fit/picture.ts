// Encodes a picture anew in fewer bytes: first with less quality, then with fewer pixels, never too few to be read.
import type { Encoder } from './encoder.ts';

/** Pixels on the short side that every picture keeps, if it has them: below, a scan is hard to read. */
export const leastShort = 1000;

/** How hard a picture is pressed; `scale` of each side. */
export type Step = { readonly quality: number; readonly scale: number };

/** From the gentlest on. */
export const steps: readonly Step[] = [
  { quality: 85, scale: 1 },
  { quality: 75, scale: 1 },
  { quality: 65, scale: 1 },
  { quality: 75, scale: 0.8 },
  { quality: 70, scale: 0.65 },
  { quality: 65, scale: 0.5 },
  { quality: 60, scale: 0.35 },
];

export type Encoded = { readonly bytes: Buffer; readonly width: number; readonly height: number };

/** The sides after a step; none when the picture would be too small. */
export function sidesAfter(width: number, height: number, scale: number): readonly [number, number] | undefined {
  const sides = [Math.round(width * scale), Math.round(height * scale)] as const;
  return scale < 1 && Math.min(...sides) < leastShort ? undefined : sides;
}

type Wanted = { readonly format: 'jpg' | 'png'; readonly step: Step; readonly upright: boolean };

/**
 * A picture after a step; nothing when it would be too small. `upright` turns it as its EXIF data say. Throws when it
 * cannot be read in full.
 */
export async function encode(
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
