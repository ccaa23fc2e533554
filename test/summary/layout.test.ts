// Whatever a dossier holds, no two texts overlap, none leaves the page, and none is too small to read.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment, FilledSection } from '../../src/assessment.ts';
import { cleaned, prove } from '../../src/summary/proof.ts';
import { lay, writeSummary } from '../../src/summary/write.ts';
import { draft, final, fonts } from './faces.ts';
import { expectSound } from './geometry.ts';
import * as given from './sample.ts';

const withForm = (...sections: FilledSection[]): Assessment =>
  given.sample({ form: { sections, required: 1, filled: 1 } });
const change = (section: FilledSection, id: string, more: Partial<ReturnType<typeof given.field>>): FilledSection => ({
  ...section,
  items: section.items.map((item) => (item.kind === 'field' && item.id === id ? { ...item, ...more } : item)),
});

const NAME =
  '江苏省苏州工业园区示例精密机械制造与智能装备研究开发及技术服务集团股份有限公司（原苏州示例机械厂）第一分公司智能制造事业';
const CHAINS = Array.from(
  { length: 50 },
  (_, index) => '新能源汽车充电桩和有机发光二极管 (OLED)'.slice(0, 2 + ((index * 7) % 18)) + index,
);
const LONG = Array.from(
  { length: 60 },
  (_, index) => `第${index}，主要产品为高精度行星减速器，近三年累计销售 4.2 万台，占 30.15%。`,
).join('');
const BIG = '12345678901234.5678';
const bigYears = given.years(2017, BIG, '2', '3', BIG, '5');
const patents = { slots: given.slots(), rows: given.rowFiles(30) };

const CASES: Record<string, Assessment> = {
  'a usual dossier': given.sample(),
  'a text of 3000 characters': withForm(given.profile(LONG.slice(0, 3000))),
  'a text of 3000 characters without a break': withForm(given.profile('专'.repeat(3000))),
  'a text of short lines': withForm(given.profile('一、甲\n乙\n'.repeat(120))),
  '30 patents': { ...withForm(given.evidence(30)), inventory: patents },
  'a name of 60 characters': given.sample({ enterprise: NAME }),
  'a name of 60 letters': given.sample({ enterprise: 'ABCDEFGHIJ'.repeat(6) }),
  'amounts of 14 digits': withForm(
    change(given.basics(), 'assets_total', { value: given.number(BIG) }),
    change(given.operations(), 'tax', { value: bigYears }),
  ),
  'all 50 chains chosen': withForm(
    change(given.basics(), 'chains', { options: CHAINS, value: given.chosen(...CHAINS) }),
  ),
  'more than 60 options': withForm(
    change(given.basics(), 'chains', {
      options: [...CHAINS, ...CHAINS.map((chain) => `${chain}乙`)],
      value: given.chosen(...CHAINS),
    }),
  ),
  'no attachment at all': given.sample({
    inventory: { slots: given.slots().map((slot) => ({ ...slot, files: [] })), rows: [] },
  }),
  'a slot with 70 files of long names': given.sample({
    inventory: {
      slots: [
        given.slot(
          1,
          '很多',
          Array.from({ length: 70 }, (_, index) =>
            given.file(`${'长文件名'.repeat(index % 9)}${index}.pdf`, 1e8, 9999),
          ),
        ),
      ],
      rows: [],
    },
  }),
  'many criteria and checks': given.sample({
    criteria: Array.from({ length: 12 }, () => given.criteria()).flat(),
    checklist: Array.from({ length: 15 }, () => given.checklist()).flat(),
  }),
  'claims of every kind': given.sample({ claims: given.claims() }),
  'claims of long names': given.sample({
    claims: Array.from({ length: 90 }, (_, index) => ({
      what: '近三年获得的知识产权、质量认证与品牌荣誉'.repeat(1 + (index % 4)),
      year: 2020,
      value: BIG,
      file: `附件/${'很长的名字'.repeat(index % 16)}.pdf`,
      pages: '1-2, 5, 7-9, 11, 13-15, 100-200',
    })),
  }),
  'an empty form': withForm(given.profile(''), { id: 'x', title: '空', open: true, items: [] }),
};

describe.each(Object.entries(CASES))('%s', (_, assessment) => {
  test.each([final, draft])('is laid out without overlap (%#)', (options) => {
    expectSound(lay(assessment, options).pages);
  });

  test('is read back as drawn', async () => {
    await expect(writeSummary(assessment, final)).resolves.toMatchObject({ pages: expect.any(Number) });
  });
});

const LETTERS = fonts.font.hei.characterSet.filter(
  (code) => code >= 0x20 && !(code >= 0x7f && code < 0xa0) && fonts.font.song.hasGlyphForCodePoint(code),
);
const ANYTHING = fc
  .array(
    fc.oneof(
      fc.constantFrom(...LETTERS),
      fc.constantFrom(...Array.from('a1 -，。（）“”…/\n', (c) => c.codePointAt(0) ?? 0)),
    ),
    {
      minLength: 1,
      maxLength: 90,
    },
  )
  .map((codes) => String.fromCodePoint(...codes));

test('whatever is written in names, labels, options, criteria and files, it is laid out soundly and read back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(ANYTHING, { minLength: 6, maxLength: 6 }),
      async ([a = '', b = '', c = '', d = '', e = '', f = '']) => {
        const basics = change(given.basics(), 'address', { label: a, value: given.text(b) });
        const odd = change(basics, 'chains', { options: [c, d], value: given.chosen(d) });
        const [criterion] = given.criteria();
        const assessment = {
          ...withForm(odd, given.profile(`${e}\n${f}`)),
          enterprise: f,
          criteria: criterion ? [{ ...criterion, title: e, decision: { is: 'met' as const, shown: a } }] : [],
          inventory: { slots: [given.slot(1, b, [given.file(c, 1, 1)])], rows: [] },
        };
        expectSound(lay(cleaned(assessment, false), final).pages);
        await writeSummary(assessment, draft);
      },
    ),
    { numRuns: 12 },
  );
});

test('errors in every cell leave room for their numbers', () => {
  const sections = [given.basics(), given.operations(), given.profile(given.PROFILE), given.evidence(5)];
  const paths = sections.flatMap(({ id, items }) => items.map((item) => `form.${id}.${item.id}`));
  const findings = paths.map((path) => ({
    code: 'x',
    severity: 'error' as const,
    at: given.place(path),
    cite: [],
    criterion: { title: '某项不符合要求，请按手册逐项核对后改正' },
  }));
  const { pages } = lay({ ...withForm(...sections), findings }, draft);
  expectSound(pages);
  const discs = pages.flatMap((page) => page.texts()).filter((drawn) => drawn.style.color === '#FFFFFF');
  expect(discs.length).toBe(2 * paths.length);
});

test('the recorded pages are what the proof compares', async () => {
  const { bytes } = await writeSummary(given.sample(), final);
  await expect(prove(bytes, lay(given.sample(), final).pages)).resolves.toBeUndefined();
});
