// Regions and industries: each level inside the one above, by printed name or by code.
import { describe, expect, it, test } from 'vitest';
import { beginning } from '../../src/form/types/region-ways.ts';
import { argsOf, only, spot } from './fill.ts';

const levelsOf = (filled: ReturnType<typeof only>, id: string) => {
  const { value } = filled.field(id);
  return value?.kind === 'levels' ? value.levels : undefined;
};

describe('a region', () => {
  const region = (written: string) => only('region', '{label: 注册地区}', written);

  it('is a chain of printed names, each county inside its city', () => {
    const nanjing = region('[江苏省, 南京市, 鼓楼区]');
    expect(nanjing.codes).toEqual([]);
    expect(levelsOf(nanjing, 'region')?.map((level) => level.code)).toEqual(['320000', '320100', '320106']);
    expect(levelsOf(region('[江苏省, 徐州市, 鼓楼区]'), 'region')?.at(-1)?.code).toBe('320302');
    expect(nanjing.fact('region')).toMatchObject({
      kind: 'record',
      fields: new Map([
        ['province', '江苏省'],
        ['city', '南京市'],
        ['county', '鼓楼区'],
      ]),
    });
  });
  it('takes codes too', () => {
    expect(levelsOf(region('["320000", "320100", "320115"]'), 'region')?.at(-1)?.name).toBe('江宁区');
  });
  it('takes a city as written where the list has only some of the province, but not a slip of one it has', () => {
    const written = region('[广东省, 东莞市, 松山湖]');
    expect(written.codes).toEqual(['region-as-written', 'region-as-written']);
    expect(levelsOf(written, 'region')?.map((level) => level.name)).toEqual(['广东省', '东莞市', '松山湖']);
    expect(region('[广东省, 深川市]').codes).toEqual(['region-unknown']);
    expect(region('[江苏省, 东莞市]').codes).toEqual(['region-unknown']);
  });
  it('names the nearest in the same city', () => {
    const found = region('[江苏省, 南京市, 江宁县]').finding('region-unknown');
    expect(argsOf(found)).toEqual({ field: '注册地区', written: '江宁县', within: '南京市', nearest: '江宁区' });
    expect(spot(found)).toBe('3:24');
    expect(region('[江苏省, 徐州市, 江宁区]').codes).toEqual(['region-unknown']);
  });
  it('wants every level that the lists have', () => {
    expect(region('[江苏省, 南京市]').codes).toEqual(['region-incomplete']);
    expect(region('江苏省').codes).toEqual(['region-incomplete']);
  });
  it('notes a functional zone', () => {
    const filled = region('[江苏省, 南京市, 江北新区]');
    expect(filled.findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['note region-zone']);
  });
  it('knows a functional zone in its own city only', () => {
    const written = region('江苏省南京市江北新区');
    expect(written.codes).toEqual(['value-taken', 'region-zone']);
    expect(levelsOf(written, 'region')?.map(({ name }) => name)).toEqual(['江苏省', '南京市', '江北新区']);
    expect(region('[江苏省, 南京市, 鼓楼区, 江北新区]').codes).toEqual(['region-zone']);
    for (const other of ['[江苏省, 徐州市, 江北新区]', '江苏省徐州市江北新区'])
      expect(region(other).codes).toEqual(['region-unknown']);
    const elsewhere = region('[浙江省, 宁波市, 江北新区]');
    expect(new Set(elsewhere.codes)).toEqual(new Set(['region-as-written']));
  });
  it('takes what lies outside the list as written, with a note', () => {
    const filled = region('[浙江省, 杭州市, 西湖区]');
    expect(new Set(filled.codes)).toEqual(new Set(['region-as-written']));
    expect(levelsOf(filled, 'region')).toEqual([{ name: '浙江省' }, { name: '杭州市' }, { name: '西湖区' }]);
  });
  const chain = (written: string): unknown => [
    region(written).codes,
    levelsOf(region(written), 'region')?.map(({ name }) => name),
  ];
  test.each(
    `江苏省南京市江宁区|江苏省 南京市 江宁区|江苏省/南京市/江宁区|江苏省、南京市、江宁区|江苏省›南京市›江宁区|江苏省 > 南京市 > 江宁区
江苏省-南京市-江宁区|江苏省－南京市－江宁区|江苏 南京 江宁|江苏南京江宁|[江苏, 南京, 江宁]|[江苏省南京市, 江宁区]|南京市江宁区
[南京市, 江宁区]|江苏省江宁区|[江苏省, 江宁]|"320115"|["320000", "320100", "320115"]|江 苏 省 南 京 市 江 宁 区
中国江苏省南京市江宁区|[中国江苏省, 南京市, 江宁区]|江苏省，南京市，江宁区。`.split(/[|\n]/),
  )('%s is taken, with one note', (written) => {
    expect(chain(written)).toEqual([['value-taken'], ['江苏省', '南京市', '江宁区']]);
    expect(argsOf(region(written).finding('value-taken'))).toMatchObject({ taken: ['江苏省', '南京市', '江宁区'] });
  });
  it('is not guessed where two places have the name', () => {
    for (const written of ['江苏省鼓楼区', '[江苏省, 鼓楼区]', '江苏 鼓楼', '鼓楼区']) {
      const filled = region(written);
      expect([filled.codes, filled.facts.has('region')]).toEqual([['value-ambiguous'], false]);
      const readings = ['[江苏省, 南京市, 鼓楼区]', '[江苏省, 徐州市, 鼓楼区]'];
      expect(argsOf(filled.finding('value-ambiguous'))).toMatchObject({ readings });
    }
  });
  it('is not cut short where two beside each other are cut alike', () => {
    const options = ['和田市', '和田县', '墨玉县'].map((name) => ({ name }));
    const found = (text: string) => beginning(text, options).map(({ option, rest }) => [option.name, rest]);
    expect(found('和田')).toEqual([]);
    expect(found('和田县古江巴格乡')).toEqual([['和田县', '古江巴格乡']]);
    expect(found('墨玉')).toEqual([['墨玉县', '']]);
  });
  it('is not made of a county alone, which another province may have', () => {
    const found = region('江宁区').finding('region-incomplete');
    expect(argsOf(found)).toMatchObject({ written: '江宁区', nearest: '[江苏省, 南京市, 江宁区]' });
  });
  it('names what does not fit in a text of several levels', () => {
    expect(argsOf(region('江苏省南京市江宁县').finding('region-unknown'))).toMatchObject({
      written: '江宁县',
      within: '南京市',
      nearest: '江宁区',
    });
    expect(region('江苏省南京市').codes).toEqual(['region-incomplete']);
  });
  it('parts what lies outside the lists by its levels', () => {
    const parts = (written: string) => levelsOf(region(written), 'region')?.map(({ name }) => name);
    for (const written of ['浙江省杭州市西湖区', '浙江省 杭州市 西湖区', '浙江省/杭州市/西湖区'])
      expect(parts(written)).toEqual(['浙江省', '杭州市', '西湖区']);
    expect(parts('上海市浦东新区')).toEqual(['上海市', '浦东新区']);
    expect(parts('广东省东莞市松山湖')).toEqual(['广东省', '东莞市', '松山湖']);
    expect(parts('[浙江省, 杭州市西湖区]')).toEqual(['浙江省', '杭州市西湖区']);
  });
  it('does not begin below the province, which no list can tell outside of it', () => {
    for (const written of [
      '东莞市松山湖',
      '[东莞市, 松山湖]',
      '东莞市',
      '临平区',
      '延边朝鲜族自治州延吉市',
      '锡林郭勒盟',
    ])
      expect(region(written).codes).toEqual(['region-incomplete']);
    expect(argsOf(region('[东莞市, 松山湖]').finding('region-incomplete'))).toMatchObject({
      written: '东莞市 松山湖',
      within: '',
    });
    // A municipality, a region of its own, and a name without its rank are or may be provinces.
    for (const written of [
      '北京市朝阳区',
      '[重庆市, 云阳县]',
      '广西壮族自治区柳州市',
      '香港特别行政区',
      '浙江 杭州市 西湖区',
    ])
      expect(new Set(region(written).codes)).toEqual(new Set(['region-as-written']));
  });
  it('is missing when the list is empty', () => {
    expect(region('[]').codes).toEqual(['field-missing']);
  });
});

describe('an industry', () => {
  const industry = (written: string) => only('industry', '{label: 所属行业}', written);
  test.each([
    ['"1522"', ['C', '15', '152', '1522']],
    ['"34"', ['C', '34']],
    ['[制造业, 通用设备制造业]', ['C', '34']],
    ['"0610"', ['B', '06', '061', '0610']],
  ])('%s', (written, codes) => {
    const filled = industry(written);
    expect(filled.codes).toEqual([]);
    expect(levelsOf(filled, 'industry')?.map((level) => level.code)).toEqual(codes);
  });
  test.each([
    ['"C1522"', ['C', '15', '152', '1522'], '1522'],
    ['"c 1522"', ['C', '15', '152', '1522'], '1522'],
    ['Ｃ１５２２', ['C', '15', '152', '1522'], '1522'],
    ['"C34"', ['C', '34'], '34'],
    ['3451 轴承制造', ['C', '34', '345', '3451'], ['制造业', '通用设备制造业', '345', '3451 轴承制造']],
    ['轴承制造(C3451)', ['C', '34', '345', '3451'], ['制造业', '通用设备制造业', '345', '3451 轴承制造']],
    ['C 制造业 > 34 通用设备制造业', ['C', '34'], ['制造业', '通用设备制造业']],
    ['制造业 通用设备制造业', ['C', '34'], ['制造业', '通用设备制造业']],
    ['制造业-通用设备制造业-345 轴承-3451 滚动轴承', ['C', '34', '345', '3451'], undefined],
    ['[C, "34"]', ['C', '34'], ['制造业', '通用设备制造业']],
  ])('%s is taken, with one note', (written, codes, taken) => {
    const filled = industry(written);
    expect(filled.codes).toEqual(['value-taken']);
    expect(levelsOf(filled, 'industry')?.map((level) => level.code)).toEqual(codes);
    const { taken: found } = argsOf(filled.finding('value-taken')) as { taken: string | string[] };
    if (taken !== undefined) expect(found).toEqual(taken);
    const again = industry(JSON.stringify(found));
    expect([again.codes, again.fact('industry')]).toEqual([[], filled.fact('industry')]);
  });
  test.each([
    '3451 采矿业 制造业',
    '[制造业, 通用设备制造业, 1522 啤酒制造]',
    '[采矿业, 34 通用设备制造业]',
    '34 采矿业',
  ])('%s contradicts itself', (written) => expect(industry(written).codes).toEqual(['industry-unknown']));
  it('as a bare number loses its leading zero, and says so', () => {
    expect(argsOf(industry('0610').finding('identifier-unquoted'))).toMatchObject({ written: '0610' });
  });
  test.each(['"B1522"', '"9999"', '[采矿业, 通用设备制造业]', '不知道'])('%s is none', (written) => {
    const filled = industry(written);
    expect(filled.codes).toEqual(['industry-unknown']);
    expect(filled.facts.has('industry')).toBe(false);
  });
  it('names the nearest', () => {
    expect(argsOf(industry('[制造业, 通用设备制造]').finding('industry-unknown'))).toMatchObject({
      nearest: '通用设备制造业',
    });
  });
  it('takes names below 大类 as written, with a note unless their code fits', () => {
    expect(industry('[制造业, 通用设备制造业, 轴承制造]').codes).toEqual(['industry-as-written']);
    const coded = industry('[制造业, 通用设备制造业, 345 轴承制造, 3453 齿轮制造]');
    expect(coded.codes).toEqual([]);
    expect(coded.fact('industry')).toMatchObject({
      fields: new Map([
        ['section', '制造业'],
        ['division', '通用设备制造业'],
        ['group', '轴承制造'],
        ['class', '齿轮制造'],
        ['code', '3453'],
      ]),
    });
  });
});
