// The kind `per`: points for every whole step of a figure (one point for every two years), up to the cap of the item.
import * as z from 'zod';
import { openFigure } from './figure.ts';
import { defineKind } from './kind.ts';

const options = z.strictObject({
  /** The figure in CEL. */
  of: z.string(),
  /** Length of a step, in the unit of the figure. */
  every: z.number().positive(),
  /** Of a step. */
  points: z.number().positive().max(1000),
});

export const per = defineKind({
  name: 'per',
  schema: options,
  // The cap is what such an item is about.
  most: () => 0,
  open({ of, every, points }, scope, max) {
    const opened = openFigure(of, ['of'], scope);
    if ('problem' in opened) return opened;
    const figure = opened.ok;
    return {
      names: figure.names,
      score: (input, substitutions) => {
        const outcome = figure.value(input);
        if (outcome.is === 'undecided') return { points: { least: 0, most: max }, needs: outcome.needs };
        if (outcome.is === 'not computable') return { points: { least: 0, most: 0 }, shown: '不能计算', needs: [] };
        const { value } = outcome;
        const given = value.lte(0) ? 0 : Math.min(max, value.div(every).floor().times(points).toNumber());
        const shown = `${figure.shown(input, substitutions, value)} ÷ ${every}，取整 × ${points}`;
        return { points: { least: given, most: given }, shown, needs: [] };
      },
    };
  },
});
