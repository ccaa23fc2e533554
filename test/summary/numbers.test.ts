// Figures, dates, sizes and digests as the form prints them.
import { expect, test } from 'vitest';
import { Decimal } from '../../src/expression/decimal.ts';
import { formulaLines } from '../../src/summary/blocks/metric-rows.ts';
import { TYPE } from '../../src/summary/tokens.ts';
import {
  count,
  fileSize,
  fixed,
  grouped,
  longDate,
  placesForRow,
  plainLabel,
  shortDigest,
} from '../../src/summary/words.ts';
import { fonts } from './faces.ts';

test.each([
  ['0', '0'],
  ['999', '999'],
  ['1000', '1,000'],
  ['12345678901234.56', '12,345,678,901,234.56'],
  ['-5200.5', '−5,200.5'],
])('groups %s as %s', (text, expected) => expect(grouped(text)).toBe(expected));

test('rounds half up, away from zero', () => {
  expect(fixed(new Decimal('1.005'), 2)).toBe('1.01');
  expect(fixed(new Decimal('-1.005'), 2)).toBe('−1.01');
});

test('a row of amounts has the decimals of its longest, two to four', () => {
  expect(placesForRow(['5200', '6100'])).toBe(2);
  expect(placesForRow(['5200', '11.0000'])).toBe(4);
  expect(placesForRow(['1.123456'])).toBe(4);
});

test('counts have no decimals', () => expect(count(new Decimal('12345'))).toBe('12,345'));

test.each([
  [0, '0 KB'],
  [1, '1 KB'],
  [99_999, '100 KB'],
  [100_000, '0.1 MB'],
  [11_240_000, '11.2 MB'],
])('%d bytes are %s', (bytes, expected) => expect(fileSize(bytes)).toBe(expected));

test('long dates and short digests', () => {
  expect(longDate('2021-08-16')).toBe('2021 年 8 月 16 日');
  expect(longDate('长期')).toBe('长期');
  expect(shortDigest('a3f19c07e2b4ffff')).toBe('a3f1 9c07 e2b4');
});

test('labels lose number and unit', () => {
  expect(plainLabel('1、营业收入(万元)')).toBe('营业收入');
  expect(plainLabel('上年末研发技术人员人数(人)')).toBe('上年末研发技术人员人数');
});

test('a formula breaks before the operator of the lowest depth', () => {
  const text = '(445.00 ÷ 6,100.00 + 566.00 ÷ 7,350.00 + 690.00 ÷ 8,600.00) ÷ 3 × 100';
  expect(formulaLines(fonts, text, TYPE.metricText, 68)).toEqual([
    '(445.00 ÷ 6,100.00 + 566.00 ÷ 7,350.00',
    '+ 690.00 ÷ 8,600.00) ÷ 3 × 100',
  ]);
  const ratio = '上年末研发技术人员人数 ÷ 上年末职工人数 × 100';
  expect(formulaLines(fonts, ratio, TYPE.metricText, 68)).toEqual(['上年末研发技术人员人数', '÷ 上年末职工人数 × 100']);
});
