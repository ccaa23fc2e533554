// An open section takes whatever the dossier writes, as text; one that is empty is told of once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argsOf, fill, spot } from './fill.ts';

const definition = `
basics: {title: 基本情况, fields: {level: {label: 认定级别}}}
product: {title: 主营产品情况, open: true}
brief: {title: 企业简介, open: true, fields: {profile: {label: 企业简介, required: false, max: 5, max_inferred: true}}}
`;
const filled = (sections: string) => fill(definition, `form:\n  basics: {level: 省级}\n${sections}`);

/** Label, type and text of each field of a section. */
const kept = (sections: string, id = 'product') =>
  filled(sections)
    .form.sections.find((section) => section.id === id)
    ?.items.map((item) =>
      item.kind === 'field' ? [item.label, item.type, item.value?.kind === 'text' ? item.value.text : undefined] : [],
    );

describe('keeps', () => {
  it.each([
    ['a text', '名称: 减速器', ['名称', 'text', '减速器']],
    ['a figure as written', '销售收入(万元): 6200.00', ['销售收入(万元)', 'text', '6200.00']],
    ['a number that YAML would spoil', '电话: 0512', ['电话', 'text', '0512']],
    ['a list', '客户: [甲厂, 乙厂]', ['客户', 'text', '甲厂、乙厂']],
    ['a map', '收入: {2019: 7105.00, 2020: 8330.00}', ['收入', 'text', '2019：7105.00；2020：8330.00']],
    ['rows', '项目: [{名: 一, 年: 2019}, {名: 二}]', ['项目', 'long_text', '1. 名：一；年：2019\n2. 名：二']],
    [
      'what lies deeper',
      '客户: {国内: [甲, 乙], 国外: {欧洲: 丙}}',
      ['客户', 'text', '国内：甲、乙；国外：（欧洲：丙）'],
    ],
    ['a key without a value', '备注:', ['备注', 'text', undefined]],
    ['lines', '说明: "一\\n二"', ['说明', 'long_text', '一\n二']],
    ['a long text', `说明: ${'字'.repeat(121)}`, ['说明', 'long_text', '字'.repeat(121)]],
  ])('%s', (_, written, field) => {
    const dossier = `  主营产品情况:\n    ${written}\n  brief: {profile: 短}\n`;
    expect(kept(dossier)).toEqual([field]);
    expect(filled(dossier).codes).toEqual([]);
  });

  it('a text in place of the fields, under the title of the section', () => {
    expect(kept('  product: 减速器\n')).toEqual([['主营产品情况', 'text', '减速器']]);
    expect(kept('  product: [减速器, 齿轮]\n')).toEqual([['主营产品情况', 'text', '减速器、齿轮']]);
  });

  it('the place of each, by the key as written', () => {
    const [field] = filled('  product:\n    名称: 减速器\n').form.sections[1]?.items ?? [];
    expect(field?.at).toMatchObject({ path: 'form.product.名称', line: 4, column: 9 });
  });

  it('whatever is written, without a finding', () => {
    const text = fc.stringMatching(/^[\u4e00-\u9fa5a-z0-9]{1,12}$/u);
    const value = fc.oneof(text, fc.integer(), fc.array(text), fc.dictionary(text, fc.oneof(text, fc.array(text))));
    fc.assert(
      fc.property(fc.dictionary(text, value, { minKeys: 1 }), (written) => {
        const { codes, form } = filled(`  product: ${JSON.stringify(written)}\n  brief: {profile: 短}\n`);
        expect(codes).toEqual([]);
        expect(form.sections[1]?.items.map(({ id }) => id).sort()).toEqual(Object.keys(written).sort());
      }),
    );
  });
});

it('a word that only holds the place of a text is told, but not in a list after others', () => {
  const codes = (written: string) => filled(`  product: {客户: ${written}}\n  brief: {profile: 短}\n`).codes;
  for (const written of ['同上', '[同上]', '[待补充, 乙厂]']) expect(codes(written)).toEqual(['value-placeholder']);
  for (const written of ['[甲厂, 同上]', '[{名: 甲厂, 地: 南京}, {名: 同上}]']) expect(codes(written)).toEqual([]);
});

describe('a field that the section does define', () => {
  it('is read as such, also from a text in place of the fields', () => {
    const { codes, fact } = filled('  product: 无\n  企业简介: 超过五个字了\n');
    expect(codes).toEqual(['text-length-doubtful']);
    expect(fact('profile')).toBe('超过五个字了');
  });

  it('stands beside keys that nobody knows', () => {
    expect(kept('  brief: {profile: 短, 补充: 长}\n', 'brief')).toEqual([
      ['企业简介', 'long_text', '短'],
      ['补充', 'text', '长'],
    ]);
  });
});

describe('an empty section', () => {
  it.each([
    ['not written', '', '2:3'],
    ['no value', '  product:\n', '3:3'],
    ['an empty map', '  product: {}\n', '3:3'],
  ])('%s is a note that names it', (_, sections, where) => {
    const { findings } = filled(`${sections}  brief: {profile: 短}\n`);
    expect(findings.map((finding) => [finding.code, finding.severity, spot(finding), argsOf(finding)])).toEqual([
      ['section-open', 'note', where, { section: '主营产品情况' }],
    ]);
  });

  it('is not told of in a form that cannot be read', () => {
    expect(fill(definition, 'form: 无\n').codes).toEqual(['value-shape']);
  });
});

it('a section that is not open still refuses what it does not know', () => {
  const { codes } = fill(definition, 'form: {basics: {level: 省级, 其他: 一}, product: 一, brief: 短}\n');
  expect(codes).toEqual(['field-unknown']);
});
