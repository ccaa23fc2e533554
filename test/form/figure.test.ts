// Figures are read exactly as written, and whatever keeps a text from being a plain number is named.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/expression/decimal.ts';
import { argsOf, fill, only, spot } from './fill.ts';

const price = (written: string) => only('price', '{label: 单价(元)}', written);
const assets = '{label: 资产总额(万元), years: [Y-1]}';
const years = '{label: 利润总额(万元), years: [Y-3..Y-1, Y+2]}';

const digits = (least: number, most: number) =>
  fc
    .array(fc.constantFrom(...'0123456789'), { minLength: least, maxLength: most })
    .map((characters) => characters.join(''));
/** Plain decimals with at most four places, far more digits than a float holds included. */
const plain = fc
  .tuple(
    digits(1, 28).map((whole) => whole.replace(/^0+(?=\d)/, '')),
    fc.option(digits(1, 4), { nil: undefined }),
  )
  .map(([whole, places]) => (places === undefined ? whole : `${whole}.${places}`));
const value = (filled: ReturnType<typeof price>): string => {
  const read = filled.field('price').value;
  return read?.kind === 'number' ? read.value.toFixed() : 'none';
};

describe('a plain figure', () => {
  it('is read exactly, quoted or not', () => {
    fc.assert(
      fc.property(plain, fc.boolean(), (written, quoted) => {
        const filled = price(quoted ? `"${written}"` : written);
        expect(filled.codes).toEqual([]);
        expect(value(filled)).toBe(new Decimal(written).toFixed());
        expect(filled.fact('price')).toEqual(new Decimal(written));
      }),
    );
  });

  it('keeps its spelling for the form', () => {
    expect(price('10.00').field('price').value).toMatchObject({ kind: 'number', source: '10.00' });
    expect(value(price('9007199254740993.0001'))).toBe('9007199254740993.0001');
  });

  it('may end in zeros beyond four places', () => {
    expect(price('1.50000').codes).toEqual([]);
  });
});

describe('a figure that is not plain', () => {
  const taken = (filled: ReturnType<typeof price>): unknown => [filled.codes, value(filled)];

  it('with its own unit is taken without it', () => {
    fc.assert(
      fc.property(plain, fc.constantFrom('', ' ', '\u3000'), (number, space) => {
        const filled = price(`"${number}${space}元"`);
        expect(filled.codes).toEqual(['value-taken']);
        expect(argsOf(filled.finding('value-taken'))).toMatchObject({ taken: number });
        expect(filled.fact('price')).toEqual(new Decimal(number));
      }),
    );
  });

  it.each(['%', '％', '‰', '人', '件', '台', '年', '美元'])('in %s where 元 is asked for is refused', (sign) => {
    const filled = price(`"12.5${sign}"`);
    expect(argsOf(filled.finding('figure-with-sign'))).toMatchObject({ plain: '12.5', sign: sign.normalize('NFKC') });
    expect([filled.codes, filled.facts.has('price')]).toEqual([['figure-with-sign'], false]);
  });

  it.each([
    ['400万', '400'],
    ['4200万元', '4200'],
    ['1.2亿元', '12000'],
    ['1.2 亿', '12000'],
    ['98,000,000.00元', '9800'],
    ['98,000,001 元', '9800.0001'],
    ['¥9,800万元', '9800'],
    ['９８００．５０', '9800.5'],
    ['9 800.50', '9800.5'],
  ])('%s in 万元 is %s', (written, expected) => {
    const filled = only('assets', assets, JSON.stringify(written));
    const { value: read } = filled.field('assets');
    expect([filled.codes, read?.kind === 'number' && read.value.toFixed()]).toEqual([['value-taken'], expected]);
  });

  it('in 元 is never rounded to fit', () => {
    const filled = only('assets', assets, '98000123.45元');
    expect(argsOf(filled.finding('figure-decimals'))).toMatchObject({ written: '9800.012345' });
  });

  it('in groups of three is taken as a whole', () => {
    const grouped = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.array(digits(3, 3), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(grouped, fc.constantFrom(',', '，', ' ', '\u3000', '_'), ([first, rest], separator) => {
        const filled = price(`"${[first, ...rest].join(separator)}"`);
        expect(taken(filled)).toEqual([['value-taken'], `${first}${rest.join('')}`]);
      }),
    );
  });

  it.each([
    ['0512', '512'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+5', '5'],
    ['-0', '0'],
    ['1_000', '1000'],
    ['"12。5"', '12.5'],
  ])('%s is taken as %s', (written, expected) => expect(taken(price(written))).toEqual([['value-taken'], expected]));

  it.each([
    ['3,5', ['3.5', '35']],
    ['1234,5', ['1234.5', '12345']],
    ['0,123', ['0.123', '123']],
    ['(5,200)', ['-5200', '5200']],
  ])('%s has two readings and is none', (written, readings) => {
    const filled = price(JSON.stringify(written));
    expect(argsOf(filled.finding('value-ambiguous'))).toMatchObject({ written, readings });
    expect([filled.codes, value(filled)]).toEqual([['value-ambiguous'], 'none']);
  });

  it('after a sign of currency in 万元 may be in 元', () => {
    const filled = only('assets', assets, '¥9800');
    expect(argsOf(filled.finding('value-ambiguous'))).toMatchObject({ readings: ['9800', '0.98'] });
  });

  it('several figures are none', () => {
    expect(price('"5890 7105 8330"').codes).toEqual(['figure-unreadable']);
  });

  it.each(['12,34,567', '1,2345,678', '12 34', '1_0'])('%s is in odd groups', (written) =>
    expect(price(JSON.stringify(written)).codes).toEqual(['figure-separated']),
  );

  it.each('约100 1e3 1E+05 0x1F 0o17 .inf .nan 十二 1.2.3 -- 5-6 true 10² ① ⅓ 1:30 100左右 三百 12a'.split(' '))(
    '%s',
    (written) => {
      const filled = price(written);
      expect(filled.codes).toEqual(['figure-unreadable']);
      expect(argsOf(filled.finding('figure-unreadable'))).toMatchObject({ field: '单价(元)', written, unit: '元' });
      expect(spot(filled.finding('figure-unreadable'))).toBe('3:12');
    },
  );

  it('with more than four places', () => {
    expect(argsOf(price('1.00001').finding('figure-decimals'))).toMatchObject({ written: '1.00001', most: 4 });
  });

  it('below zero, unless the fact may be', () => {
    expect(price('-0.01').codes).toEqual(['figure-negative']);
    expect(only('profit', '{label: 利润, years: [Y-1]}', '-0.01').codes).toEqual([]);
  });

  it('of heads, with a part of one', () => {
    const heads = (written: string) => only('employees', '{label: 职工人数(人), years: [Y-1]}', written);
    expect(heads('12.5').codes).toEqual(['figure-whole']);
    expect(heads('12.0').codes).toEqual([]);
    expect(argsOf(heads('15人').finding('value-taken'))).toMatchObject({ written: '15人', taken: '15' });
    expect(heads('1.5万人').field('employees').value).toMatchObject({ source: '15000' });
    expect(heads('15台').codes).toEqual(['figure-with-sign']);
  });

  it('but a list or a map', () => {
    expect(argsOf(price('[1]').finding('value-shape'))).toMatchObject({ expected: 'figure', found: 'list' });
    expect(argsOf(price('{元: 1}').finding('value-shape'))).toMatchObject({ expected: 'figure', found: 'map' });
  });
});

describe('a yearly figure', () => {
  const read = (filled: ReturnType<typeof fill>, id: string) => {
    const fact = filled.fact(id);
    return typeof fact === 'object' && 'kind' in fact && fact.kind === 'yearly'
      ? Object.fromEntries([...fact.years].map(([year, one]) => [year, one.toFixed()]))
      : undefined;
  };

  it('of one printed year takes the plain value, or its year', () => {
    expect(read(only('assets', assets, '9800.00'), 'assets')).toEqual({ 2020: '9800' });
    expect(read(only('assets', assets, '{2020: 9800.00}'), 'assets')).toEqual({ 2020: '9800' });
  });

  it('of several takes plain years as keys, forecasts too', () => {
    const filled = only('profit', years, '{2018: 1.5, 2019年: -2, "2020": 3, 2023: 4}');
    expect(filled.codes).toEqual([]);
    expect(read(filled, 'profit')).toEqual({ 2018: '1.5', 2019: '-2', 2020: '3', 2023: '4' });
    expect(filled.field('profit').value).toMatchObject({
      cells: [{ year: 2018 }, { year: 2019 }, { year: 2020, source: '3' }, { year: 2023, forecast: true }],
    });
  });

  it('says once which years the form does not print, and keeps them from every condition', () => {
    const filled = only('profit', years, '{2016: 1, 2017年: 2, 2018: 1, 2019: 2, 2020: 3, 2023: 4}');
    expect(filled.findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['note years-beyond']);
    expect(argsOf(filled.finding('years-beyond'))).toEqual({
      field: '利润总额(万元)',
      beyond: ['2016', '2017'],
      years: ['2018', '2019', '2020', '2023'],
    });
    expect(spot(filled.finding('years-beyond'))).toBe('3:14');
    expect(read(filled, 'profit')).toEqual({ 2018: '1', 2019: '2', 2020: '3', 2023: '4' });
  });

  it('does not take the figure of another year for the one it asks', () => {
    const filled = only('assets', assets, '{2019: 9800.00}');
    expect(filled.codes).toEqual(['years-beyond', 'field-missing']);
    expect(read(filled, 'assets')).toEqual({});
  });

  it.each(['去年', '20166', '0020', '2100', '2020-12'])('knows that %s is no year', (key) => {
    const filled = only('profit', years, `{"${key}": 1, 2018: 1, 2019: 2, 2020: 3, 2023: 4}`);
    expect(filled.codes).toEqual(['year-unknown']);
  });

  it.each(['2020年度', '２０２０ 年'])('knows the year in %s', (key) => {
    expect(only('profit', years, `{"${key}": 3, 2018: 1, 2019: 2, 2023: 4}`).codes).toEqual([]);
  });

  it.each(['2023年(预计)', '2023年（预计）', '2023预计'])('knows a forecast by its head: %s', (key) => {
    expect(only('profit', years, `{2018: 1, 2019: 2, 2020: 3, "${key}": 4}`).codes).toEqual([]);
  });

  it('takes no forecast for the figure of a year that is over', () => {
    expect(only('profit', years, '{2018: 1, 2019: 2, "2020年(预计)": 3, 2023: 4}').codes).toEqual(['year-unknown']);
  });

  it('names each year that is not there', () => {
    const filled = only('profit', years, '{2018: 1, 2020: , 2023: x}');
    expect(filled.codes).toEqual(['figure-unreadable', 'field-missing', 'field-missing']);
    expect(filled.findings.slice(1).map(argsOf)).toMatchObject([{ field: '2019年' }, { field: '2020年' }]);
  });

  it('needs its years', () => {
    expect(argsOf(only('profit', years, '5').finding('value-shape'))).toMatchObject({ expected: 'years' });
  });

  it('is put together where YAML parts it at a comma', () => {
    const filled = only('profit', years, '{2018: 1,200, 2019: -2,345,678.90, 2020: 3,200, 2023: 4}');
    expect(filled.codes).toEqual(['value-taken', 'value-taken', 'value-taken']);
    expect(filled.findings.map(argsOf)).toMatchObject([
      { field: '利润总额(万元) 2018年', written: '1,200', taken: '1200' },
      { written: '-2,345,678.90', taken: '-2345678.90' },
      { written: '3,200', taken: '3200' },
    ]);
    expect(read(filled, 'profit')).toEqual({ 2018: '1200', 2019: '-2345678.9', 2020: '3200', 2023: '4' });
    expect(filled.findings[0]?.at).toMatchObject({ line: 3, column: 20, endColumn: 25 });
  });

  it('stands once for each year', () => {
    const filled = only('profit', years, '{2018: 1, 2018年: 5, 2019: 2, 2020: 3, 2023: 4}');
    expect(argsOf(filled.finding('field-twice'))).toEqual({
      field: '利润总额(万元) 2018年',
      first: '2018',
      second: '2018年',
    });
    expect(read(filled, 'profit')).toMatchObject({ 2018: '1' });
  });

  it('among the facts takes any year', () => {
    const filled = fill('head: {}', 'facts: {sales: {2020: 6200.00, 2019: 5000}}');
    expect(read(filled, 'sales')).toEqual({ 2020: '6200', 2019: '5000' });
    expect(fill('head: {}', 'facts: {sales: {去年: 1}}').codes).toEqual(['year-unknown']);
  });
});

describe('a computed cell', () => {
  const computed = 'basics: {title: 基本情况, fields: {ratio: {label: 占比(%), computed: debt_ratio}}}';
  const stated = (written: string) => fill(computed, `form:\n  basics:\n    ratio: ${written}\n`);

  it('keeps what is stated, to be compared', () => {
    expect(stated('-3.50').codes).toEqual([]);
    expect(stated('-3.50').stated.get('debt_ratio')).toMatchObject({ source: '-3.50', at: { line: 3, column: 12 } });
  });

  it('is taken without its sign', () => {
    expect(argsOf(stated('8.37%').finding('value-taken'))).toMatchObject({ written: '8.37%', taken: '8.37' });
    expect(stated('8.37%').stated.get('debt_ratio')).toMatchObject({ source: '8.37' });
    expect(stated('"83.7‰"').stated.get('debt_ratio')).toMatchObject({ source: '8.37' });
  });

  it('is never missing', () => {
    expect(fill(computed, 'form: {}\n').codes).toEqual([]);
  });
});
