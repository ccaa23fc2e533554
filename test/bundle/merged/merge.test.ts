// Merging the files of a slot: pages in order, bookmarks, pictures upright, what stays beside, and what grows too large.
import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { expect, it, test } from 'vitest';
import type { AttachedFile } from '../../../src/assessment.ts';
import { merger } from '../../../src/bundle/merged/merge.ts';
import { drawPages } from '../../../src/files/pdf/inspect.ts';
import { openLibrary } from '../../../src/files/pdf/library.ts';
import { pdfWith, stream } from '../../files/pdf/build.ts';
import { assessment, attached, category } from '../../support/assessment.ts';
import {
  chunk,
  encryptedPdf,
  formOnly,
  pdfOf,
  pictureOf,
  type Sample,
  signedPdf,
  slotOf,
  square,
  strayed,
  upright,
} from './samples.ts';

async function merge(samples: readonly Sample[], maxMib = 50) {
  const { slot, read } = slotOf(samples);
  const files = { types: ['pdf'], maxMib, notice: '' };
  return merger(assessment({ category: category({ files }) }))(slot, read);
}

const widthsOf = async (bytes: Uint8Array | undefined): Promise<number[]> =>
  (await PDFDocument.load(bytes ?? new Uint8Array())).getPages().map((page) => Math.round(page.getWidth()));

const file = (name: string, more: Partial<AttachedFile>): Sample => ({
  file: attached(`附件/${name}`, more),
  bytes: Buffer.from('%PDF-1.7 this is none'),
});

it('copies the pages in order and says where each file stands', async () => {
  const samples = [await pdfOf('乙.pdf', [400, 410]), pictureOf('照片.png'), await pdfOf('甲.pdf', [420])];
  const { merge: done, bytes } = await merge(samples);
  expect(await widthsOf(bytes)).toEqual([400, 410, 842, 420]);
  expect(done).toEqual({
    slot: 'audits',
    label: '审计报告',
    is: 'merged',
    pages: 4,
    parts: [
      { source: '附件/乙.pdf', first: 1, last: 2 },
      { source: '附件/照片.png', first: 3, last: 3 },
      { source: '附件/甲.pdf', first: 4, last: 4 },
    ],
    apart: [],
    signed: [],
  });
  const again = await merge(samples);
  expect(Buffer.from(again.bytes ?? []).equals(Buffer.from(bytes ?? []))).toBe(true);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a picture of orientation %i stands upright, within margins',
  async (orientation) => {
    const { bytes } = await merge([pictureOf('照片.png', orientation)]);
    const library = await openLibrary();
    const document = await library.loadDocument(bytes ?? new Uint8Array());
    const { data, width, height } = await document.getPage(0).render({ scale: 1, render: 'bitmap' });
    document.destroy();
    library.destroy();
    expect(width).toBeGreaterThan(height);
    const greyAt = (x: number, y: number): number => data[4 * (Math.round(y) * width + Math.round(x))] ?? -1;
    const wide = width - 2 * 28.35;
    const high = (wide * 2) / 3;
    const top = (height - high) / 2;
    const seen = upright.map((line, row) =>
      line.map((_, column) => greyAt(28.35 + ((column + 0.5) * wide) / 3, top + ((row + 0.5) * high) / 2)),
    );
    expect(seen).toEqual(upright);
    expect([greyAt(20, height / 2), greyAt(width - 20, height / 2)]).toEqual([255, 255]);
  },
);

it('leaves a single PDF as it is, whatever stands beside it', async () => {
  const single = await pdfOf('甲.pdf', [400]);
  expect(await merge([single])).toEqual({
    merge: { slot: 'audits', label: '审计报告', is: 'single', source: '附件/甲.pdf', parts: [], apart: [], signed: [] },
  });
  const { merge: done } = await merge([single, file('说明.docx', { format: 'docx', traits: {} })]);
  expect(done).toMatchObject({ is: 'single', apart: [{ source: '附件/说明.docx', why: 'type' }] });
  const { merge: broken } = await merge([single, file('坏.pdf', { traits: { pages: 1 } })]);
  expect(broken).toMatchObject({ is: 'single', source: '附件/甲.pdf', parts: [], apart: [{ why: 'unreadable' }] });
});

it('keeps out what cannot be merged, each with its reason, and merges the rest', async () => {
  const few = await pdfOf('少页.pdf', [300], { traits: { pages: 2 } });
  const samples = [
    file('表.xls', { format: 'xls', traits: {} }),
    pictureOf('一.png'),
    file('限制.pdf', { traits: { pages: 1, restricted: true } }),
    await encryptedPdf('加密.pdf'),
    file('坏.pdf', { traits: { pages: 1 } }),
    file('未识.pdf', { traits: {} }),
    few,
    file('巨.png', { format: 'png', traits: { width: 20_000, height: 20_000 } }),
    file('断.jpg', { format: 'jpg', traits: { width: 100, height: 100 } }),
    pictureOf('二.png'),
  ];
  const { merge: done, bytes } = await merge(samples);
  expect(done).toMatchObject({ is: 'merged', pages: 2 });
  expect(done.apart.map(({ source, why }) => `${source.slice(3)} ${why}`)).toEqual([
    '表.xls type',
    '限制.pdf protected',
    '加密.pdf protected',
    '坏.pdf unreadable',
    '未识.pdf unreadable',
    '少页.pdf unreadable',
    '巨.png too many pixels',
    '断.jpg unreadable',
  ]);
  expect(await widthsOf(bytes)).toEqual([842, 842]);
});

/** A PDF of hand-written objects, and what its pages look like. */
async function handmade(name: string, bytes: Buffer, pages: number) {
  const drawn = await drawPages(Uint8Array.from(bytes), [...Array(pages).keys()]);
  return { sample: { file: attached(`附件/${name}`, { bytes: bytes.length, traits: { pages } }), bytes }, drawn };
}

/** What the pages of a merged PDF look like that were copied from its first file. */
const firstOf = async (bytes: Uint8Array | undefined, pages: number) =>
  (await drawPages(Uint8Array.from(bytes ?? []), [...Array(pages).keys()]))?.drawn;

it.each([
  ['on', '', '', 2],
  ['off', '/OFF[4 0 R]', '', 1],
  ['off unless named', '/BaseState/OFF', '', 0],
  ['off, but one is named', '/BaseState/OFF/ON[5 0 R]', '', 1],
  ['off on a screen', '/AS[<</Event/View/Category[/View]/OCGs[4 0 R]>>]', '/Usage<</View<</ViewState/OFF>>>>', 1],
])('layers that are %s are so in the merged PDF', async (_, shown, usage, squares) => {
  const content = `/OC /A BDC ${square(50, 600)} EMC /OC /B BDC ${square(300, 300)} EMC`;
  const keys = '/Resources<</Properties<</A 4 0 R/B 5 0 R>>>>';
  const bytes = pdfWith([
    `<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[4 0 R 5 0 R]/D<<${shown}>>>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${keys}/Contents 6 0 R>>`,
    `<</Type/OCG/Name(hidden)${usage}>>`,
    '<</Type/OCG/Name(plain)>>',
    stream(content),
  ]);
  const { sample, drawn } = await handmade('图层.pdf', bytes, 1);
  const inked = drawn?.drawn[0]?.pixels.filter((pixel) => pixel === 0).length ?? -1;
  expect(Math.round(inked / 100)).toBe(squares);
  const merged = await merge([sample, sample, pictureOf('一.png')]);
  expect(merged.merge).toMatchObject({ is: 'merged', apart: [] });
  expect(await firstOf(merged.bytes, 2)).toEqual([drawn?.drawn[0], drawn?.drawn[0]]);
});

it('keeps boxes and turns of pages, their own and those of the tree above', async () => {
  const page = (keys: string, parent = 3) => `<</Type/Page/Parent ${parent} 0 R/Contents 4 0 R${keys}>>`;
  const boxes = [
    '',
    '/Rotate 180',
    '/Rotate 270/CropBox[120 130 500 600]',
    '/Rotate -90/UserUnit 2',
    '/MediaBox[-200 -100 400 700]/CropBox[0 0 300 300]/Rotate 0',
    '/CropBox[50 50 9000 9000]',
  ];
  const bytes = pdfWith([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 6/MediaBox[100 100 695 942]/Resources<<>>>>',
    `<</Type/Pages/Parent 2 0 R/Kids[${boxes.map((_, at) => `${5 + at} 0 R`).join(' ')}]/Count 6/Rotate 90>>`,
    stream(`${square(130, 140)} ${square(10, 20)} ${square(400, 800)} 1 0 0 rg ${square(200, 500)}`),
    ...boxes.map((keys) => page(keys)),
  ]);
  const { sample, drawn } = await handmade('页面.pdf', bytes, 6);
  const merged = await merge([sample, pictureOf('一.png')]);
  expect(merged.merge).toMatchObject({ is: 'merged', apart: [] });
  expect(await firstOf(merged.bytes, 6)).toEqual(drawn?.drawn);
  expect(new Set(drawn?.drawn.map((one) => `${one?.width}x${one?.height}`)).size).toBeGreaterThan(3);
  const copy = await PDFDocument.load(merged.bytes ?? new Uint8Array());
  expect(copy.getPage(3).node.lookup(PDFName.of('UserUnit'))?.toString()).toBe('2');
});

it('leads a link to the copy of its page', async () => {
  const bytes = pdfWith([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]>>',
    '<</Type/Page/Parent 2 0 R/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[4 0 R/Fit]>>]>>',
    '<</Type/Page/Parent 2 0 R>>',
  ]);
  const { sample } = await handmade('目录.pdf', bytes, 2);
  const merged = await PDFDocument.load((await merge([pictureOf('一.png'), sample])).bytes ?? new Uint8Array());
  const link = merged.getPage(1).node.Annots()?.lookup(0, PDFDict);
  expect(link?.lookup(PDFName.of('Dest'), PDFArray).get(0)).toBe(merged.getPage(2).ref);
});

it('copies a page that stands in a file twice', async () => {
  const bytes = pdfWith([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 321 842]>>',
  ]);
  const { sample } = await handmade('两次.pdf', bytes, 2);
  expect(await widthsOf((await merge([sample, pictureOf('一.png')])).bytes)).toEqual([321, 321, 842]);
});

it.each([
  ['another object in the place of one', strayed],
  ['fields that their form draws', formOnly],
])('keeps out a file whose pages would look otherwise: %s', async (_, bytes) => {
  const { sample } = await handmade('变样.pdf', bytes, 1);
  const samples = [pictureOf('一.png'), sample, await pdfOf('甲.pdf', [400])];
  const { merge: done, bytes: made } = await merge(samples);
  expect(done).toMatchObject({ is: 'merged', pages: 2, apart: [{ source: '附件/变样.pdf', why: 'changed' }] });
  expect(done.parts.map(({ source }) => source)).toEqual(['附件/一.png', '附件/甲.pdf']);
  expect(await widthsOf(made)).toEqual([842, 400]);
});

it('has nothing to merge in a slot of other files', async () => {
  const { merge: done, bytes } = await merge([file('表.xls', { format: 'xls', traits: {} })]);
  expect([done.is, bytes]).toEqual(['none', undefined]);
});

it('tells of a signature that a copy cannot keep', async () => {
  const { merge: done } = await merge([await signedPdf('执照.pdf'), await pdfOf('甲.pdf', [400])]);
  expect(done).toMatchObject({ is: 'merged', signed: ['附件/执照.pdf'] });
});

it.each([
  ['of its own', '/FT/Sig/T(s)/V 5 0 R/Rect[0 0 0 0]'],
  ['of the field above it', '/Parent<</FT/Sig/T(s)/V 5 0 R>>/Rect[9 9 99 99]'],
])('takes a file with a signature that nobody sees, %s', async (_, field) => {
  const unseen = pdfWith([
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[4 0 R]>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>',
    '<</Type/Page/Parent 2 0 R/Annots[4 0 R]/Contents 6 0 R>>',
    `<</Type/Annot/Subtype/Widget/F 132/P 3 0 R${field}>>`,
    '<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 1 2 3]/Contents<00>>>',
    stream(square(50, 600)),
  ]);
  const { sample } = await handmade('签.pdf', unseen, 1);
  const { merge: done } = await merge([sample, await pdfOf('甲.pdf', [400])]);
  expect(done).toMatchObject({ is: 'merged', pages: 2, apart: [], signed: ['附件/签.pdf'] });
});

it('gives no PDF above the limit, and tells by how much', async () => {
  const samples = [await pdfOf('甲.pdf', [400]), await pdfOf('乙.pdf', [400])];
  const whole = await merge(samples);
  const size = whole.bytes?.length ?? 0;
  const under = await merge(samples, size / 1_000_000);
  expect(under.merge.is).toBe('merged');
  const { merge: over, bytes } = await merge(samples, (size - 1) / 1_000_000);
  expect(over).toMatchObject({ is: 'over', bytes: size, limit: size - 1, parts: [] });
  expect(bytes).toBeUndefined();
});

it('does not even read files that are far above the limit together', async () => {
  const large = [1, 2, 3, 4].map((name) => file(`${name}.pdf`, { bytes: 50_000_000, traits: { pages: 1 } }));
  const { slot } = slotOf(large);
  const merged = await merger(assessment())(slot, () => Promise.reject(new Error('read')));
  expect(merged.merge).toMatchObject({ is: 'over', bytes: 200_000_000, limit: 50_000_000 });
});

test('of a PNG that moves, the picture that shows at first is merged', async () => {
  const still = pictureOf('照片.png');
  const png = Buffer.from(still.bytes);
  const [head, rest] = [png.subarray(0, 33), png.subarray(33, -12)];
  const size = png.subarray(16, 24);
  const frame = (number: number) =>
    chunk(
      'fcTL',
      Buffer.concat([Buffer.from([0, 0, 0, number]), size, Buffer.alloc(8), Buffer.from('0001000a0000', 'hex')]),
    );
  const data = png.subarray(png.indexOf('IDAT') + 4, -16);
  const more = chunk('fdAT', Buffer.concat([Buffer.from([0, 0, 0, 2]), data]));
  const control = chunk('acTL', Buffer.from('0000000200000000', 'hex'));
  const bytes = Buffer.concat([head, control, frame(0), rest, frame(1), more, png.subarray(-12)]);
  const one = await merge([still]);
  const other = await merge([{ file: still.file, bytes }]);
  expect(other.merge).toMatchObject({ is: 'merged', apart: [] });
  expect(Buffer.from(other.bytes ?? []).equals(Buffer.from(one.bytes ?? []))).toBe(true);
});

const tableOf = (size: string, index: string): string =>
  `\n99 0 obj\n<</Type/XRef/Size ${size}/W[1 2 1]/Index[${index}]/Root 1 0 R>>\nstream\n\0\0\0\0\nendstream\nendobj\n`;
test.each([
  ['more objects than a file can have', tableOf('300000000000000', '0 300000000000000'), true],
  ['a stretch of more objects than a file can have', tableOf('9', '0 300000000000000'), true],
  ['what a thousand tables say, its own among them', '%/XRef '.repeat(999), false],
  ['what more tables say than anybody looks at', '%/XRef '.repeat(1000), true],
])('a file that claims %s is not counted through', async (_, more, isApart) => {
  const plain = await pdfOf('甲.pdf', [400]);
  const bytes = Buffer.concat([plain.bytes, Buffer.from(more)]);
  const { merge: done } = await merge([{ file: plain.file, bytes }, pictureOf('照片.png')]);
  expect(done.apart).toEqual(isApart ? [{ source: '附件/甲.pdf', why: 'unreadable' }] : []);
});
