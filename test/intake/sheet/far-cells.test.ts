// A workbook with a cell, or formats, far from its form is read without the rows and columns between.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import { openWorkbook } from '../../../src/intake/sheet/open.ts';
import { readWorkbook } from '../../../src/intake/sheet/workbook.ts';

const far = async (row: number, column: number) =>
  readWorkbook(
    await writeXlsx({
      sheets: [
        {
          name: '表',
          rows: [['企业名称', '甲']],
          cells: new Map([[`${row},${column}`, { value: 1, type: 'number' as const }]]),
        },
      ],
    }),
  );

test.each([
  ['the last row', 1_048_575, 0],
  ['the last column', 0, 16_383],
  ['the last cell', 1_048_575, 16_383],
])('a stray cell in %s is not read but named, and the form is read', async (_, row, column) => {
  const book = await far(row, column);
  if (typeof book === 'string') throw new Error(book);
  const [sheet] = book.sheets;
  expect([sheet?.rows, sheet?.columns, sheet?.at(0, 1)?.value]).toEqual([1, 2, '甲']);
  expect(sheet?.beyond).toEqual({ text: '1', from: { row, column }, to: { row, column } });
});

test('a stray cell below a form is not read, a wide table that goes on there is not', async () => {
  const book = await far(15_000, 3);
  if (typeof book === 'string') throw new Error(book);
  expect(book.sheets[0]?.rows).toBe(1);
  const rows = Array.from({ length: 2_500 }, (_, index) => [`企业 ${index}`]);
  const long = await readWorkbook(await writeXlsx({ sheets: [{ name: '表', rows }] }));
  expect(typeof long === 'string' ? long : long.sheets[0]?.rows).toBe(2_500);
});

const caseOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, 'cases', `${name}.xlsx`)));

test.each(['sheet-stray-cell-at-row-1048576', 'sheet-formatted-to-the-bottom-on-11-sheets'])(
  '%s.xlsx is read without the rows between',
  async (name) => {
    const book = await readWorkbook(caseOf(name));
    if (typeof book === 'string') throw new Error(book);
    expect(book.sheets.map(({ rows }) => rows)).toEqual([39, 4, 36, 18, 17, 16, 26, 15, 29, 18, 15, 15, 15, 104]);
    expect(Math.max(...book.sheets.map(({ columns }) => columns))).toBe(19);
    // The stray cell holds a blank.
    expect(book.sheets.filter(({ beyond }) => beyond !== undefined)).toEqual([]);
  },
);

test('a sheet that is formatted all over is read as far as a form goes', async () => {
  const empty = { value: null, style: { font: { bold: true } } };
  const down = Array.from({ length: 2_100 }, (_, row) => [`${row},2`, empty] as const);
  const across = Array.from({ length: 110 }, (_, column) => [`5,${column}`, empty] as const);
  const cells = new Map([...down, ...across]);
  const book = await readWorkbook(await writeXlsx({ sheets: [{ name: '表', rows: [['企业名称', '甲']], cells }] }));
  if (typeof book === 'string') throw new Error(book);
  expect([book.sheets[0]?.rows, book.sheets[0]?.columns]).toEqual([2_000, 100]);
});

test('a wide table of more columns than a form is read whole', async () => {
  const rows = [Array.from({ length: 400 }, (_, column) => `列 ${column}`)];
  const book = await readWorkbook(await writeXlsx({ sheets: [{ name: '表', rows }] }));
  expect(typeof book === 'string' ? book : book.sheets[0]?.columns).toBe(400);
});

test('names a full sheet that the category does not have, from its first cell to its last', async () => {
  const rows = Array.from({ length: 2000 }, (_, row) => Array.from({ length: 100 }, () => row));
  const bytes = await writeXlsx({ sheets: [{ name: '流水', rows }] });
  const opened = await openWorkbook(bytes, 'a.xlsx', await openCatalog(), 'jiangsu/2021/product');
  const all = opened.is === 'read' ? opened.findings : [];
  expect(all.filter(({ code }) => code === 'sheet-unknown')).toMatchObject([{ args: { sheet: '流水' } }]);
  expect(all.find(({ code }) => code === 'sheet-unknown')?.at.path).toBe('流水!A1:CV2000');
});
