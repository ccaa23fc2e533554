// The rule `scored`: points and minima decide as soon as no missing fact can change it; routes stand instead of them.
import { describe, expect, it } from 'vitest';
import { decideCategory } from '../../../src/category/decided.ts';
import { givenFacts } from '../../../src/category/test.ts';
import { faultsIn, openIn } from '../../category/folder.ts';
import { complete, files, graded, id } from './card.ts';

const category = await openIn(files, id);

function decided(given: Record<string, unknown>) {
  const { facts } = givenFacts(given, category.vocabulary);
  const asOf = '2021-07-01';
  return decideCategory(category, { facts, asOf }).criteria.find((one) => one.id === 'graded')?.decision;
}

/** 5 + 0 + 1 in figures, 0 in strength: 6 points, with nothing missing. */
const poor = {
  assets_total: { 2020: 1000 },
  liabilities_total: { 2020: 700 },
  rd_expense: { 2020: 10 },
  revenue: { 2020: 1000 },
  share_rank_national: 11,
  supply_chain: false,
  hi_tech: false,
  proprietary_tech: false,
  listed: false,
  segment_years: 0,
  local_points: 0,
};

describe('scored', () => {
  it('is met with points enough in all and in each group', () => {
    expect(decided(complete)).toEqual({
      is: 'met',
      shown: '总分 28.5 ≥ 18；经营 20 ≥ 6',
      shownEn: 'total 28.5 ≥ 18; 经营 20 ≥ 6',
    });
  });

  it('is met as soon as the fewest points are enough', () => {
    const { local_points: _, segment_years: __, ...rest } = complete;
    expect(decided(rest)).toEqual({
      is: 'met',
      shown: '总分 25–30 ≥ 18；经营 20 ≥ 6',
      shownEn: 'total 25–30 ≥ 18; 经营 20 ≥ 6',
    });
  });

  it('is not met as soon as the most points are too few, with the routes shown', () => {
    const { segment_years: _, ...rest } = poor;
    expect(decided(rest)).toEqual({
      is: 'not met',
      shown: '总分 6–11 < 18；经营 6 ≥ 6；研发费用 1000 万元以上（2020年研发费用 10.00 万元 < 1,000 万元）',
      shownEn: 'total 6–11 < 18; 经营 6 ≥ 6; 研发费用 1000 万元以上 (研发费用 of 2020 10.00 万元 < 1,000 万元)',
    });
  });

  it('is not met when a group falls short, whatever the total', () => {
    const given = { ...complete, liabilities_total: { 2020: 800 }, rd_expense: { 2020: 10 }, supply_chain: false };
    expect(decided(given)).toMatchObject({ is: 'not met', shown: expect.stringContaining('经营 1 < 6') });
  });

  it('is undecided while points or a route may still be reached, and names what could tell', () => {
    const { segment_years: _, ...rest } = complete;
    const given = { ...rest, liabilities_total: { 2020: 800 }, supply_chain: false, local_points: 0 };
    expect(decided(given)).toEqual({ is: 'undecided', needs: ['segment_years'] });
    const { rd_expense: __, ...without } = poor;
    expect(decided(without)).toEqual({ is: 'undecided', needs: ['rd_expense.2020'] });
  });

  it('is met by a route instead of the points', () => {
    expect(decided({ ...poor, rd_expense: { 2020: 1000 }, revenue: { 2020: 900_000 }, assets_total: {} })).toEqual({
      is: 'met',
      shown: '研发费用 1000 万元以上（2020年研发费用 1,000.00 万元 ≥ 1,000 万元）',
      shownEn: '研发费用 1000 万元以上 (研发费用 of 2020 1,000.00 万元 ≥ 1,000 万元)',
    });
  });
});

const changed = (from: string, to: string) => {
  expect(graded).toContain(from);
  return faultsIn({ ...files, [`${id}.yaml`]: graded.replace(from, to) }, id);
};

describe('a definition is refused', () => {
  it('is whole before any fault is made', async () => {
    expect(await faultsIn(files, id)).toEqual([]);
  });

  it.each([
    [
      'two kinds in an item',
      'stated: local_points',
      'stated: local_points\n      per: {of: segment_years, every: 1, points: 1}',
    ],
    ['no kind', '      stated: local_points\n', ''],
    ['more points than the cap', '[[50, 10], [70, 5]]', '[[50, 11], [70, 5]]'],
    ['bands out of order', '[[50, 10], [70, 5]]', '[[70, 5], [50, 10]]'],
    ['bands that give more further down', '[[500, 10], [200, 4]]', '[[500, 4], [200, 10]]'],
    ['bands that give the same further down', '[[500, 10], [200, 4]]', '[[500, 10], [200, 10]]'],
    ['both ladders', 'at_most: [[50, 10], [70, 5]]', 'at_most: [[50, 10]], at_least: [[50, 10]]'],
    ['an option without a condition before the last', 'when: supply_chain', 'en: x'],
    ['groups that do not make up the whole', 'max: 30', 'max: 31'],
    ['an unknown group', 'group: strength\n      label: 地方', 'group: strenght\n      label: 地方'],
    ['an unknown key', 'pass: 18', 'pas: 18'],
  ])('%s', async (_, from, to) => {
    const told = await changed(from, to);
    expect(told.length).toBeGreaterThan(0);
    expect(told[0]).toMatch(/^yunling\/2021\/graded\.yaml:\d+:\d+-\S+ (value-wrong|key-unknown|key-missing) /);
  });

  it('an unknown name, at its very characters', async () => {
    expect(await changed('when: supply_chain', 'when: supply_chian')).toEqual([
      expect.stringMatching(
        /^yunling\/2021\/graded\.yaml:33:\d+-\d+ expression-name-unknown .*"nearest":"supply_chain"/,
      ),
    ]);
  });

  it.each([
    ['an item that counts conditions', 'when: hi_tech', 'when: hi_tehc', 'hi_tech'],
    ['a route instead of the points', 'assert: rd_expense', 'assert: rd_expence', 'rd_expense'],
  ])('an unknown name in %s', async (_, from, to, nearest) => {
    expect(await changed(from, to)).toEqual([
      expect.stringMatching(new RegExp(`graded\\.yaml:\\S+ expression-name-unknown .*"nearest":"${nearest}"`)),
    ]);
  });

  it('points that nobody counts', async () => {
    const rule = graded.slice(graded.indexOf('criteria:'));
    const told = await faultsIn(
      { ...files, [`${id}.yaml`]: `format: 1\nextends: yunling/2021/seedling\ntitle: 无\n${rule}` },
      id,
    );
    expect(told).toEqual([expect.stringContaining('expression-name-unknown')]);
  });

  it('an error that rests on points known from a restatement', async () => {
    const told = await changed('cite: notice 评分 6', 'cite: rumour 评分 6');
    expect(told).toEqual([expect.stringMatching(/severity-above-standing .*"standing":"secondary"/)]);
  });
});
