// Every key may be the id or the label as printed; one thing named twice, or unknown, is told with the nearest.
import { describe, expect, it, test } from 'vitest';
import { names } from '../../src/form/keys.ts';
import { argsOf, fill, spot } from './fill.ts';

const definition = `
basics:
  title: 1、企业基本情况
  fields:
    address: {label: 注册地址：, printed: '注册地址 (与执照一致)'}
    chains: {label: 产业链, list: chains, required: false}
    assets: {label: '2、上年末资产总额(万元)', years: [Y-1]}
annex:
  title: 产品附证
  tables:
    patents: {title: 授权专利(发明或实用新型), columns: {name: {label: 专利名称}, number: {label: 专利授权号, required: false}}}
`;

test.each([
  ['assets', true],
  ['2、上年末资产总额(万元)', true],
  ['上年末资产总额(万元)', true],
  ['上年末资产总额（万元）', true],
  ['２、上年末资产总额 ( 万元 )', true],
  ['上年末\u3000资产总额(万元)', true],
  ['上年末资产总额', false],
  ['3、上年末资产总额(万元)', false],
  ['ASSETS', false],
])('%s names 2、上年末资产总额(万元): %s', (key, expected) => {
  expect(names(key, 'assets', '2、上年末资产总额(万元)')).toBe(expected);
});

describe('keys of a form', () => {
  it.each([
    ['ids', 'basics', 'address', 'assets', 'annex', 'patents', 'name'],
    [
      'labels',
      '1、企业基本情况',
      '注册地址',
      '2、上年末资产总额(万元)',
      '产品附证',
      '授权专利(发明或实用新型)',
      '专利名称',
    ],
    [
      'labels without numbers',
      '企业基本情况',
      '注册地址',
      '上年末资产总额(万元)',
      '产品附证',
      '授权专利（发明或实用新型）',
      '专利名称',
    ],
    [
      'labels as printed',
      '1、企业基本情况',
      '注册地址(与执照一致)',
      '２、上年末资产总额 （万元）',
      '产品附证',
      '授权专利 (发明或实用新型)',
      '专利 名称',
    ],
  ])('may be %s', (_, basics, address, assets, annex, patents, name) => {
    const filled = fill(
      definition,
      `form:\n  ${basics}: {${address}: 示例路, ${assets}: 1.5}\n  ${annex}:\n    ${patents}:\n      - {${name}: 一种减速器}\n`,
    );
    expect(filled.codes).toEqual([]);
    expect(filled.fact('address')).toBe('示例路');
    expect(filled.field('assets').value).toMatchObject({ source: '1.5' });
    expect(filled.table('patents').rows).toMatchObject([{ number: 1, cells: { name: '一种减速器' } }]);
  });

  it('may be another name that other texts have for the field', () => {
    const called = definition.replace("printed: '注册地址 (与执照一致)'", 'also: [住所, 经营地址]');
    for (const address of ['address', '注册地址', '住所', '经营 地址']) {
      const filled = fill(called, `form:\n  basics: {${address}: 示例路, assets: 1}\n`);
      expect(filled.codes).toEqual([]);
      expect(filled.fact('address')).toBe('示例路');
    }
    expect(fill(called, 'form:\n  basics: {住所: 甲, 经营地址: 乙, assets: 1}\n').codes).toEqual(['field-twice']);
    expect(fill(definition, 'form:\n  basics: {住所: 甲, assets: 1}\n').codes).toContain('field-unknown');
  });

  it('name a field twice', () => {
    const filled = fill(definition, 'form:\n  basics:\n    address: 甲\n    注册地址: 乙\n    assets: 1\n');
    expect(filled.codes).toEqual(['field-twice']);
    expect(argsOf(filled.finding('field-twice'))).toEqual({ field: '注册地址', first: 'address', second: '注册地址' });
    expect(spot(filled.finding('field-twice'))).toBe('4:5');
    expect(filled.fact('address')).toBe('甲');
  });

  it('name a section twice', () => {
    const filled = fill(
      definition,
      'form:\n  basics: {address: 甲, assets: 1}\n  企业基本情况: {chains: [工业软件]}\n',
    );
    expect(filled.codes).toEqual(['field-twice']);
    expect(argsOf(filled.finding('field-twice'))).toMatchObject({ field: '1、企业基本情况', second: '企业基本情况' });
    expect(spot(filled.finding('field-twice'))).toBe('3:3');
  });

  it('name a section that is printed without a heading', () => {
    const bare = `${definition}top:\n  fields:\n    employees: {label: 职工人数, years: [Y-1]}\n`;
    const rest = 'form:\n  basics: {address: 甲, assets: 1}\n';
    for (const key of ['top', '表头', '表 头']) {
      const filled = fill(bare, `${rest}  ${key}: {employees: 12}\n`);
      expect([filled.codes, filled.fact('employees') !== undefined]).toEqual([[], true]);
    }
    expect(argsOf(fill(bare, rest).finding('field-missing'))).toMatchObject({ section: '表头' });
    const twice = fill(bare, `${rest}  top: {employees: 12}\n  表头: {employees: 13}\n`);
    expect(argsOf(twice.finding('field-twice'))).toMatchObject({ field: '表头', first: 'top', second: '表头' });
  });

  it('name a cell twice', () => {
    const filled = fill(
      definition,
      'form:\n  basics: {address: 甲, assets: 1}\n  annex: {patents: [{name: 甲, 专利名称: 乙}]}\n',
    );
    expect(argsOf(filled.finding('field-twice'))).toMatchObject({ first: 'name', second: '专利名称' });
  });

  it('that nobody knows come with the nearest', () => {
    const filled = fill(
      definition,
      'form:\n  basics: {adress: 甲, address: 甲, assets: 1}\n  anex: {}\n  annex: {patents: [{nam: 甲, name: 甲}]}\n',
    );
    expect([...filled.codes].sort()).toEqual(['field-unknown', 'field-unknown', 'section-unknown']);
    expect(filled.findings.map(argsOf)).toEqual([
      { key: 'anex', nearest: 'annex' },
      { key: 'adress', section: '1、企业基本情况', nearest: 'address' },
      { key: 'nam', section: '授权专利', nearest: 'name' },
    ]);
  });

  it('of another section are sent there', () => {
    const found = fill(definition, 'form:\n  basics: {address: 甲, assets: 1}\n  annex: {注册地址: 乙}\n').finding(
      'field-unknown',
    );
    expect(argsOf(found)).toMatchObject({ key: '注册地址', elsewhere: '1、企业基本情况' });
  });

  it('may be anything where the source shows no fields', () => {
    const open = 'more: {title: 其他, open: true}\n';
    expect(fill(open, 'form:\n  其他: {随便: 1}\n').codes).toEqual([]);
    expect(fill(open, 'form:\n  其他:\n').findings).toMatchObject([{ code: 'section-open', severity: 'note' }]);
  });
});

describe('a colon of an input method below a section', () => {
  const colon = (dossier: string) => {
    const filled = fill(definition, dossier);
    return filled.findings.map((finding) => [finding.code, spot(finding), argsOf(finding)]);
  };
  it('is the one finding, with the mended line', () => {
    expect(colon('form:\n  basics:\n    注册地址：示例路18号\n')).toEqual([
      ['yaml-wide-colon', '3:9', { mended: '注册地址: 示例路18号' }],
    ]);
    expect(colon('form:\n  basics:\n    注册地址:示例路18号\n')).toEqual([
      ['yaml-colon-space', '3:9', { mended: '注册地址: 示例路18号' }],
    ]);
  });
  it('with lines that follow shows the first', () => {
    expect(colon('form:\n  basics:\n    注册地址：示例路18号\n    产业链：工业软件\n')).toEqual([
      ['yaml-wide-colon', '3:9', { mended: '注册地址: 示例路18号' }],
    ]);
  });
  it('is found for the whole form, a row, years, a person and the facts', () => {
    expect(colon('form:\n  basics：\n')).toMatchObject([['yaml-wide-colon', '2:9', { mended: 'basics:' }]]);
    const basics = 'form:\n  basics: {address: 甲, assets: 1}\n';
    expect(colon(`${basics}  annex:\n    patents:\n      - 专利名称：甲\n`)).toMatchObject([
      ['yaml-wide-colon', '5:13', {}],
    ]);
    expect(colon(`${basics}facts:\n  former_names：旧名\n`)).toMatchObject([['yaml-wide-colon', '4:15', {}]]);
    expect(colon(`${basics}facts:\n  sales:\n    2020：5\n`)).toMatchObject([
      ['yaml-wide-colon', '5:9', { mended: '2020: 5' }],
    ]);
    const person = fill(
      'basics: {title: 基本, fields: {contact: {label: 联系人}}}',
      'form:\n  basics:\n    contact:\n      姓名：林\n',
    );
    expect(person.findings.map((finding) => [finding.code, spot(finding)])).toEqual([['yaml-wide-colon', '4:9']]);
  });
  it('is no matter inside a text', () => {
    expect(colon('form:\n  basics:\n    address: 地址：示例路18号\n    assets: 1\n')).toEqual([]);
  });
});
