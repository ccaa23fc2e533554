// Looks at the pages of an open PDF one after the other, and keeps of them only what findings need.
import { isBlank, isInked } from './blank.js';
import { lettersOn } from './letters.js';
import { floatsAt } from './module.js';
import { drawnOn } from './objects.js';
import { pictureJudge } from './pictures.js';
import { searchFor } from './search.js';

/** @typedef {import('./module.js').Pdfium} Pdfium */

/**
 * @typedef {import('./inspect.ts').PageSet} PageSet
 * @typedef {import('./inspect.ts').PdfQuestion} PdfQuestion
 * @typedef {{ -readonly [K in keyof import('./inspect.ts').PdfPages]: import('./inspect.ts').PdfPages[K] }} Seen
 */

const mmPerPoint = 25.4 / 72;
/** Paper of printers in mm, short side first, and how far a page may go beyond it: scanners cut a little wide. */
const a3 = [297, 420];
const a6 = [105, 148];
const leeway = 1.03;
/** Differences up to this are none: A4 as 595 and as 596 points, 210 and 216 mm are two papers. */
const samePaper = 3;
/** Stretches of pages that a set names; the count goes on. */
const mostRanges = 20;
/** A picture over this part of a page is the page; over half of it, it may hold what the text does not say. */
const full = 0.8;
const half = 0.5;

/**
 * What is looked at of one file: pages; objects and characters on them, and bytes of their pictures, all together; pixels
 * of the pictures on pages that are rendered. Counted and never timed, so that the same file is cut at the same page everywhere. A scan within
 * the limits of any portal, or a report of some thousand pages, is far below.
 * @typedef {{ readonly pages: number, readonly objects: number, readonly characters: number, readonly bytes: number, readonly pixels: number }} Budget
 */
/** @type {Budget} */
export const mostOfFile = {
  pages: 20_000,
  objects: 10_000_000,
  characters: 10_000_000,
  bytes: 4_000_000_000,
  pixels: 20_000_000_000,
};

/**
 * The set with one page more; pages come in order.
 * @param {PageSet | undefined} set
 * @param {number} page from 1
 * @returns {PageSet}
 */
function withPage(set, page) {
  const ranges = set?.ranges ?? [];
  const count = (set?.count ?? 0) + 1;
  const last = ranges.at(-1);
  if (last?.[1] === page - 1) return { count, ranges: [...ranges.slice(0, -1), [last[0], page]] };
  return { count, ranges: ranges.length < mostRanges ? [...ranges, [page, page]] : ranges };
}

/** @param {{ width: number, height: number }} paper */
function isOdd({ width, height }) {
  const [short, long] = width < height ? [width, height] : [height, width];
  const [a3Short = 0, a3Long = 0] = a3;
  const [a6Short = 0, a6Long = 0] = a6;
  const isLarge = short > a3Short * leeway || long > a3Long * leeway;
  return isLarge || (short * leeway < a6Short && long * leeway < a6Long);
}

/**
 * Width and height in points of what is shown of a page, and its box.
 * @param {Pdfium} pdfium
 * @param {number} page
 */
function sheetOf(pdfium, page) {
  const { call, scratch } = pdfium;
  const [left = 0, top = 0, right = 0, bottom = 0] = call.FPDF_GetPageBoundingBox(page, scratch)
    ? floatsAt(pdfium, 4)
    : [];
  return {
    width: call.FPDF_GetPageWidthF(page),
    height: call.FPDF_GetPageHeightF(page),
    left,
    right,
    top,
    bottom,
  };
}

/**
 * How much of the page an image covers, from 0 to 1; its resolution in dpi; and how many of its pixels lie along the
 * short side of what is seen of it.
 * @param {import('./objects.js').Placed} image
 * @param {ReturnType<typeof sheetOf>} sheet
 */
function coverOf(image, sheet) {
  const across = Math.max(0, Math.min(image.right, sheet.right) - Math.max(image.left, sheet.left));
  const up = Math.max(0, Math.min(image.top, sheet.top) - Math.max(image.bottom, sheet.bottom));
  // Of a picture put in sideways, the pixels of its height lie across the page.
  const [wide, high] = image.pixels.map((pixels, side) => pixels / (image.sides[side] ?? 0));
  const [perAcross = 0, perUp = 0] = image.isTurned ? [high, wide] : [wide, high];
  return {
    share: (across * up) / (sheet.width * sheet.height),
    dpi: Math.round(Math.min(perAcross, perUp) * 72),
    side: Math.round(Math.min(perAcross * across, perUp * up)),
  };
}

/**
 * @param {Seen} seen
 * @param {number} number
 * @param {{ width: number, height: number }} paper
 */
function notePaper(seen, number, paper) {
  const first = seen.paper ?? { ...paper, varies: false };
  const differs = Math.abs(first.width - paper.width) > samePaper || Math.abs(first.height - paper.height) > samePaper;
  seen.paper = { ...first, varies: first.varies || differs };
  if (isOdd(paper)) seen.odd = { ...(seen.odd ?? paper), ...withPage(seen.odd, number) };
}

/**
 * What looks at a file: what is asked of it, whether its pictures have masks and one of its layers is off, and what reads
 * its text and its pictures.
 * @typedef {{
 *   readonly question: PdfQuestion, readonly masked: boolean, readonly hides: boolean, readonly read: (text: string) => void,
 *   readonly judge: ReturnType<typeof pictureJudge>,
 * }} Looking
 */

/**
 * Whether nothing shows on a page: what is drawn may lie beside it, be white, be hidden by a mask, or stand in a layer that
 * is off. Rendered only when nothing is drawn that surely shows.
 * @param {Pdfium} pdfium
 * @param {number} page
 * @param {ReturnType<typeof sheetOf>} sheet
 * @param {import('./objects.js').Drawn} drawn
 * @param {{ readonly covers: readonly { readonly share: number }[], readonly masked: boolean, readonly hides: boolean }} how
 */
function isEmpty(pdfium, page, sheet, drawn, { covers, masked, hides }) {
  const shown = covers.filter(({ share }) => share > 0);
  // A scan with a mask is one picture; where there are several, one lies below the masks.
  if (!hides && (shown.length > 1 || (shown.length === 1 && !masked))) return false;
  if (covers.length === 0 && !drawn.letters && !drawn.doubtful) return true;
  return !isInked(pdfium, page, sheet.width, sheet.height);
}

/**
 * @param {Pdfium} pdfium
 * @param {number} page
 * @param {number} number from 1
 * @param {Seen} seen what the pages before have shown; changed
 * @param {Looking} looking
 * @returns {Omit<Budget, 'pages'>} what was looked at
 */
function look(pdfium, page, number, seen, { question, masked, hides, read, judge }) {
  const sheet = sheetOf(pdfium, page);
  notePaper(seen, number, {
    width: Math.round(sheet.width * mmPerPoint),
    height: Math.round(sheet.height * mmPerPoint),
  });
  const rotation = pdfium.call.FPDFPage_GetRotation(page);
  if (number === 1 && rotation > 0) seen.rotation = rotation * 90;
  const letters = lettersOn(pdfium, page, rotation, read);
  if (letters.marks) seen.text = true;
  if (letters.turned !== 0) {
    seen.sideways = { turned: letters.turned, ...seen.sideways, ...withPage(seen.sideways, number) };
  }
  if (letters.strange !== undefined)
    seen.strange = { font: letters.strange, ...seen.strange, ...withPage(seen.strange, number) };
  const drawn = drawnOn(pdfium, page, sheet, hides);
  // Letters that cannot be told from blanks are taken for letters.
  const hasLetters = drawn.letters && (letters.marks || letters.count === 0);
  const looked = { objects: drawn.objects, characters: letters.count, bytes: 0, pixels: 0 };
  const covers = drawn.images.map((image) => coverOf(image, sheet));
  if (!hasLetters && !drawn.ink && isEmpty(pdfium, page, sheet, drawn, { covers, masked, hides })) {
    seen.empty = withPage(seen.empty, number);
    return looked;
  }
  let isCut = false;
  for (const [index, image] of drawn.images.entries()) {
    if (covers[index]?.share === 0) continue;
    const { bytes, isBroken } = judge({ page, ...image });
    looked.bytes += bytes;
    isCut ||= isBroken;
  }
  if (isCut) seen.cutOff = withPage(seen.cutOff, number);
  const covered = covers.reduce((all, { share }) => all + share, 0);
  if (!letters.marks || !letters.legible || covered > half) seen.unread += 1;
  if (hasLetters || drawn.ink || drawn.layered) return looked;
  const [cover, another] = covers;
  if (cover && !another && cover.share >= full && cover.side < question.leastSide) {
    const { dpi, side } = seen.coarse && seen.coarse.side <= cover.side ? seen.coarse : cover;
    seen.coarse = { dpi, side, ...withPage(seen.coarse, number) };
  }
  if (!question.deep || letters.marks) return looked;
  if (isBlank(pdfium, page, sheet.width, sheet.height)) seen.blank = withPage(seen.blank, number);
  return { ...looked, pixels: drawn.images.reduce((all, { pixels: [wide, high] }) => all + wide * high, 0) };
}

/**
 * Every page is closed: pdfium keeps an open one, and the file with it.
 * @param {Pdfium} pdfium
 * @param {number} document
 * @param {number} pages
 * @param {PdfQuestion & { readonly masked?: boolean, readonly hides?: boolean }} question `masked`: pictures of the file
 *   have masks; `hides`: one of its layers is off
 * @param {Seen} seen nothing yet; filled page by page
 * @param {Budget} [most]
 * @returns {import('./inspect.ts').Cut | undefined} why not all pages were looked at
 */
export function lookAt(pdfium, document, pages, question, seen, most = mostOfFile) {
  const { call } = pdfium;
  const search = searchFor(question.wanted ?? {});
  const judge = pictureJudge(pdfium);
  const { masked = false, hides = false } = question;
  const looking = { question, masked, hides, read: search.read, judge };
  const left = { ...most };
  const end = Math.min(pages, most.pages);
  while (seen.seen < end && left.objects >= 0 && left.characters >= 0 && left.bytes >= 0 && left.pixels >= 0) {
    const page = call.FPDF_LoadPage(document, seen.seen);
    const number = seen.seen + 1;
    if (page === 0) seen.unloadable = withPage(seen.unloadable, number);
    else {
      const looked = look(pdfium, page, number, seen, looking);
      left.objects -= looked.objects;
      left.characters -= looked.characters;
      left.bytes -= looked.bytes;
      left.pixels -= looked.pixels;
      call.FPDF_ClosePage(page);
    }
    seen.seen = number;
  }
  const isAll = seen.seen === pages;
  if (isAll) seen.text ??= false;
  if (question.wanted) {
    const isWhole = isAll && seen.text && seen.unread === 0 && seen.unloadable === undefined;
    const mentions = search.found() ?? (isWhole ? 'none' : undefined);
    if (mentions !== undefined) seen.mentions = mentions;
  }
  if (isAll) return undefined;
  return seen.seen === most.pages ? 'pages' : 'content';
}
