// How far a criterion is from its limits, computed by hand, and the value of one fact that meets it.
import { describe, expect, it } from 'vitest';
import { weigh } from '../../../src/advise/match/weigh.ts';
import { openCatalog } from '../../../src/category/catalog.ts';
import { givenFacts } from '../../../src/category/test.ts';

const catalog = await openCatalog();

async function criterionOf(category: string, id: string, given: Readonly<Record<string, unknown>>, before?: object) {
  const opened = await catalog.open(category);
  const asOf = `${opened.definition.year}-06-01`;
  const earlier = before && givenFacts({ ...before }, opened.vocabulary).facts;
  const { facts, wrong } = givenFacts(given, opened.vocabulary);
  expect(wrong).toEqual([]);
  const found = weigh(opened, facts, asOf, earlier);
  const criterion = found.criteria.find((one) => one.id === id);
  if (criterion === undefined) throw new Error(`${category} has no ${id}`);
  return { ...criterion, category: found };
}

describe('the distance', () => {
  it('is 0.39 of 2.61 % to 3 %, and 312 of 10400 is 3 %', async () => {
    const found = await criterionOf('national/2022/srdi-sme', 'rd-expense-share', {
      rd_expense: { 2021: '271.44' },
      revenue: { 2021: 10400 },
    });
    expect(found).toMatchObject({ is: 'not met', weighs: true });
    expect(found.distances).toMatchObject([{ value: '2.61', unit: '%', operator: '>=', limit: '3', short: '0.39' }]);
    expect(found.reached).toMatchObject([
      { id: 'rd_expense.2021', label: '研发费用', year: 2021, unit: '万元', now: '271.44', at: '312' },
      { id: 'revenue.2021', now: '10400', at: '9048' },
    ]);
  });

  it('names every limit that fails, and a value that meets them all', async () => {
    const found = await criterionOf('national/2022/srdi-sme', 'rd-expense-share', {
      rd_expense: { 2021: 20 },
      revenue: { 2021: 2000 },
    });
    expect(found.distances).toMatchObject([
      { value: '20', unit: '万元', limit: '100', short: '80' },
      { value: '1', unit: '%', limit: '3', short: '2' },
    ]);
    // 60 would be 3 %, but is no 100; no other revenue makes 20 of research a 100.
    expect(found.reached.map(({ id, at }) => [id, at])).toEqual([['rd_expense.2021', '100']]);
  });

  it('rounds outwards to the last decimal of the fact', async () => {
    const found = await criterionOf('national/2026/little-giant', 'debt-ratio', {
      liabilities_total: { 2025: 3000 },
      assets_total: { 2025: '3333.33' },
    });
    expect(found.distances).toMatchObject([{ operator: '<=', limit: '75', value: '90', short: '15.01' }]);
    // 0.75 × 3333.33 = 2499.9975, rounded down; 3000 ÷ 0.75 = 4000.
    expect(found.reached.map(({ id, at }) => [id, at])).toEqual([
      ['liabilities_total.2025', '2499.99'],
      ['assets_total.2025', '4000'],
    ]);
  });

  it('never shows a figure that misses as if it met', async () => {
    const { distances } = await criterionOf('national/2022/srdi-sme', 'rd-expense-share', {
      rd_expense: { 2021: '299.99' },
      revenue: { 2021: 10000 },
    });
    expect(distances).toMatchObject([{ value: '2.9999', short: '0.01' }]);
  });

  it('says the route of each distance, and a change by any route', async () => {
    const found = await criterionOf('national/2022/srdi-sme', 'revenue-or-equity', {
      revenue: { 2021: 900 },
      equity_financing: { 2020: 500, 2021: 0 },
    });
    expect(found.distances.map(({ route, short }) => [route, short])).toEqual([
      ['上年度营业收入 1000 万元以上', '100'],
      ['近2年新增股权融资 2000 万元以上', '1500'],
    ]);
    expect(found.reached.map(({ id, at }) => [id, at])).toEqual([
      ['revenue.2021', '1000'],
      ['equity_financing.2020', '2000'],
      ['equity_financing.2021', '1500'],
    ]);
  });

  it('says nothing of a year in the middle of a growth, where more is not always better', async () => {
    const found = await criterionOf('national/2025/little-giant', 'lg1-mean-growth', {
      main_revenue: { 2022: 1000, 2023: 1000, 2024: 1000 },
    });
    expect(found.reached.map(({ id, at }) => [id, at])).toEqual([
      ['main_revenue.2022', '909.09'],
      ['main_revenue.2024', '1100'],
    ]);
  });
});

describe('what is missing', () => {
  it('leaves a criterion undecided and is named with label and years', async () => {
    const { is, needs, category } = await criterionOf('national/2022/srdi-sme', 'rd-expense-share', {
      rd_expense: { 2021: 200, 2022: 100 },
    });
    expect([is, needs]).toEqual(['undecided', [{ id: 'revenue.2021', label: '营业收入', year: 2021 }]]);
    expect(category.missing).toContainEqual(
      expect.objectContaining({ id: 'revenue', years: [2021], criteria: expect.arrayContaining(['rd-expense-share']) }),
    );
  });

  it('is also a declaration that nobody answered; one answered wrongly is not met', async () => {
    const of = (given: object) => criterionOf('national/2022/srdi-sme', 'declared-not-abnormal', { ...given });
    expect(await of({})).toMatchObject({ is: 'undecided', needs: [{ id: 'declarations.not_abnormal' }] });
    expect(await of({ declarations: { not_abnormal: '否' } })).toMatchObject({ is: 'not met', needs: [] });
  });
});

describe('titles and points', () => {
  it('shows the title that conflicts', async () => {
    const titles = [{ kind: '专精特新产品', level: '省级', product: 'A', valid_until: '2022-01-01' }];
    const found = await criterionOf('jiangsu/2021/product', 'different-product', { titles, product_name: 'A' });
    expect(found).toMatchObject({
      rule: 'no_title',
      is: 'not met',
      shown: '专精特新产品，省级，有效期至 2022-01-01，A',
    });
  });

  it('says points, pass mark and what is short', async () => {
    const given = {
      related_ip: '无',
      rd_expense: { 2021: 20 },
      revenue: { 2021: 1000 },
      main_revenue: { 2020: 1000, 2021: 1000 },
      liabilities_total: { 2021: 900 },
      assets_total: { 2021: 1000 },
      product_in_strategic_list: false,
      science_award: false,
      innovation_honour: false,
      provincial_rd_body: false,
      equity_financing: { 2019: 0, 2020: 0, 2021: 0 },
    };
    const { points, is } = await criterionOf('national/2022/innovative-sme', 'evaluated', given);
    // Research 2 % gives 10, no growth 5, a product of other fields 5, the share of main revenue 20: 40 of 60.
    expect([is, points]).toEqual([
      'not met',
      [
        { label: expect.any(String), least: 40, most: 40, pass: 60, short: 20 },
        { label: '创新能力', least: 10, most: 10, pass: 20, short: 10 },
        { label: '成长性', least: 5, most: 5, pass: 15, short: 10 },
      ],
    ]);
  });
});

it('leaves a criterion undecided while its readings differ, and says how each comes out', async () => {
  const found = await criterionOf('national/2025/little-giant', 'lg4a-rd-expense', {
    revenue: { 2023: 4000, 2024: 4000 },
    equity_financing: { 2023: 4000, 2024: 4000 },
    rd_expense: { 2023: 1500, 2024: 1500 },
    rd_staff: { 2024: 60 },
    employees: { 2024: 100 },
    national_award_top3: false,
    maker_china_50: false,
  });
  expect([found.is, found.needs, found.weighs]).toEqual(['undecided', [], true]);
  expect(new Set(found.readings?.map(({ is }) => is))).toEqual(new Set(['met', 'not met']));
});

it('shows what a supposed fact turns, and only that', async () => {
  const given = { rd_expense: { 2021: 312 }, revenue: { 2021: 10400 } };
  const before = { ...given, rd_expense: { 2021: 271 } };
  const found = await criterionOf('national/2022/srdi-sme', 'rd-expense-share', given, before);
  expect([found.before, found.is]).toEqual(['not met', 'met']);
  expect(found.category.criteria.filter((one) => one.before !== undefined).map(({ id }) => id)).toEqual([
    'rd-expense-share',
  ]);
});
