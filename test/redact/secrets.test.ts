// Which texts of a dossier tell who applies, of what kind each is, and where it is masked.
import { describe, expect, it } from 'vitest';
import { Finder } from '../../src/redact/finder.ts';
import { Masks } from '../../src/redact/masks.ts';
import { isBody, isFirm, namesOf } from '../../src/redact/names.ts';
import { type About, type Kind, secretsIn } from '../../src/redact/secrets.ts';
import { finderOf, maskedText } from '../../src/redact/text.ts';
import { fill, tree } from '../form/fill.ts';

const definition =
  'basics: {title: 基本情况, fields: {contact: {label: 联系人}, founded: {label: 成立时间}, address: {label: 地址}}}';

/** `kind folded` of each secret. */
function told(form: string, more: Partial<About> = {}): string[] {
  const dossier = `form: {basics: {${form}}}\n`;
  const { form: filled } = fill(definition, dossier);
  const about = { text: dossier, node: tree(dossier), enterprise: '', form: filled, places: [], findings: [] };
  return secretsIn({ ...about, files: [], corpus: '"law"', ...more }).map(({ kind, folded }) => `${kind} ${folded}`);
}

describe('a secret', () => {
  it('is a person by the field, whatever it ends with, and no short figure beside a telephone', () => {
    expect(told('联系人: {姓名: 林晓大学, 手机: 林 025-50000026 801}')).toEqual([
      'person 林晓大学',
      'person 林025-50000026801',
      'phone 025-50000026',
      'phone 02550000026',
    ]);
  });
  it('is what it was first, and no name of a field, no answer that anybody gives', () => {
    const twice = told('联系人: {姓名: 林晓雯}, 成立时间: 2016-03-18, 地址: 林晓雯, 随便: 是, product: 林晓雯');
    expect(twice).toEqual(['person 林晓雯', 'text 随便']);
  });
  it('is the name of a file, unless that is of ours, a figure, a sign or one letter', () => {
    const files = ['附件/2020.pdf', 'dossier.yaml', '附件/——.pdf', '附件/甲.pdf', '附件/甲厂合同.pdf'];
    expect(told('', { files })).toEqual(['file 甲厂合同.pdf', 'file 甲厂合同']);
  });
});

it('a firm has the names that begin with its place or behind it', () => {
  expect(namesOf('江苏示例有限公司', ['江苏省'])).toEqual(['江苏示例有限公司', '江苏示例', '示例']);
  expect(namesOf('示例江苏有限公司', ['江苏省'])).toEqual(['示例江苏有限公司', '示例江苏', '示例江', '示例']);
  for (const short of ['公司', '甲公司']) expect([isFirm(short), isBody(short)]).toEqual([false, false]);
  expect([isFirm('甲乙公司'), isBody('江苏大学'), isFirm('江苏大学')]).toEqual([true, true, false]);
});

describe('in a text', () => {
  const masked = (text: string, ...secrets: readonly (readonly [Kind, string])[]): string =>
    maskedText(text, finderOf(secrets.map(([kind, of]) => ({ kind, folded: of, of }))), new Masks());
  it.each([
    ['林晓雯2021年', '人员1 2021年'],
    ['电话12345，', '电话电话1，'],
    ['912345', '912345'],
    ['123456', '123456'],
    ['AB款', '产品1款'],
    ['cab', 'cab'],
    ['abc', 'abc'],
  ])('%s is shown as %s', (text, shown) => {
    expect(masked(text, ['person', '林晓雯'], ['phone', '12345'], ['product', 'ab'])).toBe(shown);
  });
  it('of two equal words the first counts', () => {
    const finder = new Finder([
      ['甲乙', 'one'],
      ['甲乙', 'another'],
    ]);
    expect([...finder.at('甲乙', 0)]).toEqual([{ start: 0, end: 2, value: 'one' }]);
    expect(finder.size).toBe(1);
  });
});

it('masks are of the kind of a text, of a path by folder and file, and are not masked again', () => {
  const masks = new Masks();
  expect(masks.of({ kind: 'person', of: '林晓雯' })).toBe('人员1');
  expect(masks.of({ kind: 'file', of: '合同.pdf' })).toBe('文件1.pdf');
  expect(masks.path('客户/合同.pdf')).toBe('文件夹1/文件1.pdf');
  expect(masks.path('文件夹1/文件1.pdf')).toBe('文件夹1/文件1.pdf');
  expect(masks.path('客户/合同')).toBe('文件夹1/文件夹2');
});
