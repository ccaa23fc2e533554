// The part `criteria` of a definition: what is required, where it is written, how it is decided, as a zod schema.
import * as z from 'zod';
import { cite, code } from '../../findings/cite.ts';
import { namedReadings } from '../../findings/readings.ts';
import { rules } from './rules/index.ts';

const [first, second, ...others] = rules.map((rule) => rule.schema);
if (first === undefined || second === undefined) throw new Error('the list of rules is empty');

const rule = z.union([first, second, ...others]);

const criterion = z.strictObject({
  /** The requirement in the words of the source. */
  title: z.string(),
  en: z.string().optional(),
  rule,
  /** What `rule` takes the clause to mean, where there are other readings. */
  as: z.string().min(1).optional(),
  /** Other readings of the clause; every one is decided. */
  readings: z
    .array(z.strictObject({ label: z.string().min(1), rule }))
    .min(1)
    .max(7)
    .optional(),
  /** Of the finding when it is not met. */
  severity: z.enum(['error', 'warning', 'note']).default('error'),
  /** Whether an application fails that does not meet it; by default what errs, and what warns for a restated clause. */
  binding: z.boolean().optional(),
  cite,
  hint: z.string().optional(),
  /** The fact or slot at which its finding points; by default the first fact it reads that the dossier gives. */
  at: z.string().optional(),
});

export const criteria = z.record(code, criterion.refine(namedReadings, { path: ['readings'] }));
