// Criteria: what each decision says, where a finding points, and that undecided ones add no finding.
import { expect, it } from 'vitest';
import { decideCategory } from '../../../src/category/decided.ts';
import { givenFacts } from '../../../src/category/test.ts';
import { openIn } from '../../category/folder.ts';
import { files, id } from '../../category/yunling.ts';
import { at } from '../../support/assessment.ts';

async function decide(given: Record<string, unknown>, criteria = '', written: readonly string[] = []) {
  const more = `\ncriteria:\n${criteria}`;
  const category = await openIn(
    { ...files, 'yunling/2021/own.yaml': `format: 1\nextends: ${id}\ntitle: 试\n${criteria === '' ? '' : more}` },
    'yunling/2021/own',
  );
  const { facts } = givenFacts(given, category.vocabulary);
  const asOf = '2021-08-16';
  const places = new Map(written.map((fact, index) => [fact, at(index + 10, 1, 5, fact)]));
  const { criteria: results, findings } = decideCategory(category, { facts, asOf }, { places, otherwise: at(1, 1, 9) });
  return { results, findings };
}

const debt = (liabilities: number, assets = 100) => ({
  liabilities_total: { 2020: liabilities },
  assets_total: { 2020: assets },
});

it('includes the limit, compares the unrounded figure, and shows it', async () => {
  const decision = async (liabilities: number) => (await decide(debt(liabilities))).results[0]?.decision;
  expect(await decision(70)).toEqual({ is: 'met', shown: '资产负债率 70% ≤ 70%' });
  expect(await decision(70.0001)).toEqual({ is: 'not met', shown: '资产负债率 70.0001% > 70%' });
});

it('a figure that cannot be computed meets no limit', async () => {
  const { results, findings } = await decide({ revenue: { 2017: 0, 2020: 14 } });
  expect(results.find((one) => one.id === 'growth')?.decision).toMatchObject({ is: 'not met' });
  expect(findings.map(({ code }) => code)).toEqual(['growth']);
});

it('undecided names what is missing and adds no finding', async () => {
  const { results, findings } = await decide({ assets_total: { 2020: 100 } });
  expect(results.map(({ id, decision }) => [id, decision])).toEqual([
    ['low-debt', { is: 'undecided', needs: ['liabilities_total.2020'] }],
    ['growth', { is: 'undecided', needs: ['revenue.2017', 'revenue.2020'] }],
    ['no-other-title', { is: 'undecided', needs: ['titles'] }],
  ]);
  expect(findings).toEqual([]);
});

it('a finding carries title, hint, clause and figures, and points at the fact the criterion names', async () => {
  const { findings } = await decide(debt(80), '', ['assets_total', 'liabilities_total']);
  expect(findings).toEqual([
    {
      code: 'low-debt',
      severity: 'error',
      at: at(11, 1, 5, 'liabilities_total'),
      cite: [{ source: 'notice', short: '通知', title: '关于认定工作的通知', clause: '二', standing: 'official' }],
      criterion: { title: '资产负债率不高于 70%', hint: '与审计报告核对。', shown: '资产负债率 80% > 70%' },
    },
  ]);
});

it('else at the first fact it reads that is written, else at the top', async () => {
  const criteria =
    '  small: {title: 小, rule: {assert: employees.at(Y-1) < 9 && assets_total.at(Y-1) < 9}, cite: notice 五}\n';
  const given = { ...debt(10), employees: { 2020: 5 } };
  const place = async (...written: string[]) =>
    (await decide(given, criteria, written)).findings.find(({ code }) => code === 'small')?.at;
  expect(await place('assets_total', 'employees')).toEqual(at(11, 1, 5, 'employees'));
  expect(await place('assets_total')).toEqual(at(10, 1, 5, 'assets_total'));
  expect(await place()).toEqual(at(1, 1, 9));
});

it('advice and unknown requirements are listed and never met', async () => {
  const { results, findings } = await decide(
    {},
    '  truthful: {title: 如实填写, rule: advise, cite: notice 六}\n  other: {title: 其余条件, rule: unknown, cite: notice 七}\n',
  );
  expect(results.slice(-2).map(({ decision }) => decision)).toEqual([{ is: 'advice' }, { is: 'unknown' }]);
  expect(findings).toEqual([]);
});

it('a yes or no that stands beside figures is shown with them', async () => {
  const criteria =
    '  market: {title: 前五位或供应链, rule: {assert: share_rank_national <= 5 || supply_chain}, cite: notice 八}\n';
  const { results } = await decide({ share_rank_national: 6, supply_chain: '是' }, criteria);
  expect(results.find(({ id }) => id === 'market')?.decision).toEqual({
    is: 'met',
    shown: '市场占有率全国排名：6；进入国内外龙头企业供应链：是',
  });
});
