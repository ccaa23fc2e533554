// What a form must have and has not, and what stands where something else should: each told once, at its place.
import { describe, expect, it } from 'vitest';
import { argsOf, fill, only, spot } from './fill.ts';

const definition = `
basics:
  title: 基本情况
  fields:
    level: {label: 认定级别}
    founded: {label: 成立时间}
    kind: {label: 企业类型, open: true, required: false}
    chains: {label: 产业链, list: chains, required: false}
figures:
  title: 经营指标
  fields:
    profit: {label: 利润总额(万元), years: [Y-2..Y-1]}
`;
const missing = (dossier: string) =>
  fill(definition, dossier).findings.map((finding) => [
    finding.code,
    spot(finding),
    (argsOf(finding) as { field?: string }).field,
  ]);
const figures = '  figures: {profit: {2019: 1, 2020: 2}}\n';

describe('a required field', () => {
  it('that is not there points to the first line of its section', () => {
    expect(missing(`form:\n  basics:\n    level: 省级\n${figures}`)).toEqual([['field-missing', '3:5', '成立时间']]);
  });
  it('without a value points to its key', () => {
    for (const empty of ['', ' ~', ' null', ' ""', ' "  "', ' {}', ' []'])
      expect(missing(`form:\n  basics:\n    level: 省级\n    founded:${empty}\n${figures}`)).toEqual([
        ['field-missing', '4:5', '成立时间'],
      ]);
  });
  it('of a section that is not there points to the form', () => {
    expect(missing(`form:\n${figures}`)).toEqual([
      ['field-missing', '2:3', '认定级别'],
      ['field-missing', '2:3', '成立时间'],
    ]);
  });
  it('of a section without lines points to its title', () => {
    expect(missing(`form:\n${figures}  basics:\n`).map(([, at]) => at)).toEqual(['3:3', '3:3']);
  });
  it('of a dossier without a form points to the top', () => {
    expect(missing('category: x\n').map(([code, at]) => `${code} ${at}`)).toEqual(Array(3).fill('field-missing 1:1'));
    expect(missing('category: x\nform:\n')).toHaveLength(3);
  });
  it('comes with an example that could be copied', () => {
    const examples = fill(definition, 'form: {}\n').findings.map(
      (finding) => (argsOf(finding) as { example: string }).example,
    );
    expect(examples).toEqual(['认定级别: 省级', '成立时间: 2016-03-18', '利润总额(万元): {2019: …, 2020: …}']);
  });
});

describe('the example of a field that is missing', () => {
  it.each([
    ['uscc', ''],
    ['postcode', ''],
    ['founded', ''],
    ['industry', ''],
    ['region', ''],
    ['level', ''],
    ['chains', ', list: chains'],
    ['price', ''],
    ['employees', ', years: [Y-1]'],
  ])('%s could stand there as it is', (id, more) => {
    const spec = `{label: 所问, required: true${more}}`;
    const { example } = argsOf(only(id, spec, '').finding('field-missing')) as { example: string };
    const written = example.slice(`${id}: `.length);
    expect(only(id, spec, written).codes).toEqual([]);
  });
  it('of a person names its parts', () => {
    const { example } = argsOf(only('contact', '{label: 联系人}', '').finding('field-missing')) as { example: string };
    expect(only('contact', '{label: 联系人}', example.replace('contact: ', '').replace('…', '林晓雯')).codes).toEqual(
      [],
    );
  });
});

describe('an optional field', () => {
  it('may be left out, empty or none', () => {
    for (const chains of ['', '    chains:\n', '    chains: []\n'])
      expect(missing(`form:\n  basics:\n    level: 省级\n    founded: 2016-03-18\n${chains}${figures}`)).toEqual([]);
  });
});

describe('another shape', () => {
  it('in place of a section is the only finding of it', () => {
    const filled = fill(definition, `form:\n  basics: 如附件\n${figures}`);
    expect(filled.codes).toEqual(['value-shape']);
    expect(argsOf(filled.finding('value-shape'))).toEqual({ field: '基本情况', expected: 'map', found: 'scalar' });
    expect(spot(filled.finding('value-shape'))).toBe('2:11');
  });
  it('in place of the form is the only finding', () => {
    expect(fill(definition, 'form: [一, 二]\n').codes).toEqual(['value-shape']);
  });
  it('in place of the facts, too', () => {
    const filled = fill('head: {}', 'facts: [一]\n');
    expect(argsOf(filled.finding('value-shape'))).toEqual({ field: 'facts', expected: 'map', found: 'list' });
  });
});

describe('the count of filled fields', () => {
  it('has the required ones, filled and all', () => {
    expect(fill(definition, 'form:\n  basics: {level: 省级, kind: 民营}\n').form).toMatchObject({
      required: 3,
      filled: 1,
    });
  });
});
