// What a dossier proves and where: the index of its claims, figures without proof.
import { expect, it, test } from 'vitest';
import type { AttachedFile, Inventory } from '../../src/attachments/inventory-types.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { givenFacts } from '../../src/category/test.ts';
import type { At } from '../../src/dossier/beside.ts';
import { checkProved, showClaims } from '../../src/dossier/claims.ts';
import type { Claim } from '../../src/dossier/definition.ts';
import { at, attached, slot } from '../support/assessment.ts';

const category = await (await openCatalog()).open('jiangsu/2021/product');
const { vocabulary, scope } = category;
const place = at(30, 5, 9, 'claims[0]');
const file = '附件/a.pdf';

const factsOf = (given: Record<string, unknown>) => {
  const { facts, wrong } = givenFacts(given, vocabulary);
  expect(wrong).toEqual([]);
  return facts;
};
const claim = (more: Omit<Claim, 'file'>): At<Claim> => ({ file, place, keys: new Map(), ...more });
const inventoryOf = (...files: AttachedFile[]): Inventory => ({ slots: [slot('other', '其他', files)], rows: [] });

const facts = factsOf({
  main_revenue: { 2019: 7105, 2020: 8330.5 },
  share_rank_national: 6,
  product_name: 'JX系列高精度行星减速器',
  proprietary_tech: '是',
  patents: [
    { name: '一种行星减速器齿轮磨削方法', number: 'ZL201819900016.3' },
    { name: '低回程间隙 行星减速器', number: 'ZL201929900027.1' },
  ],
  titles: [{ kind: '专精特新产品', level: '省级', year: 2018, product: '减速器' }],
});
const show = (more: Omit<Claim, 'file'>) =>
  showClaims([claim(more)], { facts, scope, inventory: inventoryOf(attached(file)) });

test.each([
  [
    { fact: 'main_revenue', year: 2020, pages: '3-4' },
    { what: '主营业务收入', year: 2020, value: '8,330.5 万元', pages: '3-4' },
  ],
  [{ fact: 'main_revenue' }, { what: '主营业务收入' }],
  [
    { fact: 'share_rank_national', pages: 2 },
    { what: '市场占有率全国排名', value: '6', pages: '2' },
  ],
  [{ fact: 'product_name' }, { what: '申报产品名称', value: 'JX系列高精度行星减速器' }],
  [{ fact: 'proprietary_tech' }, { what: '拥有专有技术', value: '是' }],
  [{ table: 'patents', row: 1 }, { value: '一种行星减速器齿轮磨削方法' }],
  [{ table: 'patents', row: '低回程间隙行星减速器' }, { value: '低回程间隙 行星减速器' }],
  [{ table: 'patents', row: 'ZL201929900027.1' }, { value: '低回程间隙 行星减速器' }],
  [{ title: '专精特新产品' }, { what: '专精特新产品', value: '减速器' }],
  [
    { title: '专精特新 产品', year: 2018 },
    { what: '专精特新 产品', value: '减速器', year: 2018 },
  ],
] as const)('shows %o', (given, shown) => {
  const { claims, findings } = show(given);
  expect(findings).toEqual([]);
  expect(claims).toMatchObject([{ ...shown, file }]);
  if (!('value' in shown)) expect(claims[0]).not.toHaveProperty('value');
});

test.each([
  [
    { fact: 'main_revenue', year: 2018 },
    { what: '主营业务收入', year: 2018 },
  ],
  [
    { fact: 'assets_total', year: 2020 },
    { what: '上年末资产总额', year: 2020 },
  ],
  [{ fact: 'postcode' }, { what: '邮编' }],
] as const)('a claim of what the dossier does not give is told: %o', (given, args) => {
  const { claims, findings } = show(given);
  expect(claims).toEqual([]);
  expect(findings).toMatchObject([{ code: 'claim-value-missing', args }]);
});

test.each([
  [{ table: 'patents', row: 3 }, 'claim-row-missing', { row: '3', rows: 2 }],
  [{ table: 'patents', row: 0 }, 'claim-row-missing', { row: '0', rows: 2 }],
  [{ table: 'patents', row: '别的专利' }, 'claim-row-missing', { row: '别的专利', rows: 2 }],
  [{ table: 'research_bodies', row: 1 }, 'claim-row-missing', { rows: 0 }],
  [{ title: '专精特新产品', year: 2019 }, 'claim-title-missing', { year: 2019 }],
  [{ title: '小巨人企业' }, 'claim-title-missing', { title: '小巨人企业' }],
] as const)('tells of %o', (given, code, args) => {
  const { claims, findings } = show(given);
  expect(claims).toEqual([]);
  expect(findings).toMatchObject([{ code, severity: 'error', at: place, args }]);
});

it.each([
  ['𠮷'.repeat(24), '𠮷'.repeat(24)],
  ['𠮷'.repeat(25), undefined],
])('shows a text of up to 24 characters: %s', (product_name, value) => {
  const given = { facts: factsOf({ product_name }), scope, inventory: inventoryOf(attached(file)) };
  expect(showClaims([claim({ fact: 'product_name' })], given).claims[0]?.value).toBe(value);
});

it('shows the file as the inventory writes it', () => {
  const named = { ...claim({ fact: 'share_rank_national' }), file: './附件\\a.pdf' };
  expect(showClaims([named], { facts, scope, inventory: inventoryOf(attached(file)) }).claims).toMatchObject([
    { file },
  ]);
});

const prove = (given: Record<string, unknown>, claims: At<Claim>[] = [], files: AttachedFile[] = []) =>
  checkProved(category, {
    facts: factsOf(given),
    claims,
    inventory: inventoryOf(...files),
    at: at(40, 1, 7, 'claims'),
  });
const three = { main_revenue: { 2017: 1, 2018: 2, 2019: 3, 2020: 4 }, assets_total: { 2020: 9 } };
const missing = (...list: { label: string; years: number[] }[]) => [
  {
    code: 'claims-missing',
    severity: 'warning',
    at: { path: 'claims' },
    cite: [{ clause: 'E-05' }],
    args: { missing: list },
  },
];

it('lists once all figures of the years asked for that nothing proves', () => {
  expect(prove(three)).toMatchObject(
    missing({ label: '主营业务收入', years: [2018, 2019, 2020] }, { label: '资产总额', years: [2020] }),
  );
  expect(prove({ revenue: { 2017: 1 }, product_sales: { 2020: 5 } })).toEqual([]);
});

test.each([
  [
    'a claim of each year',
    [
      { fact: 'main_revenue', year: 2019 },
      { fact: 'main_revenue', year: 2020 },
    ],
    {},
    [2018],
  ],
  ['a claim without a year', [{ fact: 'main_revenue' }], {}, []],
  ['what a file states', [], { 'main_revenue.2018': '2', main_revenue: '4' }, [2019]],
  ['a claim of another fact', [{ fact: 'revenue' }], { 'revenue.2018': '2' }, [2018, 2019, 2020]],
] as const)('counts %s as proof', (_, claims, figures, left) => {
  const { assets_total: __, ...given } = three;
  const found = prove(given, claims.map(claim), [attached(file, { evidence: { covers: ['2020'], figures } })]);
  expect(found).toMatchObject(left.length === 0 ? [] : missing({ label: '主营业务收入', years: [...left] }));
  expect(found.length).toBe(left.length === 0 ? 0 : 1);
});

it('a file that ends before the year of a figure does not prove it; the next one shows the year before', () => {
  const told = (...covers: string[]) => {
    const inventory = inventoryOf({ ...attached(file), evidence: covers.length === 0 ? {} : { covers } });
    const claims = [claim({ fact: 'main_revenue', year: 2020 })];
    return showClaims(claims, { facts, scope, inventory }).findings.map(({ code }) => code);
  };
  expect(told('2019')).toEqual(['claim-year-later']);
  for (const covers of [['2020'], ['2021'], ['2019', '2020'], ['2020-12'], []]) expect(told(...covers)).toEqual([]);
});
