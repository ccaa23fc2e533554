// Text as it is used, and as it is shown: what nobody sees is left out, told of, and never printed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, kindOf } from '../../src/characters/canonical.ts';
import { seen, unspaced } from '../../src/characters/folds.ts';
import { jsonText, named } from '../../src/characters/shown.ts';

test.each([
  ['南京市\u001b[31m江宁区\u0007\u202e', '南京市[31m江宁区', ['control', 'control', 'direction']],
  ['零\u200b宽\ufeff\u00ad度\u2060\ufe0f\u{e0041}\u3164\u115f', '零宽度', Array(8).fill('invisible')],
  ['\uf0d8要点\ud800\ufffe\ufffd', '\ufffd要点\ufffd\ufffd\ufffd', ['private', 'broken', 'broken', 'broken']],
  ['⽤户\uf9dc⻓', '用户隆长', ['look-alike', 'look-alike', 'look-alike']],
  ['行\r\n行\t表', '行\n行\t表', []],
  ['“原样”……（A）①﨑CO₂', '“原样”……（A）①﨑CO₂', []],
])('%j is used as %j', (text, used, kinds) => {
  const found = canonical(text);
  expect(found.text).toBe(used);
  expect(found.changes.map(({ kind }) => kind)).toEqual(kinds);
});

const hidden = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Cs}\p{Co}\u2028\u2029]/u;
const any = fc.string({ unit: 'binary' });

test('nothing hidden is left in any text, and a second look changes nothing', () => {
  fc.assert(
    fc.property(any, (text) => {
      const { text: once } = canonical(text);
      expect(hidden.test(once)).toBe(false);
      expect(canonical(once).text).toBe(once);
    }),
  );
});

test('what is shown holds nothing hidden, and says where something was', () => {
  expect(named('a\u202eb\u200b')).toBe('a[U+202E]b[U+200B]');
  fc.assert(
    fc.property(any, (text) => {
      expect(hidden.test(named(text))).toBe(false);
    }),
  );
});

test('JSON holds nothing hidden, and is the same when parsed', () => {
  fc.assert(
    fc.property(any, (text) => {
      const written = jsonText({ [text]: text }, 1);
      expect(hidden.test(written)).toBe(false);
      expect(JSON.parse(written)).toEqual({ [text]: text });
    }),
  );
});

test('signs that are told at once are those that a closer look leaves as they are', () => {
  const folds = [(text: string) => canonical(text).text, unspaced, seen];
  // Beside one that is looked at closely, all of a text is.
  const differs = (sign: string): boolean =>
    folds.some((fold) => fold(sign) !== fold(`${sign}\u2f00`).slice(0, -1)) ||
    (kindOf(sign) === undefined) !== (canonical(sign).changes.length === 0);
  const signs = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  expect(signs.filter(differs)).toEqual([]);
});
