// Chinese line breaking and justification.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openings } from '../../src/summary/page.ts';
import { breakable, breakText, justify, type Line, MOST_SPACING } from '../../src/summary/text.ts';
import { MM, TYPE } from '../../src/summary/tokens.ts';
import { fonts } from './faces.ts';

const EM = TYPE.body.size / MM;
const wordsOf = (line: Line): string => line.spans.map((span) => span.text).join('');
const lines = (text: string, em: number, anywhere = false): string[] =>
  breakText(fonts, text, TYPE.body, em * EM + 0.001, { anywhere }).map(wordsOf);
const pieces = (text: string): string => {
  const characters = Array.from(text);
  const free = breakable(characters);
  return characters.map((character, index) => (index > 0 && free[index] ? `|${character}` : character)).join('');
};

test.each([
  ['营收，利润', '营|收，|利|润'],
  ['（注）“引”', '（注）|“引”'],
  ['示例……好——坏', '示|例……|好——|坏'],
  ['销售4.2万台机', '销|售|4.2万台|机'],
  ['销售 4.2 万台', '销|售 |4.2 万台'],
  ['占 96.86%。', '占 |96.86%。'],
  ['2021 年 8 月 16 日前', '2021 年 |8 月 |16 日|前'],
  ['件件 17 件，共3项', '件|件 |17 件，|共|3项'],
  ['8,330 万元', '8,330 万元'],
  ['温度20℃时', '温|度|20℃|时'],
  ['a.b/c:d@e_f+g-h%', 'a.b/c:d@e_f+g-h%'],
  ['低4dB(A)；', '低|4dB(A)；'],
  ['¥100与№3', '¥100|与|№3'],
  ['漏率10⁻⁶Pa·m³/s内', '漏|率|10⁻⁶Pa·m³/s|内'],
  ['扭矩8N·m，含CO₂/N₂', '扭|矩|8N·m，|含|CO₂/N₂'],
  ['买买提·艾力', '买|买|提·|艾|力'],
])('breaks %s only where a line may end', (text, expected) => expect(pieces(text)).toBe(expected));

test('a mark that may not begin a line takes the character before it down', () => {
  expect(lines('一二三四五，六七', 5)).toEqual(['一二三四', '五，六七']);
});

test('an opening bracket does not end a line', () => {
  expect(lines('一二三四（五六）', 5)).toEqual(['一二三四', '（五六）']);
});

test('a number goes down with its unit', () => {
  expect(lines('近三年累计销售4.2万台机', 8)).toEqual(['近三年累计销售', '4.2万台机']);
});

test('a run wider than the line is broken after at least twelve characters', () => {
  const run = 'abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz';
  const broken = lines(`见${run}`, 14);
  expect(broken.join('')).toBe(`见${run}`);
  expect(broken[0]?.length).toBeGreaterThan(12);
});

test('a run that fits on a line of its own is not broken', () => {
  expect(lines('一二三四五六abcdefghij', 8)).toEqual(['一二三四五六', 'abcdefghij']);
});

test('file names may break anywhere', () => {
  expect(lines('一二，三四', 2, true)).toEqual(['一', '二，', '三四']);
});

test('line feeds part paragraphs and each ends with a last line', () => {
  const broken = breakText(fonts, '一二三\n四', TYPE.body, 2 * EM + 0.001);
  expect(broken.map(wordsOf)).toEqual(['一二', '三', '四']);
  expect(broken.map((line) => line.last)).toEqual([false, true, true]);
});

const PROSE = fc
  .array(fc.constantFrom(...'企业的研发费用，。、（）“”…—A1.%9 年台'), { minLength: 1, maxLength: 120 })
  .map((characters) => characters.join(''));

test('whatever the text: nothing is lost, no line is too wide, and none offends unless nothing else was possible', () => {
  fc.assert(
    fc.property(PROSE, fc.integer({ min: 6, max: 30 }), (text, em) => {
      const width = em * EM;
      const broken = breakText(fonts, text, TYPE.body, width);
      expect(broken.map(wordsOf).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      for (const line of broken) expect(line.width).toBeLessThanOrEqual(width + 1e-6);
    }),
  );
});

test('justified lines fill the width by at most 0.12 em a place', () => {
  const width = 20.5 * EM;
  const text = '公司拥有有效专利 17 件，其中发明专利 3 件，参与制定行业标准 1 项。'.repeat(6);
  const broken = breakText(fonts, text, TYPE.body, width);
  const opened = broken.map((line) => justify(line, width, TYPE.body.size));
  expect(opened.at(-1)).toBe(0);
  expect(opened.some((spacing) => spacing > 0)).toBe(true);
  broken.forEach((line, index) => {
    const spacing = opened[index] ?? 0;
    expect(spacing).toBeGreaterThanOrEqual(0);
    expect(spacing).toBeLessThanOrEqual(MOST_SPACING * TYPE.body.size);
    const places = line.spans.reduce((all, span) => all + openings(span.text), 0);
    if (spacing > 0) expect(line.width + (places * spacing) / MM).toBeCloseTo(width, 6);
  });
});

test('a line that would open too far stays ragged', () => {
  const [line] = breakText(fonts, '一二三四五六七八九十', TYPE.body, 5 * EM + 0.001);
  if (!line) throw new Error('no line');
  expect(justify(line, 7 * EM, TYPE.body.size)).toBe(0);
});
