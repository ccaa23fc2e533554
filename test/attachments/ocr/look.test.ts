// Looking for the applicant in scans: found in spite of misread characters, else a note, never more; an engine that hangs is ended.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { expect, it, test } from 'vitest';
import type { AttachedFile } from '../../../src/assessment.ts';
import {
  distanceIn,
  isNamed,
  lookAtScans,
  openReader,
  type Reader,
  type Reading,
} from '../../../src/attachments/ocr/look.ts';
import { jpegOf, scansOf } from '../../bundle/fit/samples.ts';
import { attached, slot } from '../../support/assessment.ts';
import { emptyFolder } from '../../support/terminal.ts';

const name = '江苏示例精密机械有限公司';
const code = '91320115MADEM0011B';
const licence = resolve(
  import.meta.dirname,
  '../../../examples/jiangsu-2021-product/ready/附件/营业执照/企业营业执照原件扫描件.jpg',
);

test.each([
  [`名称 ${name} 注册`, true],
  ['名 称 江 苏 示 例 精 密 机 械 有 限 公 司', true],
  ['江苏示例精蜜机戒有限公司', true],
  ['统一社会信用代码 9I320115MADEMO011B', true],
  ['江苏样本传感科技有限公司', false],
  ['', false],
])('%s', (text, expected) => {
  expect(isNamed(text, [name, code])).toBe(expected);
});

test('a name of few characters must be read in full', () => {
  expect(isNamed('甲乙丁', ['甲乙丙'])).toBe(false);
  expect(isNamed('在甲乙丙里', ['甲乙丙'])).toBe(true);
  expect(isNamed('什么都有', [''])).toBe(false);
});

test('the distance is that of the nearest stretch', () => {
  expect(distanceIn('abc', 'xxabcxx')).toBe(0);
  expect(distanceIn('abc', 'xxacxx')).toBe(1);
  expect(distanceIn('abc', '')).toBe(3);
});

/** A reader that gives one answer a picture and counts what it was asked. */
function readerOf(...answers: Reading[]) {
  const asked: number[] = [];
  let closed = 0;
  const reader: Reader = {
    read: async (image) => {
      asked.push(image.length);
      return answers[asked.length - 1] ?? { is: 'unreadable' };
    },
    close: async () => {
      closed += 1;
    },
  };
  return { asked, closed: () => closed, open: async () => reader };
}

const text = (read: string): Reading => ({ is: 'text', text: read });
const scan = (more: Partial<AttachedFile> = {}): AttachedFile =>
  attached('附件/执照.jpg', { absolute: licence, format: 'jpg', traits: { width: 1579, height: 1117 }, ...more });
const inventoryOf = (...files: AttachedFile[]) => ({ slots: [slot('licence', '执照', files)], rows: [] });

it('says which scan names nobody, and nothing of the others', async () => {
  const { open, asked, closed } = readerOf(text('别家公司'), text(name));
  const files = [scan(), scan({ source: '附件/另.jpg' })];
  const findings = await lookAtScans(inventoryOf(...files), { name, code }, { open });
  expect(findings).toMatchObject([
    { code: 'ocr-name-absent', severity: 'note', args: { file: '附件/执照.jpg', pages: 1 } },
  ]);
  expect([asked.length, closed()]).toEqual([2, 1]);
});

it('of a file that could not be read says nothing, of one whose reader has run away that it was not inspected', async () => {
  const { open, closed } = readerOf({ is: 'unreadable' }, { is: 'not inspected' });
  const findings = await lookAtScans(inventoryOf(scan(), scan({ source: '附件/另.jpg' })), { name }, { open });
  expect(findings.map(({ code: of }) => of)).toEqual(['not-inspected']);
  expect(closed()).toBe(1);
});

it('reads the first pages of a scanned PDF until the name is found', async () => {
  const folder = emptyFolder();
  const picture = await jpegOf({ width: 200, height: 200 });
  const pictures = await Promise.all(
    ['a', 'b', 'c', 'd', 'e'].map((seed) => jpegOf({ width: 200, height: 200, seed })),
  );
  writeFileSync(join(folder, 'a.pdf'), await (await scansOf([picture, ...pictures.slice(1)])).save());
  const pdf = scan({
    source: '附件/a.pdf',
    absolute: join(folder, 'a.pdf'),
    format: 'pdf',
    traits: { pages: 5, text: false },
  });
  const absent = readerOf(...Array.from({ length: 5 }, () => text('无')));
  expect(await lookAtScans(inventoryOf(pdf), { name }, { open: absent.open })).toMatchObject([{ args: { pages: 3 } }]);
  const found = readerOf(text('无'), text(name), text('无'));
  expect(await lookAtScans(inventoryOf(pdf), { name }, { open: found.open })).toEqual([]);
  expect(found.asked.length).toBe(2);
  const blank = await PDFDocument.create();
  blank.addPage();
  writeFileSync(join(folder, 'b.pdf'), await blank.save());
  const none = readerOf();
  const other = { ...pdf, absolute: join(folder, 'b.pdf') };
  expect(await lookAtScans(inventoryOf(other), { name }, { open: none.open })).toEqual([]);
});

it('says of a scan that is gone since that it cannot be read', async () => {
  const { open, closed } = readerOf(text(name));
  const gone = scan({ absolute: join(emptyFolder(), '执照.jpg') });
  expect(await lookAtScans(inventoryOf(gone), { name }, { open })).toMatchObject([
    { code: 'file-unreadable', args: { file: '附件/执照.jpg', reason: 'ENOENT' } },
  ]);
  expect(closed()).toBe(1);
});

it('reads files of up to 60 MB', async () => {
  const { open, asked } = readerOf(text(name), text(name));
  for (const bytes of [60_000_000, 60_000_001])
    expect(await lookAtScans(inventoryOf(scan({ bytes })), { name }, { open })).toEqual([]);
  expect(asked.length).toBe(1);
});

it('does not even open a reader for files that are no upright scans of the applicant', async () => {
  const files = [
    scan({ format: 'docx', traits: {} }),
    scan({ format: 'pdf', traits: { pages: 1, text: true } }),
    scan({ traits: { width: 1579, height: 1117, orientation: 6 } }),
    scan({ traits: { width: 20_000, height: 20_000 } }),
    scan({ evidence: { issued_to: '别家公司' } }),
  ];
  const open = () => Promise.reject(new Error('opened'));
  for (const file of files) expect(await lookAtScans(inventoryOf(file), { name }, { open })).toEqual([]);
});

it('stops between files when the run is interrupted, and still ends its worker', async () => {
  const { open, closed } = readerOf();
  const signal = AbortSignal.abort(new Error('interrupted'));
  await expect(lookAtScans(inventoryOf(scan()), { name }, { open, signal })).rejects.toThrow('interrupted');
  expect(closed()).toBe(1);
});

it('ends a worker that takes too long, and starts another for the next picture', async () => {
  let started = 0;
  let ended = 0;
  const from = async () => {
    started += 1;
    const slow = started === 1;
    return {
      recognize: () => (slow ? new Promise<never>(() => undefined) : Promise.resolve({ data: { text: name } })),
      terminate: async () => {
        ended += 1;
      },
    };
  };
  const reader = await openReader(20, from);
  expect(await reader.read(Buffer.from('a'))).toEqual({ is: 'not inspected' });
  expect(await reader.read(Buffer.from('b'))).toEqual({ is: 'text', text: name });
  await reader.close();
  expect([started, ended]).toEqual([2, 2]);
});

it('without tesseract.js says how to install it', async () => {
  const absent = openReader(20, () => Promise.reject(new Error('Cannot find package')));
  await expect(absent).rejects.toMatchObject({
    name: 'Stop',
    zh: { hint: expect.stringContaining('npm install -g tesseract.js @tesseract.js-data/chi_sim') },
  });
});

it('reads the licence of the example with the real engine, offline', async () => {
  const mine = await lookAtScans(inventoryOf(scan()), { name, code });
  expect(mine).toEqual([]);
  const other = await lookAtScans(inventoryOf(scan()), {
    name: '南京样本传感科技有限公司',
    code: '91320115MA1XXXXX0A',
  });
  expect(other).toMatchObject([{ code: 'ocr-name-absent' }]);
});
