// Exact decimal arithmetic: every figure of a form is one of these, never a binary float.
import { Decimal as Base } from 'decimal.js';

/** Forty digits, half up (away from zero), as Chinese accounting rounds. */
export const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });
export type Decimal = InstanceType<typeof Decimal>;

/** Digits with at most one point and a leading minus: what a figure may look like in a dossier. */
const plain = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** Reads a figure from its text as written, or nothing when it is not a plain number. */
export function readDecimal(text: string): Decimal | undefined {
  return plain.test(text) ? new Decimal(text) : undefined;
}

/**
 * A figure as a form shows it: rounded half up to a number of places; a zero as `0`
 * (the portal's own habit: source manual 2.1.2, `资产负债比(%) 0`).
 */
export function showRounded(value: Decimal, places: number): string {
  if (value.isZero()) return '0';
  const rounded = value.toDecimalPlaces(places, Base.ROUND_HALF_UP);
  // −0.001 has no sign left once rounded.
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed(places);
}

/** The whole part of every figure in a text: `9800.5` → `9,800.5`. */
export const thousands = (text: string): string => text.replace(/(?<![\d.])\d{4,}/g, groups);

function groups(digits: string): string {
  const first = digits.length % 3;
  const threes = digits.slice(first).match(/\d{3}/g) ?? [];
  return [...(first === 0 ? [] : [digits.slice(0, first)]), ...threes].join(',');
}
