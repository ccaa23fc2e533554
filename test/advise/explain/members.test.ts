// Every member of every shipped category, and every code, can be said in both languages, with nothing raw in it.
import { describe, expect, it } from 'vitest';
import { areaOf, explainCode, lookUp } from '../../../src/advise/explain/lookup.ts';
import { membersOf } from '../../../src/advise/explain/members.ts';
import { speechOf } from '../../../src/advise/explain/speech.ts';
import { openCatalog } from '../../../src/category/catalog.ts';
import { type Code, codes } from '../../../src/findings/areas/index.ts';
import { explainWords } from '../../../src/words/explain.ts';

const catalog = await openCatalog();
const ids = (await catalog.list()).map(({ id }) => id);
/** Nothing of JavaScript, of a template, of CEL, of JSON. */
const raw = /undefined|\[object|\$\{|NaN|=>|\bnull\b|&&|\|\||==|\.at\(|\.exists\(|size\(|\{"|""|（）|\(\)/;
const languages = ['zh', 'en'] as const;

it('says of a row that must not be, and of one that must', async () => {
  const category = await catalog.open('jiangsu/2021/product');
  const held = 'titles.exists(t, t.level == "省级")';
  const said = (language: 'zh' | 'en', text: string) => speechOf(category, { language }).say(text);
  expect([said('zh', held), said('zh', `!${held}`)]).toEqual([
    expect.stringMatching(/^.+中至少一项：.*“省级”$/u),
    expect.stringMatching(/^.+中没有一项：.*“省级”$/u),
  ]);
  expect([said('en', held), said('en', `!${held}`)]).toEqual([
    expect.stringMatching(/^at least one of .*“省级”$/u),
    expect.stringMatching(/^none of .*“省级”$/u),
  ]);
});

describe.each(ids)('%s', (id) => {
  it.each(languages)('says every member in %s', async (language) => {
    const category = await catalog.open(id);
    for (const relative of [false, true]) {
      const members = membersOf(category, { language, relative });
      // Of a change of name hardly anything is known.
      expect(members.length).toBeGreaterThan(id.endsWith('name-change') ? 10 : 20);
      for (const { part, id: member, label, aspects } of members) {
        expect(label).not.toBe('');
        expect(aspects.length, `${part} ${member}`).toBeGreaterThan(0);
        const said = aspects.flatMap(({ text }) => text);
        expect(said.filter((text) => raw.test(text) || text.trim() === '')).toEqual([]);
      }
    }
  });

  it('finds every member by its id, and says which category it is of', async () => {
    const category = await catalog.open(id);
    for (const { part, id: member, label } of membersOf(category, { language: 'zh' })) {
      if (part === 'category') continue;
      // By turns by its label too: a look-up says the whole category.
      const word = label.length % 2 === 0 ? member : label;
      const { subjects, versions } = lookUp(word, [category], 'zh');
      expect(subjects.length + versions.length, word).toBeGreaterThan(0);
      for (const subject of versions) expect(subject.category.id).toBe(id);
    }
  });

  it('says what every criterion requires', async () => {
    const category = await catalog.open(id);
    const said = membersOf(category, { language: 'zh' }).filter(({ part }) => part === 'criterion');
    for (const { aspects } of said) expect(aspects.map(({ key }) => key)).toContain('rule');
  });
});

describe('codes', () => {
  it.each(languages)('are all explained in %s', (language) => {
    const { areas } = explainWords(language);
    for (const code of Object.keys(codes) as Code[]) {
      const { examples, area } = explainCode(code, language);
      expect(examples.length, code).toBeGreaterThan(0);
      expect(areas[area].why, code).not.toBe('');
      for (const { message, hint = '-' } of examples) expect(`${message} ${hint}`).not.toMatch(/undefined|\[object/);
    }
  });

  it('stand in the area whose file has them', () => {
    expect(areaOf('uscc-check')).toBe('form');
    expect(areaOf('slot-empty')).toBe('attachments');
    expect(areaOf('pdf-password')).toBe('pdf');
  });
});
