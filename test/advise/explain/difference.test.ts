// What changed between two categories: thresholds in words, members that go and come, and a dossier under both.
import { describe, expect, it } from 'vitest';
import { decisionsBetween } from '../../../src/advise/explain/decisions.ts';
import { changesBetween, differenceOf } from '../../../src/advise/explain/difference.ts';
import { openCatalog } from '../../../src/category/catalog.ts';
import { categoryDiffText } from '../../../src/cli/category-diff.ts';
import { Decimal } from '../../../src/expression/decimal.ts';
import type { Facts } from '../../../src/expression/values.ts';
import type { Language } from '../../../src/findings/sentence.ts';

const catalog = await openCatalog();
const open = (...ids: [string, string]) => Promise.all(ids.map((id) => catalog.open(id)));

async function between(a: string, b: string, language: Language = 'zh') {
  const [left, right] = await open(a, b);
  if (left === undefined || right === undefined) throw new Error('no category');
  return differenceOf(left, right, language);
}

const giants = ['national/2022/little-giant', 'national/2025/little-giant', 'national/2026/little-giant'] as const;

describe('limits', () => {
  it('show as one clause with both figures, also where the criterion got another id', async () => {
    const { members } = await between(giants[0], giants[2]);
    const found = (id: string) => members.find((one) => one.part === 'criterion' && one.id === id);
    expect(found('lg2-debt-ratio')).toMatchObject({ now: 'debt-ratio', is: 'changed' });
    expect(found('lg2-debt-ratio')?.changes).toContainEqual(
      expect.objectContaining({ key: 'rule', shift: '资产负债率 ≤ 70% → ≤ 75%' }),
    );
    expect(found('lg1-main-revenue-share')?.changes).toContainEqual(
      expect.objectContaining({ key: 'rule', shift: '主营业务收入占营业收入比重 ≥ 70% → ≥ 90%' }),
    );
    expect(found('lg7-champion')).toMatchObject({ now: 'not-champion' });
  });

  it('say when a slot stops to be required', async () => {
    const { members } = await between(giants[0], giants[1]);
    const slot = members.find((one) => one.part === 'slot' && one.id === 'ip_certificates');
    expect(slot?.changes).toContainEqual({ key: 'required', a: '必交', b: '选交' });
  });

  it('do not take a label of another form for a change of the requirement', async () => {
    const { members } = await between('jiangsu/2021/product', 'jiangsu/2021/giant-innovation');
    expect(members.some(({ id, changes }) => id === 'debt_ratio' && changes.some(({ key }) => key === 'formula'))).toBe(
      false,
    );
  });
});

describe('two categories', () => {
  it('do not differ from themselves', async () => {
    for (const { id } of await catalog.list()) expect(changesBetween(await between(id, id)), id).toBe(0);
  });

  it('mirror each other: what one way is new the other way is gone', async () => {
    const list = (await catalog.list()).map(({ id }) => id);
    for (const [at, a] of list.entries()) {
      const b = list[(at + 1) % list.length] ?? a;
      const keys = async (from: string, to: string, is: 'added' | 'removed') =>
        (await between(from, to)).members
          .filter((one) => one.is === is)
          .map(({ part, id }) => `${part} ${id}`)
          .sort();
      expect(await keys(a, b, 'added')).toEqual(await keys(b, a, 'removed'));
    }
  });
});

describe('text', () => {
  it.each([
    [giants[0], giants[2], 'zh'],
    [giants[2], giants[0], 'zh'],
    [giants[1], giants[2], 'zh'],
    [giants[1], giants[2], 'en'],
    ['jiangsu/2021/product', 'jiangsu/2021/giant-innovation', 'zh'],
  ] as const)('%s %s in %s', async (first, second, language) => {
    const [a, b] = await open(first, second);
    if (a === undefined || b === undefined) throw new Error('no category');
    const { members } = differenceOf(a, b, language);
    const side = ({ id, definition }: typeof a) => ({ id, title: definition.title });
    const shown = { a: side(a), b: side(b), changes: changesBetween({ members }), members };
    const text = categoryDiffText(shown, { language, width: 100, colour: false, unicode: true }, true);
    expect(text).not.toMatch(/undefined|\[object|NaN|&&|\.at\(/);
    const name = [first, second].map((id) => id.replaceAll('/', '-')).join('.');
    await expect(text).toMatchFileSnapshot(`differences/${name}.${language}.txt`);
  });
});

describe('a dossier under both', () => {
  const years = (figures: Readonly<Record<number, number>>) => ({
    kind: 'yearly' as const,
    years: new Map(Object.entries(figures).map(([year, figure]) => [Number(year), new Decimal(figure)])),
  });
  const decided = async (facts: Facts, asOf: string) => {
    const [a, b] = await open(giants[1], giants[2]);
    if (a === undefined || b === undefined) throw new Error('no category');
    return decisionsBetween([a, b], facts, asOf, 'zh').decisions;
  };

  it('goes by the calendar: figures of 2024 decide nothing for 2026', async () => {
    const facts: Facts = new Map([
      ['liabilities_total', years({ 2024: 720 })],
      ['assets_total', years({ 2024: 1000 })],
    ]);
    const found = (await decided(facts, '2026-05-01')).find(({ id }) => id === 'debt-ratio');
    expect(found?.a).toMatchObject({ is: 'not met' });
    expect(found?.b).toEqual({ is: 'undecided', needs: ['2025年负债总额', '2025年资产总额'] });
  });

  it('tells a decision that the new limit turns', async () => {
    const facts: Facts = new Map([
      ['liabilities_total', years({ 2024: 720, 2025: 720 })],
      ['assets_total', years({ 2024: 1000, 2025: 1000 })],
    ]);
    const found = (await decided(facts, '2026-05-01')).find(({ id }) => id === 'debt-ratio');
    expect([found?.a?.is, found?.b?.is]).toEqual(['not met', 'met']);
  });

  it('says nothing of criteria that come out the same', async () => {
    const found = await decided(new Map([['segment_years', new Decimal(3)]]), '2026-05-01');
    expect(found.some(({ id }) => id === 'segment-years-three')).toBe(false);
  });
});
