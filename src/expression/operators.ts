// Arithmetic and comparison of decimals in CEL, also against its int and double literals.
import type { Environment } from '@marcbachmann/cel-js';
import { Decimal } from './decimal.ts';
import { Undefined } from './signals.ts';
import { arithmetic, relations } from './signs.ts';

type Operand = Decimal | bigint | number;

/** A double of CEL may be Infinity or NaN (`1.0 / 0.0`); no figure may come of it. */
function decimal(operand: Operand): Decimal {
  if (operand instanceof Decimal) return operand;
  const value = new Decimal(operand.toString());
  if (!value.isFinite()) throw new Undefined('no-value');
  return value;
}

/** CEL makes `!=` of `==`, which it mirrors by itself: it refuses the other side as a duplicate. */
const registered = (sign: string, left: string): boolean => sign !== '!=' && (sign !== '==' || left === 'Decimal');

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
    for (const [sign, { apply }] of Object.entries(arithmetic)) {
      environment.registerOperator(`${left} ${sign} ${right}: Decimal`, (a: Operand, b: Operand) =>
        apply(decimal(a), decimal(b)),
      );
    }
    for (const [sign, { holds }] of Object.entries(relations)) {
      if (!registered(sign, left)) continue;
      environment.registerOperator(`${left} ${sign} ${right}: bool`, (a: Operand, b: Operand) =>
        holds(decimal(a).comparedTo(decimal(b))),
      );
    }
  }
}
