// Arithmetic and comparison of decimals in CEL, also against its int and double literals.
import type { Environment } from '@marcbachmann/cel-js';
import { Decimal } from './decimal.ts';
import { Undefined } from './signals.ts';

type Operand = Decimal | bigint | number;

/** A double of CEL may be Infinity or NaN (`1.0 / 0.0`); no figure may come of it. */
function decimal(operand: Operand): Decimal {
  if (operand instanceof Decimal) return operand;
  const value = new Decimal(operand.toString());
  if (!value.isFinite()) throw new Undefined('no-value');
  return value;
}

const divide = (a: Decimal, b: Decimal): Decimal => {
  if (b.isZero()) throw new Undefined('zero-divisor');
  return a.div(b);
};

const arithmetic: Record<string, (a: Decimal, b: Decimal) => Decimal> = {
  '+': (a, b) => a.plus(b),
  '-': (a, b) => a.minus(b),
  '*': (a, b) => a.times(b),
  '/': divide,
};

const comparison: Record<string, (a: Decimal, b: Decimal) => boolean> = {
  '<': (a, b) => a.lt(b),
  '<=': (a, b) => a.lte(b),
  '>': (a, b) => a.gt(b),
  '>=': (a, b) => a.gte(b),
  '==': (a, b) => a.eq(b),
};

const sides = [
  ['Decimal', 'Decimal'],
  ['Decimal', 'int'],
  ['int', 'Decimal'],
  ['Decimal', 'double'],
  ['double', 'Decimal'],
] as const;

/** Registers every mix of Decimal with the literals of CEL; int with int stays CEL's own. */
export function registerOperators(environment: Environment): void {
  for (const [left, right] of sides) {
    for (const [sign, apply] of Object.entries(arithmetic)) {
      environment.registerOperator(`${left} ${sign} ${right}: Decimal`, (a: Operand, b: Operand) =>
        apply(decimal(a), decimal(b)),
      );
    }
    for (const [sign, apply] of Object.entries(comparison)) {
      // CEL mirrors `==` by itself and refuses the other side as a duplicate.
      if (sign === '==' && left !== 'Decimal') continue;
      environment.registerOperator(`${left} ${sign} ${right}: bool`, (a: Operand, b: Operand) =>
        apply(decimal(a), decimal(b)),
      );
    }
  }
}
