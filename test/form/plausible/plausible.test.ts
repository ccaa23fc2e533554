// What is impossible or hard to believe is told once a cause, at the value that is wrong, in every category.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import { Decimal } from '../../../src/expression/decimal.ts';
import type { YearlyValue } from '../../../src/expression/values.ts';
import type { Finding } from '../../../src/findings/finding.ts';
import { wordsOf } from '../../../src/words/of-finding.ts';
import { said, textOf } from './ready.ts';

/** Without the sales of the product, which would be a part as well. */
const giant = textOf('national-2026-little-giant').replace(/^ +main_product_sales: .*\n/m, '');

/** The text with some of its parts replaced; each must stand there. */
function edited(text: string, ...edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`no ${from}`);
    return now.replace(from, to);
  }, text);
}

const short = ({ code, at, severity }: Finding): string => `${severity} ${code} ${at.path}`;
const told = async (text: string, ...edits: readonly (readonly [string, string])[]) =>
  (await said(edited(text, ...edits))).findings.filter(({ code }) => code !== 'field-missing').map(short);
const worded = async (text: string, ...edits: readonly (readonly [string, string])[]) => {
  const [finding] = (await said(edited(text, ...edits))).findings;
  return finding === undefined ? undefined : wordsOf(finding, 'zh');
};

describe('a year that stands alone', () => {
  const employees = (years: string) => ['employees: {2020: 136, 2021: 152, 2022: 171}', `employees: ${years}`] as const;
  const form = textOf('national-2023-little-giant');

  it('is told at the year with the digit too many or too few', async () => {
    const found = await told(form, employees('{2020: 136, 2021: 1520, 2022: 171}'));
    expect(found).toEqual(['warning figure-jump form.economics.employees.2021']);
    const research = ['rd_expense: {2017: 268.00, 2018: 322.00,', 'rd_expense: {2017: 268.00, 2018: 32.20,'] as const;
    const few = await told(textOf('jiangsu-2021-giant-manufacturing'), research);
    expect(few).toEqual(['warning figure-jump facts.rd_expense.2018']);
  });

  it.each(['{2020: 36, 2021: 152, 2022: 671}', '{2020: 40, 2021: 199, 2022: 171}', '{2020: 30, 2021: 155, 2022: 171}'])(
    '%s is growth or a bad year, and nothing is told',
    async (years) => {
      expect((await told(form, employees(years))).join()).not.toContain('figure-jump');
    },
  );
});

describe('rows that name their year', () => {
  const market = textOf('national-2027-little-giant');
  const size = (to: string) => ['year: 2025, size: 97500.00', `year: 2025, size: ${to}`] as const;

  it('are held against the year before of the same market, in earlier years too', async () => {
    expect(await told(market)).toEqual([]);
    expect(await told(market, size('975000.00'))).toEqual([
      expect.stringMatching(/^warning figure-jump .*market_basis\[1\]\.size$/),
    ]);
    expect(await told(market, size('19000.00'))).toEqual([]);
    expect(await told(market, size('17900.00'))).toEqual([
      expect.stringMatching(/^warning figure-jump .*market_basis/),
    ]);
    // Another market in the same year is no other year of one.
    const other = ['scope: 国内, year: 2025, size: 97500.00', 'scope: 国内, year: 2026, size: 975000.00'] as const;
    expect((await told(market, other)).join()).not.toContain('figure-jump');
  });

  it('are held against the revenue of that year', async () => {
    const sales = (to: string) => ['2025年统计年报, sales: 13747.50', `2025年统计年报, sales: ${to}`] as const;
    expect(await told(market, sales('18250.00'))).toEqual([]);
    expect((await told(market, sales('18250.01'))).join()).toMatch(/^warning figure-above .*market_basis\[1\]\.sales$/);
    expect(await worded(market, sales('18250.01'))).toMatchObject({
      message: expect.stringMatching(
        /本企业销售额\(万元\) 2025年 18250\.01 万元，大于 营业收入\(万元\) 2025年 18250 万元/,
      ),
    });
    const regional = [
      'area: 境内, region: 江苏省, sales: 5900.00',
      'area: 境内, region: 江苏省, sales: 59000.00',
    ] as const;
    expect((await told(market, regional)).join()).toMatch(/^warning figure-above .*market_sales\[4\]\.sales$/);
  });
});

it('taxes of more than six tenths of the revenue, and a main business of less than three twentieths, are told', async () => {
  const innovation = textOf('jiangsu-2021-giant-innovation');
  const taxes = (to: string) => told(innovation, ['2020: 428.90', `2020: ${to}`]);
  expect((await taxes('5160')).join()).not.toContain('taxes_paid');
  expect(await taxes('5160.01')).toEqual(['warning figure-ratio form.operations.taxes_paid.2020']);
  const main = ['main_revenue: 17740.00', 'main_revenue: 2737.49'] as const;
  expect(await told(giant, main)).toEqual(['warning figure-ratio form.figures.main_revenue']);
});

describe('one figure in two places', () => {
  const heads = (figure: string) => ['employees: 224', `employees: ${figure}`] as const;
  const research = (years: string) => ['{2024: 1050.00, 2025: 1190.00}', `{${years}}`] as const;
  const path = 'warning figure-same form.figures';

  it('is told where it has as many digits as never meet by chance', async () => {
    expect(await told(giant, heads('18250'))).toEqual([`${path}.revenue.2025`]);
    expect(await told(giant, research('2024: 1190.5, 2025: 1190.5'))).toEqual([`${path}.rd_expense.2025`]);
    expect(await worded(giant, heads('18250'))).toEqual({
      message: '营业收入(万元) 2025年 18250 万元，与 全职员工数量(人) 完全相同',
      hint: '是否填错了位置？请与审计报告核对两处；确实如此的，如实填写。',
    });
  });

  it('is nothing where it is round, a part that may be the whole, or one of another year', async () => {
    expect(await told(giant, heads('1190'), research('2024: 1050, 2025: 1190'))).toEqual([]);
    expect(await told(giant, research('2024: 1190, 2025: 1190'))).toEqual([]);
    expect(await told(giant, ['main_revenue: 17740.00', 'main_revenue: 18250.00'])).toEqual([]);
    expect(await told(giant, heads('1432'), ['2023: 14320.00', '2023: 1432.5'])).not.toContain(`${path}.revenue.2023`);
    const insured = textOf('national-2023-little-giant');
    expect((await told(insured, ['insured: ', 'insured: '])).join()).not.toContain('figure-same');
  });

  it('says it of profits before and after tax, and of heads in two years, never', async () => {
    const shenzhen = textOf('national-2023-little-giant');
    const many = [
      'employees: {2020: 136, 2021: 152, 2022: 171}',
      'employees: {2020: 1361, 2021: 1361, 2022: 1361}',
    ] as const;
    expect((await told(shenzhen, many)).join()).not.toContain('figure-same');
  });
});

describe('the first and the last year', () => {
  const revenue = (years: string) => ['{2023: 14320.00, 2024: 16180.00, 2025: 18250.00}', `{${years}}`] as const;
  const research = (years: string) => ['{2024: 1050.00, 2025: 1190.00}', `{${years}}`] as const;

  it('with a digit too many or too few are told, each at itself', async () => {
    const path = 'warning figure-jump form.figures.revenue';
    expect(await told(giant, revenue('2023: 1432, 2024: 16180, 2025: 18250'))).toEqual([`${path}.2023`]);
    expect(await told(giant, revenue('2023: 14320, 2024: 16180, 2025: 182500'))).toEqual([`${path}.2025`]);
    expect(await told(giant, revenue('2023: 143200, 2024: 16180, 2025: 18250'))).toEqual([`${path}.2023`]);
  });

  it('of two years the larger is told, from six times on', async () => {
    const path = 'warning figure-jump form.figures.rd_expense.2024';
    expect(await told(giant, research('2024: 10500, 2025: 1190'))).toEqual([path]);
    expect(await told(giant, research('2024: 7140, 2025: 1190'))).toEqual([path]);
    expect(await told(giant, research('2024: 7139.99, 2025: 1190'))).toEqual([]);
  });

  it('of a young enterprise grow as they like', async () => {
    expect(await told(giant, research('2024: 99.99, 2025: 1190'))).toEqual([]);
    expect(await told(giant, research('2024: 100, 2025: 1190'))).toHaveLength(1);
    expect(await told(giant, research('2024: 10.5, 2025: 525'))).toHaveLength(1);
    expect(await told(giant, research('2024: 10.5, 2025: 524.99'))).toEqual([]);
  });

  it('of nothing is told after a year of something, but not before one, nor of a young enterprise', async () => {
    const giant2025 = textOf('national-2025-little-giant');
    const cost = (years: string) =>
      told(giant2025, [
        'product_sales_cost: {2022: 8690.00, 2023: 9980.00, 2024: 11260.00}',
        `product_sales_cost: {${years}}`,
      ]);
    expect(await cost('2022: 8690, 2023: 0, 2024: 11260')).toHaveLength(1);
    expect((await worded(giant, research('2024: 1050, 2025: 0')))?.message).toContain(
      '2025年 0 万元，而 研发费用(万元) 2024年 1050 万元',
    );
    expect(await told(giant, research('2024: 0, 2025: 1190'))).toEqual([]);
    expect(await told(giant, research('2024: 99.99, 2025: 0'))).toEqual([]);
    expect(await told(giant, research('2024: 100, 2025: 0'))).toHaveLength(1);
  });

  it('only a digit too many is taken away', async () => {
    const hint = async (years: string) => (await worded(giant, revenue(years)))?.hint;
    expect(await hint('2023: 143200, 2024: 16180, 2025: 18250')).toContain('14320 才合理');
    expect(await hint('2023: 1432, 2024: 16180, 2025: 18250')).toBe('请核对两年的数字和单位。');
    expect(await hint('2023: 14320, 2024: 1618, 2025: 18250')).toBe('请核对两年的数字和单位。');
  });
});

it('debts are a thousandth of the assets at least', async () => {
  const debts = (to: string) => told(giant, ['liabilities_total: 7020.00', `liabilities_total: ${to}`]);
  expect(await debts('20.1')).toEqual([]);
  for (const to of ['20.09', '0.702', '0'])
    expect(await debts(to)).toEqual(['warning figure-ratio form.figures.liabilities_total']);
});

it('a title whose year and day are more than a year apart is told at the year', async () => {
  const to = (year: number) => ['year: 2025, granted_on', `year: ${year}, granted_on`] as const;
  expect(await told(giant, to(2019))).toEqual(['warning year-of-other-date titles[0].year']);
  for (const year of [2024, 2026]) expect((await told(giant, to(year))).join()).not.toContain('year-of-other-date');
});

describe('a figure in 元', () => {
  const research = ['{2024: 1050.00, 2025: 1190.00}', '{2024: 10500000, 2025: 11900000}'] as const;

  it('is told once for all years, at the first of them', async () => {
    expect(await told(giant, research)).toEqual(['warning figure-above form.figures.rd_expense.2024']);
    const { message, hint } = (await worded(giant, research)) ?? {};
    expect(message).toContain('10500000 万元，大于');
    expect(message).toContain('16180 万元');
    expect(message).toContain('2025年 同样如此');
    expect(hint).toBe('金额以万元计：是否按元填写？换算成万元是 1050。');
  });

  it('is told once where the whole form is in 元', async () => {
    const all = edited(
      giant,
      ['{2023: 14320.00, 2024: 16180.00, 2025: 18250.00}', '{2023: 143200000, 2024: 161800000, 2025: 182500000}'],
      ['main_revenue: 17740.00', 'main_revenue: 177400000'],
      ['assets_total: 20100.00', 'assets_total: 201000000'],
      ['liabilities_total: 7020.00', 'liabilities_total: 70200000'],
      research,
    );
    expect(await told(all)).toHaveLength(1);
    expect((await worded(all))?.hint).toContain('是否按元填写');
  });

  it('of one year among others is the one that is told', async () => {
    expect(await told(giant, ['2024: 16180.00', '2024: 161800000'])).toEqual([
      'warning figure-unusual form.figures.revenue.2024',
    ]);
    expect((await worded(giant, ['2024: 16180.00', '2024: 161800000']))?.hint).toContain('换算成万元是 16180。');
  });

  it('or in 亿元 is told at itself, with the years beside it', async () => {
    const small = edited(giant, ['{2023: 14320.00, 2024: 16180.00,', '{2023: 14320.00, 2024: 20,']);
    expect(await told(small)).toEqual(['warning figure-above form.figures.revenue.2024']);
    expect((await worded(small))?.message).toMatch(/2023年、.*2025年 也与此不符/);
  });
});

describe('a part', () => {
  it('above its whole is an error in the same year, with both figures', async () => {
    const slip = ['main_revenue: 17740.00', 'main_revenue: 177400'] as const;
    expect(await told(giant, slip)).toEqual(['error part-above-whole form.figures.main_revenue']);
    const { message, hint } = (await worded(giant, slip)) ?? {};
    expect(message).toContain('177400 万元，大于');
    expect(message).toContain('18250 万元（占 972%）');
    expect(hint).toContain('是否多写了一位数字？17740 才合理');
  });

  it('is as much as its whole at most', async () => {
    expect(await told(giant, ['main_revenue: 17740.00', 'main_revenue: 18250.00'])).toEqual([]);
    expect(await told(giant, ['main_revenue: 17740.00', 'main_revenue: 18250.01'])).toHaveLength(1);
  });

  it('is held against the whole of its whole where that is not given', async () => {
    const guangdong = textOf('shenzhen-2021-srdi-sme');
    const without = edited(guangdong, ['    main_revenue: {2018: 2310.00, 2019: 2800.00, 2020: 3340.00}\n', '']);
    expect(await told(without, ['main_product_sales: 2610.00', 'main_product_sales: 3450.01'])).toEqual([
      'error part-above-whole form.figures.main_product_sales',
    ]);
  });

  it('that cannot be is no fact', async () => {
    const { facts } = await said(edited(giant, ['main_revenue: 17740.00', 'main_revenue: 177400']));
    expect((facts.get('main_revenue') as YearlyValue).years.size).toBe(0);
    expect((facts.get('revenue') as YearlyValue).years.size).toBe(3);
  });
});

describe('a whole that is too small', () => {
  it('is told once, at itself, with what it does not agree with', async () => {
    const slip = ['2025: 18250.00', '2025: 1.825'] as const;
    expect(await told(giant, slip)).toEqual(['error part-above-whole form.figures.revenue.2025']);
    expect((await worded(giant, slip))?.message).toContain('也与此不符');
  });
});

describe('shares and ranks', () => {
  it('a share is within 0 and 100', async () => {
    expect(await told(giant, ['share_national: 14.1', 'share_national: 141'])).toEqual([
      'error figure-impossible form.basics.share_national',
    ]);
    const { facts } = await said(edited(giant, ['share_national: 14.1', 'share_national: 141']));
    expect(facts.has('share_national')).toBe(false);
  });

  it('a rank begins with 1', async () => {
    expect(await told(giant, ['share_rank_national: 4', 'share_rank_national: 0'])).toEqual([
      'error figure-impossible form.basics.share_rank_national',
    ]);
  });

  it('with 14.1 % nobody is eighth', async () => {
    const rank = (to: number) => told(giant, ['share_rank_national: 4', `share_rank_national: ${to}`]);
    expect(await rank(7)).toEqual([]);
    expect(await rank(8)).toEqual(['error rank-beyond-share form.basics.share_rank_national']);
  });

  it('a proof may give its rank in another market', async () => {
    const shenzhen = textOf('shenzhen-2021-srdi-sme');
    expect(await told(shenzhen, ['share: 6.8, rank: 9', 'share: 6.8, rank: 15'])).toEqual([
      'warning rank-beyond-share facts.market_share.rank',
    ]);
  });

  it('points beyond their table are unusual', async () => {
    expect(await told(textOf('national-2022-srdi-sme'), ['local_points: 9', 'local_points: 15.5'])).toEqual([
      'warning figure-unusual form.distinction.local_points',
    ]);
    expect(await told(giant, ['evaluation_score: 71.5', 'evaluation_score: 143'])).toEqual([
      'warning figure-unusual form.basics.evaluation_score',
    ]);
  });
});

describe('the foundation', () => {
  it('after years in a segment and of figures is told once, at itself', async () => {
    const young = ['founded: 2016-03-18', 'founded: 2024-03-18'] as const;
    expect(await told(giant, young)).toEqual(['warning years-beyond-age form.basics.founded']);
    expect((await worded(giant, young))?.message).toMatch(
      /9 年，而 .*2024-03-18，到 2025-12-31 至多满 1 年；.*2023年 也与此不符/,
    );
  });

  it('allows as many years in a segment as were whole since at the end of last year, as the conditions ask', async () => {
    const years = (of: number, founded: string) =>
      told(giant.replace('founded: 2016-03-18', `founded: ${founded}`), ['segment_years: 9', `segment_years: ${of}`]);
    const beyond = ['warning years-beyond-age form.basics.segment_years'];
    expect(await years(9, '2016-03-18')).toEqual([]);
    expect(await years(10, '2016-03-18')).toEqual(beyond);
    expect(await years(10, '2016-01-01')).toEqual([]);
    expect(await years(11, '2016-01-01')).toEqual(beyond);
    expect(await years(9, '2016-12-31')).toEqual([]);
    expect(await years(10, '2016-12-31')).toEqual(beyond);
  });

  it('lets nobody have three years who is two and a half', async () => {
    const young = textOf('national-2022-little-giant')
      .replace('founded: 2016-03-18', 'founded: 2019-07-01')
      .replace(/segment_years: \d+/, 'segment_years: 3');
    expect((await worded(young))?.message).toMatch(/3 年，而 .*2019-07-01，到 2021-12-31 至多满 2 年$/);
  });

  it('is not after the application, nor before 1949', async () => {
    expect(await told(giant, ['founded: 2016-03-18', 'founded: 2026-05-09'])).toEqual([
      'error date-impossible form.basics.founded',
    ]);
    expect(await told(giant, ['founded: 2016-03-18', 'founded: 1216-03-18'])).toEqual([
      'warning date-unusual form.basics.founded',
    ]);
  });

  it('is not after a paper that the enterprise was given; of a right the one before it may have applied', async () => {
    const product = textOf('jiangsu-2021-product');
    const given = (day: string) => told(product, ['approved_on: 2021-04-16', `approved_on: ${day}`]);
    expect(await given('2016-03-18')).toEqual([]);
    expect(await given('2016-03-17')).toEqual(['warning dates-reversed facts.pool.approved_on']);
    const expected = textOf('national-2027-little-giant').replace('valid_until: 2038-03-11', 'valid_until: 2035-03-11');
    expect(await told(expected, ['applied_on: 2018-03-12', 'applied_on: 2015-03-12'])).toEqual([]);
  });

  it('is not after a figure, unless that is zero', async () => {
    const product = textOf('jiangsu-2021-product');
    const main = (year: number, figure: string) =>
      told(product, ['main_revenue: {2017: 5010.00', `main_revenue: {${year}: ${figure}`]);
    expect(await main(2016, '5010.00')).toEqual([]);
    expect(await main(2015, '5010.00')).toEqual(['warning figure-before-foundation facts.main_revenue.2015']);
    expect(await main(2015, '0')).toEqual([]);
  });
});

describe('years and days', () => {
  it('a figure of a year that is not over is no figure', async () => {
    const product = textOf('jiangsu-2021-product');
    expect(await told(product, ['product_sales: {2020: 6200.00}', 'product_sales: {2021: 6200.00}'])).toEqual([
      'warning year-not-over facts.product_sales.2021',
    ]);
  });

  it('but one that is known within its year is, and it is no forecast', async () => {
    const review = textOf('national-2027-review');
    expect(await told(review)).toEqual([]);
    expect(await told(review, ['2027: 72.0', '2027: 720'])).toEqual([
      'warning figure-unusual form.basics.evaluation_score.2027',
    ]);
    const { form } = await (await openCatalog()).open('national/2027/review');
    const score = form.sections.flatMap(({ items }) => items).find(({ id }) => id === 'evaluation_score');
    expect(score).toMatchObject({
      years: [
        { year: 2026, forecast: false },
        { year: 2027, forecast: false },
      ],
    });
  });

  it('but a forecast is', async () => {
    expect(await told(textOf('jiangsu-2021-giant-innovation'))).toEqual([]);
  });

  it('a title is not granted tomorrow, and does not end before it begins', async () => {
    const title = 'year: 2025, granted_on: 2025-12-20, valid_until: 2028-12-19';
    expect(await told(giant, [title, 'year: 2025, granted_on: 2026-05-09, valid_until: 2028-12-19'])).toEqual([
      'error date-impossible titles[0].granted_on',
    ]);
    expect(await told(giant, [title, 'year: 2025, granted_on: 2025-12-20, valid_until: 2025-12-19'])).toEqual([
      'error dates-reversed titles[0].valid_until',
    ]);
    expect(await told(giant, [title, 'year: 2027, granted_on: 2025-12-20, valid_until: 2028-12-19'])).toEqual([
      'error figure-impossible titles[0].year',
    ]);
  });
});

describe('yardsticks', () => {
  const innovation = textOf('jiangsu-2021-giant-innovation');

  it('revenue per head ends at 5000 万元', async () => {
    // That a year has a hundred times the one before is another matter.
    const grown = edited(innovation, ['2019: 7350.00', '2019: 680000.00'], ['2018: 6100.00', '2018: 680000.00']);
    expect((await told(grown, ['2020: 8600.00', '2020: 680000.00'])).join()).not.toContain('2020');
    expect(await told(innovation, ['2020: 8600.00', '2020: 680000.01'])).toEqual([
      'warning figure-ratio form.operations.revenue.2020',
    ]);
  });

  it('are of a part as well where its whole is not given', async () => {
    const alone = giant.replace(/^ +revenue: .*\n/m, '');
    const main = (to: string) => told(alone, ['main_revenue: 17740.00', `main_revenue: ${to}`]);
    expect((await main('1120000')).join()).not.toContain('main_revenue');
    expect(await main('1120000.01')).toContain('warning figure-ratio form.figures.main_revenue');
  });

  it('nobody earns a revenue without people', async () => {
    const alone = edited(innovation, ['employees: 136', 'employees: 0'], ['rd_staff: 41', 'rd_staff: 0']);
    expect(await told(alone)).toEqual(['warning figure-unusual form.basics.employees']);
  });

  it('the insured differ from the employed by 10 % at most', async () => {
    const insured = (to: number) =>
      told(textOf('national-2023-little-giant'), ['insured: {2022: 168}', `insured: {2022: ${to}}`]);
    expect(await insured(154)).toEqual([]);
    expect(await insured(188)).toEqual([]);
    expect(await insured(153)).toEqual(['warning figure-ratio facts.insured.2022']);
    expect(await insured(189)).toEqual(['warning figure-ratio facts.insured.2022']);
  });

  it('net assets are assets less liabilities', async () => {
    const net = (to: string) => told(textOf('national-2025-little-giant'), ['2024: 11460.00', `2024: ${to}`]);
    expect(await net('11468.90')).toEqual([]);
    expect(await net('11468.91')).toEqual(['warning figure-difference form.figures.net_assets.2024']);
  });

  it('an enterprise without revenue is told so once', async () => {
    const young = edited(
      textOf('guangdong-2021-srdi-sme'),
      ['2020: 8500.00', '2020: 0'],
      ['2020: 8230.00', '2020: 0'],
      ['2020: 590.00', '2020: -900.00'],
      [', 2020: 410.00', ', 2020: 0'],
    );
    expect(await told(young)).toEqual(['warning figure-ratio form.figures.revenue.2020']);
  });
});

const cents = fc.integer({ min: 1, max: 9_999_999 }).map((figure) => new Decimal(figure).div(100));

/** Of the last year: from six times on where both are of some size, in any case at hundreds of times. */
function leaps(figure: Decimal, before: number): boolean {
  const [small, large] = [Decimal.min(figure, before), Decimal.max(figure, before)];
  return large.div(small).gte(small.lt(100) ? 50 : 6);
}

it('says something exactly where something is, whatever the figures', async () => {
  await fc.assert(
    fc.asyncProperty(cents, cents, cents, async (revenue, main, research) => {
      const { findings } = await said(
        edited(
          giant,
          ['2025: 18250.00', `2025: ${revenue.toFixed(2)}`],
          ['main_revenue: 17740.00', `main_revenue: ${main.toFixed(2)}`],
          ['2025: 1190.00', `2025: ${research.toFixed(2)}`],
        ),
      );
      const perHead = revenue.div(224);
      const wrong =
        main.gt(revenue) ||
        main.div(revenue).lt('0.15') ||
        research.gt(revenue) ||
        perHead.lt('0.1') ||
        leaps(revenue, 16180) ||
        leaps(research, 1050) ||
        [revenue, main].some((one) => one.eq(research) && one.sd() >= 4) ||
        new Decimal(20100).div(revenue).gt(1000);
      const other = findings.filter(({ code }) => code !== 'field-missing');
      expect(other.length > 0).toBe(wrong);
      // One cause each at most: research, and revenue or what is a part of it.
      expect(other.length).toBeLessThanOrEqual(3);
      expect(other.some(({ severity }) => severity === 'error')).toBe(main.gt(revenue));
    }),
    { numRuns: 60 },
  );
});
