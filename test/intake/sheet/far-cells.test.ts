// A workbook with a cell, or formats, far from its form is read without the rows and columns between.
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
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
])('a stray cell in %s is left out, and the form is read', async (_, row, column) => {
  const book = await far(row, column);
  if (typeof book === 'string') throw new Error(book);
  const [sheet] = book.sheets;
  expect([sheet?.rows, sheet?.columns, sheet?.at(0, 1)?.value]).toEqual([1, 2, '甲']);
});

test('a stray cell below a form is left out, a wide table that goes on there is not', async () => {
  const book = await far(15_000, 3);
  if (typeof book === 'string') throw new Error(book);
  expect(book.sheets[0]?.rows).toBe(1);
  const rows = Array.from({ length: 2_500 }, (_, index) => [`企业 ${index}`]);
  const long = await readWorkbook(await writeXlsx({ sheets: [{ name: '表', rows }] }));
  expect(typeof long === 'string' ? long : long.sheets[0]?.rows).toBe(2_500);
});
