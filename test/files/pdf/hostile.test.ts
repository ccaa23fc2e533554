// Hostile PDFs: whatever a file holds, it comes to an end, takes no more than its share of memory, and harms no other.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codes as known } from '../../../src/findings/areas/index.ts';
import { probed } from './ask.ts';
import { chinesePdf, pdfOfSheets, pdfWith, stream, textOf } from './build.ts';
import { pdfSample } from './samples.ts';

const name = '江苏示例精密机械有限公司';
const plain = pdfOfSheets([{ content: textOf(['A line']) }]);

const samples: readonly Buffer[] = [
  plain,
  pdfSample('good/mutool-create.pdf'),
  pdfSample('good/object-streams.pdf'),
  pdfSample('good/linearized.pdf'),
  pdfSample('encrypted/r3-open.pdf'),
  pdfSample('encrypted/r4-aes-user.pdf'),
  pdfSample('encrypted/r6-owner.pdf'),
  pdfSample('scans/coarse.pdf'),
  chinesePdf([['证明', name]], 'GBK-EUC-H'),
];

type Change = (bytes: Buffer) => Buffer;

/** Most of what a reader believes stands at the beginning and at the end. */
const position = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 0.05, noNaN: true }),
  fc.double({ min: 0.9, max: 1, noNaN: true }),
);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(position, fc.nat(255)).map(
    ([at, value]): Change =>
      (bytes) => {
        const copy = Buffer.from(bytes);
        if (copy.length > 0) copy[Math.floor(at * (copy.length - 1))] = value;
        return copy;
      },
  ),
  fc.tuple(position, fc.nat(300)).map(
    ([at, length]): Change =>
      (bytes) =>
        Buffer.concat([bytes.subarray(0, at * bytes.length), bytes.subarray(at * bytes.length + length)]),
  ),
  fc.tuple(position, fc.uint8Array({ maxLength: 60 })).map(
    ([at, more]): Change =>
      (bytes) =>
        Buffer.concat([bytes.subarray(0, at * bytes.length), more, bytes.subarray(at * bytes.length)]),
  ),
  fc.tuple(position, position, fc.constantFrom(...samples), fc.nat(2000)).map(
    ([at, from, other, length]): Change =>
      (bytes) => {
        const start = Math.floor(from * other.length);
        const part = other.subarray(start, start + length);
        return Buffer.concat([bytes.subarray(0, at * bytes.length), part, bytes.subarray(at * bytes.length)]);
      },
  ),
  // Numbers are counts, lengths and references.
  fc.tuple(position, fc.constantFrom('0', '1', '3', '9', '-1', '65535', '2147483647', '99999999999')).map(
    ([at, number]): Change =>
      (bytes) => {
        const text = bytes.toString('latin1');
        const found = text.slice(Math.floor(at * text.length)).match(/\d+/)?.[0];
        const where = found === undefined ? -1 : text.indexOf(found, Math.floor(at * text.length));
        if (found === undefined) return bytes;
        return Buffer.from(text.slice(0, where) + number + text.slice(where + found.length), 'latin1');
      },
  ),
);

test('two thousand spoilt files each give an answer', async () => {
  const spoilt = fc.tuple(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 6 }));
  const property = fc.asyncProperty(spoilt, async ([bytes, changes]) => {
    const file = changes.reduce((changed, one) => one(changed), bytes);
    const { codes, traits } = await probed(file, { wanted: { name } });
    expect(codes.every((code) => code in known)).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
    expect(traits.pages ?? 0).toBeGreaterThanOrEqual(0);
    expect(codes).not.toContain('not-inspected');
  });
  await fc.assert(property, { numRuns: 2000 });
  expect((await probed(plain)).codes).toEqual([]);
});

test('a file inspected five hundred times leaves nothing behind', async () => {
  const others = [stream(Buffer.alloc(1_000_000, 'a'))];
  const padded = pdfOfSheets([{ content: textOf(['A line']) }], { others });
  const written = pdfSample('good/writer.pdf');
  for (let time = 0; time < 20; time += 1) await probed(padded);
  const before = process.memoryUsage().rss;
  let most = before;
  for (let time = 0; time < 250; time += 1) {
    expect((await probed(padded, { deep: true })).codes).toEqual([]);
    expect((await probed(written)).codes).toEqual([]);
    most = Math.max(most, process.memoryUsage().rss);
  }
  // A page or a document left open would keep a megabyte each time.
  expect(most - before).toBeLessThan(100_000_000);
});

/** Asks while memory is watched: what was answered, and by how many bytes the process grew at most. */
async function watched(
  bytes: Buffer,
): Promise<{ readonly told: Awaited<ReturnType<typeof probed>>; readonly grew: number }> {
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  const told = await probed(bytes);
  clearInterval(timer);
  return { told, grew: most - before };
}

test('a file that asks for gigabytes is warned of, and the next one is inspected', async () => {
  // A form that draws itself twice, and so on.
  const form = stream('/P Do /P Do', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</P 4 0 R>>>>');
  const greedy = pdfOfSheets([{ content: '/P Do /P Do' }], { xobjects: '/P 4 0 R', others: [form] });
  const { told, grew } = await watched(greedy);
  expect(told.codes).toEqual(['pdf-partly-seen']);
  expect(told.told[0]?.[1]).toMatchObject({ seen: 0, all: 1, why: 'memory' });
  expect(told.traits).toEqual({ pages: 1 });
  expect(grew).toBeLessThan(480_000_000);
  expect((await probed(plain)).traits).toMatchObject({ pages: 1, text: true });
});

test('of very many pages the same first ones are looked at everywhere', async () => {
  const pages = 200_000;
  const bytes = pdfWith([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${'3 0 R '.repeat(pages)}]/Count ${pages}>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
    stream('0 0 m 99 99 l S'),
  ]);
  const { told, traits } = await probed(bytes, { wanted: { name } });
  expect(told).toEqual([['pdf-partly-seen', { seen: 20_000, all: pages, why: 'pages' }]]);
  // Nothing is said of the pages that are left.
  expect(traits).toEqual({ pages, paper: { width: 210, height: 297, varies: false } });
  expect((await probed(plain)).codes).toEqual([]);
});

test.each<[string, Buffer, readonly string[]]>([
  [
    'a tree of pages that contains itself',
    pdfWith(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>']),
    ['pdf-no-pages'],
  ],
  [
    'very deep brackets',
    pdfWith([`<</Type/Catalog/Pages 2 0 R/X ${'['.repeat(100_000)}>>`, '<</Type/Pages/Kids[]/Count 0>>']),
    ['pdf-no-pages'],
  ],
  ['an image of a billion pixels, of which there is one byte', hugeImage(), ['pdf-picture-broken']],
  ['no byte', Buffer.alloc(0), ['pdf-broken']],
  ['zeros', Buffer.alloc(5000), ['pdf-broken']],
])('%s', async (_, bytes, codes) => {
  expect((await probed(bytes)).codes).toEqual(codes);
});

function hugeImage(): Buffer {
  const image = stream(
    'x',
    '/Type/XObject/Subtype/Image/Width 32000/Height 32000/ColorSpace/DeviceGray/BitsPerComponent 8',
  );
  return pdfOfSheets([{ content: 'q 595 0 0 842 0 0 cm /P Do Q' }], { xobjects: '/P 4 0 R', others: [image] });
}
