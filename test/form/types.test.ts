// Texts, identifiers, dates, choices and persons: what is read, and what each refuses.
import { describe, expect, it, test } from 'vitest';
import { argsOf, fill, only, spot } from './fill.ts';

describe('text', () => {
  const address = (written: string) => only('address', '{label: 注册通讯地址}', written);
  it('is taken as written, ends trimmed', () => {
    expect(address('"  示例路18号 "').fact('address')).toBe('示例路18号');
    expect(address('007').fact('address')).toBe('007');
  });
  it('is not a list', () => {
    expect(argsOf(address('[a]').finding('value-shape'))).toEqual({
      field: '注册通讯地址',
      expected: 'text',
      found: 'list',
    });
  });
  it('several may stand alone, or be none', () => {
    const names = (written: string) => fill('head: {}', `facts: {former_names: ${written}}`).fact('former_names');
    expect(names('旧名')).toEqual(['旧名']);
    expect(names('[一, 二]')).toEqual(['一', '二']);
    expect(names('[]')).toEqual([]);
  });
});

describe('identifiers', () => {
  test.each([
    ['uscc', '"91320115MADEM0011B"', []],
    ['uscc', '91320115MADEM0011B', []],
    ['uscc', '911101066976941872', ['identifier-unquoted']],
    ['uscc', '"91320115MADEM0011"', ['uscc-length']],
    ['uscc', '"91320115MADEM001IB"', ['uscc-character']],
    ['uscc', '"91320115MADEM00118"', ['uscc-check']],
    ['uscc', '"91320115madem0011b"', ['uscc-spelling']],
    ['postcode', '"211100"', []],
    ['postcode', '211100', ['identifier-unquoted']],
    ['postcode', '"21110"', ['postcode-shape']],
    ['phone', '"025-50000018"', []],
    ['phone', '025-50000018', []],
    ['phone', '0512', ['identifier-unquoted']],
    ['phone', '"50000018"', ['phone-area-code']],
    ['phone', '"电话"', ['phone-shape']],
    ['mobile', '"13900000018"', []],
    ['mobile', '13900000018', ['identifier-unquoted']],
    ['mobile', '"1390000001"', ['mobile-shape']],
    ['email', 'name@example.com', []],
    ['email', 'name.example.com', ['email-shape']],
  ])('%s %s', (id, written, codes) => {
    expect(only(id, '{label: 号码}', written).codes).toEqual(codes);
  });

  it('a bare number shows its text as written and keeps all its characters', () => {
    const filled = only('phone', '{label: 区号}', '0512');
    expect(argsOf(filled.finding('identifier-unquoted'))).toEqual({ field: '区号', written: '0512' });
    expect(spot(filled.finding('identifier-unquoted'))).toBe('3:12');
    expect(filled.fact('phone')).toBe('0512');
  });

  it('a number in the notation of powers is a number too', () => {
    const filled = only('uscc', '{label: 代码}', '91320115e10');
    expect(argsOf(filled.finding('identifier-unquoted'))).toMatchObject({ written: '91320115e10' });
  });

  it('the wrong check character comes with the right one', () => {
    const found = only('uscc', '{label: 统一社会信用代码}', '"91320115MADEM00118"').finding('uscc-check');
    expect(argsOf(found)).toMatchObject({ found: '8', expected: 'B', corrected: '91320115MADEM0011B' });
    expect(found.cite).toMatchObject([{ short: 'GB 32100-2015', standing: 'standard' }]);
  });

  it('a code of a 个体工商户 is no enterprise', () => {
    const kind = only('uscc', '{label: 代码}', '"92320115MADEM00111"').codes;
    const corrected = only('uscc', '{label: 代码}', '"92320115MADEM00110"');
    const found = [kind, corrected.codes].flat();
    expect(found).toContain('uscc-check');
    const right = argsOf(corrected.finding('uscc-check')) as { corrected: string };
    expect(only('uscc', '{label: 代码}', `"${right.corrected}"`).codes).toEqual(['uscc-kind']);
  });
});

describe('dates', () => {
  const founded = (written: string) => only('founded', '{label: 成立时间}', written);
  test.each(['2016-03-18', '2020-02-29', '"2016-12-31"'])('%s is a day', (written) => {
    expect(founded(written).codes).toEqual([]);
  });
  test.each([
    ['2016-2-30', undefined],
    ['2019-02-29', undefined],
    ['2016-13-01', undefined],
    ['2016', undefined],
    ['二〇一六年', undefined],
    ['2016.3.8', '2016-03-08'],
    ['2016/03/18', '2016-03-18'],
    ['2016年3月18日', '2016-03-18'],
    ['２０１６-03-18', '2016-03-18'],
    ['2016-3-18', '2016-03-18'],
  ])('%s is none; meant is %s', (written, suggestion) => {
    const args = suggestion === undefined ? { field: '成立时间', written } : { field: '成立时间', written, suggestion };
    expect(argsOf(founded(written).finding('date-unreadable'))).toEqual(args);
  });
  it('a term may be endless, a date not', () => {
    expect(only('valid', '{label: 营业期限}', '长期').fact('valid')).toBe('长期');
    expect(founded('长期').codes).toEqual(['date-unreadable']);
  });
});

describe('choices', () => {
  const level = (written: string) => only('level', '{label: 认定级别}', written);
  const chains = (written: string) => only('chains', '{label: 产业链, list: chains}', written);

  it('takes the printed text', () => {
    expect(level('省级').field('level').value).toEqual({ kind: 'chosen', chosen: ['省级'] });
    expect(chains('[工业机器人, 液晶显示（LCD）]').fact('chains')).toEqual(['工业机器人', '液晶显示 (LCD)']);
    expect(chains('工业机器人').fact('chains')).toEqual(['工业机器人']);
  });
  it('names the nearest option', () => {
    expect(argsOf(level('国级').finding('choice-unknown'))).toMatchObject({
      nearest: '省级',
      options: ['省级', '市县'],
    });
    expect(argsOf(chains('[工业软仵]').finding('choice-unknown'))).toMatchObject({ nearest: '工业软件' });
    expect(level('国级').facts.has('level')).toBe(false);
  });
  it('warns of one chosen twice', () => {
    const filled = chains('[工业软件, 工业软件]');
    expect(filled.codes).toEqual(['choice-twice']);
    expect(filled.fact('chains')).toEqual(['工业软件']);
    expect(spot(filled.finding('choice-twice'))).toBe('3:20');
  });
  it('takes any text where no source prints the options', () => {
    const filled = only('kind', '{label: 企业类型, open: true}', '民营控股');
    expect(filled.field('kind').value).toEqual({ kind: 'text', text: '民营控股' });
  });
  test.each([
    ['是', true],
    ['否', false],
    ['true', true],
    ['false', false],
    ['"是"', true],
  ])('yes or no: %s', (written, expected) => {
    expect(only('listed', '{label: 是否上市}', written).fact('listed')).toBe(expected);
  });
  it('yes or no: nothing else', () => {
    expect(only('listed', '{label: 是否上市}', 'yes').codes).toEqual(['choice-unknown']);
    expect(only('listed', '{label: 是否上市}', '1').codes).toEqual(['choice-unknown']);
  });
});

describe('a person', () => {
  const contact = (written: string) => only('contact', '{label: 联系人, parts: {mobile: 联系手机}}', written);
  it('has a name, a telephone and a mobile, by id or as printed', () => {
    const value = { kind: 'person', name: '林晓雯', phone: '025-50000026', mobile: '13900000026' };
    const ids = contact('{name: 林晓雯, phone: "025-50000026", mobile: "13900000026"}');
    const labels = contact('{姓名: 林晓雯, 电话: "025-50000026", 联系手机: "13900000026"}');
    const other = contact('{姓名: 林晓雯, 电话: "025-50000026", 手机: "13900000026"}');
    for (const filled of [ids, labels, other]) {
      expect(filled.codes).toEqual([]);
      expect(filled.field('contact').value).toEqual(value);
    }
  });
  it('names each part that is missing, as printed', () => {
    const filled = contact('{name: 林晓雯, phone: ""}');
    expect(filled.findings.map(argsOf)).toMatchObject([
      { field: '电话', section: '联系人' },
      { field: '联系手机', section: '联系人' },
    ]);
    expect(filled.codes).toEqual(['field-missing', 'field-missing']);
  });
  it('names a part that is none, and the nearest', () => {
    const found = contact('{name: 林, 电活: "025-50000026", mobile: "13900000026"}').finding('field-unknown');
    expect(argsOf(found)).toMatchObject({ key: '电活', section: '联系人', nearest: '电话' });
  });
  it('is told when one part stands twice', () => {
    const filled = contact('{name: 林, 姓名: 李, phone: "025-50000026", mobile: "13900000026"}');
    expect(argsOf(filled.finding('field-twice'))).toMatchObject({ first: 'name', second: '姓名' });
  });
  it('is no text', () => {
    expect(argsOf(contact('林晓雯').finding('value-shape'))).toMatchObject({ expected: 'person', found: 'scalar' });
  });
  it('has its mobile checked', () => {
    const found = contact('{name: 林, phone: "025-50000026", mobile: "139"}').finding('mobile-shape');
    expect(argsOf(found)).toMatchObject({ field: '联系人 联系手机', written: '139' });
  });
});
