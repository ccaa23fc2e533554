// Texts, identifiers, dates, choices and persons: what is read, and what each refuses.
import { describe, expect, it, test } from 'vitest';
import { argsOf, fill, only, spot } from './fill.ts';

describe('text', () => {
  const address = (written: string) => only('address', '{label: 注册通讯地址}', written);
  it('is taken as written, ends trimmed', () => {
    expect(address('"  示例路18号 "').fact('address')).toBe('示例路18号');
    expect(address('007').fact('address')).toBe('007');
  });
  it.each(['待补充', '【待定】', '同上', '详见附件3', '见营业执照。', 'xxx', '？', '请填写详细地址', '某某路某某号'])(
    'that only holds its place is not taken: %s',
    (written) => {
      const read = address(`"${written}"`);
      expect(read.fact('address')).toBeUndefined();
      expect(argsOf(read.finding('value-placeholder'))).toEqual({ field: '注册通讯地址', written });
    },
  );
  it.each([
    [
      '不清楚',
      '尚不清楚',
      '不太清楚。',
      '不知道',
      '（不详）',
      '未知',
      '未确定',
      '暂未确定',
      '没想好',
      '记不清',
      '忘了',
    ],
    [
      '后补',
      '稍后补充',
      '后附',
      '附后',
      '另附',
      '另行提供',
      '暂定',
      '无法确认',
      '需核实',
      '再确认一下',
      '问财务',
      'Unknown',
    ],
    ['同营业执照', '按执照', '同去年', '请选择'],
  ])('that says that its writer does not know, or sends elsewhere, is not taken: %s …', (...texts) => {
    for (const written of texts) {
      const read = address(`"${written}"`);
      expect([written, read.fact('address'), read.codes]).toEqual([written, undefined, ['value-placeholder']]);
    }
  });
  it.each([
    '待月楼路1号',
    '见龙街道2号',
    '同上村3组',
    '无锡路5号',
    '测试',
    '测试大道1号',
    '不二路1号',
    '未来路2号',
    '后附街3号',
    '随园路4号',
    '另山村5组',
    '忘川路6号',
    '同安街',
  ])('may begin alike: %s', (written) => {
    expect(address(`"${written}"`).fact('address')).toBe(written);
  });
  it('may be a word for none, which is printed as an answer and names nothing', () => {
    for (const written of ['无', '没有', '不适用']) {
      const read = address(written);
      expect([read.codes, read.fact('address')]).toEqual([[], undefined]);
      expect(read.field('address').value).toEqual({ kind: 'text', text: written });
    }
  });
  it('of a row may point to the cell beside it or above, where there is one', () => {
    const told = (rows: string) => fill('head: {}', `titles: [${rows}]`).findings.map(({ code }) => code);
    expect(told('{kind: 小巨人}, {kind: 同上}')).not.toContain('value-placeholder');
    expect(told('{level: 省级, kind: 同上}')).not.toContain('value-placeholder');
    expect(told('{kind: 小巨人}, {kind: 见附件}')).toContain('value-placeholder');
    expect(told('{kind: 同上, level: 省级}')).toContain('value-placeholder');
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
    for (const none of ['[]', '无', '[无]']) expect(names(none)).toEqual([]);
  });
  it('several are counted without what names nothing, and once each', () => {
    const listed = fill('head: {}', 'facts: {former_names: [无, 旧名, 合计2项, 旧 名, 备注：无]}');
    expect(listed.fact('former_names')).toEqual(['旧名']);
    const told = listed.findings.map(({ code, severity }) => `${code} ${severity}`);
    expect(told).toEqual(['row-none note', 'row-no-entry error', 'row-twice warning', 'row-no-entry error']);
    expect(listed.findings.map(argsOf)).toMatchObject([{ row: 1 }, { row: 3 }, { row: 4, first: 2 }, { row: 5 }]);
    expect(fill('head: {}', 'facts: {former_names: 暂无}').fact('former_names')).toEqual([]);
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

  test.each([
    ['uscc', '91320115madem0011b', '91320115MADEM0011B'],
    ['uscc', ' 9132 0115 ＭＡＤＥＭ0011B', '91320115MADEM0011B'],
    ['postcode', '２１１１００', '211100'],
    ['postcode', '211 100', '211100'],
    ['mobile', '138 0000 1111', '13800001111'],
    ['mobile', '+86-138-0000-1111', '13800001111'],
    ['phone', '（025）5000 0018转801', '025-50000018-801'],
    ['phone', '02550000018', '025-50000018'],
    ['phone', '4001234567', '400-123-4567'],
    ['email', 'ａ@ｂ．ｃｎ', 'a@b.cn'],
  ])('%s %s is taken as %s, with one note', (id, written, taken) => {
    const filled = only(id, '{label: 号码}', JSON.stringify(written));
    expect(filled.findings.map(({ code, severity }) => [code, severity])).toEqual([['value-taken', 'note']]);
    expect(argsOf(filled.finding('value-taken'))).toEqual({ field: '号码', written: written.trim(), taken });
    expect([filled.fact(id), filled.field(id).value]).toEqual([taken, { kind: 'text', text: taken }]);
    expect(only(id, '{label: 号码}', JSON.stringify(taken)).codes).toEqual([]);
  });

  it('a superscript or a circled figure is no digit', () => {
    expect(only('postcode', '{label: 邮编}', '"21110⁰"').codes).toEqual(['postcode-shape']);
    expect(only('mobile', '{label: 手机}', '"1380000111①"').codes).toEqual(['mobile-shape']);
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
    '2016-2-30',
    '2019-02-29',
    '2016-13-01',
    '2016',
    '2016年3月',
    '二〇一六年',
    '12345',
    '16/3/8',
    '20160230',
  ])('%s is none', (written) => {
    expect(argsOf(founded(JSON.stringify(written)).finding('date-unreadable'))).toEqual({ field: '成立时间', written });
  });
  test.each([
    ['2016.3.8', '2016-03-08'],
    ['2016/03/18', '2016-03-18'],
    ['2016年3月18日', '2016-03-18'],
    ['2016 年 3 月 18 日', '2016-03-18'],
    ['２０１６-03-18', '2016-03-18'],
    ['2016-3-18', '2016-03-18'],
    ['20200512', '2020-05-12'],
    ['43963', '2020-05-12'],
    ['2020-05-12 00:00:00', '2020-05-12'],
    ['18/3/2016', '2016-03-18'],
  ])('%s is taken as %s', (written, taken) => {
    for (const yaml of [written, JSON.stringify(written)]) {
      const filled = founded(yaml);
      expect(filled.codes).toEqual(['value-taken']);
      expect(argsOf(filled.finding('value-taken'))).toEqual({ field: '成立时间', written, taken });
      expect(filled.fact('founded')).toBe(taken);
    }
  });
  it('with two readings is none of them', () => {
    const filled = founded('03/04/2021');
    expect(argsOf(filled.finding('value-ambiguous'))).toMatchObject({ readings: ['2021-03-04', '2021-04-03'] });
    expect([filled.codes, filled.fact('founded')]).toEqual([['value-ambiguous'], undefined]);
  });
  it('a term may be endless, a date not', () => {
    expect(only('valid', '{label: 营业期限}', '长期').fact('valid')).toBe('长期');
    expect(founded('长期').codes).toEqual(['date-unreadable']);
    const years = only('valid', '{label: 营业期限}', '三年').finding('date-unreadable');
    expect(argsOf(years)).toEqual({ field: '营业期限', written: '三年', or: '长期' });
    expect(argsOf(founded('长期').finding('date-unreadable'))).not.toHaveProperty('or');
  });
});

describe('choices', () => {
  const level = (written: string) => only('level', '{label: 认定级别}', written);
  const chains = (written: string) => only('chains', '{label: 产业链, list: chains}', written);

  it('takes the printed text', () => {
    expect(level('省级').field('level').value).toEqual({ kind: 'chosen', chosen: ['省级'] });
    expect(chains('[工业机器人, 液晶显示 (LCD)]').fact('chains')).toEqual(['工业机器人', '液晶显示 (LCD)']);
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
  it('names the only option that begins with what is written', () => {
    expect(argsOf(level('省').finding('choice-unknown'))).toMatchObject({ nearest: '省级' });
    expect(argsOf(level('市').finding('choice-unknown'))).toMatchObject({ nearest: '市县' });
    // 工业机器人 and 工业软件 both do.
    expect(argsOf(chains('工业').finding('choice-unknown'))).not.toHaveProperty('nearest');
    expect(argsOf(level('""').finding('field-missing'))).toBeDefined();
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
  test.each([
    ['√', true],
    ['✓', true],
    ['有', true],
    ['对', true],
    ['yes', true],
    ['×', false],
    ['无', false],
    ['没有', false],
    ['"□是 ☑否"', false],
  ])('yes or no: %s is taken', (written, expected) => {
    const filled = only('listed', '{label: 是否上市}', written);
    expect([filled.codes, filled.fact('listed')]).toEqual([['value-taken'], expected]);
  });
  test.each([
    ['1', 'choice-unknown'],
    ['未上市', 'choice-unknown'],
    ['/', 'choice-unknown'],
    ['"□是 □否"', 'choice-unknown'],
    ['x', 'value-ambiguous'],
    ['☒', 'value-ambiguous'],
  ])('yes or no: %s is neither', (written, code) => {
    const filled = only('listed', '{label: 是否上市}', written);
    expect([filled.codes, filled.fact('listed')]).toEqual([[code], undefined]);
  });
  it('takes other widths, brackets, letter cases and signs between options', () => {
    for (const written of ['液晶显示（LCD）', '"液晶显示【lcd】"', '液晶显示  (lcd)']) {
      const filled = chains(`[${written}]`);
      expect([filled.codes, filled.fact('chains')]).toEqual([['value-taken'], ['液晶显示 (LCD)']]);
    }
    const joined = chains('工业机器人、工业软件');
    expect([joined.codes, joined.fact('chains')]).toEqual([['value-taken'], ['工业机器人', '工业软件']]);
    expect(chains('工业机器人、甲').codes).toEqual(['choice-unknown']);
  });
  it('takes a word for none', () => {
    const optional = (written: string) => only('chains', '{label: 产业链, list: chains, required: false}', written);
    for (const written of ['无', '暂无', '没有'])
      expect([optional(written).codes, optional(written).fact('chains')]).toEqual([['value-taken'], []]);
    for (const written of ['无', '[]']) expect(chains(written).codes).toEqual(['field-missing']);
    expect(optional('[]').codes).toEqual([]);
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
  it('has a name and nothing else in it', () => {
    const named = (written: string) => contact(`{name: ${written}, phone: "025-50000026", mobile: "13900000026"}`);
    for (const written of ['林晓雯 025-52001234 / 13800001111', '林晓雯13800001111', 'lin@example.com'])
      expect(named(written).codes).toEqual(['name-with-number']);
    expect(named('阿不都 A2').codes).toEqual([]);
    const spaced = named('林　雯');
    expect([spaced.codes, spaced.field('contact').value]).toMatchObject([['value-taken'], { name: '林雯' }]);
    expect(named('John Smith').codes).toEqual([]);
  });
  it('has its mobile checked', () => {
    const found = contact('{name: 林, phone: "025-50000026", mobile: "139"}').finding('mobile-shape');
    expect(argsOf(found)).toMatchObject({ field: '联系人 联系手机', written: '139' });
  });
});
