// A metric after computing, as a zod schema: its figure with formula and substitution, or why there is none.
import * as z from 'zod';
import type { Decimal } from '../../expression/decimal.ts';
import { cite, count, id, place } from '../../findings/json.ts';
import type { Shape } from '../../given.ts';

/** A limit that a criterion sets on a metric: `>= 8`. */
const limit = z.strictObject({ criterion: id, operator: z.enum(['>=', '<=', '>', '<']), limit: z.string() });

/** Figures are decimals here and texts in JSON. */
function metricWith<Figure extends z.ZodType>(figure: Figure) {
  const charted = z.strictObject({ label: z.string(), unit: z.string(), value: figure });

  const outcome = z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('value'), value: figure, shown: z.string() }),
    z.strictObject({ is: z.literal('undecided'), needs: z.array(z.string()) }),
    z.strictObject({
      is: z.literal('not computable'),
      why: z.enum(['zero-divisor', 'base-not-positive', 'end-negative', 'no-value']),
    }),
  ]);

  return z.strictObject({
    id,
    label: z.string(),
    unit: z.string(),
    decimals: count,
    outcome,
    formula: z.string(),
    substitution: z.string().exactOptional(),
    precise: z.string().exactOptional(),
    limits: z.array(limit),
    readings: z
      .array(z.strictObject({ label: z.string(), outcome }))
      .min(2)
      .exactOptional()
      .meta({ description: 'Where the clause is read in several ways: the one of the formula first.' }),
    stated: z
      .strictObject({
        value: figure,
        source: z.string(),
        agrees: z.boolean(),
        reading: z.string().exactOptional(),
        at: place,
      })
      .exactOptional(),
    chart: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('part'), part: charted, whole: charted }),
        z.strictObject({
          kind: z.literal('bars'),
          label: z.string(),
          unit: z.string(),
          bars: z.array(z.strictObject({ year: z.int(), forecast: z.boolean(), value: figure.exactOptional() })),
        }),
      ])
      .exactOptional(),
    cite,
  });
}

export const metric = metricWith(z.string().meta({ description: 'All digits; no float.' }));

export type MetricResult = Shape<ReturnType<typeof metricWith<z.ZodType<Decimal>>>>;
export type MetricOutcome = MetricResult['outcome'];
export type MetricLimit = Shape<typeof limit>;
/** What a chart of a metric may draw. */
export type MetricChart = NonNullable<MetricResult['chart']>;
export type Charted = Extract<MetricChart, { readonly kind: 'part' }>['part'];
