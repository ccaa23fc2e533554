// Limits and checks between fields: characters, options that depend on a choice, the postcode of a city.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { countCharacters } from '../../src/form/field.ts';
import { argsOf, fill, only, spot } from './fill.ts';

describe('characters', () => {
  test.each([
    ['企业简介', 4],
    ['  企业 简介\u3000\n', 5],
    ['一行\n二行\r\n三行', 6],
    ['𠮷野家', 3],
    ['2020年，增长8.37%。', 14],
    ['', 0],
  ])('%j has %i', (text, count) => expect(countCharacters(text)).toBe(count));

  it('are code points, wherever the lines break', () => {
    const sign = fc.constantFrom('字', '𠮷', 'a', '，', '9');
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1 }), fc.array(fc.nat(), { maxLength: 5 }), (signs, breaks) => {
        const text = signs.map((one, index) => (breaks.includes(index) ? `\n${one}` : one)).join('');
        expect(countCharacters(`${text}\n`)).toBe(signs.length);
      }),
    );
  });

  const profile = (count: number, more = '') =>
    only('profile', `{label: 企业简介, max: 10${more}}`, '字'.repeat(count));
  it('up to the limit pass', () => {
    expect(profile(10).codes).toEqual([]);
    expect(profile(10).field('profile')).toMatchObject({ count: 10, max: 10 });
  });
  it('above it do not', () => {
    const found = profile(11).finding('text-too-long');
    expect(found.severity).toBe('error');
    expect(argsOf(found)).toEqual({ field: '企业简介', count: 11, max: 10 });
    expect(spot(found)).toBe('3:14');
  });
  it('above a limit that no source prints are a warning', () => {
    expect(profile(11, ', max_inferred: true').findings).toMatchObject([
      { code: 'text-length-doubtful', severity: 'warning' },
    ]);
  });
});

describe('options by cluster', () => {
  const definition = `basics: {title: 基本情况, fields: {cluster: {label: 产业集群, open: true, required: false}, chains: {label: 产业链, list: chains, required: false, options_by: {field: cluster, list: clusters}}}}`;
  const chosen = (cluster: string, chains: string) =>
    fill(definition, `form:\n  basics:\n    cluster: ${cluster}\n    chains: ${chains}\n`);
  it('are errors where the source shows them', () => {
    const found = chosen('核心软件', '[工业软件, 工业机器人]').finding('choice-outside-group');
    expect(found.severity).toBe('error');
    expect(argsOf(found)).toEqual({
      field: '产业链',
      written: '工业机器人',
      group: '核心软件',
      options: ['工业软件', '信息安全'],
    });
    expect(spot(found)).toBe('4:13');
  });
  it('are warnings where they are inferred', () => {
    expect(chosen('高端装备', '[工业软件]').findings).toMatchObject([
      { code: 'choice-outside-group', severity: 'warning' },
    ]);
  });
  test.each([
    ['核心软件', '[工业软件, 信息安全]'],
    ['核心 软件', '工业软件'],
    ['别的集群', '[工业机器人]'],
    ['', '[工业机器人]'],
    ['核心软件', '[]'],
  ])('%s with %s passes', (cluster, chains) => expect(chosen(cluster, chains).codes).toEqual([]));
});

describe('a postcode and its city', () => {
  const definition = 'basics: {title: 基本情况, fields: {region: {label: 注册地区}, postcode: {label: 邮编}}}';
  const at = (region: string, postcode: string) =>
    fill(definition, `form:\n  basics:\n    region: ${region}\n    postcode: ${postcode}\n`);
  it('that do not fit are a warning', () => {
    const found = at('[江苏省, 南京市, 江宁区]', '"221000"').finding('postcode-place');
    expect(found.severity).toBe('warning');
    expect(argsOf(found)).toEqual({ field: '邮编', written: '221000', city: '南京市', expected: ['210', '211'] });
    expect(spot(found)).toBe('4:15');
  });
  test.each([
    ['[江苏省, 南京市, 江宁区]', '"211100"'],
    ['[江苏省, 徐州市, 鼓楼区]', '"999999"'],
  ])('%s with %s passes', (region, postcode) => expect(at(region, postcode).codes).toEqual([]));
  it('are compared only when both can be read', () => {
    expect(at('[江苏省, 南京市, 江宁区]', '"2210"').codes).toEqual(['postcode-shape']);
  });
});
