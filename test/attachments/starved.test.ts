// A starved program finds the same in every file as one with all the time in the world: what is read is counted, never timed.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspectPdf } from '../../src/files/pdf/inspect.ts';
import { chinesePdf, imageOf, pdfOfSheets, pdfWith, type Sheet, stream, textOf } from '../files/pdf/build.ts';
import { pdfSample, pdfSamples } from '../files/pdf/samples.ts';
import { folderOf, slotOf, take } from './dossier.ts';

const name = '江苏示例精密机械有限公司';
const wanted = { name, code: '91320115MADEM0011B' };

/** Threads that leave nobody else a processor. */
let busy: readonly Worker[] = [];
const starve = (): void => {
  busy = Array.from({ length: availableParallelism() }, () => new Worker('for (;;);', { eval: true }));
};
const feed = async (): Promise<void> => {
  await Promise.all(busy.map((one) => one.terminate()));
  busy = [];
};
afterAll(feed);

/** Blocks this thread while another one reads: an answer waits, and every timer is late. */
function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

const text = (lines: number): string =>
  textOf(
    Array.from({ length: lines }, (_, line) => `${line} of a report that goes on and on, with figures 2018 to 2020`),
  );

/** Some hundreds of pages of every kind that is counted in another way. */
const sheet: fc.Arbitrary<Sheet> = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((lines) => ({ content: text(lines) })),
  fc.integer({ min: 1, max: 3000 }).map((paths) => ({ content: '0 0 m 99 99 l S\n'.repeat(paths) })),
  fc.constant({ content: 'q 595 0 0 842 0 0 cm /P Do Q' }),
  fc.constant({ content: '' }),
  fc.constant({ content: textOf(['on its side'.repeat(4)], 1), rotate: 90 }),
);
const generated = fc
  .array(fc.tuple(sheet, fc.integer({ min: 1, max: 120 })), { minLength: 1, maxLength: 5 })
  .map((runs) =>
    pdfOfSheets(
      runs.flatMap(([one, times]) => Array<Sheet>(times).fill(one)),
      { xobjects: '/P 4 0 R', others: [imageOf(600, 850)] },
    ),
  );

const question = { leastSide: 1000, wanted };

test('a generated PDF shows the same to a starved program', async () => {
  const property = fc.asyncProperty(generated, fc.boolean(), async (bytes, deep) => {
    const ask = () => inspectPdf(new Uint8Array(bytes), { ...question, deep });
    const fed = await ask();
    starve();
    try {
      const starved = ask();
      await new Promise((resolve) => setImmediate(resolve));
      block(50);
      expect(await starved).toEqual(fed);
    } finally {
      await feed();
    }
  });
  await fc.assert(property, { numRuns: 4 });
});

/** Files as an applicant has them, beside those that ask for much. */
function files(): Readonly<Record<string, Buffer | string>> {
  const pages = 30_000;
  const form = stream('/P Do /P Do', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</P 4 0 R>>>>');
  const many = pdfWith([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${'3 0 R '.repeat(pages)}]/Count ${pages}>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
    stream('0 0 m 99 99 l S'),
  ]);
  return {
    ...Object.fromEntries(
      (['good', 'encrypted', 'scans'] as const)
        .flatMap((kind) => pdfSamples(kind).slice(0, 4))
        .map((path) => [path.replace('/', '-'), pdfSample(path)]),
    ),
    'report.pdf': pdfSample('long-report-300-pages.pdf'),
    'chinese.pdf': chinesePdf(Array.from({ length: 200 }, () => ['证明', name, '年度报告'.repeat(9)])),
    'greedy.pdf': pdfOfSheets([{ content: '/P Do /P Do' }], { xobjects: '/P 4 0 R', others: [form] }),
    'many.pdf': many,
    ...Object.fromEntries(
      ['scan.jpg', 'scan.png', 'sheet.xls', 'sheet.xlsx', 'word.doc', 'word.docx'].map((one) => [one, one]),
    ),
    ...Object.fromEntries(
      ['good-4.rar', 'good-5.rar', 'solid-5.rar', 'password-5.rar'].map((one) => [one, `corpus/${one}`]),
    ),
  };
}

beforeAll(() => expect(Object.keys(files()).length).toBeGreaterThan(20));

test('the inventory of a folder is the same for a starved program, in whatever order its files are read', async () => {
  const given = files();
  const folder = folderOf(given);
  const entries = { other: Object.keys(given) };
  const look = async (names: readonly string[]) => {
    const taken = await take(folder, { entries: { other: [...names] }, slots: [slotOf()], lookFor: { wanted } });
    const [slot] = taken.inventory.slots;
    const read = (slot?.files ?? []).map(({ source, traits }) => [source, traits] as const);
    // Not where it stands: the files stand in another order.
    const told = taken.findings.map((finding) => JSON.stringify({ ...finding, at: undefined }));
    return { read: read.toSorted(([a], [b]) => (a < b ? -1 : 1)), told: told.toSorted() };
  };
  const fed = await look(entries.other);
  expect(fed.told.join('\n')).toContain('"why":"pages"');
  expect(fed.told.join('\n')).toContain('"why":"memory"');
  expect(fed.read.find(([source]) => source === 'report.pdf')?.[1]).toMatchObject({ pages: 300, text: true });
  starve();
  try {
    expect(await look(entries.other.toReversed())).toEqual(fed);
  } finally {
    await feed();
  }
});
