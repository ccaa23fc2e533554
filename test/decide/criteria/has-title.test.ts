// A review rests on a held title: of certain kinds, levels and years, for the same product; what is asked when a fact is absent.
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import { givenFacts } from '../../../src/category/test.ts';
import type { Decision } from '../../../src/decide/criteria/result.ts';
import { fittingInWords, hasTitle } from '../../../src/decide/criteria/rules/has-title.ts';

const category = await (await openCatalog()).open('jiangsu/2021/review-product');

type Options = {
  kinds?: string[];
  levels?: string[];
  years?: number[];
  in_force?: boolean;
  ends_in_year?: true;
  same_product?: boolean;
};

/** The decision about `titles` on 2021-08-16; nothing given leaves the fact out. */
function decided(options: Options, titles?: readonly Record<string, unknown>[], applied?: string): Decision {
  const rule = hasTitle.open({ has_title: { kinds: ['专精特新产品', '科技小巨人企业'], ...options } }, category.scope);
  if (rule === undefined || 'problem' in rule) throw new Error('the rule of the test does not open');
  const given = { ...(titles && { titles }), ...(applied === undefined ? {} : { product_name: applied }) };
  const { facts, wrong } = givenFacts(given, category.vocabulary);
  expect(wrong).toEqual([]);
  return rule.decide({ facts, metrics: new Map(), asOf: '2021-08-16' });
}

const title = { kind: '专精特新产品', level: '省级', year: 2018, product: 'JX系列减速器', valid_until: '2021-12-02' };
const needs = (...facts: string[]) => ({ is: 'undecided', needs: facts });
const without = (...keys: (keyof typeof title)[]) =>
  Object.fromEntries(Object.entries(title).filter(([key]) => !keys.includes(key as keyof typeof title)));

it('shows the title that fits', () => {
  expect(decided({ years: [2018] }, [{ ...title, year: 2017 }, title])).toEqual({
    is: 'met',
    shown: '专精特新产品，省级，2018 年认定，有效期至 2021-12-02，JX系列减速器',
    shownEn: '专精特新产品, 省级, granted in 2018, valid until 2021-12-02, JX系列减速器',
  });
});

it('shows what is held when none fits', () => {
  expect(decided({ years: [2018] }, [{ kind: '科技小巨人企业', level: '省级', year: 2017 }])).toEqual({
    is: 'not met',
    shown: '所持：科技小巨人企业，省级，2017 年认定',
    shownEn: 'held: 科技小巨人企业, 省级, granted in 2017',
  });
  expect(decided({}, [])).toEqual({ is: 'not met', shown: '无称号', shownEn: 'no title' });
});

describe('each condition can fail alone', () => {
  const years = [2012, 2013, 2014, 2015, 2016, 2018];
  it.each<[string, Options, Record<string, unknown>]>([
    ['kind', {}, { ...title, kind: '高新技术企业' }],
    ['level', { levels: ['省级'] }, { ...title, level: '市县' }],
    ['year 2017', { years }, { ...title, year: 2017 }],
    ['year of the date', { years }, { ...without('year'), granted_on: '2019-01-01' }],
    ['year before the date', { years }, { ...title, year: 2017, granted_on: '2018-12-31' }],
    ['expired', { in_force: true }, { ...title, valid_until: '2021-08-15' }],
    ['product', { same_product: true }, { ...title, product: 'RV减速器' }],
  ])('%s', (_, options, held) => {
    expect(decided(options, [held], 'JX系列减速器').is).toBe('not met');
    expect(decided(options, [held, title], 'JX系列减速器').is).toBe('met');
  });

  it('the last day counts, and a product in other widths is the same', () => {
    expect(decided({ in_force: true }, [{ ...title, valid_until: '2021-08-16' }]).is).toBe('met');
    expect(decided({ same_product: true }, [title], 'ＪＸ 系列减速器').is).toBe('met');
  });

  it('a date stands for the year', () => {
    expect(decided({ years }, [{ ...without('year'), granted_on: '2018-12-03' }]).is).toBe('met');
  });
});

describe('what is absent leaves it open', () => {
  const all: Options = { levels: ['省级'], years: [2018], in_force: true, same_product: true };

  it('titles, and not what else would be asked', () => {
    expect(decided(all)).toEqual(needs('titles'));
  });

  it.each([['kind'], ['level'], ['year'], ['valid_until'], ['product']] as const)('%s', (key) => {
    expect(decided(all, [without(key)], 'JX系列减速器')).toEqual(needs(`titles[1].${key}`));
  });

  it('the product applied for is named once', () => {
    expect(decided(all, [title, title])).toEqual(needs('product_name'));
  });

  it('everything of one row, nothing of a row that cannot fit', () => {
    expect(decided(all, [without('year', 'product'), { ...without('product'), year: 2017 }], 'JX')).toEqual(
      needs('titles[1].year', 'titles[1].product'),
    );
  });

  it('a title that fits settles it', () => {
    expect(decided(all, [without('year'), title], 'JX系列减速器').is).toBe('met');
  });
});

it('reads the product only where it must be the same, and tells of its end only what holds by a day', () => {
  const opened = (options: Options) => {
    const rule = hasTitle.open({ has_title: { kinds: ['专精特新产品'], ...options } }, category.scope);
    if (rule === undefined || 'problem' in rule) throw new Error('the rule of the test does not open');
    return [[...rule.names].sort(), rule.inForce];
  };
  expect(opened({})).toEqual([['titles'], undefined]);
  expect(opened({ same_product: true })).toEqual([['product_name', 'titles'], undefined]);
  expect(opened({ in_force: true })).toEqual([['titles'], ['专精特新产品']]);
  expect(opened({ in_force: true, ends_in_year: true })).toEqual([['titles'], undefined]);
});

it('says all that is asked, in both languages', () => {
  const all = {
    kinds: ['专精特新产品', '科技小巨人企业'],
    levels: ['省级'],
    also: { levels: ['市级', '区级'], when: 'hi_tech' },
    years: [2017, 2018],
    in_force: true,
    ends_in_year: true as const,
    same_product: true,
  };
  const telling = { say: (text: string) => `<${text}>`, label: (id: string) => id, passMarks: () => '' };
  expect(fittingInWords.zh(all, telling)).toBe(
    '持有同一产品的专精特新产品、科技小巨人企业称号，级别为省级，<hi_tech> 的，市级、区级的也算，2017、2018 年认定，在有效期内，有效期在类别所属年度届满',
  );
  expect(fittingInWords.en(all, telling)).toBe(
    'holds a title of 专精特新产品, 科技小巨人企业 for the same product, of level 省级, or of level 市级 or 区级 where <hi_tech>, granted in 2017, 2018, in force, whose validity ends in the year of the category',
  );
  const plain = { kinds: ['专精特新产品'], in_force: false, same_product: false };
  expect(fittingInWords.zh(plain, telling)).toBe('持有专精特新产品称号');
  expect(fittingInWords.en(plain, telling)).toBe('holds a title of 专精特新产品');
});

describe('a title that ends in the year of the category, 2021, is due for review', () => {
  const giant = { kind: '科技小巨人企业', level: '省级' };
  it.each<[string, Record<string, unknown>, Decision['is']]>([
    ['written, first day', { ...giant, valid_until: '2021-01-01' }, 'met'],
    ['written, last day', { ...giant, valid_until: '2021-12-31' }, 'met'],
    ['written, the year before', { ...giant, valid_until: '2020-12-31' }, 'not met'],
    ['written, the year after', { ...giant, valid_until: '2022-01-01' }, 'not met'],
    ['written, whatever the year says', { ...giant, year: 2010, valid_until: '2021-06-30' }, 'met'],
    // The term of the old titles is only usual (FAQ 8): it neither proves nor denies.
    ['usual term', { ...giant, granted_on: '2018-10-08' }, 'undecided'],
    ['no term known', { kind: '高新技术企业', year: 2018 }, 'not met'],
  ])('%s', (_, held, is) => {
    expect(decided({ ends_in_year: true }, [held]).is).toBe(is);
  });
});
