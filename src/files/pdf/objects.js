// What a page of a PDF draws: whether anything shows, and which images lie where.
import { floatsAt, wordsAt } from './module.js';

/** @typedef {import('./module.js').Pdfium} Pdfium */
/** @typedef {readonly number[]} Matrix a, b, c, d, e, f */

/**
 * An image on a page: its size in pixels, its sides and its box in points.
 * @typedef {{
 *   readonly object: number, readonly pixels: readonly [number, number], readonly sides: readonly [number, number], readonly isTurned: boolean,
 *   readonly left: number, readonly bottom: number, readonly right: number, readonly top: number,
 * }} Placed
 */

/**
 * `ink`: a path, shading or mark beside the page is visible; `letters`: text is, when it is more than blanks. `doubtful`:
 * something is drawn of which only a rendering tells whether it shows; `layered`: of which that would show if no layer were
 * off. `objects`: all that the page and the forms on it hold.
 * @typedef {{ ink: boolean, letters: boolean, doubtful: boolean, layered: boolean, images: Placed[], objects: number }} Drawn
 */
/** @typedef {{ readonly left: number, readonly right: number, readonly bottom: number, readonly top: number }} Box */

const kind = { text: 1, path: 2, image: 3, shading: 4, form: 5 };
const invisible = 3;
const deepestForms = 8;
/** Objects and marks looked at on a page, and forms in forms; one that has more is no scan, and not empty. */
const mostObjects = 20_000;

/**
 * @param {Matrix} inner
 * @param {Matrix} outer
 * @returns {Matrix}
 */
function times([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0], [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0]) {
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

/**
 * Whether a colour of an object, of those that it has, leaves a trace on white paper.
 * @param {Pdfium} pdfium
 * @param {number} object
 * @param {'FPDFPageObj_GetFillColor' | 'FPDFPageObj_GetStrokeColor'} color
 */
function isColoured(pdfium, object, color) {
  const { call, scratch } = pdfium;
  if (!call[color](object, scratch, scratch + 4, scratch + 8, scratch + 12)) return true;
  const [red, green, blue, alpha] = wordsAt(pdfium, 4);
  return alpha !== 0 && (red !== 255 || green !== 255 || blue !== 255);
}

/**
 * Whether a path leaves a trace on white paper.
 * @param {Pdfium} pdfium
 * @param {number} object
 */
function isInked(pdfium, object) {
  const { call, scratch } = pdfium;
  if (!call.FPDFPath_GetDrawMode(object, scratch, scratch + 4)) return true;
  const [fill, stroke] = wordsAt(pdfium, 2);
  return (
    (fill !== 0 && isColoured(pdfium, object, 'FPDFPageObj_GetFillColor')) ||
    (stroke !== 0 && isColoured(pdfium, object, 'FPDFPageObj_GetStrokeColor'))
  );
}

/**
 * Whether an object of the page itself lies on what is shown of it; of one in a form that is left open.
 * @param {Pdfium} pdfium
 * @param {number} object
 * @param {Box} sheet
 */
function isOnSheet(pdfium, object, sheet) {
  const { call, scratch } = pdfium;
  if (!call.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12)) return true;
  const [left = 0, bottom = 0, right = 0, top = 0] = floatsAt(pdfium, 4);
  return left <= sheet.right && right >= sheet.left && bottom <= sheet.top && top >= sheet.bottom;
}

/**
 * @param {Pdfium} pdfium
 * @param {number} object
 * @param {Matrix} outer
 * @returns {Placed | undefined} none for an image without pixels
 */
function placed(pdfium, object, outer) {
  const { call, scratch } = pdfium;
  if (!call.FPDFImageObj_GetImagePixelSize(object, scratch, scratch + 4)) return undefined;
  const [width = 0, height = 0] = wordsAt(pdfium, 2);
  if (width === 0 || height === 0 || !call.FPDFPageObj_GetMatrix(object, scratch)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = times(floatsAt(pdfium, 6), outer);
  const across = [e, e + a, e + c, e + a + c];
  const up = [f, f + b, f + d, f + b + d];
  return {
    object,
    pixels: [width, height],
    sides: [Math.hypot(a, b), Math.hypot(c, d)],
    isTurned: Math.abs(b) > Math.abs(a),
    left: Math.min(...across),
    right: Math.max(...across),
    bottom: Math.min(...up),
    top: Math.max(...up),
  };
}

/**
 * Forms are followed to their end, so that all is counted.
 * @param {Pdfium} pdfium
 * @param {number} count
 * @param {(index: number) => number} objectAt
 * @param {Matrix} outer
 * @param {number} depth
 * @param {Drawn} drawn
 * @param {Box} sheet
 */
function visit(pdfium, count, objectAt, outer, depth, drawn, sheet) {
  const { call, scratch } = pdfium;
  for (let index = 0; index < count; index += 1) {
    drawn.objects += 1;
    const object = objectAt(index);
    const type = object === 0 ? 0 : call.FPDFPageObj_GetType(object);
    if (type === kind.form) {
      const matrix = call.FPDFPageObj_GetMatrix(object, scratch) ? times(floatsAt(pdfium, 6), outer) : outer;
      const inner = call.FPDFFormObj_CountObjects(object);
      visit(pdfium, inner, (at) => call.FPDFFormObj_GetObject(object, at), matrix, depth + 1, drawn, sheet);
    } else if (depth > deepestForms || drawn.objects > mostObjects) drawn.ink = true;
    else if (type === kind.image) {
      const image = placed(pdfium, object, outer);
      if (image) drawn.images.push(image);
    } else if (drawn.ink) continue;
    else if (type === kind.text) {
      if (drawn.letters || call.FPDFTextObj_GetTextRenderMode(object) === invisible) continue;
      const shows =
        isColoured(pdfium, object, 'FPDFPageObj_GetFillColor') && (depth > 0 || isOnSheet(pdfium, object, sheet));
      drawn[shows ? 'letters' : 'doubtful'] = true;
    } else if (type === kind.path || type === kind.shading) {
      const shows =
        (type === kind.shading || isInked(pdfium, object)) && (depth > 0 || isOnSheet(pdfium, object, sheet));
      drawn[shows ? 'ink' : 'doubtful'] = true;
    }
  }
}

const linkOrPopup = [2, 16];
const field = 20;
const hiddenOrNotViewed = 2 | 32;
/** What a mark looks like, by its key and its kind; without it each reader draws the mark by itself. */
const [appearance, normal] = ['AP\0', 0];
/** Longer looks, in bytes, are of no empty field. */
const longestLooks = 65_536;
/** What draws something: letters, lines, areas, pictures. */
const drawing = /(?:^|[\s)\]>])(?:T[jJ]|['"FSs]|[fBb]\*?|Do|sh|EI)(?=\s|$)/;

/**
 * Whether a mark that brings its looks along may show something. Fields are left out where a page is rendered, so that
 * what theirs hold must do.
 * @param {Pdfium} pdfium
 * @param {number} mark
 * @returns {'ink' | 'doubtful' | undefined}
 */
function showing({ call, memory, scratch }, mark) {
  Buffer.from(memory.buffer, scratch).write(appearance);
  if (call.FPDFAnnot_HasKey(mark, scratch) === 0) return 'ink';
  if (call.FPDFAnnot_GetSubtype(mark) !== field) return 'doubtful';
  const length = call.FPDFAnnot_GetAP(mark, normal, 0, 0);
  const at = length <= longestLooks ? call.malloc(length) : 0;
  if (at === 0) return 'ink';
  call.FPDFAnnot_GetAP(mark, normal, at, length);
  const looks = Buffer.from(memory.buffer, at, length).toString('utf16le').replaceAll('\0', ' ');
  call.free(at);
  return drawing.test(looks) ? 'ink' : undefined;
}

/**
 * Whether a stamp, a filled field or a remark lies on the page. One that brings its looks along may show nothing, as an
 * empty field of a form does.
 * @param {Pdfium} pdfium
 * @param {number} page
 * @param {Drawn} drawn
 */
function visitMarks(pdfium, page, drawn) {
  const { call } = pdfium;
  const count = Math.min(call.FPDFPage_GetAnnotCount(page), mostObjects);
  for (let index = 0; index < count && !drawn.ink; index += 1) {
    drawn.objects += 1;
    const mark = call.FPDFPage_GetAnnot(page, index);
    if (mark === 0) continue;
    const isShown =
      !linkOrPopup.includes(call.FPDFAnnot_GetSubtype(mark)) &&
      (call.FPDFAnnot_GetFlags(mark) & hiddenOrNotViewed) === 0;
    const shows = isShown ? showing(pdfium, mark) : undefined;
    if (shows !== undefined) drawn[shows] = true;
    call.FPDFPage_CloseAnnot(mark);
  }
}

/**
 * @param {Pdfium} pdfium
 * @param {number} page
 * @param {Box} sheet what is shown of the page
 * @param {boolean} hides whether a layer of the file is off
 * @returns {Drawn}
 */
export function drawnOn(pdfium, page, sheet, hides) {
  const { call } = pdfium;
  /** @type {Drawn} */
  const drawn = { ink: false, letters: false, doubtful: false, layered: false, images: [], objects: 0 };
  const count = call.FPDFPage_CountObjects(page);
  // A page that does not say it is one is drawn by every reader; only what is on it cannot be asked for.
  if (count < 0) drawn.doubtful = true;
  visit(pdfium, count, (index) => call.FPDFPage_GetObject(page, index), [1, 0, 0, 1, 0, 0], 0, drawn, sheet);
  // Which layer an object is in cannot be asked for either.
  if (hides && (drawn.ink || drawn.letters))
    Object.assign(drawn, { ink: false, letters: false, doubtful: true, layered: true });
  visitMarks(pdfium, page, drawn);
  return drawn;
}
