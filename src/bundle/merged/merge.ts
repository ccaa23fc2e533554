// Merges the PDFs and pictures of a slot into one PDF with a bookmark a file, because a portal's slot takes one file.
import {
  concatTransformationMatrix,
  drawObject,
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  type PDFImage,
  PDFName,
  PDFNumber,
  popGraphicsState,
  pushGraphicsState,
} from 'pdf-lib';
import type { Assessment, AttachedFile, FilledSlot } from '../../assessment.ts';
import { openLibrary } from '../../files/pdf/library.ts';
import { type Bookmark, writeOutline } from '../../summary/outline.ts';
import { writeProperties } from '../../summary/properties.ts';
import type { Apart, Ending, Merger, Part, SlotMerge } from './slot.ts';

/** A picture is unpacked in memory, four bytes a pixel. */
const mostPixels = 50_000_000;
/** Slots with more than this times the limit are not tried: they would be held in memory for nothing. */
const mostTimes = 3;
const million = 1_000_000;

type Limited = Pick<Assessment, 'enterprise' | 'asOf' | 'program'> & {
  readonly category: Pick<Assessment['category'], 'id' | 'title' | 'files'>;
};
type Kind = 'pdf' | 'jpg' | 'png';

const isKind = (format: string | undefined): format is Kind => format === 'pdf' || format === 'jpg' || format === 'png';

/** What is known of a file already that keeps it out; nothing when it can be tried. */
function apartOf({ format, traits }: AttachedFile): Apart | undefined {
  if (!isKind(format)) return 'type';
  if (traits.restricted) return 'protected';
  if (format === 'pdf') return traits.pages === undefined ? 'unreadable' : undefined;
  const { width, height } = traits;
  if (width === undefined || height === undefined) return 'unreadable';
  return width * height > mostPixels ? 'too many pixels' : undefined;
}

/** Adds the pages of a file. What keeps it out is given back, and nothing was added then. */
async function add(
  document: PDFDocument,
  { format, traits }: AttachedFile,
  bytes: Uint8Array,
): Promise<{ readonly apart?: Apart; readonly signed?: boolean }> {
  try {
    if (format === 'jpg' || format === 'png') {
      const image = await (format === 'jpg' ? document.embedJpg(bytes) : document.embedPng(bytes));
      addPicture(document, image, traits.orientation ?? 1);
      // The picture is unpacked now, so that the next file finds the memory free again.
      await image.embed();
      return {};
    }
    const source = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
    if (source.getPageCount() !== traits.pages) return { apart: 'unreadable' };
    if (hasHiddenLayers(source)) return { apart: 'hidden layers' };
    const pages = await document.copyPages(source, source.getPageIndices());
    for (const page of pages) document.addPage(page);
    return { signed: isSigned(source) };
  } catch (error) {
    return { apart: error instanceof EncryptedPDFError ? 'protected' : 'unreadable' };
  }
}

/**
 * Whether layers of a document are switched off (ISO 32000-1, 8.11.4): which are stands in its catalogue, and a copy of
 * its pages has another.
 */
function hasHiddenLayers(document: PDFDocument): boolean {
  const layers = document.catalog.lookup(PDFName.of('OCProperties'));
  const shown = layers instanceof PDFDict ? layers.lookup(PDFName.of('D')) : undefined;
  if (!(shown instanceof PDFDict)) return false;
  const [base, off] = ['BaseState', 'OFF'].map((key) => shown.lookup(PDFName.of(key)));
  return (base instanceof PDFName && base.decodeText() !== 'ON') || (off instanceof PDFArray && off.size() > 0);
}

/** Whether pdfium opens a PDF and finds as many pages. */
async function isProved(bytes: Uint8Array, pages: number): Promise<boolean> {
  const library = await openLibrary();
  try {
    const document = await library.loadDocument(bytes);
    const count = document.getPageCount();
    document.destroy();
    return count === pages;
  } catch {
    return false;
  } finally {
    library.destroy();
  }
}

/** A function that merges the slots of an assessment one by one. Equal files give equal bytes. */
export function merger(assessment: Limited): Merger {
  const { category, enterprise, asOf, program } = assessment;
  const limit = Math.round((category.files.maxMib ?? Number.POSITIVE_INFINITY) * million);
  return async (slot, read) => {
    const candidates = slot.files.filter((file) => apartOf(file) === undefined);
    const known = slot.files.filter((file) => !candidates.includes(file));
    const apart = new Map<string, Apart>(known.map((file) => [file.source, apartOf(file) ?? 'type']));
    const parts: Part[] = [];
    const signed: string[] = [];
    const result = (ending: Ending) => ({ merge: mergeOf(slot, { parts, apart, signed }, ending) });
    const [first] = candidates;
    if (first === undefined) return result({ is: 'none' });
    if (candidates.length === 1 && first.format === 'pdf') return result({ is: 'single', source: first.source });
    const sum = candidates.reduce((total, file) => total + file.bytes, 0);
    if (sum > limit * mostTimes) return result({ is: 'over', bytes: sum, limit });

    const document = await PDFDocument.create({ updateMetadata: false });
    const bookmarks: Bookmark[] = [];
    for (const file of candidates) {
      const before = document.getPageCount();
      const added = await add(document, file, await read(file));
      if (added.apart !== undefined) {
        apart.set(file.source, added.apart);
        continue;
      }
      if (added.signed === true) signed.push(file.source);
      bookmarks.push({ title: file.name, page: before, level: 1 });
      parts.push({ source: file.source, first: before + 1, last: document.getPageCount() });
    }
    const pages = document.getPageCount();
    const [only] = parts;
    if (only === undefined) return result({ is: 'none' });
    const single = parts.length === 1 && candidates.find(({ source }) => source === only.source)?.format === 'pdf';
    if (single) return result({ is: 'single', source: only.source });
    writeOutline(document, bookmarks);
    writeProperties(document, {
      title: `${slot.label} – ${enterprise}`,
      author: enterprise,
      subject: category.id,
      keywords: ['专精特新', slot.label],
      creator: `${program.name} ${program.version}`,
      date: asOf,
    });
    const bytes = await document.save({ useObjectStreams: true, addDefaultPage: false });
    if (bytes.length > limit) return result({ is: 'over', bytes: bytes.length, limit });
    if (!(await isProved(bytes, pages))) return result({ is: 'unproved' });
    return { ...result({ is: 'merged', pages }), bytes };
  };
}

type Found = {
  readonly parts: readonly Part[];
  readonly apart: ReadonlyMap<string, Apart>;
  readonly signed: readonly string[];
};

/** What became of a slot; only a merged PDF has parts, and files apart stand in the order of the slot. */
function mergeOf({ id, label, files }: FilledSlot, { parts, apart, signed }: Found, ending: Ending): SlotMerge {
  const isMerged = ending.is === 'merged';
  return {
    slot: id,
    label,
    parts: isMerged ? parts : [],
    apart: files.flatMap(({ source }) => {
      const why = apart.get(source);
      return why === undefined ? [] : [{ source, why }];
    }),
    signed: isMerged ? signed : [],
    ...ending,
  };
}

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
function addPicture(document: PDFDocument, image: PDFImage, orientation: number): void {
  const turned = quarter.has(orientation);
  const [width, height] = turned ? [image.height, image.width] : [image.width, image.height];
  const page = document.addPage(width > height ? [long, short] : [short, long]);
  const scale = Math.min((page.getWidth() - 2 * margin) / width, (page.getHeight() - 2 * margin) / height);
  const [w, h] = [width * scale, height * scale];
  const matrix = matrixOf(orientation, (page.getWidth() - w) / 2, (page.getHeight() - h) / 2, w, h);
  const name = page.node.newXObject('Picture', image.ref);
  page.pushOperators(pushGraphicsState(), concatTransformationMatrix(...matrix), drawObject(name), popGraphicsState());
}

/** ISO 32000-1, 12.7.2: bit 1 of SigFlags. */
export function isSigned(document: PDFDocument): boolean {
  const form = document.catalog.lookup(PDFName.of('AcroForm'));
  const flags = form instanceof PDFDict ? form.lookup(PDFName.of('SigFlags')) : undefined;
  return flags instanceof PDFNumber && (flags.asNumber() & 1) === 1;
}
