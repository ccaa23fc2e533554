// Metrics: shown, precise and substituted figures, the portal's zero, limits, readings, charts, stated figures.
import { describe, expect, it } from 'vitest';
import { givenFacts } from '../../../src/category/test.ts';
import { computeMetrics, statedFindings } from '../../../src/decide/metrics/compute.ts';
import type { MetricResult } from '../../../src/decide/metrics/result.ts';
import { Decimal } from '../../../src/expression/decimal.ts';
import { openIn } from '../../category/folder.ts';
import { files, id } from '../../category/yunling.ts';
import { at } from '../../support/assessment.ts';

const own = `format: 1
extends: ${id}
title: 试
form:
  operations:
    fields:
      profit_total: {label: 3、利润总额(万元), years: [Y-4..Y-1]}
metrics:
  debt_bare: {label: 无零值, formula: liabilities_total.at(Y-1) / assets_total.at(Y-1) * 100, cite: notice 二}
  profit_growth:
    label: 平均增长率%
    formula: mean_growth(profit_total, Y-4, Y-1)
    as: 平均
    readings: [{label: 复合, formula: 'cagr(profit_total, Y-4, Y-1)'}]
    cite: notice 三
  margin:
    label: 平均利润率(%)
    formula: (profit_total.at(Y-3) / revenue.at(Y-3) + profit_total.at(Y-2) / revenue.at(Y-2) + profit_total.at(Y-1) / revenue.at(Y-1)) / 3 * 100
    cite: notice 三
  thirds: {label: 三比之和, formula: (profit_total.at(Y-3) / revenue.at(Y-3) + profit_total.at(Y-2) / revenue.at(Y-2) + profit_total.at(Y-1) / revenue.at(Y-1)) * 100, cite: notice 三}
  growths: {label: 平均增长, formula: '(growth(revenue, Y-2) + growth(revenue, Y-1)) / 2 * 1', cite: notice 三}
  parts: {label: 部分, formula: (revenue.at(Y-2) / 4 + revenue.at(Y-1) / 4) / 2 * 100, cite: notice 三}
  others: {label: 两种, formula: (profit_total.at(Y-1) / revenue.at(Y-1) + liabilities_total.at(Y-1) / assets_total.at(Y-1)) / 2 * 100, cite: notice 三}
  above: {label: 高出, formula: revenue_cagr - 8, unit: 个百分点, decimals: 3, cite: notice 三}
criteria:
  either:
    title: 其一
    rule: {assert: revenue_cagr >= 8 || margin > 7.5 && debt_bare < 60}
    cite: notice 三
`;
const category = await openIn({ ...files, 'yunling/2021/own.yaml': own }, 'yunling/2021/own');

function computed(given: Record<string, unknown>, stated: Record<string, string> = {}): Map<string, MetricResult> {
  const { facts, wrong } = givenFacts(given, category.vocabulary);
  expect(wrong).toEqual([]);
  const figures = new Map(
    Object.entries(stated).map(([metric, source]) => [metric, { value: new Decimal(source), source, at: at(3, 1, 9) }]),
  );
  const { results } = computeMetrics(category.metrics, category.scope, facts, '2021-08-16', figures);
  return new Map(results.map((result) => [result.id, result]));
}

const given = {
  liabilities_total: { 2020: '3731.50' },
  assets_total: { 2020: 9800 },
  revenue: { 2017: 5200, 2018: 6100, 2019: 7350, 2020: 8600, 2023: 11500 },
  profit_total: { 2017: 352, 2018: 445, 2019: 566, 2020: 690 },
};
const results = computed(given);

describe('a metric', () => {
  it('is shown, precise, and substituted with the figures of the form', () => {
    expect(results.get('debt_ratio')).toMatchObject({
      outcome: { is: 'value', shown: '38.08' },
      precise: '38.0765…',
      formula: '上年末负债总额 ÷ 上年末资产总额 × 100',
      substitution: '3,731.50 ÷ 9,800.00 × 100',
    });
    expect(results.get('revenue_cagr')).toMatchObject({
      outcome: { is: 'value', shown: '18.26' },
      formula: '((2020年营业收入 ÷ 2017年营业收入)^(1/3) − 1) × 100',
      substitution: '((8,600.00 ÷ 5,200.00)^(1/3) − 1) × 100',
    });
    expect(results.get('margin')).toMatchObject({
      outcome: { is: 'value', shown: '7.67' },
      substitution: '(445.00 ÷ 6,100.00 + 566.00 ÷ 7,350.00 + 690.00 ÷ 8,600.00) ÷ 3 × 100',
    });
  });

  it('may build on another, with its own unit and places', () => {
    expect(results.get('above')).toMatchObject({
      outcome: { is: 'value', shown: '10.258' },
      unit: '个百分点',
      formula: '复合增长率 − 8',
      substitution: '18.2583… − 8',
    });
  });

  it('is computed under every reading, its own first', () => {
    expect(results.get('profit_growth')).toMatchObject({
      outcome: { shown: '25.17' },
      readings: [
        { label: '平均', outcome: { is: 'value', shown: '25.17' } },
        { label: '复合', outcome: { is: 'value', shown: '25.15' } },
      ],
    });
    const lacking = computed({ profit_total: { 2017: 1, 2020: 8 } }).get('profit_growth');
    expect(lacking?.outcome.is).toBe('undecided');
    expect(lacking?.readings?.map(({ outcome }) => outcome)).toMatchObject([
      { is: 'undecided', needs: ['profit_total.2018', 'profit_total.2019'] },
      { is: 'value', shown: '100.00' },
    ]);
    expect(results.get('revenue_cagr')?.readings).toBeUndefined();
  });

  it('separates the readings of a growth rate that ups and downs set apart', () => {
    const growth = computed({ profit_total: { 2017: 1000, 2018: 1300, 2019: 900, 2020: 1500 } }).get('profit_growth');
    expect(growth?.readings?.map(({ outcome }) => outcome)).toMatchObject([{ shown: '21.97' }, { shown: '14.47' }]);
  });

  it('shows what the form shows where the divisor is zero, and nothing where the form says nothing', () => {
    const zero = computed({ liabilities_total: { 2020: 20201 }, assets_total: { 2020: 0 } });
    expect(zero.get('debt_ratio')).toMatchObject({
      outcome: { is: 'value', shown: '0' },
      substitution: '20,201.00 ÷ 0.00 × 100',
    });
    expect(zero.get('debt_bare')?.outcome).toEqual({ is: 'not computable', why: 'zero-divisor' });
    expect(zero.get('debt_bare')?.precise).toBeUndefined();
  });

  it('is undecided for want of a fact, and so is what builds on it', () => {
    const bare = computed({ revenue: { 2017: 1 } });
    expect(bare.get('revenue_cagr')?.outcome).toEqual({ is: 'undecided', needs: ['revenue.2020'] });
    expect(bare.get('above')?.outcome).toEqual({ is: 'undecided', needs: ['revenue.2020'] });
    expect(bare.get('revenue_cagr')?.substitution).toBeUndefined();
    expect(computed({ revenue: { 2017: -1, 2020: 5 } }).get('above')?.outcome).toEqual({
      is: 'not computable',
      why: 'base-not-positive',
    });
  });
});

describe('limits', () => {
  it('are read from the conditions that compare the metric with a number', () => {
    expect(results.get('debt_ratio')?.limits).toEqual([{ criterion: 'low-debt', operator: '<=', limit: '70' }]);
    expect(results.get('revenue_cagr')?.limits).toEqual([
      { criterion: 'growth', operator: '>=', limit: '8' },
      { criterion: 'either', operator: '>=', limit: '8' },
    ]);
    expect(results.get('margin')?.limits).toEqual([{ criterion: 'either', operator: '>', limit: '7.5' }]);
    expect(results.get('debt_bare')?.limits).toEqual([{ criterion: 'either', operator: '<', limit: '60' }]);
    expect(results.get('above')?.limits).toEqual([]);
  });
});

describe('charts', () => {
  it('a part of a whole', () => {
    expect(results.get('debt_ratio')?.chart).toEqual({
      kind: 'part',
      part: { label: '上年末负债总额', unit: '万元', value: new Decimal('3731.5') },
      whole: { label: '上年末资产总额', unit: '万元', value: new Decimal(9800) },
    });
  });

  it('the years of a series, forecasts marked, years that nobody gave without a bar', () => {
    expect(results.get('revenue_cagr')?.chart).toEqual({
      kind: 'bars',
      label: '营业收入',
      unit: '万元',
      bars: [
        { year: 2017, forecast: false, value: new Decimal(5200) },
        { year: 2018, forecast: false, value: new Decimal(6100) },
        { year: 2019, forecast: false, value: new Decimal(7350) },
        { year: 2020, forecast: false, value: new Decimal(8600) },
        { year: 2023, forecast: true, value: new Decimal(11500) },
      ],
    });
    const chart = computed({ revenue: { 2015: 1, 2018: 2 } }).get('revenue_cagr')?.chart;
    expect(chart?.kind === 'bars' && chart.bars.map(({ year, value }) => [year, value?.toString()])).toEqual([
      [2017, undefined],
      [2018, '2'],
      [2019, undefined],
      [2020, undefined],
    ]);
  });

  it('the ratio of each year where the formula is their mean', () => {
    const given = { revenue: { 2018: 12, 2019: 13, 2020: 14 }, profit_total: { 2018: 3, 2019: -1, 2020: 3.5 } };
    expect(computed(given).get('margin')?.chart).toEqual({
      kind: 'bars',
      label: '利润总额 ÷ 营业收入',
      unit: '%',
      bars: [
        { year: 2018, forecast: false, value: new Decimal(25) },
        { year: 2019, forecast: false, value: new Decimal('-7.69') },
        { year: 2020, forecast: false, value: new Decimal(25) },
      ],
    });
    const lacking = computed({ revenue: { 2018: 12, 2019: 0 }, profit_total: { 2018: 3, 2019: 1 } }).get(
      'margin',
    )?.chart;
    expect(lacking?.kind === 'bars' && lacking.bars.map(({ value }) => value?.toString())).toEqual([
      '25',
      undefined,
      undefined,
    ]);
  });

  it('nothing where a figure is missing, or the formula is none of these', () => {
    expect(computed({ assets_total: { 2020: 5 } }).get('debt_ratio')?.chart).toBeUndefined();
    for (const metric of ['above', 'thirds', 'growths', 'parts', 'others']) {
      expect(results.get(metric)?.outcome.is).toBe('value');
      expect(results.get(metric)?.chart, metric).toBeUndefined();
    }
  });
});

describe('a stated figure', () => {
  const told = (source: string) =>
    statedFindings([...computed(given, { debt_ratio: source }).values()]).map(({ code, severity }) => [code, severity]);

  it.each(['38.08', '38.080'])('%s agrees', (source) => {
    expect(computed(given, { debt_ratio: source }).get('debt_ratio')?.stated).toMatchObject({ agrees: true, source });
    expect(told(source)).toEqual([]);
  });

  it('that nothing can give, as growth from a loss, warns', () => {
    const loss = { ...given, profit_total: { 2017: -352, 2018: 445, 2019: 566, 2020: 690 } };
    const figures = (facts: typeof given) => statedFindings([...computed(facts, { profit_growth: '25.17' }).values()]);
    expect(figures(given)).toEqual([]);
    expect(figures(loss).map(({ code, severity }) => [code, severity])).toEqual([['figure-not-computable', 'warning']]);
  });

  it.each(['38.07', '38.09', '38.0765'])('%s is off by 0.01 at most: a warning', (source) => {
    expect(told(source)).toEqual([['figure-differs', 'warning']]);
  });

  it.each(['38.0699', '38.06', '38.1', '0', '-38.08'])('%s is off by more: an error', (source) => {
    expect(told(source)).toEqual([['figure-differs', 'error']]);
  });

  it('is compared with formula and figures in the sentence, at its own place', () => {
    const [finding] = statedFindings([...computed(given, { debt_ratio: '40' }).values()]);
    expect(finding).toMatchObject({
      args: {
        field: '资产负债率(%)',
        stated: '40',
        computed: '38.08',
        formula: '资产负债率(%) = 上年末负债总额 ÷ 上年末资产总额 × 100 = 3,731.50 ÷ 9,800.00 × 100',
        slightly: false,
      },
      at: at(3, 1, 9),
    });
  });

  it('has nothing to be compared with while the metric has no value', () => {
    const open = computed({}, { debt_ratio: '38.08' });
    expect(open.get('debt_ratio')?.stated?.agrees).toBe(false);
    expect(statedFindings([...open.values()])).toEqual([]);
  });
});
