// One value, however it is written, has one canonical form, and no text silently becomes a value.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isDay } from '../../src/expression/day.ts';
import { Decimal } from '../../src/expression/decimal.ts';
import { checkMobile, checkPhone, checkPostcode, checkUscc } from '../../src/form/types/identifiers.ts';
import { takeChoice, takeChoices, takeYesNo } from '../../src/values/choice.ts';
import { daySerial, takeDay, takeTerm } from '../../src/values/date.ts';
import { isPlainFigure, takeFigure } from '../../src/values/figure.ts';
import { textTaken } from '../../src/values/taken.ts';

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const spaces = fc.constantFrom('', ' ', '\u3000', '\u00a0');

/** `1234.50`, as a dossier writes it. */
const figure = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.integer({ min: 0, max: 4 }), fc.nat(9999))
  .map(([minus, whole, places, rest]) => {
    const text = `${whole}${places === 0 ? '' : `.${String(rest).padStart(4, '0').slice(0, places)}`}`;
    return minus && /[1-9]/.test(text) ? `-${text}` : text;
  });
const grouped = (text: string, sign: string): string => text.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, sign);

describe('figures', () => {
  test('all ways to write one give that one', () =>
    fc.assert(
      fc.property(figure, spaces, (text, space) => {
        const ways = [grouped(text, ','), grouped(text, '，'), grouped(text, ' '), wide(text), `${text}${space}万元`];
        const more = [
          ` ${text} `,
          `${text}万`,
          wide(grouped(text, ',')),
          text.replace('-', '−'),
          text.replace(/^(?=\d)/, '+'),
        ];
        for (const written of [...ways, ...more])
          expect([written, textTaken(takeFigure(written, '万元'))]).toEqual([written, text]);
        expect(takeFigure(text, '万元')).toEqual({ is: 'plain', text });
      }),
    ));

  test('a unit moves the point and changes no digit', () =>
    fc.assert(
      fc.property(figure, (text) => {
        const same = (written: string, unit: string): Decimal =>
          new Decimal(textTaken(takeFigure(written, unit)) ?? NaN);
        const exact = new Decimal(text);
        expect(same(`${text}元`, '万元').toFixed()).toBe(new Decimal(`${text}e-4`).toFixed());
        expect(same(`${text}亿元`, '万元').toFixed()).toBe(new Decimal(`${text}e4`).toFixed());
        expect(same(`${text}%`, '%').toFixed()).toBe(exact.toFixed());
      }),
    ));

  test('whatever is taken is plain, and is taken as itself', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'0123456789.,-+ _%()eExX万亿元人¥０，。−①²'), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string({ unit: 'grapheme', maxLength: 12 })), (written) => {
        for (const unit of ['万元', '人', '%', undefined]) {
          const text = textTaken(takeFigure(written, unit));
          if (text === undefined) continue;
          expect([isPlainFigure(text), takeFigure(text, unit)]).toEqual([true, { is: 'plain', text }]);
          // Every digit of the value stands in the text.
          expect(written).toMatch(/[0-9０-９]/);
        }
      }),
    );
  });

  // As licences, contracts and forms print an amount.
  it.each([
    ['3000万元整', '3000'],
    ['人民币3000万元整', '3000'],
    ['3000万元人民币', '3000'],
    ['3,000.50 万人民币', '3000.50'],
    ['叁仟万元整', '3000'],
    ['人民币叁仟万元整', '3000'],
    ['伍佰零叁万元', '503'],
    ['三千万', '3000'],
    ['一亿元', '10000'],
    ['五千元', '0.5'],
    ['9800（万元）', '9800'],
    ['98000000 (元)', '9800'],
  ])('%s is %s', (written, text) => {
    expect(takeFigure(written, '万元')).toEqual({ is: 'taken', text });
  });

  it('reads numerals only before a unit, and only where they are one number', () => {
    expect(textTaken(takeFigure('一百三十六人', '人'))).toBe('136');
    expect(textTaken(takeFigure('十二项', '项'))).toBe('12');
    // 三千五 is 3,500 to some and 3,005 to others.
    for (const written of ['三千五万元', '三', '几千万元', '十百万元', '二十几万元', '万元', '零元', '整', '9800整'])
      expect([written, takeFigure(written, '万元')]).toEqual([written, { is: 'none' }]);
    expect(takeFigure('3000万美元整', '万元').is).toBe('unit');
  });

  it.each(['1e5', '0x10', '0o17', '.inf', '.nan', '1:30', 'true', '10²', '①', '٣', '1.2.3', '', '-', '.', '1/3'])(
    '%j is none',
    (written) => expect(takeFigure(written, '万元')).toEqual({ is: 'none' }),
  );
});

describe('days', () => {
  const day = fc.integer({ min: 18_264, max: 73_050 }).map((serial) => daySerial(serial) ?? '');

  test('all ways to write one give that one', () =>
    fc.assert(
      fc.property(day, spaces, (text, space) => {
        const [year = '', month = '', date = ''] = text.split('-');
        const [m, d] = [String(Number(month)), String(Number(date))];
        const serial = String(Date.parse(text) / 86_400_000 + 25_569);
        const ways = [`${year}年${m}月${d}日`, `${year}/${m}/${d}`, `${year}.${month}.${date}`, `${year}-${m}-${d}`];
        const more = [
          year + month + date,
          serial,
          wide(text),
          `${year}${space}年${m}月${space}${d}号`,
          `${text} 00:00:00`,
        ];
        for (const written of [...ways, ...more])
          expect([written, textTaken(takeDay(written))]).toEqual([written, text]);
        expect(takeDay(text)).toEqual({ is: 'plain', text });
      }),
    ));

  test('numerals, as licences print them', () =>
    fc.assert(
      fc.property(day, fc.constantFrom('〇', '○', '零', '0'), fc.constantFrom('日', '号'), (text, nought, last) => {
        const [year = '', month = '', date = ''] = text.split('-');
        const words = (one: string): string =>
          `${['', '十', '二十', '三十'][Math.floor(Number(one) / 10)]}${['', ...'一二三四五六七八九'][Number(one) % 10]}`;
        const years = [...year]
          .map((digit) => (digit === '0' ? nought : '一二三四五六七八九'[Number(digit) - 1]))
          .join('');
        expect(takeDay(`${years}年${words(month)}月${words(date)}${last}`)).toEqual({ is: 'taken', text });
      }),
    ));

  it('takes 廿一 and 一十八, too', () => {
    expect(textTaken(takeDay('一九九八年十一月廿一日'))).toBe('1998-11-21');
    expect(textTaken(takeDay('二零一六年三月一十八日'))).toBe('2016-03-18');
  });

  it.each([
    '二〇一六年二月三十日',
    '二〇一六年三月',
    '一六年三月十八日',
    '二〇一六年十三月一日',
    '二〇一六年三月十十日',
    '二〇一六年三月一二日',
  ])('%s is no day', (written) => expect(takeDay(written)).toEqual({ is: 'none' }));

  test('month and day the other way round are taken only where one reading is a day', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 31 }), (one, two) => {
        const taken = takeDay(`${one}/${two}/2021`);
        const readings = new Set(
          [`${one}-${two}`, `${two}-${one}`].flatMap((text) => {
            const [month = '', date = ''] = text.split('-');
            const iso = `2021-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
            return isDay(iso) ? [iso] : [];
          }),
        );
        expect(taken.is).toBe(readings.size === 0 ? 'none' : readings.size === 1 ? 'taken' : 'several');
      }),
    ));

  test('no text but a day becomes one', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/.年月日号 T:长期'), maxLength: 14 }), (written) => {
        for (const take of [takeDay, takeTerm]) {
          const text = textTaken(take(written));
          if (text !== undefined) expect([isDay(text) || text === '长期', take(text).is]).toEqual([true, 'plain']);
        }
      }),
    ));
});

describe('identifiers', () => {
  const digits = (length: number) =>
    fc.array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length }).map((one) => one.join(''));
  const spread = (text: string, sign: string): string => [...text].join(sign);

  test('spaces and widths are no part of them', () =>
    fc.assert(
      fc.property(digits(9), digits(6), spaces, (rest, postcode, space) => {
        const mobile = `13${rest}`;
        const ways = (text: string): string[] => [text, wide(text), spread(text, space), ` ${text}`];
        for (const written of [...ways(mobile), `+86 ${mobile}`, spread(mobile, '-')])
          expect(checkMobile(written)).toEqual({ ok: true, normalised: mobile });
        for (const written of ways(postcode))
          expect(checkPostcode(written)).toEqual({ ok: true, normalised: postcode });
        for (const written of [
          `025${rest.slice(1)}`,
          `025-${rest.slice(1)}`,
          `（025）${rest.slice(1)}`,
          `+86 25 ${rest.slice(1)}`,
        ])
          expect(checkPhone(written)).toMatchObject({ normalised: `025-${rest.slice(1)}` });
      }),
    ));

  test('what is taken is taken as itself', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-+() 转exABX０'), maxLength: 20 }), (written) => {
        for (const check of [checkMobile, checkPhone, checkPostcode, checkUscc]) {
          const read = check(written);
          if ('normalised' in read) expect(check(read.normalised)).toEqual(read);
        }
      }),
    ));
});

describe('choices', () => {
  const options = ['液晶显示 (LCD)', '5G', '小巨人企业(制造类)', '省级', '酿造 (酒)'];

  test('widths, spaces, brackets and letter case are no difference', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...options),
        spaces,
        fc.constantFrom('()', '（）', '【】', '[]'),
        (option, space, signs) => {
          const written = wide(option)
            .toLowerCase()
            .replace('（', `${space}${signs[0]}`)
            .replace('）', `${signs[1]}${space}`);
          expect(textTaken(takeChoice(written, options))).toBe(option);
          expect(takeChoice(option, options)).toEqual({ is: 'plain', text: option });
        },
      ),
    ));

  it('never chooses between two', () => {
    expect(takeChoice('ab', ['AB', 'Ab'])).toEqual({ is: 'several', readings: ['AB', 'Ab'] });
    expect(takeChoices('省级、5g', options)).toEqual(['省级', '5G']);
    expect(takeChoices('省级、六G', options)).toBeUndefined();
    expect(takeChoices('甲、乙', ['甲、乙', '甲', '乙'])).toBeUndefined();
    expect(takeChoices('［省级，5g］', options)).toEqual(['省级', '5G']);
  });

  it('takes the one that is marked of several, as forms print them', () => {
    const levels = ['省级', '市县'];
    expect(takeChoice('☑省级 □市县', levels)).toEqual({ is: 'taken', text: '省级' });
    expect(takeChoice('□ 省级　√ 市县', levels)).toEqual({ is: 'taken', text: '市县' });
    for (const written of ['□省级 □市县', '☑省级 ☑市县', '☑省级 □其他', '☑省级', '省级 □市县'])
      expect([written, takeChoice(written, levels)]).toEqual([written, { is: 'none' }]);
  });

  test('是 and 否 are taken from nothing else than their words', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 4 }), (written) => {
        const taken = takeYesNo(written);
        if (taken.is === 'taken') expect(written).toMatch(/[是否有对√✓✔☑×✕✖✗✘无没ynYNｙｎＹＮ]|true|false/iu);
      }),
    ));
});
