// Small PDFs and pictures to merge: pages told apart by their sizes, pictures by the greys of their six fields.
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFNumber } from 'pdf-lib';
import type { AttachedFile, FilledSlot } from '../../../src/assessment.ts';
import { pdfOfSheets, pdfWith, stream } from '../../files/pdf/build.ts';
import { attached, slot } from '../../support/assessment.ts';

/** A file of a slot with its bytes. */
export type Sample = { readonly file: AttachedFile; readonly bytes: Uint8Array };

/** A PDF with a page of each width, 500 points high. */
export async function pdfOf(
  name: string,
  widths: readonly number[],
  more: Partial<AttachedFile> = {},
): Promise<Sample> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const width of widths) document.addPage([width, 500]).drawText(`${name.length} ${width}`, { x: 20, y: 200 });
  const bytes = await document.save();
  return { file: attached(`附件/${name}`, { bytes: bytes.length, traits: { pages: widths.length }, ...more }), bytes };
}

/** A PDF that says it is signed. */
export async function signedPdf(name: string): Promise<Sample> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([300, 300]);
  document.catalog.set(PDFName.of('AcroForm'), document.context.obj({ SigFlags: PDFNumber.of(3), Fields: [] }));
  const bytes = await document.save();
  return { file: attached(`附件/${name}`, { bytes: bytes.length, traits: { pages: 1 } }), bytes };
}

/** A PDF with a password for its owner only. */
export async function encryptedPdf(name: string): Promise<Sample> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([300, 300]);
  document.encrypt({ ownerPassword: 'owner', permissions: {} });
  const bytes = await document.save();
  return { file: attached(`附件/${name}`, { bytes: bytes.length, traits: { pages: 1 } }), bytes };
}

/** A field without a picture of its own: readers draw it by the form that it belongs to. */
export const formOnly = pdfWith([
  '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]/NeedAppearances true/DA(/F 40 Tf 0 g)/DR<</Font<</F 5 0 R>>>>>>>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>',
  '<</Type/Page/Parent 2 0 R/Annots[4 0 R]>>',
  '<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(FILLED IN)/F 4/Rect[50 600 500 700]/P 3 0 R/DA(/F 40 Tf 0 g)>>',
  '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
]);

export const square = (x: number, y: number): string => `${x} ${y} 60 60 re f`;

/** Readers follow the table of a file; an object behind its end, with the number of another, is none of its. */
export const strayed = Buffer.concat([
  pdfOfSheets([{ content: square(50, 600) }]),
  Buffer.from('5 0 obj\n'),
  stream(square(300, 300)),
  Buffer.from('\nendobj\n'),
]);

/** A piece of a PNG. */
export function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A grey PNG: every value of `fields` becomes a square of `side` pixels. */
export function pngOf(fields: readonly (readonly number[])[], side = 20): Buffer {
  const rows = fields.flatMap((row) =>
    Array.from({ length: side }, () => Buffer.from([0, ...row.flatMap((grey) => Array<number>(side).fill(grey))])),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE((fields[0]?.length ?? 0) * side);
  header.writeUInt32BE(fields.length * side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The picture as it is to be seen: three fields wide, two high. */
export const upright = [
  [0, 50, 100],
  [150, 190, 220],
] as const;

/** Where the first row and the first column of a stored picture are seen (EXIF 2.32, tag 0x0112). */
const sides: Readonly<Record<number, readonly [row: string, column: string]>> = {
  1: ['top', 'left'],
  2: ['top', 'right'],
  3: ['bottom', 'right'],
  4: ['bottom', 'left'],
  5: ['left', 'top'],
  6: ['right', 'top'],
  7: ['right', 'bottom'],
  8: ['left', 'bottom'],
};

/** The fields as a camera stores them that states this orientation. */
export function storedAs(orientation: number): number[][] {
  const [row = '', column = ''] = sides[orientation] ?? [];
  const stored: number[][] = [];
  for (const [y, line] of upright.entries()) {
    for (const [x, grey] of line.entries()) {
      const from = { top: y, bottom: 1 - y, left: x, right: 2 - x } as Readonly<Record<string, number>>;
      const [r, c] = [from[row] ?? 0, from[column] ?? 0];
      stored[r] ??= [];
      (stored[r] ?? [])[c] = grey;
    }
  }
  return stored;
}

export function pictureOf(name: string, orientation = 1): Sample {
  const stored = storedAs(orientation);
  const bytes = pngOf(stored);
  const traits = { width: (stored[0]?.length ?? 0) * 20, height: stored.length * 20, orientation };
  return { file: attached(`附件/${name}`, { bytes: bytes.length, format: 'png', traits }), bytes };
}

/** A slot of samples, and what reads them. */
export function slotOf(samples: readonly Sample[]): {
  readonly slot: FilledSlot;
  readonly read: (file: AttachedFile) => Promise<Uint8Array>;
} {
  const bytes = new Map(samples.map((sample) => [sample.file.source, sample.bytes]));
  const read = async ({ source }: AttachedFile): Promise<Uint8Array> => {
    const found = bytes.get(source);
    if (found === undefined) throw new Error(`${source} is not to be read`);
    return found;
  };
  return {
    slot: slot(
      'audits',
      '审计报告',
      samples.map(({ file }) => file),
    ),
    read,
  };
}
