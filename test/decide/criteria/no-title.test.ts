// Which held titles exclude which applications (FAQ 10): the matrix, and what is asked when a date or a name is absent.
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import { givenFacts } from '../../../src/category/test.ts';
import { decideCriteria } from '../../../src/decide/criteria/decide.ts';
import { type CriterionResult, criterion } from '../../../src/decide/criteria/result.ts';
import { noTitle } from '../../../src/decide/criteria/rules/no-title.ts';
import { at } from '../../support/assessment.ts';

const catalog = await openCatalog();
const category = await catalog.open('jiangsu/2021/product');
const nowhere = at(1, 1, 1);

type Title = {
  kind?: string;
  level?: string;
  product?: string;
  year?: number;
  granted_on?: string;
  valid_until?: string;
};
const valid = { level: '省级', valid_until: '2023-11-30' };
const product: Title = { kind: '专精特新产品', product: 'JX系列减速器', ...valid };
const manufacturing: Title = { kind: '小巨人企业(制造类)', ...valid };
const innovation: Title = { kind: '小巨人企业(创新类)', ...valid };

/** The criteria about titles, for a dossier that applies with `applied` on 2021-08-16. */
function decided(titles: readonly Title[] | undefined, applied: string | undefined = 'JX系列减速器') {
  const { facts, wrong } = givenFacts(
    { ...(titles === undefined ? {} : { titles }), ...(applied === undefined ? {} : { product_name: applied }) },
    category.vocabulary,
  );
  expect(wrong).toEqual([]);
  const input = { facts, metrics: new Map(), asOf: '2021-08-16' };
  const { results, findings } = decideCriteria(category.criteria, () => input, new Map(), nowhere);
  // What decides the weight alone is in no report.
  for (const one of results) expect(criterion.safeParse(one)).toEqual({ success: true, data: one });
  const of = (id: string): CriterionResult['decision'] | undefined => results.find((one) => one.id === id)?.decision;
  const told = findings.filter(({ code }) => code === 'different-product' || code === 'giant-title-held');
  return {
    same: of('different-product'),
    giant: of('giant-title-held'),
    told: told.map(({ code, severity }) => `${severity} ${code}`),
  };
}

const met = {
  is: 'met',
  shown: '所填称号中没有这类有效称号',
  shownEn: 'no title in force of this kind among those stated',
};
const none = { is: 'met', shown: '申报单位填写：没有称号', shownEn: 'the applicant states that it holds no title' };
const needs = (...facts: string[]) => ({ is: 'undecided', needs: facts });

describe('a valid title and a new application with a product', () => {
  it.each([
    ['the same product', [product], ['error different-product']],
    [
      'the same product, spelt in full width',
      [{ ...product, product: 'ＪＸ 系列减速器' }],
      ['error different-product'],
    ],
    ['a different product', [{ ...product, product: 'RV减速器' }], []],
    ['小巨人企业(制造类)', [manufacturing], ['warning giant-title-held']],
    ['小巨人企业(创新类)', [innovation], ['warning giant-title-held']],
    ['both', [innovation, product], ['error different-product', 'warning giant-title-held']],
    ['another kind of title', [{ kind: '高新技术企业', ...valid }], []],
    ['none', [], []],
    ['the same product, of the county', [{ ...product, level: '市县' }], []],
    ['小巨人企业(制造类) of the county', [{ ...manufacturing, level: '市县' }], []],
  ])('%s', (_, titles, told) => {
    expect(decided(titles).told.sort()).toEqual(told);
  });
});

describe.each([
  ['jiangsu/2021/giant-manufacturing', { product: [], manufacturing: ['warning'], innovation: ['error'] }],
  ['jiangsu/2021/giant-innovation', { product: [], manufacturing: ['error'], innovation: ['warning'] }],
])('a valid title and a new application for %s', (id, expected) => {
  const held = { product, manufacturing, innovation };
  it.each(['product', 'manufacturing', 'innovation'] as const)('%s', async (kind) => {
    const { criteria, vocabulary } = await catalog.open(id);
    const notMet = (titles: readonly Title[]) =>
      decideCriteria(
        criteria.filter(({ rule }) => rule.names.has('titles')),
        () => ({ facts: givenFacts({ titles }, vocabulary).facts, metrics: new Map(), asOf: '2021-08-16' }),
        new Map(),
        nowhere,
      ).findings.map(({ severity }) => severity);
    expect(notMet([])).toEqual([]);
    expect(notMet([held[kind]])).toEqual(expected[kind]);
    expect(notMet([{ ...held[kind], valid_until: '2021-08-15' }])).toEqual([]);
  });
});

const until = (day: string) => ({
  is: 'not met',
  shown: `专精特新产品，省级，有效期至 ${day}，JX系列减速器`,
  shownEn: `专精特新产品, 省级, valid until ${day}, JX系列减速器`,
});

describe('a title that has expired excludes nothing', () => {
  it.each([
    ['2021-08-15', met],
    ['2021-08-16', until('2021-08-16')],
    ['2021-08-17', until('2021-08-17')],
  ])('valid until %s on 2021-08-16', (valid_until, decision) => {
    expect(decided([{ ...product, valid_until }]).same).toEqual(decision);
  });

  it('also where its product is not known', () => {
    expect(decided([{ kind: '专精特新产品', valid_until: '2020-01-01' }]).same).toEqual(met);
  });
});

describe('what is absent leaves it open', () => {
  it('titles: nothing is known; []: there are none', () => {
    expect(decided(undefined)).toEqual({ same: needs('titles'), giant: needs('titles'), told: [] });
    expect(decided([])).toEqual({ same: none, giant: none, told: [] });
  });

  it('a date', () => {
    expect(decided([{ kind: '专精特新产品', product: 'JX系列减速器' }]).same).toEqual(needs('titles[1].valid_until'));
    expect(decided([{ kind: '小巨人企业(制造类)' }]).giant).toEqual(needs('titles[1].valid_until'));
  });

  it('a level', () => {
    const { level: _, ...unlevelled } = product;
    expect(decided([unlevelled]).same).toEqual(needs('titles[1].level'));
    expect(decided([{ ...unlevelled, valid_until: '2021-08-15' }]).same).toEqual(met);
    expect(decided([{ ...unlevelled, product: 'RV减速器' }]).same).toEqual(met);
  });

  it('no date, but a different product', () => {
    expect(decided([{ kind: '专精特新产品', product: 'RV减速器' }]).same).toEqual(met);
  });

  it('the product of the title, or of the application', () => {
    expect(decided([{ kind: '专精特新产品', ...valid }]).same).toEqual(needs('titles[1].product'));
    expect(decided([product], '').same).toEqual(met);
    const { facts } = givenFacts({ titles: [product] }, category.vocabulary);
    const rule = category.criteria.find(({ id }) => id === 'different-product')?.rule;
    expect(rule?.decide({ facts, metrics: new Map(), asOf: '2021-08-16' })).toEqual(needs('product_name'));
  });

  it('the kind', () => {
    expect(decided([{ product: 'JX系列减速器', ...valid }])).toMatchObject({
      same: needs('titles[1].kind'),
      giant: needs('titles[1].kind'),
    });
    expect(decided([{ valid_until: '2020-01-01' }])).toMatchObject({ same: met, giant: met });
  });

  it('one open title does not hide another that excludes', () => {
    expect(decided([{ kind: '专精特新产品', product: 'JX系列减速器' }, product]).same).toMatchObject({ is: 'not met' });
    expect(decided([{ kind: '专精特新产品' }, { kind: '专精特新产品', ...valid }]).same).toEqual(
      needs('titles[1].valid_until', 'titles[2].product'),
    );
  });
});

describe('an end that is not written is derived from the day or the year of the title, “一般” three years by FAQ 8', () => {
  const { valid_until: _, ...open } = product;
  const by = '未写有效期，按答疑 8“有效期，一般为 3 年”由认定日期推算至';
  const byEn = 'no end stated; by 答疑 8“有效期，一般为 3 年”, counted from its grant, until';
  it.each([
    ['2018-08-16', { granted_on: '2018-08-16' }, 'met', `2018 年认定，${by} 2021-08-15`],
    ['2018-08-17', { granted_on: '2018-08-17' }, 'not met', `2018 年认定，${by} 2021-08-16`],
    ['2016-02-29', { granted_on: '2016-02-29' }, 'met', `2016 年认定，${by} 2019-02-28`],
    ['the year 2017', { year: 2017 }, 'met', `2017 年认定，${by} 2020-12-30`],
    ['the year 2019', { year: 2019 }, 'not met', `2019 年认定，${by} 2021-12-31`],
  ])('granted in %s', (_name, granted, is, shown) => {
    const { same } = decided([{ ...open, ...granted }]);
    expect(same).toMatchObject({ is, shown: `专精特新产品，省级，${shown}，JX系列减速器` });
    const [year = '', day = ''] = shown.split(` 年认定，${by} `);
    expect(same).toMatchObject({ shownEn: `专精特新产品, 省级, granted in ${year}, ${byEn} ${day}, JX系列减速器` });
  });

  it('only warns, and never speaks louder than a title whose end is written', () => {
    const usual = { ...open, granted_on: '2019-12-01' };
    expect(decided([usual]).told).toEqual(['warning different-product']);
    expect(decided([usual, product]).told).toEqual(['error different-product']);
  });

  it('leaves a year open whose days come out differently', () => {
    expect(decided([{ ...open, year: 2018 }]).same).toEqual(needs('titles[1].valid_until'));
  });
});

it.each([
  [{ kinds: ['专精特新产物'] }, ['kinds', 0], '专精特新产物'],
  [{ kinds: ['专精特新产品'], levels: ['省级', '县级'] }, ['levels', 1], '县级'],
])('refuses %j', (written, inside, text) => {
  const rule = noTitle.open({ no_title: written }, category.scope);
  expect(rule).toMatchObject({ key: 'no_title', inside, text, problem: { kind: 'unknown-name' } });
});

it('counts a title without an end as held where the clause asks for no term', async () => {
  const { scope, vocabulary } = await catalog.open('national/2023/little-giant');
  const decide = (title: object, more: object) => {
    const rule = noTitle.open({ no_title: { kinds: ['单项冠军'], ...more } }, scope);
    if (rule === undefined || 'problem' in rule) throw new Error('the rule of the test does not open');
    const { facts } = givenFacts({ titles: [title] }, vocabulary);
    return rule.decide({ facts, metrics: new Map(), asOf: '2023-03-28' });
  };
  expect(decide({ kind: '单项冠军' }, {})).toEqual(needs('titles[1].valid_until'));
  expect(decide({ kind: '单项冠军' }, { open_ended: true })).toEqual({ is: 'not met', shown: '单项冠军' });
  expect(decide({ kind: '单项冠军', valid_until: '2023-03-27' }, { open_ended: true })).toEqual(met);
});
