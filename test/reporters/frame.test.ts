// Code frames: the caret stands right under what is meant, whatever the widths of the signs before it.

import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { cutAround, frame } from '../../src/reporters/frame.ts';
import { at } from '../support/assessment.ts';

const show = (
  lines: readonly string[],
  line: number,
  column: number,
  end: number,
  width = 100,
  targets: number[] = [],
): string[] =>
  frame(lines, at(line, column, end), new Set(targets), width).map(({ gutter, text }) => (gutter + text).trimEnd());

const lines = ['form:', '  联系人:', '    姓名: 林晓雯', '    电话: 025', '    手机: 1', '', '  备注: 好', '\t邮编: 1'];

test('a key with lines below shows two of them', () => {
  expect(show(lines, 2, 3, 6)).toEqual([
    '  >   2 |   联系人:',
    '        |   ^^^^^^',
    '      3 |     姓名: 林晓雯',
    '      4 |     电话: 025',
  ]);
});

test('a value shows the line before, unless that is a target itself', () => {
  expect(show(lines, 4, 9, 12)).toEqual([
    '      3 |     姓名: 林晓雯',
    '  >   4 |     电话: 025',
    '        |           ^^^',
  ]);
  expect(show(lines, 4, 9, 12, 100, [3])).toHaveLength(2);
  expect(show(lines, 7, 7, 8)).toEqual(['  >   7 |   备注: 好', '        |         ^^']);
});

test('a tab is one space in both rows', () => {
  expect(show(lines, 8, 2, 4)).toEqual(['      7 |   备注: 好', '  >   8 |  邮编: 1', '        |  ^^^^']);
});

test('numbers of four digits widen all gutters', () => {
  const many = Array.from({ length: 1000 }, () => 'a: 1');
  expect(show(many, 1000, 4, 5)).toEqual(['     999 | a: 1', '  > 1000 | a: 1', '         |    ^']);
});

test('no frame beyond the file, or for an empty place on an empty line', () => {
  expect(show(lines, 99, 1, 2)).toEqual([]);
  expect(show([''], 1, 1, 1)).toEqual([]);
  // A cell of a workbook has a place, and the workbook no text.
  expect(show([''], 1, 1, 2)).toEqual([]);
});

test('a target wider than the line has carets to the edge', () => {
  const row = `键: ${'长'.repeat(60)}`;
  const [, caret] = show([row], 1, 4, 64, 60).slice(0, 2);
  expect(stringWidth(caret ?? '')).toBe(60);
});

const signs = fc.string({
  unit: fc.constantFrom(...'他说ａbc1：“”é𠮷 \t😀한가'.split(/(?:)/u)),
  minLength: 1,
  maxLength: 150,
});

test('the caret stands under the target for any mix of signs and any width', () => {
  fc.assert(
    fc.property(signs, fc.nat(), fc.nat(), fc.integer({ min: 20, max: 93 }), (line, a, b, room) => {
      const points = [...line.replace(/\t/g, ' ')];
      const start = a % points.length;
      const end = start + 1 + (b % (points.length - start));
      const target = points.slice(start, end).join('');
      const cut = cutAround(points.join(''), start, end, room);
      expect(stringWidth(cut.text)).toBeLessThanOrEqual(room);
      expect(cut.at + cut.length).toBeLessThanOrEqual(room);
      const under = [...cut.text].reduce(
        (seen, sign) => {
          const from = seen.cells;
          const to = from + stringWidth(sign);
          const inside = from >= cut.at && to <= cut.at + cut.length;
          return { cells: to, text: inside ? seen.text + sign : seen.text };
        },
        { cells: 0, text: '' },
      ).text;
      // A target that does not fit is shown from its beginning, with dots after it.
      if (stringWidth(target) <= room - 6) expect(under).toBe(target);
      else expect(under === target || target.startsWith(under.replace(/\.{1,3}$/, ''))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
