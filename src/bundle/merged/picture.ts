// Puts a picture on an A4 page of its own, upright as its EXIF data say, as large as the margins leave room.
import {
  concatTransformationMatrix,
  drawObject,
  type PDFDocument,
  type PDFImage,
  popGraphicsState,
  pushGraphicsState,
} from 'pdf-lib';

/** A4 and its margin, in points. */
const short = 595.28;
const long = 841.89;
const margin = 28.35;

/** EXIF orientations that turn a picture by a quarter. */
const quarter: ReadonlySet<number> = new Set([5, 6, 7, 8]);

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** From the unit square of a stored picture to its box on the page (left, bottom, width, height as shown). */
const matrixOf = (orientation: number, x: number, y: number, w: number, h: number): Matrix => {
  switch (orientation) {
    case 2:
      return [-w, 0, 0, h, x + w, y];
    case 3:
      return [-w, 0, 0, -h, x + w, y + h];
    case 4:
      return [w, 0, 0, -h, x, y + h];
    case 5:
      return [0, -h, -w, 0, x + w, y + h];
    case 6:
      return [0, -h, w, 0, x, y + h];
    case 7:
      return [0, h, w, 0, x, y];
    case 8:
      return [0, h, -w, 0, x + w, y];
    default:
      return [w, 0, 0, h, x, y];
  }
};

/** Adds the page; it lies when the picture, as shown, is wider than high. */
export function addPicture(document: PDFDocument, image: PDFImage, orientation: number): void {
  const turned = quarter.has(orientation);
  const [width, height] = turned ? [image.height, image.width] : [image.width, image.height];
  const page = document.addPage(width > height ? [long, short] : [short, long]);
  const scale = Math.min((page.getWidth() - 2 * margin) / width, (page.getHeight() - 2 * margin) / height);
  const [w, h] = [width * scale, height * scale];
  const matrix = matrixOf(orientation, (page.getWidth() - w) / 2, (page.getHeight() - h) / 2, w, h);
  const name = page.node.newXObject('Picture', image.ref);
  page.pushOperators(pushGraphicsState(), concatTransformationMatrix(...matrix), drawObject(name), popGraphicsState());
}
