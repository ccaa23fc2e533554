// The part `metrics` of a definition: a formula with its label, rounding and clause, as a zod schema.
import * as z from 'zod';
import type { Expression } from '../../expression/compile.ts';
import type { Decimal } from '../../expression/decimal.ts';
import { namedReadings } from '../../findings/agreement.ts';
import { cite, id } from '../../findings/cite.ts';
import type { Citation } from '../../findings/finding.ts';
import type { MetricLimit } from './result.ts';

const metric = z.strictObject({
  label: z.string(),
  en: z.string().optional(),
  formula: z.string(),
  unit: z.string().default('%'),
  decimals: z.int().min(0).max(6).default(2),
  /** What the official form shows when the divisor is zero; without it the metric cannot be computed then. */
  if_zero_divisor: z.number().optional(),
  /** What `formula` takes the clause to mean, where there are other readings. */
  as: z.string().min(1).optional(),
  /** Other readings of the clause; criteria that name the metric are decided under each. */
  readings: z
    .array(z.strictObject({ label: z.string().min(1), formula: z.string() }))
    .min(1)
    .max(7)
    .optional(),
  cite,
});

export const metrics = z.record(id, metric.refine(namedReadings, { path: ['readings'] }));

/** A formula that the clause may mean. */
type MetricReading = { readonly label: string; readonly formula: Expression<Decimal> };

/** The formula that is taken for a metric instead of its own, by its id. */
export type Chosen = ReadonlyMap<string, Expression<Decimal>>;

export type OpenedMetric = {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  readonly formula: Expression<Decimal>;
  readonly ifZeroDivisor?: Decimal;
  /** None, or two and more: that of `formula` first. */
  readonly readings: readonly MetricReading[];
  /** Limits that criteria set on it. */
  readonly limits: readonly MetricLimit[];
  readonly cite: readonly Citation[];
};
