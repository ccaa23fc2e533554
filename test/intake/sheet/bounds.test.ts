// What may be unpacked at all, and how high rows are drawn.
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { openZip } from '../../../src/files/zip/zip.ts';
import { boundsOf } from '../../../src/intake/sheet/bounds.ts';
import { heightsOf, readWorkbook, writeWorkbook } from '../../../src/intake/sheet/workbook.ts';
import { rawZip } from '../../bundle/raw-zip.ts';
import { answer } from './books.ts';

const book = () => writeWorkbook('x', [{ name: '表', rows: [[answer('甲')]], widths: [10] }]);

it('takes a workbook, and no zip that is cut off or lies about its sizes', async () => {
  const bytes = await book();
  expect(await boundsOf(bytes)).toBe('fits');
  expect(await boundsOf(bytes.slice(0, -30))).toBe('broken');
  const directory = Buffer.from(bytes).indexOf(Buffer.from('504b0102', 'hex'));
  const lying = Buffer.from(bytes);
  lying.writeUInt32LE(lying.readUInt32LE(directory + 24) - 1, directory + 24);
  expect(await boundsOf(new Uint8Array(lying))).toBe('broken');
  expect(await readWorkbook(new Uint8Array(lying))).toBe('broken');
});

/** A zip of one entry that unpacks to so many bytes. */
function zipOf(size: number, content = '\0'): Uint8Array {
  const data = Buffer.alloc(size, content);
  const packed = deflateRawSync(data);
  const name = Buffer.from('xl/workbook.xml');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(content === '<' ? crc32(data) : 0, 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, name, packed]);
  const central = Buffer.concat([Buffer.from('504b01021403', 'hex'), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, central, end]));
}

it('does not unpack what would fill the memory', async () => {
  expect(await readWorkbook(zipOf(201 * 1024 * 1024))).toBe('large');
  // More cells than any form has, each a tag at least.
  expect(await boundsOf(zipOf(3_000_000, '<'))).toBe('fits');
  expect(await boundsOf(zipOf(3_000_001, '<'))).toBe('large');
});

it('makes rows as high as their texts, hidden columns left out', () => {
  const long = '很长的一段文字'.repeat(10);
  const rows = [[answer(long)], [answer('短')], [undefined, answer('短')]];
  const heights = heightsOf({ name: 'x', rows, widths: [30, 30] });
  expect(heights.get(0)).toBeGreaterThan(5 * (heights.get(1) ?? 0) * 0.5);
  expect(heights.get(1)).toBe(heights.get(2));
  const hidden = heightsOf({ name: 'x', rows, widths: [30, 30], hiddenColumns: [0], heights: new Map([[2, 90]]) });
  expect([hidden.get(0), hidden.get(2)]).toEqual([heights.get(1), 90]);
});

it('one merge over all cells of a sheet costs nothing, thousands of merges are too many', async () => {
  const { writeXlsx } = await import('hucre/xlsx');
  const book = (merges: { startRow: number; endRow: number; startCol: number; endCol: number }[]) =>
    writeXlsx({ sheets: [{ name: 'a', rows: [['x', 'y']], merges }] });
  const read = await readWorkbook(await book([{ startRow: 0, endRow: 1_048_575, startCol: 0, endCol: 16_383 }]));
  if (typeof read === 'string') throw new Error(read);
  const [sheet] = read.sheets;
  expect([sheet?.isCovered(0, 0), sheet?.isCovered(0, 1), sheet?.isCovered(900_000, 0)]).toEqual([false, true, true]);
  const rows = Array.from({ length: 2001 }, (_, row) => ({ startRow: row, endRow: row, startCol: 0, endCol: 1 }));
  expect(await readWorkbook(await book(rows))).toBe('large');
});

/** The parts of a workbook of two sheets. */
async function parts(): Promise<Map<string, string>> {
  const sheet = (name: string) => ({ name, rows: [[answer(name)]], widths: [10] });
  const zip = await openZip(await writeWorkbook('x', [sheet('甲'), sheet('乙')]));
  if (zip.kind === 'no zip') throw new Error(zip.detail);
  const all = new Map<string, string>();
  for (const entry of zip.entries) {
    const chunks: Buffer[] = [];
    await zip.unpack(entry, (chunk) => void chunks.push(Buffer.from(chunk)));
    all.set(entry.name, Buffer.concat(chunks).toString());
  }
  return all;
}

const packed = (all: Map<string, string>, mode = (_: string): number => 0o100644): Uint8Array =>
  new Uint8Array(rawZip([...all].map(([name, data]) => ({ name, data, method: 8, mode: mode(name) }))));

async function textsOf(bytes: Uint8Array): Promise<unknown> {
  const book = await readWorkbook(bytes);
  return typeof book === 'string' ? book : book.sheets.map((one) => [one.name, one.at(0, 0)?.value, one.beyond]);
}

const both = [
  ['甲', '甲', undefined],
  ['乙', '乙', undefined],
];

it('takes a workbook of which another program has put in one part', async () => {
  const bytes = packed(await parts(), (name) => (name.endsWith('sheet2.xml') ? 0 : 0o100644));
  const zip = await openZip(bytes);
  expect(zip.kind === 'zip' && zip.entries.flatMap(({ faults }) => faults)).toEqual(['header']);
  expect(await textsOf(bytes)).toEqual(both);
});

/** The workbook with a sheet more, `sheet` put before or behind the others, and how it is related. */
async function withSheet(before: string, sheet: string, relation: string): Promise<Uint8Array> {
  const all = await parts();
  const put = (part: string, mark: string, text: string): void => {
    const was = all.get(part) ?? '';
    expect(was).toContain(mark);
    all.set(part, was.replace(mark, mark.startsWith('</') ? `${text}${mark}` : `${mark}${text}`));
  };
  put('xl/workbook.xml', before, sheet);
  put('xl/_rels/workbook.xml.rels', '</Relationships>', relation);
  all.set('xl/chartsheets/sheet1.xml', '<chartsheet/>');
  return packed(all);
}

const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const chart = `Type="${related}/chartsheet" Target="chartsheets/sheet1.xml"`;

it.each([
  ['chartsheet', '"'],
  ['dialogsheet', '"'],
  ['xlMacrosheet', '"'],
  ['chartsheet', "'"],
])('reads the sheets beside one that has no cells: %s in %s', async (kind, quote) => {
  for (const before of ['<sheets>', '</sheets>']) {
    const sheet = '<sheet name="Chart1" sheetId="99" r:id="rId99"/>';
    const relation = `<Relationship Id="rId99" Type="${related}/${kind}" Target="chartsheets/sheet1.xml"/>`;
    const quoted = [sheet, relation].map((one) => one.replaceAll('"', quote)) as [string, string];
    expect(await textsOf(await withSheet(before, ...quoted))).toEqual([...both, ['Chart1', undefined, undefined]]);
  }
});

it.each([
  ['a relation without a name', '', `<Relationship ${chart}/>`],
  ['an old module of macros', '<sheet name="Module1" sheetId="9" r:id=""/>', `<Relationship Id="" ${chart}/>`],
  ['a sheet that was commented out', '<!-- <sheet name="x" r:id="rId99"/> -->', `<Relationship Id="rId99" ${chart}/>`],
])('passes over no sheet that has cells: %s', async (_, sheet, relation) => {
  expect(await textsOf(await withSheet('<sheets>', sheet, relation))).toEqual(both);
});

it.each([
  ['of which the list names none', ' r:id="[^"]*"', ''],
  ['that the list names in another space', ' r:id="[^"]*"', ' rel:id="R1"'],
])('takes no workbook for whole whose sheet is dropped: one %s', async (_, from, to) => {
  const all = await parts();
  const was = all.get('xl/workbook.xml') ?? '';
  const name = /<sheet [^>]*r:id="([^"]*)"/.exec(was)?.[1] ?? '';
  all.set('xl/workbook.xml', was.replace(new RegExp(from), to));
  const relations = all.get('xl/_rels/workbook.xml.rels') ?? '';
  if (to !== '') all.set('xl/_rels/workbook.xml.rels', relations.replace(`"${name}"`, '"R1"'));
  expect(await readWorkbook(packed(all))).toBe('broken');
});

it('does not read a long text as often as cells name it', async () => {
  const all = await parts();
  const cells = Array.from({ length: 400 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`);
  all.set('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${cells.join('')}</sheetData></worksheet>`);
  const strings = (text: string): string => `<sst><si><t>${text}</t></si></sst>`;
  all.set('xl/sharedStrings.xml', strings('x'.repeat(600_000)));
  expect(await readWorkbook(packed(all))).toBe('large');
  all.set('xl/sharedStrings.xml', strings('x'.repeat(3000)));
  expect(await readWorkbook(packed(all))).toMatchObject({ sheets: [{ rows: 400 }, {}] });
});
