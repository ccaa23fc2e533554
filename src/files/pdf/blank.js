// Renders a page small and grey, and tells whether anything shows on it, or whether the picture on it is an empty sheet.

/** @typedef {import('./module.js').Pdfium} Pdfium */

/** A line of text still darkens its pixels at this width, while noise and specks of a scanner are averaged away. */
const widePixels = 100;
const highest = 300;
const grey = 1;
const [withMarks, inGrey] = [1, 8];
const paperWhite = 255;
/** Shadows of the lid and of holes for filing lie along the edges: a part of the width and of the height. */
const edge = 0.06;
/** Levels of grey that a pixel may differ from its surroundings, and pixels that may differ more. */
const tolerance = 10;
const specks = 8;
/** Pixels around one that are its surroundings: the light of a scanner is not even. */
const around = 10;

/**
 * What a page looks like, with the stamps and fields on it.
 * @param {Pdfium} pdfium
 * @param {number} page
 * @param {number} width of the page, in points
 * @param {number} height
 * @returns {{ pixels: Uint8Array, across: number, down: number } | undefined}
 */
export function rendered({ call, memory }, page, width, height) {
  const across = widePixels;
  const down = Math.min(highest, Math.max(20, Math.round((widePixels * height) / width)));
  const bitmap = call.FPDFBitmap_CreateEx(across, down, grey, 0, 0);
  if (bitmap === 0) return undefined;
  call.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, 0xffffffff);
  call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, withMarks | inGrey);
  const at = call.FPDFBitmap_GetBuffer(bitmap);
  const stride = call.FPDFBitmap_GetStride(bitmap);
  const pixels = new Uint8Array(across * down);
  for (let row = 0; row < down; row += 1) {
    pixels.set(new Uint8Array(memory.buffer, at + row * stride, across), row * across);
  }
  call.FPDFBitmap_Destroy(bitmap);
  return { pixels, across, down };
}

/**
 * Whether anything at all shows on a page. What cannot be rendered is taken to show.
 * @param {Pdfium} pdfium
 * @param {number} page
 * @param {number} width
 * @param {number} height
 */
export const isInked = (pdfium, page, width, height) =>
  rendered(pdfium, page, width, height)?.pixels.some((pixel) => pixel !== paperWhite) ?? true;

/**
 * Whether a page shows practically one colour. `width` and `height` in points.
 * @param {Pdfium} pdfium
 * @param {number} page
 * @param {number} width
 * @param {number} height
 */
export function isBlank(pdfium, page, width, height) {
  const picture = rendered(pdfium, page, width, height);
  if (picture === undefined) return false;
  const { pixels, across, down } = picture;
  const margin = { across: Math.round(across * edge), down: Math.round(down * edge) };
  let different = 0;
  for (let y = margin.down; y < down - margin.down; y += 1) {
    for (let x = margin.across; x < across - margin.across; x += 1) {
      const near = [];
      for (let step = -around; step <= around; step += around / 2) {
        const column = Math.min(across - margin.across - 1, Math.max(margin.across, x + step));
        const row = Math.min(down - margin.down - 1, Math.max(margin.down, y + step));
        near.push(pixels[y * across + column] ?? 0, pixels[row * across + x] ?? 0);
      }
      near.sort((one, other) => one - other);
      const usual = near[near.length >> 1] ?? 0;
      if (Math.abs((pixels[y * across + x] ?? 0) - usual) > tolerance) different += 1;
      if (different > specks) return false;
    }
  }
  return true;
}
