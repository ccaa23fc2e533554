// Big words without evidence (E-24): in whatever text they stand, until something that speaks of them backs them.
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { readDocument } from '../../src/document/read.ts';
import type { At } from '../../src/dossier/beside.ts';
import type { Claim } from '../../src/dossier/definition.ts';
import { checkSuperlatives } from '../../src/dossier/superlatives.ts';
import { validateForm } from '../../src/form/validate.ts';
import { at } from '../support/assessment.ts';

const catalog = await openCatalog();

async function told(id: string, yaml: string, claims: readonly Omit<Claim, 'file'>[] = []) {
  const category = await catalog.open(id);
  const { node } = readDocument(new TextEncoder().encode(yaml), 'dossier.yaml');
  if (node?.kind !== 'map') throw new Error('no map');
  const part = (name: string) => {
    const value = node.entries.find(({ key }) => key === name)?.value;
    return value === undefined ? {} : { [name]: value };
  };
  const { form, facts, places } = validateForm(category.form, category.vocabulary, {
    file: 'dossier.yaml',
    root: node,
    asOf: '2021-08-16',
    ...part('form'),
    ...part('facts'),
  });
  const said = claims.map((claim): At<Claim> => ({ file: 'a.pdf', place: at(9, 1, 2), keys: new Map(), ...claim }));
  return checkSuperlatives(category, form, facts, places, said).map((finding) => {
    const { severity, at: place, cite } = finding;
    expect(severity).toBe('warning');
    expect(cite).toMatchObject([{ clause: 'E-24' }]);
    const { field, words } =
      'args' in finding ? (finding.args as { field: string; words: readonly string[] }) : { field: '', words: [] };
    return `${place.path} ${field}: ${words.join(' ')}`;
  });
}

const profile = 'form:\n  basics:\n    profile: 产品填补空白，达到国际领先水平\n';
const product = (rest: string, claims?: readonly Omit<Claim, 'file'>[]) =>
  told('jiangsu/2021/product', `${profile}${rest}`, claims);
const both = ['form.basics.profile 企业简介: 国际领先 填补空白'];
const row = (content: string) =>
  `  annex:\n    product_evidence: [{content: ${content}, issuer: 情报所, issued_on: 2021-01-04, file: a.pdf}]\n`;

describe('words in 企业简介', () => {
  it.each([
    ['nothing beside them', '', [], both],
    ['a row that speaks of something else', row('质量检测报告'), [], both],
    ['a row that speaks of one of them', row('查新报告：国际领先'), [], ['form.basics.profile 企业简介: 填补空白']],
    ['a row that speaks of both', row('查新报告：国际领先、填补空白'), [], []],
    ['a claim on the text', '', [{ fact: 'profile' }], []],
    ['a claim on something else', '', [{ fact: 'revenue' }], both],
    ['a claim on a title', '', [{ title: '专精特新产品' }], both],
  ] as const)('with %s', async (_, rest, claims, expected) => {
    expect(await product(rest, claims)).toEqual(expected);
  });
});

it.each([
  [
    'a short field',
    'jiangsu/2021/product',
    'form:\n  basics:\n    address: 打破垄断路 1 号\n',
    ['form.basics.address 注册通讯地址: 打破垄断'],
  ],
  [
    'a choice whose options nobody prints',
    'jiangsu/2021/product',
    'form:\n  basics:\n    key_field: 国际领先装备\n',
    ['form.basics.key_field 企业所属重点领域: 国际领先'],
  ],
  [
    'a fact',
    'jiangsu/2021/product',
    'facts:\n  product_name: 国际领先减速器\n',
    ['facts.product_name 申报产品名称: 国际领先'],
  ],
  [
    'an open section',
    'jiangsu/2021/giant-innovation',
    'form:\n  reasons:\n    优势: 技术国际领先\n',
    ['form.reasons.优势 优势: 国际领先'],
  ],
  [
    'a row of a table that is no evidence',
    'jiangsu/2021/product',
    'form:\n  annex:\n    patents: [{name: 一种国际领先的减速器}]\n',
    ['form.annex.patents[0] 产品采用相关授权专利技术情况(发明专利或实用新型专利)第 1 行: 国际领先'],
  ],
  [
    'a category of another source',
    'national/2026/little-giant',
    'form:\n  basics:\n    main_product: 国际领先减速器\n',
    ['form.basics.main_product 主导产品名称: 国际领先'],
  ],
  ['plain words', 'jiangsu/2021/product', 'form:\n  basics:\n    profile: 达到国内先进水平\n', []],
])('looks at %s', async (_, id, yaml, expected) => {
  expect(await told(id, yaml)).toEqual(expected);
});
