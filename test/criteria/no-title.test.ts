// Which held titles exclude which applications (FAQ 10): the matrix, and what is asked when a date or a name is absent.
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { givenFacts } from '../../src/category/given.ts';
import { decideCriteria } from '../../src/criteria/decide.ts';
import type { CriterionResult } from '../../src/criteria/result.ts';
import { at } from '../support/assessment.ts';

const catalog = await openCatalog();
const category = await catalog.open('jiangsu/2021/product');
const nowhere = at(1, 1, 1);

type Title = { kind?: string; product?: string; valid_until?: string };
const valid = { valid_until: '2023-11-30' };
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
  const of = (id: string): CriterionResult['decision'] | undefined => results.find((one) => one.id === id)?.decision;
  const told = findings.filter(({ code }) => code === 'different-product' || code === 'giant-title-held');
  return {
    same: of('different-product'),
    giant: of('giant-title-held'),
    told: told.map(({ code, severity }) => `${severity} ${code}`),
  };
}

const met = { is: 'met' };
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

describe('a title that has expired excludes nothing', () => {
  it.each([
    ['2021-08-15', met],
    ['2021-08-16', { is: 'not met', shown: '专精特新产品，有效期至 2021-08-16' }],
    ['2021-08-17', { is: 'not met', shown: '专精特新产品，有效期至 2021-08-17' }],
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
    expect(decided([])).toEqual({ same: met, giant: met, told: [] });
  });

  it('a date', () => {
    expect(decided([{ kind: '专精特新产品', product: 'JX系列减速器' }]).same).toEqual(needs('titles[1].valid_until'));
    expect(decided([{ kind: '小巨人企业(制造类)' }]).giant).toEqual(needs('titles[1].valid_until'));
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
