// Takes figures as people write them: separators, full-width digits, signs and units, in decimals and never through a float.
import { Decimal } from '../expression/decimal.ts';
import type { Fact } from '../expression/types.ts';
import { halfWidth, plainDashes, type Taken, takenFrom } from './taken.ts';
import { anyUnit, isMoney, powerBetween } from './units.ts';

export type TakenFigure =
  | Taken
  /** A unit that does not fit the one that is asked for; `text` is the bare number. */
  | { readonly is: 'unit'; readonly unit: string; readonly text: string }
  /** Separators that part no thousands: `12,34,567`. `text` is what is left without them. */
  | { readonly is: 'groups'; readonly text: string };

/** A figure as a dossier writes it: digits, a point, a leading minus. */
const plain = /^(?!-0(?:\.0*)?$)-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

export const isPlainFigure = (text: string): boolean => plain.test(text);

const shape = new RegExp(
  `^(?<currency>人民币|RMB|CNY|¥)?\\s*(?:(?<sign>[-+])\\s*)?(?<number>[\\d.](?:[\\d.,_ ]*[\\d.])?)\\s*(?:(?<unit>${anyUnit})|\\(\\s*(?<inner>${anyUnit})\\s*\\))?$`,
  'iu',
);
const grouped =
  /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$|^[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?$|^[1-9]\d{0,2}(?:_\d{3})+(?:\.\d+)?$/;
const bare = /^(?:\d+(?:\.\d*)?|\.\d+)$/;

/** Digits without needless noughts, and with the one before a point: `007` is 7, `.5` is 0.5, `-0` is 0. */
function tidy(sign: string, digits: string): string {
  const text = digits
    .replace(/^0+(?=\d)/, '')
    .replace(/^\./, '0.')
    .replace(/\.$/, '');
  return sign === '-' && !/^[0.]+$/.test(text) ? `-${text}` : text;
}

/** A power of ten moves the point and changes no digit. */
const shifted = (text: string, power: number): string =>
  power === 0 ? text : new Decimal(`${text}e${power}`).toFixed();

const numerals = '零一二三四五六七八九';
const ranks = '十百千';
/** The same numerals as licences and cheques print them. */
const formal = new Map(
  [...'〇壹贰叁肆伍陆柒捌玖拾佰仟两'].map((sign, at) => [sign, '零一二三四五六七八九十百千二'[at] ?? sign]),
);
const inNumerals = new RegExp(`^(?<number>[${numerals}${ranks}]+)(?=(?:${anyUnit})$)`, 'u');

/** `九千八百` in digits; nothing where it is no number, or may be two: 三千五. */
function digitsOf(text: string): string | undefined {
  let [sum, rank, gap, digit] = [0, ranks.length + 1, false, 0];
  for (const sign of text) {
    const at = ranks.indexOf(sign) + 1;
    if (sign === '零') gap = true;
    else if (at === 0 && digit === 0) digit = numerals.indexOf(sign);
    else if (at > 0 && at < rank && (digit > 0 || (at === 1 && sum === 0))) {
      sum += (digit || 1) * 10 ** at;
      [rank, digit, gap] = [at, 0, false];
    } else return undefined;
  }
  const isWhole = digit === 0 || gap || rank === 1 || sum === 0;
  return isWhole && sum + digit > 0 ? String(sum + digit) : undefined;
}

/** As licences print a capital, `人民币叁仟万元整`: what says no more than the figure goes, and the figure in digits. */
function asFigure(text: string, unit: string | undefined): string {
  const bared = isMoney(unit) ? text.replace(/(?<=[元万亿])(?:\s*人民币)?(?:\s*整)?$/u, '') : text;
  const [, currency = '', rest = ''] = /^(人民币)?\s*(.*)$/su.exec(bared) ?? [];
  const plain = [...rest].map((sign) => formal.get(sign) ?? sign).join('');
  const { number = '' } = inNumerals.exec(plain)?.groups ?? {};
  const digits = digitsOf(number);
  return digits === undefined ? bared : `${currency}${digits}${plain.slice(number.length)}`;
}

/** Reads `written` where a figure in `unit` is asked for; `%` of a percentage is a unit. */
export function takeFigure(written: string, unit: string | undefined): TakenFigure {
  const text = written.trim();
  if (isPlainFigure(text)) return { is: 'plain', text };
  const half = plainDashes(halfWidth(text))
    .replace(/(?<=\d)。(?=\d)/g, '.')
    .trim();
  const bracketed = /^\((?<inner>[^()]*)\)$/.exec(half)?.groups?.inner;
  if (bracketed !== undefined) return belowZero(takeFigure(bracketed, unit));
  const {
    currency,
    sign = '',
    number = '',
    unit: behind,
    inner: word = behind,
  } = shape.exec(asFigure(half, unit))?.groups ?? {};
  const joined = number.replace(/[,_ ]/g, '');
  if (!bare.test(joined)) return { is: 'none' };
  if (!bare.test(number) && !grouped.test(number)) return unsure(sign, number, joined);
  const read = tidy(sign, joined);
  const said = word?.replace(/\s/g, '') ?? (currency === undefined ? undefined : '元');
  if (said === undefined) return takenFrom(text, read);
  const power = powerBetween(said, unit);
  if (power === undefined) return { is: 'unit', unit: said, text: read };
  const moved = shifted(read, power);
  // ¥9800 where 万元 is asked for: the sign may have been put before a figure that is in 万元 already.
  if (word === undefined && power !== 0 && isMoney(unit)) return { is: 'several', readings: [read, moved] };
  return takenFrom(text, moved);
}

/** `3,5` may be a decimal comma, or a group of digits that lacks one; `5890 7105` are several figures. */
function unsure(sign: string, number: string, joined: string): TakenFigure {
  if (/ \d{4}/.test(number)) return { is: 'none' };
  const [, whole, rest] = /^(\d+),(\d+)$/.exec(number) ?? [];
  if (whole === undefined || rest === undefined) return { is: 'groups', text: tidy(sign, joined) };
  return { is: 'several', readings: [tidy(sign, `${whole}.${rest}`), tidy(sign, joined)] };
}

/** Accountants put what is below zero in brackets; others put anything there. */
function belowZero(inner: TakenFigure): TakenFigure {
  if (inner.is !== 'plain' && inner.is !== 'taken') return { is: 'none' };
  const { text } = inner;
  if (text.startsWith('-')) return { is: 'none' };
  return { is: 'several', readings: [tidy('-', text), text] };
}

/** How far two figures may be apart, and which share of an amount that may be (E-05). */
const [apart, shareApart] = [new Decimal('0.01'), new Decimal('0.0005')];

/** Whether two figures of a fact are one but for rounding (E-05): within 0.01; an amount also within 0.05 % of `given`. */
export function agree(stated: Decimal, given: Decimal, fact: Fact): boolean {
  const tolerance = fact.type === 'amount' ? Decimal.max(apart, given.abs().times(shareApart)) : apart;
  return stated.minus(given).abs().lte(tolerance);
}
