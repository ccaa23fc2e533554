// The table of characters is what the two fonts have, and signs are composed of them.
import { expect, test } from 'vitest';
import { inFaces, isDrawable, undrawable } from '../../src/characters/covered.ts';
import { readFonts } from '../../src/summary/font-files.ts';
import { openFonts } from '../../src/summary/fonts.ts';

const fonts = openFonts(await readFonts());
const both = new Set([...fonts.font.song.characterSet, ...fonts.font.hei.characterSet].filter((code) => code >= 0x20));

function tableText(): string {
  const ranges: [number, number][] = [];
  for (const code of [...both].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.[1] === code) last[1] = code + 1;
    else ranges.push([code, code + 1]);
  }
  const numbers = ranges.flatMap(([start, end], index) => [start - (ranges[index - 1]?.[1] ?? 0), end - start]);
  const lines = (
    numbers
      .map((number) => number.toString(36))
      .join(',')
      .match(/.{1,110}(?:,|$)/g) ?? []
  ).join('\n');
  return `// The characters of the two faces of the summary; made from the fonts by test/characters/faces.test.ts.

/** Ranges in order: how far each begins after the one before, and how many code points it has, in base 36. */
export const ranges = \`
${lines}
\`;
`;
}

test('the table is that of the fonts', async () => {
  await expect(tableText()).toMatchFileSnapshot('../../src/characters/faces.ts');
});

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
