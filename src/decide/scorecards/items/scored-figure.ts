// Points that follow from one figure by a rule of their own: none where it does not exist, a range while it is missing.
import { compile, type Evaluated, type Expression, type Input } from '../../../expression/compile.ts';
import type { Decimal } from '../../../expression/decimal.ts';
import { precise, substitutionOf, type Told } from '../../../expression/explain.ts';
import type { Scope } from '../../../expression/scope.ts';
import { notComputable } from '../../../findings/states.ts';
import type { KindProblem, OpenedKind, Substitutions } from './kind.ts';

/** What a figure gives: its points, and how they came about, `figure` being the substitution with its value. */
export type Given = { readonly points: number; shown(figure: string): Told };

/** `inside` is where the figure stands below the kind; `give` may go beyond `max` or below zero, the points do not. */
export function scoredFigure(
  of: string,
  inside: readonly (string | number)[],
  scope: Scope,
  max: number,
  give: (value: Decimal) => Given,
): OpenedKind | KindProblem {
  const opened = openFigure(of, inside, scope);
  if ('problem' in opened) return opened;
  const figure = opened.ok;
  return {
    names: figure.names,
    score: (input, substitutions) => {
      const outcome = figure.value(input);
      if (outcome.is === 'undecided') return { points: { least: 0, most: max }, needs: outcome.needs };
      // Growth from a base of zero reaches no band, as it meets no limit of a criterion.
      if (outcome.is === 'not computable') return { points: { least: 0, most: 0 }, shown: notComputable, needs: [] };
      const { value } = outcome;
      const { points, shown } = give(value);
      const given = Math.min(max, Math.max(0, points));
      return {
        points: { least: given, most: given },
        shown: shown(figure.shown(input, substitutions, value)),
        needs: [],
      };
    },
  };
}

type Figure = {
  readonly names: ReadonlySet<string>;
  value(input: Input): Evaluated<Decimal>;
  /** `8,000 ÷ 10,000 × 100 = 80`, or the bare value of a fact. */
  shown(input: Input, substitutions: Substitutions, value: Decimal): string;
};

/** Compiles `text`, which stands at `inside` below the kind. */
function openFigure(text: string, inside: readonly (string | number)[], scope: Scope): { ok: Figure } | KindProblem {
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
