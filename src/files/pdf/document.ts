// PDFs as pdf-lib holds them: opens those of strangers, finds their scans (pages that draw one JPEG and no other picture), saves.
import {
  PDFArray,
  PDFCrossRefStream,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type SaveOptions,
} from 'pdf-lib';

/** The picture of a page; sides in pixels. */
export type Scan = {
  readonly ref: PDFRef;
  readonly stream: PDFRawStream;
  readonly width: number;
  readonly height: number;
};

const name = (value: unknown): string => {
  const first = value instanceof PDFArray ? value.lookup(0) : value;
  return first instanceof PDFName ? first.decodeText() : '';
};
const isOne = (value: unknown): boolean => !(value instanceof PDFArray) || value.size() === 1;
const colours: ReadonlySet<string> = new Set(['DeviceRGB', 'DeviceGray', 'CalRGB', 'CalGray', 'ICCBased']);

/** The only object that a page draws, when it is a JPEG in plain colours. */
function scanOf(document: PDFDocument, index: number): Scan | undefined {
  const objects = document.getPage(index).node.Resources()?.lookup(PDFName.of('XObject'));
  const [entry, ...more] = objects instanceof PDFDict ? objects.entries() : [];
  const ref = entry?.[1];
  if (more.length > 0 || !(ref instanceof PDFRef)) return undefined;
  const stream = document.context.lookup(ref);
  if (!(stream instanceof PDFRawStream)) return undefined;
  const { dict } = stream;
  const of = (key: string) => dict.lookup(PDFName.of(key));
  const [width, height] = [of('Width'), of('Height')];
  const isJpeg = name(of('Subtype')) === 'Image' && name(of('Filter')) === 'DCTDecode' && isOne(of('Filter'));
  const isPlain = colours.has(name(of('ColorSpace'))) && of('Decode') === undefined && of('Mask') === undefined;
  if (!isJpeg || !isPlain || !(width instanceof PDFNumber) || !(height instanceof PDFNumber)) return undefined;
  return { ref, stream, width: width.asNumber(), height: height.asNumber() };
}

/** The scans of a document, each once; nothing when a page is something else. */
export function scansOf(document: PDFDocument): readonly Scan[] | undefined {
  const scans = new Map<string, Scan>();
  for (const index of document.getPageIndices()) {
    const scan = scanOf(document, index);
    if (scan === undefined) return undefined;
    scans.set(scan.ref.toString(), scan);
  }
  return [...scans.values()];
}

/** Objects that any file may claim to have; a longer one may claim as many as it has bytes. */
const mostClaimed = 1_000_000;
/** What the table of a file says of how many objects there are: in all, and in stretches. */
const claims = /\/Size\s+(\d+)|\/Index\s*\[([\d\s]*)\]/g;

/** Tables that are looked at, each change that is saved adds one; and how far around its name what one says may stand, in bytes. */
const [mostTables, around] = [1000, 65_536];

/** The library counts up to whatever a table claims: a few bytes would fill the memory. */
function isBeyondMeasure(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const most = Math.max(bytes.length, mostClaimed);
  let tables = 0;
  for (let at = file.indexOf('/XRef'); at >= 0; at = file.indexOf('/XRef', at + 1)) {
    tables += 1;
    if (tables > mostTables) return true;
    const before = file.toString('latin1', Math.max(0, at - around), at);
    const [after = ''] = file.toString('latin1', at, at + around).split('stream', 1);
    const table = before.slice(before.lastIndexOf('obj') + 1) + after;
    for (const [, size, index] of table.matchAll(claims))
      if ((size ?? index ?? '').split(/\s+/).some((number) => Number(number) > most)) return true;
  }
  return false;
}

/** Opens a PDF of strangers. Throws what the library throws on one that it cannot read. */
export async function openStrange(bytes: Uint8Array): Promise<PDFDocument> {
  if (isBeyondMeasure(bytes)) throw new RangeError('more objects than the file can have');
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
}

/** The JPEGs of a PDF's first `most` pages, without those of too many pixels; none when it is no series of scans or cannot be read. */
export async function jpegsOf(
  bytes: Uint8Array,
  { most, mostPixels }: { readonly most: number; readonly mostPixels: number },
): Promise<readonly Uint8Array[]> {
  try {
    const document = await openStrange(bytes);
    return (scansOf(document) ?? [])
      .slice(0, most)
      .filter(({ width, height }) => width * height <= mostPixels)
      .map(({ stream }) => stream.getContents());
  } catch {
    return [];
  }
}

type Entry = { readonly ref: PDFRef };

/** Puts an entry behind those of objects with the same number or a lower one. */
function put(this: { readonly entries: Entry[] }, entry: Entry): void {
  let [from, to] = [0, this.entries.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((this.entries[middle]?.ref.objectNumber ?? 0) > entry.ref.objectNumber) to = middle;
    else from = middle + 1;
  }
  this.entries.splice(from, 0, entry);
}

/** The bytes of a document, its objects packed together. */
export function savePdf(document: PDFDocument, options: SaveOptions = {}): Promise<Uint8Array> {
  // pdf-lib itself looks through all entries for the place of each: with a hundred thousand that takes minutes.
  Object.defineProperty(PDFCrossRefStream.prototype, 'appendEntry', { value: put, configurable: true });
  return document.save({ useObjectStreams: true, addDefaultPage: false, ...options });
}
