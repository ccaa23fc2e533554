// The kind `per`: points for every whole step of a figure (one point for every two years), up to the cap of the item.
import * as z from 'zod';
import { pointsIn } from '../../telling.ts';
import { defineKind } from './kind.ts';
import { scoredFigure } from './scored-figure.ts';

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
  words: {
    zh: ({ of, every, points }, { say }) => `${say(of)}每满 ${every} 得 ${pointsIn.zh(points)}`,
    en: ({ of, every, points }, { say }) => `${pointsIn.en(points)} for every ${every} of ${say(of)}`,
  },
  schema: options,
  // The cap is what such an item is about.
  most: () => 0,
  open: ({ of, every, points }, scope, max) =>
    scoredFigure(of, ['of'], scope, max, (value) => ({
      points: value.div(every).floor().times(points).toNumber(),
      shown: (figure) => ({
        zh: `${figure} ÷ ${every}，取整 × ${points}`,
        en: `${figure} ÷ ${every}, rounded down × ${points}`,
      }),
    })),
});
