// The part `metrics` of a definition: a formula with its label, rounding and clause, as a zod schema.
import * as z from 'zod';
import { cite, id } from '../findings/cite.ts';

const metric = z.strictObject({
  label: z.string(),
  en: z.string().optional(),
  formula: z.string(),
  unit: z.string().default('%'),
  decimals: z.int().min(0).max(6).default(2),
  /** What the official form shows when the divisor is zero; without it the metric cannot be computed then. */
  if_zero_divisor: z.number().optional(),
  /** Another reading of the same clause, shown beside the first. */
  reading: z.strictObject({ label: z.string(), formula: z.string() }).optional(),
  cite,
});

export const metrics = z.record(id, metric);
