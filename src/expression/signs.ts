// The operators of an expression, one row each: how they compute, how they print, and how tightly they bind; and the walk that prints an expression in a voice.
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Decimal } from './decimal.ts';
import type { FunctionRow } from './functions.ts';
import type { Scope } from './scope.ts';
import { constantInt, yearlyRead } from './tree.ts';
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

export type Printed = { readonly text: string; readonly level: number };

/** How each part is said; what a voice has no words for is nothing, and then the whole is. */
export type Voice<P extends Printed> = {
  /** Whatever is said in another way than by its parts. */
  whole?(node: ASTNode): P | undefined;
  /** A fact or a metric, or its figure of a year. */
  name(id: string, year?: number): P | undefined;
  number(text: string): P | undefined;
  /** A function over the years of a fact. */
  over(row: FunctionRow, fact: string, from: number, to: number): P | undefined;
  sum(operator: string, sign: Sign, left: P, right: P): P | undefined;
  /** Whatever is more than arithmetic. */
  other?(node: ASTNode): P | undefined;
};

export function render<P extends Printed>(node: ASTNode, scope: Scope, voice: Voice<P>): P | undefined {
  const whole = voice.whole?.(node);
  if (whole !== undefined) return whole;
  const read = yearlyRead(node, scope);
  if (read && node.op === 'rcall') return voice.name(read.fact, read.years[0]);
  if (read && node.op === 'call') {
    const [from = 0, to = from] = node.args[1].slice(1).map((operand) => constantInt(operand, scope.year) ?? 0);
    const row = scope.functions.get(node.args[0]);
    return row && voice.over(row, read.fact, from, to);
  }
  if (node.op === 'value' && (typeof node.args === 'bigint' || typeof node.args === 'number'))
    return voice.number(String(node.args));
  if (node.op === 'id') return voice.name(node.args);
  const sign = arithmetic[node.op];
  if (sign === undefined) return voice.other?.(node);
  const [left, right] = (node.args as [ASTNode, ASTNode]).map((side) => render(side, scope, voice));
  return left && right && voice.sum(node.op, sign, left, right);
}

/** Two sides and the sign between them, in brackets where they bind less. */
export const infix = ({ shown, level, strict }: Sign, left: Printed, right: Printed): Printed => ({
  text: `${bracket(left, level)} ${shown} ${bracket(right, level, strict)}`,
  level,
});

export const bracket = (side: Printed, level: number, strict = false): string =>
  side.level < level || (strict && side.level === level) ? `(${side.text})` : side.text;
