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
  `^(?<currency>人民币|RMB|CNY|¥)?\\s*(?:(?<sign>[-+])\\s*)?(?<number>[\\d.](?:[\\d.,_ ]*[\\d.])?)\\s*(?<unit>${anyUnit})?$`,
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

/** Reads `written` where a figure in `unit` is asked for; `%` of a percentage is a unit. */
export function takeFigure(written: string, unit: string | undefined): TakenFigure {
  const text = written.trim();
  if (isPlainFigure(text)) return { is: 'plain', text };
  const half = plainDashes(halfWidth(text))
    .replace(/(?<=\d)。(?=\d)/g, '.')
    .trim();
  const bracketed = /^\((?<inner>[^()]*)\)$/.exec(half)?.groups?.inner;
  if (bracketed !== undefined) return belowZero(takeFigure(bracketed, unit));
  const { currency, sign = '', number = '', unit: word } = shape.exec(half)?.groups ?? {};
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
