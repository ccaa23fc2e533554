// The points of a dossier, as the JSON of a report holds them.
import * as z from 'zod';
import { cite } from './json-cite.ts';

const id = z.string().min(1);

const points = z.strictObject({
  least: z.number().nonnegative().meta({ description: 'With what is known.' }),
  most: z.number().nonnegative().meta({ description: 'If every missing fact is of the best.' }),
});

export const scorecard = z.strictObject({
  label: z.string(),
  max: z.number(),
  pass: z.number().meta({ description: 'Fewest points in all.' }),
  points,
  groups: z.array(z.strictObject({ id, label: z.string(), max: z.number(), pass: z.number().optional(), points })),
  items: z.array(
    z.strictObject({
      id,
      group: id,
      label: z.string(),
      max: z.number(),
      points,
      shown: z.string().optional().meta({ description: 'The figure and its limit, or the option that holds.' }),
      needs: z.array(z.string()),
      cite,
    }),
  ),
  cite,
});
