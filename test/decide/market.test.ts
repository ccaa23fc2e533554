// The market share: worked out again for every stated year, by region, and held against what the form states, in every report.
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { marketOf } from '../../src/decide/market.ts';
import { Decimal } from '../../src/expression/decimal.ts';
import type { FactValue } from '../../src/expression/values.ts';
import { marketWords, rowSaid, statementOf } from '../../src/words/market.ts';
import { zjtx } from '../support/terminal.ts';

const table = (rows: readonly Readonly<Record<string, string | number>>[]): FactValue => ({
  kind: 'table',
  rows: rows.map((row) => ({
    kind: 'record',
    fields: new Map(
      Object.entries(row).map(([key, one]) => [key, typeof one === 'number' ? new Decimal(one) : one] as const),
    ),
  })),
});
const sheet = (facts: Readonly<Record<string, FactValue>>) =>
  marketOf({ facts: new Map(Object.entries(facts)), metrics: new Map(), asOf: '2027-05-10' }, 2027);

it('gives a share to every year that states size and sales, and compares the domestic one of the year before', () => {
  const market = sheet({
    share_national: new Decimal('14.65'),
    share_rank_national: new Decimal(3),
    market_basis: table([
      { scope: '国内', year: 2026, size: 108000, sales: 15768, rank: 4 },
      { scope: '国内', year: 2025, size: 97500, sales: 13747.5 },
      { scope: '国际', year: 2026, size: 0, sales: 16800 },
      { scope: '国内', year: 2024, sales: 1 },
      { scope: '国内', size: 100, sales: 1 },
    ]),
    market_sales: table([
      { year: 2026, area: '境内', region: '江苏省', sales: 15768 },
      { year: 2026, area: '境外', region: '越南', sales: 1032 },
      { year: 2025, area: '境内', region: '江苏省' },
      { area: '境内', region: '浙江省', sales: 5 },
    ]),
  });
  if (market === undefined) throw new Error('none');
  // By hand: 15,768 / 108,000 = 0.146; 13,747.5 / 97,500 = 0.141; 15,768 / 16,800 = 0.93857.
  expect(market.rows.map(({ share, compared }) => [share, compared])).toEqual([
    ['14.60', true],
    ['14.10', undefined],
    [undefined, undefined],
    [undefined, undefined],
    ['1.00', undefined],
  ]);
  expect(market.regions.map(({ year, part }) => [year, part])).toEqual([
    ['2026', '93.86'],
    ['2026', '6.14'],
    ['2025', undefined],
    // Nobody has said of which year: it is a part of none.
    ['', undefined],
  ]);
  const [zh, en] = [marketWords('zh'), marketWords('en')];
  const said = market.rows.map((row) => rowSaid(row, market, zh));
  expect(said).toEqual([
    '2026 年国内：15,768.00 ÷ 108,000.00 × 100 = 14.60%，排名第 4，申请表所填 14.65%，相差 0.05 个百分点，申请表所填排名第 3',
    '2025 年国内：13,747.50 ÷ 97,500.00 × 100 = 14.10%',
    '2026 年国际：不能算出占有率',
    '2024 年国内：不能算出占有率',
    '— 年国内：1.00 ÷ 100.00 × 100 = 1.00%',
  ]);
  const [first] = market.rows;
  expect(first && rowSaid(first, market, en)).toMatch(
    /= 14\.60%, rank 4, the form states 14\.65%, 0\.05 points apart, the form/,
  );
  const statement = statementOf('甲公司', market).join('\n');
  expect(statement).toContain('2026 年境内江苏省 15,768.00 万元（93.86%）；2026 年境外越南 1,032.00 万元（6.14%）');
  expect(statement).toContain('；— 年境内浙江省 5.00 万元。');
  expect(statement).toContain('来源或推导：未填');
  expect(statement).toContain('申请表所填：占有率 14.65%，国内排名第 3。');
});

it('compares the share of the market that is nearer to the stated one', () => {
  const rows = [
    { scope: '国内', year: 2026, size: 100000, sales: 8000, rank: 4 },
    { scope: '国际', year: 2026, size: 200000, sales: 23000, rank: 9 },
  ];
  const compared = (share: string) =>
    sheet({ share_national: new Decimal(share), share_rank_national: new Decimal(4), market_basis: table(rows) });
  const abroad = compared('11.5');
  expect(abroad?.rows.map((row) => rowSaid(row, abroad, marketWords('zh')))).toEqual([
    '2026 年国内：8,000.00 ÷ 100,000.00 × 100 = 8.00%，排名第 4',
    '2026 年国际：23,000.00 ÷ 200,000.00 × 100 = 11.50%，排名第 9，申请表所填 11.5%，相差 0.00 个百分点',
  ]);
  // 8 and 11.5: 9.75 is as far from both and held against the one at home, a hundredth of a hundredth more against the other.
  expect(compared('9.75')?.rows.map((row) => row.compared)).toEqual([true, undefined]);
  expect(compared('9.7501')?.rows.map((row) => row.compared)).toEqual([undefined, true]);
  expect(compared('141')?.rows.map((row) => row.compared)).toEqual([undefined, true]);
  expect(compared('1')?.rows.map((row) => row.compared)).toEqual([true, undefined]);
});

it('compares with the only share that can be worked out, and at home where none can', () => {
  const compared = (share: string, ...sizes: readonly [number, number]) =>
    sheet({
      share_national: new Decimal(share),
      market_basis: table([
        { scope: '国内', year: 2026, size: sizes[0], sales: 8000 },
        { scope: '国际', year: 2026, size: sizes[1], sales: 23000 },
      ]),
    })?.rows.map((row) => row.compared);
  expect(compared('8', 0, 200000)).toEqual([undefined, true]);
  expect(compared('11.5', 100000, 0)).toEqual([true, undefined]);
  expect(compared('11.5', 0, 0)).toEqual([true, undefined]);
});

it('says nothing where no year is stated', () => {
  expect(sheet({})).toBeUndefined();
  expect(sheet({ market_basis: table([]), share_national: new Decimal(10) })).toBeUndefined();
});

it('stands in every report of the example of 2027, with the share of the main product', async () => {
  const cwd = resolve(import.meta.dirname, '../../examples/national-2027-little-giant/expected');
  const text = (await zjtx(['validate', '--verbose'], { cwd })).stdout.replace(/\s/g, '');
  expect(text).toContain('市场占有率测算3项，主导产品收入占营业收入比重81.51%');
  expect(text).toContain('2025年境外越南、泰国760.00万元（5.24%）');
  const html = (await zjtx(['validate', '-f', 'html', '--lang', 'en'], { cwd })).stdout;
  expect(html).toContain('Market share, worked out');
  expect(html).toContain('the form states 14.6%, 0.00 points apart');
  const json = JSON.parse((await zjtx(['validate', '-f', 'json'], { cwd })).stdout);
  expect(json.dossiers[0].market).toMatchObject({ main: '81.51', stated: { share: '14.6', rank: '4' } });
});
