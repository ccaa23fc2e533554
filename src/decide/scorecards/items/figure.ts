// The figure that an item looks at: its value, and how it came about, in words of arithmetic.
import { compile, type Evaluated, type Expression, type Input } from '../../../expression/compile.ts';
import type { Decimal } from '../../../expression/decimal.ts';
import { precise, substitutionOf } from '../../../expression/explain.ts';
import type { Scope } from '../../../expression/scope.ts';
import type { KindProblem, Substitutions } from './kind.ts';

export type Figure = {
  readonly names: ReadonlySet<string>;
  value(input: Input): Evaluated<Decimal>;
  /** `8,000 ÷ 10,000 × 100 = 80`, or the bare value of a fact. */
  shown(input: Input, substitutions: Substitutions, value: Decimal): string;
};

/** Compiles `text`, which stands at `inside` below the kind. */
export function openFigure(
  text: string,
  inside: readonly (string | number)[],
  scope: Scope,
): { ok: Figure } | KindProblem {
  const compiled = compile(text, scope, 'Decimal');
  if ('problem' in compiled) return { inside, text, expected: 'Decimal', problem: compiled.problem };
  const expression: Expression<Decimal> = compiled.ok;
  const { tree } = expression;
  return {
    ok: {
      names: expression.names,
      value: (input) => expression.evaluate(input),
      shown: (input, substitutions, value) => {
        const how =
          tree.op === 'id' && scope.metrics.has(tree.args)
            ? substitutions.get(tree.args)
            : substitutionOf(tree, scope, input);
        return how === undefined || !/[÷×+−]/.test(how) ? precise(value) : `${how} = ${precise(value)}`;
      },
    },
  };
}
