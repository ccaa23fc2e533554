// Whole and damaged PDFs: what readers open as it stands is not spoken of, what they silently repair is a warning.
import { expect, test } from 'vitest';
import { probed } from './ask.ts';
import { chinesePdf, pdfOfSheets, pdfWith, stream, textOf } from './build.ts';
import { pdfSample, pdfSamples } from './samples.ts';

const plain = pdfOfSheets([{ content: textOf(['One line']) }, { content: textOf(['Another']) }]);
const junk = (bytes: number): Buffer => Buffer.alloc(bytes, 'junk\n');
const latin = (bytes: Buffer): string => bytes.toString('latin1');
const startOf = (bytes: Buffer): number => Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(latin(bytes))?.[1]);

/** The file with a revision at its end, as a signature or a remark adds one. */
function revised(bytes: Buffer, eol = '\n'): Buffer {
  const [, root] = /\/Root (\d+ 0 R)/.exec(latin(bytes)) ?? [];
  const size = Math.max(...Array.from(latin(bytes).matchAll(/\/Size (\d+)/g), ([, count]) => Number(count)));
  const object = `${size} 0 obj${eol}<</Type/Metadata>>${eol}endobj${eol}`;
  const at = bytes.length;
  const table = `xref${eol}${size} 1${eol}${String(at).padStart(10, '0')} 00000 n${eol.padStart(2)}`;
  const trailer = `trailer${eol}<</Size ${size + 1}/Root ${root}/Prev ${startOf(bytes)}>>${eol}startxref${eol}${at + object.length}${eol}%%EOF${eol}`;
  return Buffer.concat([bytes, Buffer.from(object + table + trailer)]);
}

/** A table for old readers, and a stream for new ones that has more objects, as Word writes it. */
function hybrid(): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R>>',
    '<</Type/Pages/Kids[5 0 R]/Count 1>>',
    stream('0 0 m 99 99 l S'),
    stream('6 0 <</Type/StructTreeRoot>>', '/Type/ObjStm/N 1/First 4'),
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R>>',
  ];
  const base = pdfWith(objects);
  const body = base.subarray(0, startOf(base));
  const at = body.length;
  const streamed = Buffer.concat([
    Buffer.from('7 0 obj\n'),
    stream(Buffer.from([2, 0, 4, 0]), '/Type/XRef/Size 8/Index[6 1]/W[1 2 1]/Root 1 0 R'),
    Buffer.from('\nendobj\n'),
  ]);
  const table = latin(base)
    .slice(startOf(base))
    .replace('0 6\n', '0 8\n')
    .replace('trailer', '0000000000 00000 f \n0000000000 00000 f \ntrailer')
    .replace('/Size 6', `/Size 8/XRefStm ${at}`)
    .replace(/startxref\n\d+/, `startxref\n${at + streamed.length}`);
  return Buffer.concat([body, streamed, Buffer.from(table, 'latin1')]);
}

/** Offsets that count the junk in front. */
const shifted = (bytes: Buffer, by: number): Buffer =>
  Buffer.concat([
    junk(by),
    Buffer.from(
      latin(bytes)
        .replace(/^(\d{10}) 00000 n/gm, (_, at) => `${String(Number(at) + by).padStart(10, '0')} 00000 n`)
        .replace(/startxref\n(\d+)/, (_, at) => `startxref\n${Number(at) + by}`),
      'latin1',
    ),
  ]);

const good: readonly (readonly [string, Buffer])[] = [
  ...pdfSamples('good').map((name) => [name, pdfSample(name)] as const),
  ['scans/text.pdf', pdfSample('scans/text.pdf')],
  ['scans/words.pdf', pdfSample('scans/words.pdf')],
  ['written by hand', plain],
  ['Chinese, not embedded', chinesePdf([['证明']])],
  ['revised', revised(plain)],
  ['revised twice', revised(revised(plain))],
  ['revised with CR LF', revised(plain, '\r\n')],
  ['linearized, revised', revised(pdfSample('good/linearized.pdf'))],
  ['a table and a stream', hybrid()],
  ['junk after the end', Buffer.concat([plain, junk(1000)])],
  ['zeros after the end', Buffer.concat([plain, Buffer.alloc(1024)])],
  ['junk before', Buffer.concat([junk(300), plain])],
  ['junk before, counted', shifted(plain, 300)],
];

test.each(good)('%s is whole', async (what, bytes) => {
  const { codes, traits } = await probed(bytes, { deep: true });
  expect(codes).toEqual(what.includes('not embedded') ? ['pdf-font-missing'] : []);
  expect(traits.pages).toBeGreaterThan(0);
});

const cutAt = (bytes: Buffer, part: number): Buffer => bytes.subarray(0, Math.floor(bytes.length * part));
const damaged: readonly (readonly [string, Buffer])[] = [
  ['startxref points elsewhere', Buffer.from(latin(plain).replace(/startxref\n\d+/, 'startxref\n17'), 'latin1')],
  [
    'startxref points behind the end',
    Buffer.from(latin(plain).replace(/startxref\n\d+/, 'startxref\n99999'), 'latin1'),
  ],
  ['no startxref', Buffer.from(latin(plain).replace(/startxref\n\d+\n/, ''), 'latin1')],
  ['no end', plain.subarray(0, plain.indexOf('%%EOF'))],
  ['no table', Buffer.concat([plain.subarray(0, startOf(plain)), Buffer.from('trailer<</Root 1 0 R>>\n%%EOF\n')])],
  [
    'offsets of another edition',
    Buffer.from(latin(plain).replace('%PDF-1.5\n', '%PDF-1.5\n%edited by hand\n'), 'latin1'),
  ],
  ['line ends changed', Buffer.from(latin(plain).replaceAll('\n', '\r\n'), 'latin1')],
  ['cut at 99 %', cutAt(pdfSample('good/linearized.pdf'), 0.99)],
];

test.each(damaged)('%s: readers repair it', async (_, bytes) => {
  const { codes, traits } = await probed(bytes);
  expect(codes).toEqual(['pdf-damaged']);
  expect(traits.pages).toBeGreaterThan(0);
});

test.each(pdfSamples('good'))('%s cut off is never taken for whole', async (name) => {
  const bytes = pdfSample(name);
  for (const part of [0.1, 0.5, 0.9, 0.99]) {
    const { codes } = await probed(cutAt(bytes, part));
    expect(codes, `${part}`).toHaveLength(1);
    expect(['pdf-broken', 'pdf-damaged']).toContain(codes[0]);
  }
});

test('pages that cannot be opened are named', async () => {
  const bytes = Buffer.from(latin(plain).replace('[4 0 R 6 0 R]', '[4 0 R 9 0 R]'), 'latin1');
  expect((await probed(bytes)).told).toEqual([['pdf-damaged', { pages: { count: 1, ranges: [[2, 2]] } }]]);
});

test('a damaged file without a readable page is broken, one without pages has none', async () => {
  const lost = Buffer.from(latin(plain).replace('[4 0 R 6 0 R]', '[9 0 R 8 0 R]'), 'latin1');
  expect((await probed(lost)).codes).toEqual(['pdf-broken']);
  expect((await probed(Buffer.from('%PDF-1.4\n%%EOF\n'))).codes).toEqual(['pdf-broken']);
  const none = pdfWith(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>']);
  expect((await probed(none)).codes).toEqual(['pdf-no-pages']);
});

test.each(pdfSamples('encrypted'))('%s', async (name) => {
  const { codes, traits } = await probed(pdfSample(name), { wanted: { name: 'Plain page' } });
  if (name.endsWith('-user.pdf')) {
    expect(codes).toEqual(['pdf-password']);
    expect(traits).toEqual({});
    return;
  }
  const isRestricted = name.endsWith('-owner.pdf');
  expect(codes).toEqual(isRestricted ? ['pdf-restricted'] : []);
  expect(traits).toMatchObject({ pages: 2, text: true, mentions: 'name' });
  expect(traits.restricted).toBe(isRestricted ? true : undefined);
});
