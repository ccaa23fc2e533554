// The operators of an expression, one row each: how they compute, how they print, and how tightly they bind.
import type { Decimal } from './decimal.ts';
import { Undefined } from './values.ts';

/** From what binds least to what stands for itself; prose has the first four too. */
export const levels = { open: 0, or: 1, and: 2, comparison: 3, sum: 4, product: 5, atom: 9 } as const;

export type Sign = {
  readonly shown: string;
  readonly level: number;
  /** The right side needs brackets at the same level already. */
  readonly strict: boolean;
  readonly apply: (left: Decimal, right: Decimal) => Decimal;
};

export const arithmetic: Readonly<Record<string, Sign>> = {
  '+': { shown: '+', level: levels.sum, strict: false, apply: (left, right) => left.plus(right) },
  '-': { shown: '−', level: levels.sum, strict: true, apply: (left, right) => left.minus(right) },
  '*': { shown: '×', level: levels.product, strict: false, apply: (left, right) => left.times(right) },
  '/': {
    shown: '÷',
    level: levels.product,
    strict: true,
    apply: (left, right) => {
      if (right.isZero()) throw new Undefined('zero-divisor');
      return left.div(right);
    },
  },
};

export type Operator = '>=' | '<=' | '>' | '<' | '==' | '!=';

type Relation = {
  readonly shown: string;
  /** What holds where this one does not. */
  readonly opposite: Operator;
  /** Whether it holds, by the sign of left minus right. */
  readonly holds: (difference: number) => boolean;
};

export const relations: Readonly<Record<Operator, Relation>> = {
  '>=': { shown: '≥', opposite: '<', holds: (difference) => difference >= 0 },
  '<=': { shown: '≤', opposite: '>', holds: (difference) => difference <= 0 },
  '>': { shown: '>', opposite: '<=', holds: (difference) => difference > 0 },
  '<': { shown: '<', opposite: '>=', holds: (difference) => difference < 0 },
  '==': { shown: '=', opposite: '!=', holds: (difference) => difference === 0 },
  '!=': { shown: '≠', opposite: '==', holds: (difference) => difference !== 0 },
};

export const isRelation = (operator: string): operator is Operator => Object.hasOwn(relations, operator);
