// A scorecard after adding up, as a zod schema: points of every item and group, and the total, as a range while facts are missing.
import * as z from 'zod';
import { cite, id, shownEn } from '../../findings/json.ts';
import type { Shape } from '../../given.ts';

const points = z.strictObject({
  least: z.number().nonnegative().meta({ description: 'With what is known.' }),
  most: z.number().nonnegative().meta({ description: 'If every missing fact is of the best.' }),
});

export const scorecard = z.strictObject({
  label: z.string(),
  max: z.number(),
  pass: z.number().meta({ description: 'Fewest points in all.' }),
  points,
  groups: z.array(z.strictObject({ id, label: z.string(), max: z.number(), pass: z.number().exactOptional(), points })),
  items: z.array(
    z.strictObject({
      id,
      group: id,
      label: z.string(),
      max: z.number(),
      points,
      shown: z.string().exactOptional().meta({ description: 'The figure and its limit, or the option that holds.' }),
      shownEn,
      needs: z.array(z.string()),
      cite,
    }),
  ),
  cite,
});

export type ScorecardResult = Shape<typeof scorecard>;
/** Equal when nothing that counts is missing. */
export type Points = ScorecardResult['points'];
export type ScoredItem = ScorecardResult['items'][number];
