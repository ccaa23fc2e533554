// Merging the files of a slot: pages in order, bookmarks, pictures upright, what stays beside, and what grows too large.
import { PDFDocument, PDFName } from 'pdf-lib';
import { expect, it, test } from 'vitest';
import type { AttachedFile } from '../../../src/assessment.ts';
import { merger } from '../../../src/bundle/merged/merge.ts';
import { openLibrary } from '../../../src/files/pdf/library.ts';
import { assessment, attached, category } from '../../support/assessment.ts';
import { encryptedPdf, pdfOf, pictureOf, type Sample, signedPdf, slotOf, upright } from './samples.ts';

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

it.each([
  ['all on', {}, false],
  ['one off', { OFF: ['layer'] }, true],
  ['off unless named', { BaseState: 'OFF' }, true],
])('a PDF with layers, %s, is merged only when none of them is hidden', async (_, shown, isApart) => {
  const plain = await pdfOf('图层.pdf', [300]);
  const document = await PDFDocument.load(plain.bytes);
  document.catalog.set(PDFName.of('OCProperties'), document.context.obj({ OCGs: [], D: shown }));
  const layered = { ...plain, bytes: Buffer.from(await document.save()) };
  const { merge: done } = await merge([layered, pictureOf('一.png')]);
  expect(done.apart).toEqual(isApart ? [{ source: '附件/图层.pdf', why: 'hidden layers' }] : []);
});

it('has nothing to merge in a slot of other files', async () => {
  const { merge: done, bytes } = await merge([file('表.xls', { format: 'xls', traits: {} })]);
  expect([done.is, bytes]).toEqual(['none', undefined]);
});

it('tells of a signature that a copy cannot keep', async () => {
  const { merge: done } = await merge([await signedPdf('执照.pdf'), await pdfOf('甲.pdf', [400])]);
  expect(done).toMatchObject({ is: 'merged', signed: ['附件/执照.pdf'] });
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
