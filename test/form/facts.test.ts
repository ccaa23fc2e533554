// Facts beside the form: each known, of its type, and never printed by the form as well.
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/expression/decimal.ts';
import { argsOf, fill, spot } from './fill.ts';

const definition = 'basics: {title: 基本情况, fields: {address: {label: 注册地址, required: false}}}';
const read = (dossier: string) => fill(definition, dossier);

describe('facts', () => {
  it('are read by id or by meaning, each by its type', () => {
    const filled = read(
      'facts:\n  产品销售收入: {2020: 6200.00}\n  share: 11.2\n  listed: 是\n  level: 省级\n  pool: {已入库: 是, on: 2021-04-16}\n',
    );
    expect(filled.codes).toEqual([]);
    expect(filled.fact('sales')).toEqual({ kind: 'yearly', years: new Map([[2020, new Decimal('6200')]]) });
    expect(filled.fact('share')).toEqual(new Decimal('11.2'));
    expect([filled.fact('listed'), filled.fact('level')]).toEqual([true, '省级']);
    expect(filled.fact('pool')).toEqual({
      kind: 'record',
      fields: new Map<string, unknown>([
        ['enrolled', true],
        ['on', '2021-04-16'],
      ]),
    });
    expect(filled.places.get('share')).toMatchObject({ line: 3, column: 10, path: 'facts.share' });
  });
  it('that are none of their options are told with these', () => {
    const optionsOf = (written: string) => argsOf(read(`facts: {${written}}`).finding('choice-unknown'));
    expect(optionsOf('listed: 未上市')).toMatchObject({ options: ['是', '否'] });
    expect(optionsOf('level: 国级')).toMatchObject({ options: ['省级', '市县'] });
  });
  it('that the form prints belong there', () => {
    const filled = read('form: {basics: {address: 甲}}\nfacts:\n  address: 乙\n');
    expect(filled.codes).toEqual(['fact-in-form']);
    expect(argsOf(filled.finding('fact-in-form'))).toEqual({ field: '注册地址', fact: 'address', section: '基本情况' });
    expect(spot(filled.finding('fact-in-form'))).toBe('3:3');
    expect(filled.fact('address')).toBe('甲');
  });
  it('stand once', () => {
    const filled = read('facts:\n  share: 1\n  占有率: 2\n');
    expect(argsOf(filled.finding('field-twice'))).toEqual({ field: '占有率', first: 'share', second: '占有率' });
    expect(filled.fact('share')).toEqual(new Decimal('1'));
  });
  it('that nobody knows come with the nearest', () => {
    const filled = read('facts:\n  shares: 1\n  什么: 2\n');
    expect(filled.findings.map(argsOf)).toEqual([{ key: 'shares', nearest: 'share' }, { key: '什么' }]);
    expect(filled.codes).toEqual(['fact-unknown', 'fact-unknown']);
  });
  it('do not include the titles, which have a place of their own', () => {
    expect(read('facts:\n  titles: []\n').codes).toEqual(['fact-unknown']);
  });
  it('without a value are missing, not none', () => {
    const filled = read('facts:\n  share:\n  former_names: []\n');
    expect(filled.codes).toEqual([]);
    expect([...filled.facts.keys()]).toEqual(['former_names']);
    expect(filled.places.get('share')).toMatchObject({ line: 2, column: 3, endColumn: 8 });
  });
  it('of a record have known parts', () => {
    const filled = read('facts:\n  pool: {入库: 是}\n');
    expect(argsOf(filled.finding('field-unknown'))).toMatchObject({ key: '入库', section: '培育库' });
    expect(read('facts:\n  pool: {入库: }\n').codes).toEqual(['field-unknown']);
    expect(read('facts:\n  pool: {已入库: , on: }\n').codes).toEqual([]);
    expect(read('facts:\n  pool: 是\n').codes).toEqual(['value-shape']);
  });
});

describe('titles', () => {
  it('are a list; its files are taken along', () => {
    const filled = read('titles:\n  - {kind: 小巨人, file: 附件/证书.pdf}\n  - {kind: 瞪羚}\n');
    expect(filled.fact('titles')).toMatchObject({ kind: 'table', rows: [{}, {}] });
    expect(filled.rows).toMatchObject([
      { table: 'titles', row: 1, column: 'file', pattern: '附件/证书.pdf', at: { line: 2 } },
    ]);
  });
  it('absent or empty are undecided, `[]` is none', () => {
    expect(read('form: {}\n').facts.has('titles')).toBe(false);
    expect(read('titles:\n').facts.has('titles')).toBe(false);
    expect(read('titles: []\n').fact('titles')).toEqual({ kind: 'table', rows: [] });
  });
  it('with a row that cannot be read are undecided', () => {
    const filled = read('titles: [小巨人]\n');
    expect(filled.codes).toEqual(['value-shape']);
    expect(filled.facts.has('titles')).toBe(false);
  });
});
