// Takes days and terms as people write them: `2021年8月31日`, `二〇二一年八月三十一日`, `2021/8/31`, `20210831`, the day number of a spreadsheet.
import { isDay } from '../expression/day.ts';
import { halfWidth, oneOf, plainDashes, type Taken, takenFrom } from './taken.ts';

/** Days as a spreadsheet counts them: 2 is 1 January 1900 and a day that never was follows in February. */
const epoch = Date.UTC(1899, 11, 30);
/** From 1950 to 2099: five digits that no other way of writing a day has. */
const [firstSerial, lastSerial] = [18_264, 73_050];

/** The day that a spreadsheet shows for a number; nothing outside the years that a dossier speaks of. */
export function daySerial(days: number): string | undefined {
  const whole = Math.floor(days);
  if (!(whole >= firstSerial && whole <= lastSerial)) return undefined;
  return new Date(epoch + whole * 86_400_000).toISOString().slice(0, 10);
}

const dated = (year: string, month: string, day: string): string[] => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? [text] : [];
};

const yearFirst = /^(\d{4})(?: ?年 ?| ?[-./。] ?| )(\d{1,2})(?: ?月 ?| ?[-./。] ?| )(\d{1,2})(?: ?[日号])?$/u;
const yearLast = /^(\d{1,2}) ?([-./]) ?(\d{1,2}) ?\2 ?(\d{4})$/;
const midnight = /(?<=\d)[T ]0?0:00(?::00(?:\.0+)?)?Z?$/i;

/** Each at the place of its digit; people type 〇 in four ways. */
const numerals = '〇一二三四五六七八九';
const inNumerals =
  /^(?<year>[〇○零0一二三四五六七八九]{4})年(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十廿卅]{1,3})[日号]$/u;

/** 三十一 is 31; nothing where it is no number of a month or a day. */
function belowForty(text: string): string {
  const [tens = '', ones = '', more] = text.includes('十') ? text.split('十') : ['〇', text];
  if (more !== undefined || tens.length > 1 || ones.length > 1) return '';
  return String((tens === '' ? 1 : numerals.indexOf(tens)) * 10 + (ones === '' ? 0 : numerals.indexOf(ones)));
}

/** `二〇一六年三月十八日`, as licences print it, in digits. */
function inDigits(text: string): string {
  const { year = '', month = '', day = '' } = inNumerals.exec(text)?.groups ?? {};
  if (year === '') return text;
  const digits = [...year.replace(/[○零0]/gu, '〇')].map((sign) => numerals.indexOf(sign)).join('');
  const days = day.replace('廿', '二十').replace('卅', '三十');
  return `${digits}年${belowForty(month)}月${belowForty(days)}日`;
}

/** A day of the calendar; where month and day could be told apart in two ways, both. */
export function takeDay(written: string): Taken {
  const text = written.trim();
  if (isDay(text)) return { is: 'plain', text };
  const spaced = plainDashes(halfWidth(text)).replace(/\s+/g, ' ').trim().replace(midnight, '');
  const half = inDigits(spaced);
  const ymd = yearFirst.exec(half) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(half);
  if (ymd) return oneOf(written, dated(ymd[1] ?? '', ymd[2] ?? '', ymd[3] ?? ''));
  const last = yearLast.exec(half);
  if (last) {
    const [, one = '', , two = '', year = ''] = last;
    return oneOf(written, [...dated(year, one, two), ...dated(year, two, one)]);
  }
  const serial = /^\d{5}$/.test(half) ? daySerial(Number(half)) : undefined;
  return serial === undefined ? { is: 'none' } : takenFrom(written, serial);
}

/** What stands for a term without an end. */
export const endless = '长期';

/** A day, or 长期. */
export function takeTerm(written: string): Taken {
  return /^长\s*期(?:有\s*效)?$/u.test(written.trim()) ? takenFrom(written, endless) : takeDay(written);
}
