// Finds the scans of a PDF: pages that draw one JPEG and no other picture.
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFRef } from 'pdf-lib';

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

/** The JPEGs of a PDF's first `most` pages, without those of too many pixels; none when it is no series of scans or cannot be read. */
export async function jpegsOf(
  bytes: Uint8Array,
  { most, mostPixels }: { readonly most: number; readonly mostPixels: number },
): Promise<readonly Uint8Array[]> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
    return (scansOf(document) ?? [])
      .slice(0, most)
      .filter(({ width, height }) => width * height <= mostPixels)
      .map(({ stream }) => stream.getContents());
  } catch {
    return [];
  }
}
