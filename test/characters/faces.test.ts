// What is told of the characters of the two fonts is true, and signs are composed of them.
import { expect, test } from 'vitest';
import { codesInFaces } from '../../scripts/generate/faces.ts';
import { inFaces, isDrawable, undrawable } from '../../src/characters/covered.ts';
import { piecesOf } from '../../src/characters/signs.ts';

const both = await codesInFaces();

test('every code point is known or not as the fonts have it', () => {
  const wrong: number[] = [];
  for (let code = 0x20; code <= 0x32000; code++) if (inFaces(code) !== both.has(code)) wrong.push(code);
  expect(wrong).toEqual([]);
});

test.each([
  ...'₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ₊₋₌₍₎ₐₑₒₓₙ',
  ...'⅓⅔¼½¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒⅟',
  ...'☐☑☒✓✔✕✖✗✘✅❌①⑳㉑㊿Ⅻⅿ℃㎡㎏℉Å\u2009\u202f\u00a0⌀∅➢▪',
])('%s can be drawn', (character) => expect(isDrawable(character)).toBe(true));

test('what neither has is named, each once', () => {
  expect(undrawable('𠮷祥😀路𠮷\nCO₂，10⁻⁶')).toEqual(['𠮷', '😀']);
  expect(undrawable('江苏示例（集团）A–Z ⅓')).toEqual([]);
});

test('a sign beyond the first plane is composed of one character only', () => {
  expect(piecesOf('𝟏')).toEqual([{ text: '1', scale: 1, rise: 0 }]);
  expect(piecesOf('🈀')).toBeUndefined();
});
