// Holds the identifiers to every number that the reference works out, and to the properties of their check characters.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { patentLastDay, patentTerm, readPatentNumber } from '../../src/form/identifiers/patent.ts';
import {
  checkEmail,
  checkMobile,
  checkPhone,
  checkPostcode,
  checkUscc,
  postcodeFits,
  usccKind,
  usccRegistrar,
} from '../../src/form/types/identifiers.ts';

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const words = (text: string) => text.trim().split(/\s+/);
const pick = (from: readonly string[], length: number) =>
  fc.array(fc.constantFrom(...from), { minLength: length, maxLength: length }).map((parts) => parts.join(''));
const digits = (length: number) => pick([...'0123456789'], length);
/** The standard's formula, written with its printed weights. */
const completed = (first17: string) => {
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(first17.charAt(index)), 0);
  return first17 + alphabet[(31 - (sum % 31)) % 31];
};
const codes = fc
  .tuple(pick(alphabet, 2), digits(6), pick(alphabet, 9))
  .map(([kind, registrar, subject]) => completed(kind + registrar + subject));
const spaces = fc.constantFrom('', ' ', '\u3000', '\u00a0', '\t');
/** A text with spaces of all kinds strewn between its characters. */
const strewn = (text: string) =>
  fc
    .array(spaces, { minLength: text.length, maxLength: text.length })
    .map((between) => [...text].map((character, index) => (between[index] ?? '') + character).join(''));

describe('统一社会信用代码', () => {
  it.each(
    words(`91320115MADEM0011B 91320505MADEM002X8 91440305MADEM0038W 91320214MADEM010XD 91320413123456788N
      91320281MADEM02650 91320281MADEM0142Y 91110000101623741K 911101066976941872`),
  )('accepts %s', (code) => expect(checkUscc(code)).toEqual({ ok: true, normalised: code }));

  const failing = { '91310115MA1H8R7C6D': '7', '91350211M0000XUF46': 'R' };
  it.each(Object.entries(failing))('finds the wrong check character of %s', (code, expected) => {
    const wrong = { ok: false, problem: 'check', found: code.charAt(17), expected };
    expect(checkUscc(code)).toEqual({ ...wrong, corrected: code.slice(0, 17) + expected });
  });

  it('tells length, alphabet and writing apart', () => {
    expect(checkUscc('91320115MADEM0011')).toEqual({ ok: false, problem: 'length', length: 17 });
    expect(checkUscc('')).toEqual({ ok: false, problem: 'length', length: 0 });
    const strange = { ok: false, problem: 'alphabet' };
    for (const character of ['I', 'O', 'S', 'V', 'Z', '-', '代'])
      expect(checkUscc(`91320115M${character}DEM0011B`)).toEqual({ ...strange, character, position: 10 });
    expect(checkUscc('9132A115MADEM0011B')).toEqual({ ...strange, character: 'A', position: 5 });
    for (const written of ['91320115madem0011b', ' 91320115 MADEM0011B', '９１３２０１１５MADEM0011B'])
      expect(checkUscc(written)).toEqual({ ok: true, normalised: '91320115MADEM0011B' });
  });

  it('reads the registrar and the kind', () => {
    expect(usccRegistrar('91320115madem0011b')).toBe('320115');
    expect(usccRegistrar('9132A115')).toBeUndefined();
    const others = ['机构编制部门登记的单位', '民政部门登记的单位', 'other', 'other'];
    expect(['12', '51', 'A1', 'N1'].map(usccKind)).toEqual(others);
    expect(['91', '92', '93'].map(usccKind)).toEqual(['enterprise', '个体工商户', '农民专业合作社']);
  });

  test('a code made by the formula is accepted, however it is spaced', () =>
    fc.assert(
      fc.property(
        codes.chain((code) => fc.tuple(fc.constant(code), strewn(code))),
        ([code, spaced]) => {
          for (const written of [code, spaced, spaced.toLowerCase()])
            expect(checkUscc(written)).toEqual({ ok: true, normalised: code });
        },
      ),
    ));

  test('a change of any one of the first 17 characters is refused', () =>
    fc.assert(
      fc.property(codes, fc.nat(16), fc.constantFrom(...alphabet), (code, at, character) => {
        fc.pre(code.charAt(at) !== character);
        expect(checkUscc(code.slice(0, at) + character + code.slice(at + 1)).ok).toBe(false);
      }),
    ));
});

describe('专利号', () => {
  const years = fc.integer({ min: 2003, max: 2099 });
  const written = fc
    .tuple(fc.constantFrom('', 'ZL', 'CN'), years, digits(8), fc.constantFrom('', '.1', 'X', '.X'))
    .map((parts) => parts.join(''));

  it.each(
    words(`201710601862.3/2017/发明专利 202010000001.1/2020/发明专利 202021000002.8/2020/实用新型专利
      202111000007.X/2021/发明专利 202230000003.0/2022/外观设计专利 201220687633.0/2012/实用新型专利
      201810000016.0/2018/发明专利 95115608.X/1995/发明专利 97101765.4/1997/发明专利`),
  )('reads %s', (row) => {
    const [number = '', filed, type] = row.split('/');
    const read = { kind: 'application', filed: Number(filed), type, pct: false, check: { is: 'ok' } };
    for (const written of [
      number,
      `ZL${number}`,
      `CN${number}`,
      number.replace('.', ''),
      `zl：${number.toLowerCase()}`,
    ])
      expect(readPatentNumber(written)).toEqual({ ...read, normalised: `ZL${number}` });
  });

  it('reads what certificates print and hands type', () => {
    const expected = readPatentNumber('ZL201220687633.0');
    for (const written of ['ZL 2012 2 0687633.0', 'ＺＬ　２０１２２０６８７６３３．０', 'ZL-201220687633。0'])
      expect(readPatentNumber(written)).toEqual(expected);
    expect(readPatentNumber('ZL2017106018623')).toEqual(readPatentNumber('ZL 201710601862.3'));
  });

  it('names the check character that is missing or wrong', () => {
    const without = readPatentNumber('ZL 201710601862');
    expect(without).toMatchObject({ check: { is: 'missing', expected: '3' }, normalised: 'ZL201710601862' });
    expect(readPatentNumber('95115608')).toMatchObject({ filed: 1995, check: { is: 'missing', expected: 'X' } });
    const wrong = readPatentNumber('202111000007.1');
    expect(wrong).toMatchObject({ check: { is: 'wrong', found: '1', expected: 'X' }, normalised: 'ZL202111000007.1' });
  });

  it('knows PCT applications and reserved type digits', () => {
    expect(readPatentNumber('201780000001')).toMatchObject({ type: '发明专利', pct: true });
    expect(readPatentNumber('201790000001')).toMatchObject({ type: '实用新型专利', pct: true });
    expect(readPatentNumber('02800001')).toMatchObject({ filed: 2002, type: '发明专利', pct: true });
    expect(readPatentNumber('201740000001')).toMatchObject({ type: 'unknown', pct: false });
  });

  it.each(
    words(`CN109876543B/发明专利 CN1098765C/发明专利 CN109876543A/发明专利 CN209876543U/实用新型专利 CN2098765Y/实用新型专利
      CN309876543S/外观设计专利 CN3098765D/外观设计专利 CN109876543B2/发明专利`),
  )('reads the publication %s', (row) => {
    const [number = '', type] = row.split('/');
    const expected = { kind: 'publication', type, granted: !number.endsWith('A'), normalised: number };
    for (const written of [number, number.toLowerCase().replace(/(\d)(?=[a-z])/, '$1 ')])
      expect(readPatentNumber(written)).toEqual(expected);
  });

  it.each([
    '',
    '发明',
    'ZL',
    '2020SR0123456',
    'US10123456B2',
    '2017106018',
    '52686656',
    '199910000001.1',
    '200210000001.1',
    'CN123456B',
  ])('refuses %j', (text) => expect(readPatentNumber(text)).toEqual({ kind: 'none' }));

  test('spaces change nothing, and the normalised form reads as itself', () =>
    fc.assert(
      fc.property(
        written.chain((number) => fc.tuple(fc.constant(number), strewn(number))),
        ([number, spaced]) => {
          const read = readPatentNumber(number);
          expect(readPatentNumber(spaced)).toEqual(read);
          expect(read.kind === 'application' && readPatentNumber(read.normalised)).toEqual(read);
        },
      ),
    ));

  test('a change of any one digit shows in the check character', () =>
    fc.assert(
      fc.property(digits(7), fc.nat(6), fc.integer({ min: 1, max: 9 }), (serial, at, step) => {
        const checkOf = (number: string) => {
          const read = readPatentNumber(number);
          return read.kind === 'application' && read.check.is === 'missing' ? read.check.expected : undefined;
        };
        const changed = serial.slice(0, at) + ((Number(serial.charAt(at)) + step) % 10) + serial.slice(at + 1);
        expect(checkOf(`20201${serial}`)).toMatch(/^[\dX]$/);
        expect(checkOf(`20201${changed}`)).not.toBe(checkOf(`20201${serial}`));
      }),
    ));

  it('gives the term by type and day of filing', () => {
    expect([patentTerm('发明专利', '2018'), patentTerm('实用新型专利', '2018')]).toEqual([20, 10]);
    const designs = ['2021-05-31', '2021-06-01', '2020', '2021'].map((day) => patentTerm('外观设计专利', day));
    expect(designs).toEqual([10, 15, 10, 15]);
    expect(patentLastDay('实用新型专利', '2011-08-16')).toBe('2021-08-16');
    expect(patentLastDay('实用新型专利', '2011')).toBe('2021-12-31');
  });
});

describe('电话和手机', () => {
  it.each([
    ['025- 52686656', '025-52686656'],
    ['（025）52686656', '025-52686656'],
    ['02552686656', '025-52686656'],
    ['051266668888', '0512-66668888'],
    ['025－52686656转801', '025-52686656-801'],
    ['0512—66668888 ext. 12', '0512-66668888-12'],
    ['+86 25 5268 6656', '025-52686656'],
    ['86-512-66668888', '0512-66668888'],
    ['0086-025-52686656', '025-52686656'],
    ['8625-52686656', '025-52686656'],
  ])('reads the fixed number %s', (written, normalised) =>
    expect(checkPhone(written)).toEqual({ ok: true, kind: 'fixed', normalised }),
  );

  it('reads service numbers, and tells a number without area code from no number', () => {
    for (const written of ['400-828-8888', '8008288888', '+86 400 828 8888'])
      expect(checkPhone(written)).toMatchObject({ ok: true, kind: 'service' });
    expect(checkPhone('52686656-8')).toEqual({ ok: false, problem: 'area code', normalised: '52686656-8' });
    expect(checkPhone('86123456')).toEqual({ ok: false, problem: 'area code', normalised: '86123456' });
    for (const written of ['025-888', '无', '', '12345', '025-52686656/13800138000', '0-52686656'])
      expect(checkPhone(written)).toEqual({ ok: false, problem: 'shape' });
  });

  it.each([
    '13800138000',
    '+86 138 0013 8000',
    '8613800138000',
    '１38-0013-8000',
    '(+86)13800138000',
    '86-13800138000',
  ])('reads the mobile %s', (written) => {
    expect(checkMobile(written)).toEqual({ ok: true, normalised: '13800138000' });
    expect(checkPhone(written)).toEqual({ ok: true, kind: 'mobile', normalised: '13800138000' });
  });

  it.each(['12800138000', '1380013800', '138001380001', '025-52686656', ''])('refuses the mobile %j', (written) =>
    expect(checkMobile(written)).toEqual({ ok: false }),
  );

  test('country code, dashes and 转 change nothing but the writing, and the normalised form reads as itself', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('', '+86 ', '86-', '86', '0086'),
        fc.constantFrom('025', '0512'),
        fc.constantFrom('', '-', '—', ' － '),
        digits(8),
        fc.constantFrom('', '转801', ' ext.801', '--801'),
        (country, area, dash, number, extension) => {
          const written = country + area.slice(country === '' ? 0 : 1) + dash + number + extension;
          const normalised = `${area}-${number}${extension && '-801'}`;
          expect(checkPhone(written)).toEqual({ ok: true, kind: 'fixed', normalised });
          expect(checkPhone(normalised)).toEqual(checkPhone(written));
        },
      ),
    ));
});

test('邮编: six digits, and the first of its city', () => {
  const areas = [{ name: '南京市', code: '025', postcodes: ['210', '211'] }];
  expect(checkPostcode('２１０ 001')).toEqual({ ok: true, normalised: '210001' });
  for (const written of ['21000', '2100011', '21000A', '']) expect(checkPostcode(written)).toEqual({ ok: false });
  expect(postcodeFits('南京市', '211100', areas)).toBe(true);
  expect(postcodeFits('南京市', '518000', areas)).toBe(false);
  expect(postcodeFits('苏州市', '215000', areas)).toBeUndefined();
  expect(postcodeFits('南京市', '2111', areas)).toBeUndefined();
});

test('E-mail: one @ and a domain', () => {
  for (const written of words('a.b+c@example.com office＠example．com 张三@例子.公司 x@mail-1.example.cn'))
    expect(checkEmail(written).ok).toBe(true);
  expect(checkEmail(' office＠example.com ')).toEqual({ ok: true, normalised: 'office@example.com' });
  const wrong = words('a a@b @b.cn a@@b.cn a@-b.cn a@b..cn .a@b.cn a@b.cn;c@d.cn');
  for (const written of ['', 'a b@c.cn', ...wrong]) expect(checkEmail(written)).toEqual({ ok: false });
});
