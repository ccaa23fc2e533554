// Signs as a reader takes them: the short way over plain text cuts where the tables of the system cut.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphemeAt, graphemes } from '../../src/reporters/wrap.ts';

const tables = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const asTables = (text: string): string[] => Array.from(tables.segment(text), ({ segment }) => segment);

test('every sign of the plane stands apart from, or joins, its neighbours as the tables have it', () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0xffff; code += 1) {
    const sign = String.fromCharCode(code);
    for (const text of [`中${sign}`, `${sign}a`])
      if (graphemes(text).join('|') !== asTables(text).join('|')) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

const unit = fc.constantFrom(
  ...'他说，。（）a1 /-𠮷é',
  'e\u0301',
  '👨‍👩‍👧',
  '中\ufe00',
  '\u200d',
  '\r\n',
  '\u302a',
  '\uff9e',
);

test('the same as the tables over any text', () => {
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      expect(graphemes(text)).toEqual(asTables(text));
      let at = 0;
      for (const sign of asTables(text)) {
        expect(graphemeAt(text, at)).toBe(sign);
        at += sign.length;
      }
      expect(graphemeAt(text, at)).toBeUndefined();
    }),
  );
});
