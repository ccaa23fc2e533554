// A definition's own tests are run on given facts; each that fails says where, what was expected and what was found.
import { expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { givenFacts, runDefinitionTests } from '../../src/category/test.ts';
import { vocabulary } from '../expression/scope.ts';
import { openIn } from './folder.ts';
import { files, id, seedling } from './yunling.ts';

const run = async (...tests: string[]) => {
  const text = `${seedling.slice(0, seedling.indexOf('tests:'))}tests:\n${tests.map((test) => `  - ${test}\n`).join('')}`;
  return runDefinitionTests(await openIn({ ...files, 'yunling/2021/seedling.yaml': text }, id));
};

it('passes what is so', async () => {
  expect(
    await run(
      '{given: {liabilities_total: {2020: 1}, assets_total: {2020: 0}}, metrics: {debt_ratio: "0"}, criteria: {low-debt: met}}',
      '{given: {}, metrics: {debt_ratio: undecided}, criteria: {low-debt: undecided, growth: undecided}}',
      '{given: {revenue: {2017: 0, 2020: 5}}, metrics: {revenue_cagr: not computable}, criteria: {growth: not met}}',
      '{given: {titles: []}, criteria: {no-other-title: met}}',
      '{given: {titles: [{kind: 小巨人企业(制造类), valid_until: "2021-08-16"}]}, as_of: "2021-08-16", criteria: {no-other-title: not met}}',
      '{given: {titles: [{kind: 小巨人企业(制造类), valid_until: "2021-08-16"}]}, as_of: "2021-08-17", criteria: {no-other-title: met}}',
    ),
  ).toEqual({ passed: 6, failed: 0, failures: [], inherited: [] });
});

it('says what is not', async () => {
  expect(
    await run(
      '{given: {liabilities_total: {2020: 50}, assets_total: {2020: 100}}, metrics: {debt_ratio: "51.00"}, criteria: {low-debt: not met}}',
      '{given: {}, metrics: {dept_ratio: "1"}, criteria: {groth: met}}',
      '{given: {assets: 3, assets_total: 3, uscc: 91, titles: [{kin: a}]}}',
      '{given: {}}',
    ),
  ).toEqual({
    passed: 1,
    failed: 3,
    failures: [
      { test: 1, part: 'metrics', name: 'debt_ratio', expected: '51.00', found: '50.00' },
      { test: 1, part: 'criteria', name: 'low-debt', expected: 'not met', found: 'met' },
      { test: 2, part: 'metrics', name: 'dept_ratio', expected: '1', found: 'unknown name' },
      { test: 2, part: 'criteria', name: 'groth', expected: 'met', found: 'unknown name' },
      ...['assets', 'assets_total', 'uscc', 'titles[1].kin'].map((name) => ({
        test: 3,
        part: 'given',
        name,
        expected: 'a known fact and its value',
        found: 'neither',
      })),
    ],
    inherited: [],
  });
});

it('says where a rule or a formula is written anew under the words of the old one', async () => {
  const extended = async (criteria: string) => {
    const text = `format: 1\nextends: ${id}\ntitle: 树苗企业\n${criteria}`;
    const sapling = 'yunling/2021/sapling';
    return runDefinitionTests(await openIn({ ...files, [`${sapling}.yaml`]: text }, sapling)).inherited.map(
      ({ path, anew, keys, from }) => [path, anew, ...keys, from.slice(from.lastIndexOf('/') + 1)],
    );
  };
  const growth = 'rule: {assert: revenue_cagr >= 10}';
  expect(await extended(`criteria:\n  growth: {${growth}}\n`)).toEqual([
    ['criteria.growth', 'rule', 'title', 'cite', 'seedling.yaml'],
  ]);
  expect(await extended(`criteria:\n  growth: {${growth}, title: 复合增长率 10% 以上}\n`)).toEqual([
    ['criteria.growth', 'rule', 'cite', 'seedling.yaml'],
  ]);
  expect(await extended(`criteria:\n  growth: {${growth}, title: 10% 以上, cite: notice 三}\n`)).toEqual([]);
  // A clause of its own for what stays as it was, and a part that is no rule, say nothing else than before.
  expect(await extended('criteria:\n  low-debt: {cite: notice 三, severity: warning}\n')).toEqual([]);
  expect(await extended('metrics:\n  debt_ratio: {formula: liabilities_total.at(Y-1) / 100}\n')).toEqual([
    ['metrics.debt_ratio', 'formula', 'label', 'cite', 'base.yaml'],
  ]);
});

it('no definition of the program does so', async () => {
  const catalog = await openCatalog();
  const all = await Promise.all((await catalog.list()).map(async (one) => catalog.open(one.id)));
  expect(all.flatMap((category) => runDefinitionTests(category).inherited)).toEqual([]);
});

it('gives facts by their type', () => {
  const { facts, wrong } = givenFacts(
    {
      revenue: { 2020: '8600.50' },
      share_rank_national: 7,
      hi_tech: '否',
      listed: true,
      chains: ['工业机器人'],
      region: ['江苏省', '南京市'],
      contact: { name: '林晓雯' },
      market_share: { share: 12.5 },
      patents: [{ name: '一' }, {}],
    },
    vocabulary,
  );
  expect(wrong).toEqual([]);
  expect(JSON.parse(JSON.stringify([...facts], (_, value) => (value instanceof Map ? [...value] : value)))).toEqual([
    ['revenue', { kind: 'yearly', years: [[2020, '8600.5']] }],
    ['share_rank_national', '7'],
    ['hi_tech', false],
    ['listed', true],
    ['chains', ['工业机器人']],
    [
      'region',
      {
        kind: 'record',
        fields: [
          ['province', '江苏省'],
          ['city', '南京市'],
        ],
      },
    ],
    ['contact', { kind: 'record', fields: [['name', '林晓雯']] }],
    ['market_share', { kind: 'record', fields: [['share', '12.5']] }],
    [
      'patents',
      {
        kind: 'table',
        rows: [
          { kind: 'record', fields: [['name', '一']] },
          { kind: 'record', fields: [] },
        ],
      },
    ],
  ]);
});
