// Points that follow from one figure by a rule of their own: none where it does not exist, a range while it is missing.
import type { Decimal } from '../../../expression/decimal.ts';
import type { Scope } from '../../../expression/scope.ts';
import { openFigure } from './figure.ts';
import type { KindProblem, OpenedKind } from './kind.ts';

/** What a figure gives: its points, and how they came about, `figure` being the substitution with its value. */
export type Given = { readonly points: number; shown(figure: string): string };

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
      if (outcome.is === 'not computable') return { points: { least: 0, most: 0 }, shown: '不能计算', needs: [] };
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
