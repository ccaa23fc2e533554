// The rule `any_of`: one route that holds is enough; a route nobody can decide keeps the others from deciding against.
import { expect, it } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import { givenFacts } from '../../../src/category/test.ts';
import { anyOf } from '../../../src/decide/criteria/rules/any-of.ts';

const category = await (await openCatalog()).open('national/2023/little-giant');
const routes = [
  { title: '上年度营业收入 1 亿元以上', assert: 'revenue.at(Y-1) >= 10000' },
  { title: '从事 3 年以上', assert: 'segment_years >= 3' },
  { title: '增长', assert: 'growth(net_profit, Y-1) > 0' },
];

function opened(written: unknown = routes) {
  const rule = anyOf.open({ any_of: written }, category.scope);
  if (rule === undefined || 'problem' in rule) throw new Error('the rule of the test does not open');
  return rule;
}

function decided(given: Record<string, unknown>) {
  const { facts, wrong } = givenFacts(given, category.vocabulary);
  expect(wrong).toEqual([]);
  return opened().decide({ facts, metrics: new Map(), asOf: '2023-03-28' });
}

const small = { revenue: { 2022: 9999.99 } };
const loss = { net_profit: { 2021: 0, 2022: 5 } };

it.each([
  [
    'the first that holds is shown',
    { revenue: { 2022: 10000 }, segment_years: 5 },
    'met',
    '上年度营业收入 1 亿元以上（2022年营业收入 10,000.00 万元 ≥ 10,000 万元）',
    '上年度营业收入 1 亿元以上 (营业收入 of 2022 10,000.00 万元 ≥ 10,000 万元)',
  ],
  [
    'one holds though others lack facts',
    { segment_years: 3 },
    'met',
    '从事 3 年以上（从事特定细分市场时间 3 年 ≥ 3 年）',
    '从事 3 年以上 (从事特定细分市场时间 3 年 ≥ 3 年)',
  ],
] as const)('%s', (_, given, is, shown, shownEn) => {
  expect(decided(given)).toEqual({ is, shown, shownEn });
});

it('names all that undecided routes lack', () => {
  expect(decided(small)).toEqual({ is: 'undecided', needs: ['segment_years', 'net_profit.2021', 'net_profit.2022'] });
});

it('is not met when no route holds, with every route shown; a figure that does not exist holds none', () => {
  expect(decided({ ...small, segment_years: 2, ...loss })).toEqual({
    is: 'not met',
    shown:
      '上年度营业收入 1 亿元以上（2022年营业收入 9,999.99 万元 < 10,000 万元）；从事 3 年以上（从事特定细分市场时间 2 年 < 3 年）；增长（2021年净利润总额：0 万元；2022年净利润总额：5 万元）',
    shownEn:
      '上年度营业收入 1 亿元以上 (营业收入 of 2022 9,999.99 万元 < 10,000 万元); 从事 3 年以上 (从事特定细分市场时间 2 年 < 3 年); 增长 (净利润总额 of 2021: 0 万元; 净利润总额 of 2022: 5 万元)',
  });
});

it('reads the facts of all routes and sets no limit on a metric, since another route may hold', () => {
  const rule = opened([...routes, { title: '强度', assert: 'rd_intensity >= 3' }]);
  expect([...rule.names]).toEqual([
    'revenue.2022',
    'segment_years',
    'net_profit.2021',
    'net_profit.2022',
    'rd_intensity',
  ]);
  expect(rule.limits).toEqual([]);
});

it('tells a problem at the expression of its route', () => {
  const text = 'segment_year >= 3';
  const rule = anyOf.open({ any_of: [routes[0], { title: '错', assert: text }] }, category.scope);
  expect(rule).toMatchObject({
    key: 'any_of',
    inside: [1, 'assert'],
    text,
    problem: { kind: 'unknown-name', found: 'segment_year' },
  });
});

it('is no rule with a single route, or with other keys', () => {
  expect(anyOf.open({ any_of: [routes[0]] }, category.scope)).toBeUndefined();
  expect(anyOf.open({ any_of: routes, assert: 'true' }, category.scope)).toBeUndefined();
});

it('shows of rows how many count, not only how many there are', () => {
  const title = 'Ⅰ类知识产权 2 项以上';
  const rule = anyOf.open(
    {
      any_of: [
        { title, assert: 'class_one_ip.filter(p, p.owned).size() >= 2' },
        { title: '管理体系认证', assert: 'management_certs.exists(c, c.valid_until >= as_of)' },
      ],
    },
    category.scope,
  );
  if (rule === undefined || 'problem' in rule) throw new Error('the rule of the test does not open');
  const shown = (owned: readonly string[], until: string) => {
    const given = { class_one_ip: owned.map((one) => ({ owned: one })), management_certs: [{ valid_until: until }] };
    const { facts } = givenFacts(given, category.vocabulary);
    const decision = rule.decide({ facts, metrics: new Map(), asOf: '2023-03-28' });
    return 'shown' in decision ? [decision.is, decision.shown, decision.shownEn] : [decision.is];
  };
  expect(shown(['是', '否'], '2020-01-01')).toEqual([
    'not met',
    `${title}（Ⅰ类知识产权：2 项，其中符合条件的 1 项）；管理体系认证（管理体系认证：1 项，都不符合条件）`,
    `${title} (Ⅰ类知识产权: 2 rows, 1 of which counts); a management system certificate (管理体系认证: 1 row, none of which counts)`,
  ]);
  expect(shown(['是', '是'], '2020-01-01').slice(0, 2)).toEqual(['met', `${title}（Ⅰ类知识产权：2 项）`]);
});
