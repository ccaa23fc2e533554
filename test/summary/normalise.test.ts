// Text made fit to be drawn.
import { expect, test } from 'vitest';
import { SummaryProblem } from '../../src/summary/problem.ts';
import { cleaned, drawable } from '../../src/summary/proof.ts';
import { lay } from '../../src/summary/write.ts';
import { final, fonts } from './faces.ts';
import { basics, field, sample, text } from './sample.ts';

test.each([
  ['⽤户', '用户'],
  ['⻓江⺠营', '长江民营'],
  ['\uF9DC', '\u9686'],
  ['零\u200B宽\uFEFF度\u202E', '零宽度'],
  ['制\t表\r\n行', '制 表\n行'],
  ['“原样”……（A）①', '“原样”……（A）①'],
])('%j becomes %j', (from, to) => expect(drawable(from)).toBe(to));

test('every unified radical looks the same in both faces', () => {
  for (let code = 0x2e80; code <= 0x2fd5; code++) {
    const from = String.fromCodePoint(code);
    const to = drawable(from);
    if (to === from || code >= 0x2f00) continue;
    for (const face of ['song', 'hei'] as const) {
      const glyph = (character: string): number => fonts.font[face].glyphForCodePoint(character.codePointAt(0) ?? 0).id;
      if (fonts.font[face].hasGlyphForCodePoint(code)) expect(glyph(to)).toBe(glyph(from));
    }
  }
});

test('an assessment is cleaned everywhere it is printed', () => {
  expect(cleaned(sample({ enterprise: '江苏⽤⽤\u200B公司' }), false).enterprise).toBe('江苏用用公司');
});

test('in a draft a box stands for what would turn a line that nobody can draw', () => {
  expect(cleaned(sample({ enterprise: 'שלום公司𠮷' }), true).enterprise).toBe('□□□□公司𠮷');
});

test('cleaning keeps figures and the bytes of the dossier', () => {
  const before = sample();
  const after = cleaned(before, false);
  expect(after).toEqual(before);
  expect(after.dossier).toBe(before.dossier);
});

test('a character that the face lacks is refused by name and field', () => {
  const section = { ...basics(), items: [field('address', '注册通讯地址', { value: text('示例路𠮷大厦') })] };
  const open = (): unknown => lay(sample({ form: { sections: [section], filled: 1, required: 1 } }), final);
  expect(open).toThrow(SummaryProblem);
  expect(open).toThrow(expect.objectContaining({ code: 'glyph-missing', field: '注册通讯地址', detail: '𠮷 U+20BB7' }));
});
