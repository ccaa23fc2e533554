// Each kind of item: its points, its range while facts are missing, and what it shows.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenFacts } from '../../../src/category/test.ts';
import { computeMetrics } from '../../../src/decide/metrics/compute.ts';
import { computeScorecard } from '../../../src/decide/scorecards/compute.ts';
import { pointsIn, shownAs } from '../../../src/decide/telling.ts';
import { shownIn } from '../../../src/words/readings.ts';
import { openIn } from '../../category/folder.ts';
import { complete, files, id } from './card.ts';

const category = await openIn(files, id);
const { scorecard: card } = category;

function scored(given: Record<string, unknown>) {
  if (card === undefined) throw new Error('the category of the test has no scorecard');
  const { facts, wrong } = givenFacts(given, category.vocabulary);
  expect(wrong).toEqual([]);
  const asOf = '2021-07-01';
  const { results, values } = computeMetrics(category.metrics, category.scope, facts, asOf, new Map());
  return computeScorecard(card, { facts, metrics: values, asOf }, results);
}

/** Points of an item as `5` or `2–4`, with what it shows. */
function itemOf(name: string, given: Record<string, unknown>) {
  const item = scored(given).items.find((one) => one.id === name);
  if (item === undefined) throw new Error(`no item ${name}`);
  const { least, most } = item.points;
  return { points: least === most ? `${least}` : `${least}–${most}`, shown: item.shown, needs: item.needs };
}

const englishOf = (name: string, given: Record<string, unknown>) =>
  shownIn(scored(given).items.find((one) => one.id === name) ?? {}, 'en');

it('says in English what Chinese says in words', () => {
  const none = { hi_tech: false, proprietary_tech: false, listed: false };
  expect(englishOf('honours', none)).toBe('none');
  expect(englishOf('honours', { ...none, hi_tech: true, proprietary_tech: true })).toBe('高企, 专有技术');
  expect(englishOf('research', { rd_expense: { 2020: 150 }, revenue: { 2020: 1875 } })).toBe(
    '金额: 150 < 200; 占比: 150.00 ÷ 1,875.00 × 100 = 8 ≥ 8',
  );
  expect(englishOf('years', { segment_years: 5 })).toBe('5 ÷ 2, rounded down × 1');
  expect(englishOf('local', { local_points: 3 })).toBe('as stated: 3');
  expect(englishOf('debt', { assets_total: { 2020: 1000 }, liabilities_total: { 2020: 500 } })).toBe(
    '500.00 ÷ 1,000.00 × 100 = 50 ≤ 50',
  );
});

it('has one point, and several points', () => {
  expect([0, 1, 2.5].map(pointsIn.en)).toEqual(['0 points', '1 point', '2.5 points']);
  expect(pointsIn.zh(1)).toBe('1 分');
});

it.each([
  ['甲：是；乙：2', '甲: 是; 乙: 2', true],
  ['甲：是；乙：2', '甲：是；乙：2', false],
  ['甲：2 项', '甲: 2 rows', false],
] as const)('%s is %s in English, which is said once where only signs differ: %s', (zh, en, once) => {
  const kept = shownAs({ zh, en });
  expect('shownEn' in kept).toBe(!once);
  expect([shownIn(kept, 'zh'), shownIn(kept, 'en')]).toEqual([zh, en]);
});

describe('bands', () => {
  it.each([
    ['on the best border', 500, '10', '500.00 ÷ 1,000.00 × 100 = 50 ≤ 50'],
    ['just past it', 500.01, '5', '500.01 ÷ 1,000.00 × 100 = 50.001 ≤ 70'],
    ['on the last border', 700, '5', '700.00 ÷ 1,000.00 × 100 = 70 ≤ 70'],
    ['past every band', 700.01, '0', '700.01 ÷ 1,000.00 × 100 = 70.001 > 70'],
  ])('%s', (_, liabilities, points, shown) => {
    const given = { assets_total: { 2020: 1000 }, liabilities_total: { 2020: liabilities } };
    expect(itemOf('debt', given)).toEqual({ points, shown, needs: [] });
  });

  it('are open while a fact is missing', () => {
    expect(itemOf('debt', { assets_total: { 2020: 1000 } })).toEqual({
      points: '0–10',
      shown: undefined,
      needs: ['liabilities_total.2020'],
    });
  });
});

describe('better_of', () => {
  it.each([
    ['the ratio is better', 150, { 2020: 1875 }, '8', []],
    ['the amount is better', 500, { 2020: 100_000 }, '10', []],
    ['neither reaches a band', 10, { 2020: 1000 }, '0', []],
    ['the best amount needs no ratio', 500, {}, '10', []],
    ['a lower amount leaves the better ratio open', 200, {}, '4–8', ['revenue.2020']],
    ['a ratio of nothing gives no points', 200, { 2020: 0 }, '4', []],
  ])('%s', (_, rd, revenue, points, needs) => {
    expect(itemOf('research', { rd_expense: { 2020: rd }, revenue })).toMatchObject({ points, needs });
  });

  it('shows both ways', () => {
    expect(itemOf('research', { rd_expense: { 2020: 150 }, revenue: { 2020: 1875 } }).shown).toBe(
      '金额：150 < 200；占比：150.00 ÷ 1,875.00 × 100 = 8 ≥ 8',
    );
  });
});

describe('choice', () => {
  it.each([
    ['the first that holds', { share_rank_national: 10, supply_chain: true }, '6', '全国前十', []],
    ['the next one', { share_rank_national: 11, supply_chain: true }, '4', '供应链', []],
    ['what holds otherwise', { share_rank_national: 11, supply_chain: false }, '1', '其他', []],
    ['a better one still open', { supply_chain: true }, '4–6', undefined, ['share_rank_national']],
    ['a worse one open matters not', { share_rank_national: 1 }, '6', '全国前十', []],
    ['all open', {}, '1–6', undefined, ['share_rank_national', 'supply_chain']],
  ])('%s', (_, given, points, shown, needs) => {
    expect(itemOf('position', given)).toEqual({ points, shown, needs });
  });
});

describe('each', () => {
  it.each([
    ['one', { hi_tech: true, proprietary_tech: false, listed: false }, '3', '高企', []],
    ['two are capped', { hi_tech: true, proprietary_tech: true, listed: false }, '5', '高企、专有技术', []],
    ['none', { hi_tech: false, proprietary_tech: false, listed: false }, '0', '无', []],
    ['beyond the cap nothing is missed', { hi_tech: true, proprietary_tech: true }, '5', '高企、专有技术', []],
    ['one and an open one', { hi_tech: true, listed: false }, '3–5', '高企', ['proprietary_tech']],
    ['nothing known', {}, '0–5', undefined, ['hi_tech', 'proprietary_tech', 'listed']],
  ])('%s', (_, given, points, shown, needs) => {
    expect(itemOf('honours', given)).toEqual({ points, shown, needs });
  });
});

describe('per and stated', () => {
  it.each([
    [0, '0'],
    [1, '0'],
    [2, '1'],
    [5, '2'],
    [10, '5'],
    [11, '5'],
  ])('%i years give %s', (years, points) => {
    expect(itemOf('years', { segment_years: years })).toMatchObject({ points, needs: [] });
  });

  it.each([
    [0, '0'],
    [1.5, '1.5'],
    [4, '4'],
    [4.5, '4'],
  ])('%d stated points count as %s', (stated, points) => {
    expect(itemOf('local', { local_points: stated })).toMatchObject({ points, shown: `自述 ${stated}` });
  });

  it('are open while the fact is missing', () => {
    expect(itemOf('years', {})).toEqual({ points: '0–5', shown: undefined, needs: ['segment_years'] });
    expect(itemOf('local', {})).toEqual({ points: '0–4', shown: undefined, needs: ['local_points'] });
  });
});

describe('the whole card', () => {
  it('adds up within the caps of its groups', () => {
    // 10 + 8 + 4 = 22, at most 20; 5 + 2 + 1.5 = 8.5; together 28.5
    const { points, groups } = scored(complete);
    expect(groups.map((group) => group.points)).toEqual([
      { least: 20, most: 20 },
      { least: 8.5, most: 8.5 },
    ]);
    expect(points).toEqual({ least: 28.5, most: 28.5 });
    expect(scored({}).points).toEqual({ least: 1, most: 30 });
  });

  it('only narrows its range when more is known, and ends at the points of all facts', () => {
    const names = Object.keys(complete) as (keyof typeof complete)[];
    const part = (kept: readonly string[]) =>
      Object.fromEntries(Object.entries(complete).filter(([name]) => kept.includes(name)));
    const all = scored(complete).points.least;
    fc.assert(
      fc.property(fc.subarray(names), fc.subarray(names), (some, more) => {
        const few = scored(part(some)).points;
        const many = scored(part([...some, ...more])).points;
        expect(few.least).toBeLessThanOrEqual(many.least);
        expect(few.most).toBeGreaterThanOrEqual(many.most);
        expect(many.least).toBeLessThanOrEqual(all);
        expect(many.most).toBeGreaterThanOrEqual(all);
      }),
      { numRuns: 60 },
    );
  });
});
