// Merges the PDFs and pictures of a slot into one PDF with a bookmark a file, because a portal's slot takes one file.
import {
  concatTransformationMatrix,
  drawObject,
  EncryptedPDFError,
  PDFDict,
  PDFDocument,
  type PDFImage,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFPage,
  PDFPageLeaf,
  PDFRef,
  popGraphicsState,
  pushGraphicsState,
} from 'pdf-lib';
import type { Assessment, AttachedFile, FilledSlot } from '../../assessment.ts';
import { stillOf } from '../../attachments/probes/png.ts';
import { openStrange, savePdf } from '../../files/pdf/document.ts';
import { type DrawnPage, drawPages } from '../../files/pdf/inspect.ts';
import { type Bookmark, writeOutline } from '../../summary/outline.ts';
import { writeProperties } from '../../summary/properties.ts';
import { addLayers, type Layers, layersOf } from './layers.ts';
import type { Apart, Ending, Merger, Part } from './slot.ts';

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
export function apartOf({ format, traits }: AttachedFile): Apart | undefined {
  if (!isKind(format)) return 'type';
  if (traits.restricted) return 'protected';
  if (format === 'pdf') return traits.pages === undefined ? 'unreadable' : undefined;
  const { width, height } = traits;
  if (width === undefined || height === undefined) return 'unreadable';
  return width * height > mostPixels ? 'too many pixels' : undefined;
}

/** Adds the pages of a file, and its layers. What keeps it out is given back, and nothing was added then. */
export async function add(
  document: PDFDocument,
  layers: Layers[],
  { format, traits }: AttachedFile,
  bytes: Uint8Array,
): Promise<{ readonly apart?: Apart; readonly signed?: boolean }> {
  try {
    if (format === 'jpg' || format === 'png') {
      const image = await (format === 'jpg' ? document.embedJpg(bytes) : document.embedPng(stillOf(bytes)));
      addPicture(document, image, traits.orientation ?? 1);
      // The picture is unpacked now, so that the next file finds the memory free again.
      await image.embed();
      return {};
    }
    const source = await openStrange(bytes);
    if (source.getPageCount() !== traits.pages) return { apart: 'unreadable' };
    if (source.getPages().some(({ node }) => hasUndrawnField(node))) return { apart: 'changed' };
    const copier = PDFObjectCopier.for(source.context, document.context);
    for (const page of copiesOf(source, document, copier)) document.addPage(page);
    const own = layersOf(source, copier);
    if (own !== undefined) layers.push(own);
    return { signed: isSigned(source) };
  } catch (error) {
    return { apart: error instanceof EncryptedPDFError ? 'protected' : 'unreadable' };
  }
}

/** Whether something is filled in on a page that readers draw by the form of the file (ISO 32000-1, 12.7.3.3). */
function hasUndrawnField(page: PDFPageLeaf): boolean {
  const marks = page.Annots();
  return [...Array(marks?.size() ?? 0).keys()].some((index) => {
    const mark = marks?.lookup(index);
    const isField = mark instanceof PDFDict && mark.lookup(PDFName.of('Subtype')) === PDFName.of('Widget');
    if (!isField || mark.lookup(PDFName.of('AP')) instanceof PDFDict) return false;
    const above = mark.lookup(PDFName.of('Parent'));
    const said = (key: string) =>
      mark.lookup(PDFName.of(key)) ?? (above instanceof PDFDict ? above.lookup(PDFName.of(key)) : undefined);
    const value = said('V');
    // A signature without a picture of its own is not to be seen.
    return value !== undefined && value !== PDFName.of('Off') && said('FT') !== PDFName.of('Sig');
  });
}

/** Copies of all pages, each by its reference: so links from one to another lead to the copy. */
function copiesOf(source: PDFDocument, document: PDFDocument, copier: PDFObjectCopier): PDFPage[] {
  const used = new Set<PDFRef>();
  return source.getPages().map(({ node, ref }) => {
    const known = copier.copy(ref);
    const leaf = known instanceof PDFRef ? document.context.lookup(known) : undefined;
    if (known instanceof PDFRef && leaf instanceof PDFPageLeaf && !used.has(known)) {
      used.add(known);
      return PDFPage.of(leaf, known, document);
    }
    // A page that stands in its file twice is two pages here.
    const copy = copier.copy(node);
    return PDFPage.of(copy, document.context.register(copy), document);
  });
}

/** Pages of a file that are drawn beside their copies: its first, its last, and some between them. */
const mostDrawn = 6;

/** Pages of a file, from 0, that are drawn. */
function toDraw(pages: number): readonly number[] {
  const last = Math.min(pages, mostDrawn) - 1;
  return Array.from({ length: last + 1 }, (_, index) => (last === 0 ? 0 : Math.round((index * (pages - 1)) / last)));
}

const isAlike = (one: DrawnPage | undefined, other: DrawnPage | undefined): boolean =>
  one === undefined || other === undefined
    ? one === other
    : one.width === other.width && one.height === other.height && Buffer.compare(one.pixels, other.pixels) === 0;

/** The files whose pages look otherwise in the merged PDF; nothing when it cannot be opened or has other pages. */
export async function changedIn(
  { bytes, pages, parts }: Pick<Assembled, 'bytes' | 'pages' | 'parts'>,
  files: readonly AttachedFile[],
  read: Reading,
): Promise<ReadonlySet<string> | undefined> {
  const pdfs = parts.filter(({ source }) => files.find((file) => file.source === source)?.format === 'pdf');
  const wanted = pdfs.map(({ first, last }) => toDraw(last - first + 1));
  const numbers = pdfs.flatMap(({ first }, index) => (wanted[index] ?? []).map((page) => first - 1 + page));
  const merged = await drawPages(Uint8Array.from(bytes), numbers);
  if (merged?.pages !== pages) return undefined;
  const copies = merged.drawn.values();
  const changed = new Set<string>();
  for (const [index, { source }] of pdfs.entries()) {
    const file = files.find((one) => one.source === source);
    const own = file && (await drawPages(Uint8Array.from(await read(file)), wanted[index] ?? []));
    for (const page of own?.drawn ?? []) if (!isAlike(page, copies.next().value)) changed.add(source);
    if (own === undefined) return new Set([source]);
  }
  return changed;
}

/** Pages of all files that can be added, as one PDF. */
type Assembled = {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly parts: readonly Part[];
  readonly signed: readonly string[];
  /** What turned out to be none that can be added. */
  readonly apart: readonly (readonly [source: string, why: Apart])[];
};

export type Reading = (file: AttachedFile) => Promise<Uint8Array>;

async function assemble(
  { enterprise, category, program, asOf }: Limited,
  { label }: FilledSlot,
  files: readonly AttachedFile[],
  read: Reading,
): Promise<Assembled> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const bookmarks: Bookmark[] = [];
  const layers: Layers[] = [];
  const parts: Part[] = [];
  const signed: string[] = [];
  const apart: [string, Apart][] = [];
  for (const file of files) {
    const before = document.getPageCount();
    const added = await add(document, layers, file, await read(file));
    if (added.apart !== undefined) {
      apart.push([file.source, added.apart]);
      continue;
    }
    if (added.signed === true) signed.push(file.source);
    bookmarks.push({ title: file.name, page: before, level: 1 });
    parts.push({ source: file.source, first: before + 1, last: document.getPageCount() });
  }
  const found = { pages: document.getPageCount(), parts, signed, apart };
  if (parts.length === 0) return { ...found, bytes: new Uint8Array() };
  addLayers(document, layers);
  writeOutline(document, bookmarks);
  writeProperties(document, {
    title: `${label} – ${enterprise}`,
    author: enterprise,
    subject: category.id,
    keywords: ['专精特新', label],
    creator: `${program.name} ${program.version}`,
    date: asOf,
  });
  return { ...found, bytes: await savePdf(document) };
}

/** A function that merges the slots of an assessment one by one. Equal files give equal bytes. */
export function merger(assessment: Limited): Merger {
  const { maxMib } = assessment.category.files;
  const limit = Math.round((maxMib ?? Number.POSITIVE_INFINITY) * million);
  return async (slot, read) => {
    const apart = new Map<string, Apart>();
    for (const file of slot.files) {
      const why = apartOf(file);
      if (why !== undefined) apart.set(file.source, why);
    }
    const open = (): readonly AttachedFile[] => slot.files.filter(({ source }) => !apart.has(source));
    const result = (
      ending: Ending,
      { parts, signed }: Pick<Assembled, 'parts' | 'signed'> = { parts: [], signed: [] },
    ) => ({
      merge: {
        slot: slot.id,
        label: slot.label,
        parts,
        // In the order of the slot.
        apart: slot.files.flatMap(({ source }) => {
          const why = apart.get(source);
          return why === undefined ? [] : [{ source, why }];
        }),
        signed,
        ...ending,
      },
    });
    const settled = (): Ending | undefined => {
      const [first, ...more] = open();
      if (first === undefined) return { is: 'none' };
      return more.length === 0 && first.format === 'pdf' ? { is: 'single', source: first.source } : undefined;
    };
    // Each time round there is one file fewer.
    for (;;) {
      const before = settled();
      if (before !== undefined) return result(before);
      const sum = open().reduce((total, file) => total + file.bytes, 0);
      if (sum > limit * mostTimes) return result({ is: 'over', bytes: sum, limit });
      const made = await assemble(assessment, slot, open(), read);
      for (const [source, why] of made.apart) apart.set(source, why);
      const after = settled();
      if (after !== undefined) return result(after);
      const { bytes, pages } = made;
      if (bytes.length > limit) return result({ is: 'over', bytes: bytes.length, limit });
      const changed = await changedIn(made, open(), read);
      if (changed === undefined) return result({ is: 'unproved' });
      if (changed.size === 0) return { ...result({ is: 'merged', pages }, made), bytes };
      for (const source of changed) apart.set(source, 'changed');
    }
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
