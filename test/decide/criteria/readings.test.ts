// Readings: a criterion is decided under each of its own and of its metrics', and differing ones never make an error.
import { describe, expect, it } from 'vitest';
import { decideCategory } from '../../../src/category/decided.ts';
import { givenFacts, runDefinitionTests } from '../../../src/category/test.ts';
import { wordsOf } from '../../../src/words/of-finding.ts';
import { faultsIn, openIn } from '../../category/folder.ts';
import { files, id } from '../../category/yunling.ts';
import { files as cardFiles, id as cardId, complete, graded } from '../scorecards/card.ts';

const metrics = `metrics:
  growth_rate:
    label: 平均增长率(%)
    formula: mean_growth(revenue, Y-4, Y-1)
    as: 各年平均
    readings: [{label: 复合, formula: 'cagr(revenue, Y-4, Y-1)'}]
    cite: notice 三
  doubled: {label: 两倍, formula: growth_rate * 2, cite: notice 三}
`;
const written = (criteria: string, tests = '') => ({
  ...files,
  'yunling/2021/own.yaml': `format: 1\nextends: ${id}\ntitle: 试\n${metrics}criteria:\n${criteria}${tests}`,
});
const open = (criteria: string, tests?: string) => openIn(written(criteria, tests), 'yunling/2021/own');

async function decided(criteria: string, given: Record<string, unknown>) {
  const category = await open(criteria);
  const { facts, wrong } = givenFacts(given, category.vocabulary);
  expect(wrong).toEqual([]);
  const all = decideCategory(category, { facts, asOf: '2021-08-16' });
  return {
    result: all.criteria.find((one) => one.id === 'fast'),
    findings: all.findings.filter(({ code }) => code === 'fast'),
  };
}

const fast = (limit: number, of = 'growth_rate') =>
  `  fast: {title: 增长快, rule: {assert: ${of} >= ${limit}}, cite: notice 三}\n`;
/** Mean of yearly rates 21.97, compound 14.47: domain.md B.4's vector that separates the two. */
const uneven = { revenue: { 2017: 1000, 2018: 1300, 2019: 900, 2020: 1500 } };

describe('a criterion that names an ambiguous metric', () => {
  it.each([
    [14, ['met', 'met'], []],
    [20, ['met', 'not met'], ['warning']],
    [22, ['not met', 'not met'], ['error']],
  ])('at least %s', async (limit, is, severities) => {
    const { result, findings } = await decided(fast(limit), uneven);
    expect(result?.readings?.map(({ label }) => label)).toEqual(['各年平均', '复合']);
    expect(result?.readings?.map(({ decision }) => decision.is)).toEqual(is);
    expect(result?.decision).toEqual(result?.readings?.[0]?.decision);
    expect(findings.map(({ severity }) => severity)).toEqual(severities);
    expect(result?.severity).toBe(severities[0] ?? 'error');
  });

  it('says under which reading it is met, with the figures of the other', async () => {
    const { findings } = await decided(fast(20), uneven);
    const said = findings.map((finding) => [wordsOf(finding, 'zh').message, wordsOf(finding, 'en').message]);
    expect(said).toEqual([
      [
        '仅按“各年平均”口径符合，按“复合”口径不符合：增长快（平均增长率 14.4714…% < 20%）',
        'met only under “各年平均”, not under “复合”: 增长快 (平均增长率 14.4714…% < 20%)',
      ],
    ]);
  });

  it('is read so through another metric too', async () => {
    const { result } = await decided(fast(40, 'doubled'), uneven);
    expect(result?.readings?.map(({ decision }) => decision.is)).toEqual(['met', 'not met']);
  });

  it('is no error, and not refused, while only some of the readings can be decided', async () => {
    const { result, findings } = await decided(fast(20), { revenue: { 2017: 1000, 2020: 1500 } });
    expect(result?.readings?.map(({ decision }) => decision.is)).toEqual(['undecided', 'not met']);
    expect(result?.decision.is).toBe('undecided');
    expect(findings).toEqual([]);
  });

  it('has one reading, and no list of them, where nothing it names is ambiguous', async () => {
    const { result } = await decided(fast(20, 'revenue.at(Y-1)'), uneven);
    expect(result?.decision.is).toBe('met');
    expect(result?.readings).toBeUndefined();
  });
});

const own = `  fast:
    title: 三千
    rule: {assert: 'sum(revenue, Y-2, Y-1) >= 3000'}
    as: 合计
    readings: [{label: 每年, rule: {assert: revenue.at(Y-2) >= 3000 && revenue.at(Y-1) >= 3000}}]
    cite: notice 三
`;

describe('a criterion whose own clause is ambiguous', () => {
  it.each([
    [{ 2019: 1500, 2020: 1500 }, ['met', 'not met']],
    [{ 2019: 3000, 2020: 3000 }, ['met', 'met']],
    [{ 2019: 1500, 2020: 1499.99 }, ['not met', 'not met']],
  ])('on %j', async (revenue, is) => {
    const { result } = await decided(own, { revenue });
    expect(result?.readings?.map(({ decision }) => decision.is)).toEqual(is);
  });

  it('is combined with the readings of its metrics, preferred ones first', async () => {
    const both = own.replace('3000"', '3000').replace("'sum(revenue, Y-2, Y-1) >= 3000'", 'growth_rate >= 20');
    const { result } = await decided(both, uneven);
    expect(result?.readings?.map(({ label, decision }) => `${label} ${decision.is}`)).toEqual([
      '合计，各年平均 met',
      '合计，复合 not met',
      '每年 not met',
    ]);
  });

  it('may expect a decision under each reading in its own tests', async () => {
    const tests = (is: string) =>
      `tests:\n  - {given: {revenue: {2019: 1500, 2020: 1500}}, readings: {fast: {合计: met, 每年: ${is}}}}\n`;
    expect(runDefinitionTests(await open(own, tests('not met')))).toMatchObject({ passed: 1, failed: 0 });
    expect(runDefinitionTests(await open(own, tests('met'))).failures).toEqual([
      { test: 1, part: 'criteria', name: 'fast（每年）', expected: 'met', found: 'not met' },
    ]);
    expect(runDefinitionTests(await open(own, tests('met').replace('每年', '毎年'))).failures).toMatchObject([
      { name: 'fast（毎年）', found: 'unknown name' },
    ]);
  });
});

it('points are added up anew under each reading of a metric that an item goes by', async () => {
  const ambiguous = graded
    .replace('of: debt_ratio', 'of: weighed')
    .replace(
      'scorecard:\n',
      'metrics:\n  weighed: {label: 负债, formula: debt_ratio, as: 甲, readings: [{label: 乙, formula: debt_ratio + 100}], cite: notice 三}\nscorecard:\n',
    );
  const category = await openIn({ ...cardFiles, [`${cardId}.yaml`]: ambiguous }, cardId);
  const { facts } = givenFacts(complete, category.vocabulary);
  const { criteria } = decideCategory(category, { facts, asOf: '2021-07-01' });
  const shown = criteria.find((one) => one.id === 'graded')?.readings?.map(({ decision }) => decision);
  expect(shown).toEqual([
    { is: 'met', shown: '总分 28.5 ≥ 18；经营 20 ≥ 6', shownEn: 'total 28.5 ≥ 18; 经营 20 ≥ 6' },
    { is: 'met', shown: '总分 20.5 ≥ 18；经营 12 ≥ 6', shownEn: 'total 20.5 ≥ 18; 经营 12 ≥ 6' },
  ]);
});

describe('a definition is refused', () => {
  it('when a criterion would be decided in more than eight ways, before they are made', async () => {
    const many = Array.from({ length: 20 }, (_, at) => `m${at}`);
    const each = many.map(
      (name) =>
        `  ${name}: {label: ${name}, formula: revenue.at(Y-1) * 1.0, as: 甲, readings: [{label: 乙, formula: revenue.at(Y-2) * 1.0}], cite: notice 三}\n`,
    );
    const rule = `  fast: {title: 增长快, rule: {assert: ${many.map((name) => `${name} > 1`).join(' && ')}}, cite: notice 三}\n`;
    const text = `format: 1\nextends: ${id}\ntitle: 试\nmetrics:\n${each.join('')}criteria:\n${rule}`;
    const faults = await faultsIn({ ...files, 'yunling/2021/own.yaml': text }, 'yunling/2021/own');
    expect(faults.join('\n')).toContain('readings-too-many {"criterion":"增长快","count":1048576,"most":8}');
  });

  it.each([
    ['no name for its own reading', own.replace('    as: 合计\n', '')],
    ['two readings of one name', own.replace('label: 每年', 'label: 合计')],
    ['a name and no other reading', own.replace(/ {4}readings:.*\n/, '')],
  ])('with %s', async (_, criteria) => {
    expect((await faultsIn(written(criteria), 'yunling/2021/own')).length).toBeGreaterThan(0);
  });
});
