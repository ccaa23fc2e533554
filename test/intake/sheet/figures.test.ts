// Figures as people type them, numbers as spreadsheets keep them, names as systems take them: by property.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerCell, formatFor, placesOf } from '../../../src/intake/sheet/draw.ts';
import { fileName } from '../../../src/intake/sheet/files.ts';
import { textOf } from '../../../src/intake/sheet/reader.ts';
import { listOf, listText } from '../../../src/intake/sheet/rows.ts';
import { cellName } from '../../../src/intake/sheet/workbook.ts';

const amount = { path: [], type: 'amount', unit: '万元', negative: true, options: [], closed: false } as const;

/** `1234.50`, as a dossier writes it. */
const figure = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 9_999_999_999 }), fc.integer({ min: 0, max: 4 }), fc.nat(9999))
  .map(([minus, whole, places, rest]) => {
    const fraction = places === 0 ? '' : `.${String(rest).padStart(4, '0').slice(0, places)}`;
    return `${minus && `${whole}${fraction}` !== '0' ? '-' : ''}${whole}${fraction}`;
  });

it('keeps every digit and every place of a figure in a cell', () => {
  fc.assert(
    fc.property(figure, (text) => {
      const { value = null, format = 'General' } = answerCell(amount, text);
      const told: string[] = [];
      const read = textOf({ value, format, formula: false }, amount, (code) => told.push(code));
      expect([read.replace(/^-(0(?:\.0+)?)$/, '$1'), told]).toEqual([text.replace(/^-(0(?:\.0+)?)$/, '$1'), []]);
    }),
  );
});

it('writes figures that a spreadsheet would cut as text', () => {
  expect(answerCell(amount, '1234567890123456.78').value).toBe('1234567890123456.78');
  expect(answerCell(amount, '1,200').value).toBe('1,200');
  expect(answerCell(amount, '9800.00')).toMatchObject({ value: 9800, format: '#,##0.00' });
});

it('reads the places of a number format that it wrote itself, and of no other', () => {
  for (const places of [0, 1, 2, 4]) expect(placesOf(formatFor(places))).toBe(places);
  expect(['General', '@', 'yyyy-mm-dd', '0.0%'].map(placesOf)).toEqual([undefined, undefined, undefined, undefined]);
  expect(['0', '0.00', '#,##0.000;[Red]-#,##0.000'].map(placesOf)).toEqual([0, 2, 3]);
});

it('joins a list into a cell and parts it again, or does not touch it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 })), (items) => {
      const text = listText(items);
      if (text !== undefined)
        expect(listOf(text)).toEqual(items.map((item) => item.trim()).filter((item) => item !== ''));
    }),
  );
  expect([listText([]), listText(['甲', '乙']), listText(['甲；乙']), listText(['无'])]).toEqual([
    '无',
    '甲；乙',
    undefined,
    undefined,
  ]);
});

it('names files so that every system takes them, each once', () => {
  const taken = new Set<string>();
  expect(['甲/乙:公司', '甲/乙:公司', '..', 'CON', ''].map((name) => fileName(name, taken))).toEqual([
    '甲／乙：公司',
    '甲／乙：公司-2',
    '_',
    '_CON',
    '_-2',
  ]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const made = fileName(name, new Set());
      expect(made).toMatch(/^[^\\/:*?"<>|\p{Cc}]+$/u);
      expect(made).not.toMatch(/^\.|[. ]$/u);
    }),
  );
});

it('names cells as spreadsheets do', () => {
  expect([cellName(0, 0), cellName(6, 25), cellName(0, 26), cellName(9, 702)]).toEqual(['A1', 'Z7', 'AA1', 'AAA10']);
});
