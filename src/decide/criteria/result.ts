// A criterion after deciding, and a point of the checklist, as zod schemas.
import * as z from 'zod';
import { cite, count, date, id, severity, shownEn, waived } from '../../findings/json.ts';
import type { Shape } from '../../given.ts';

/**
 * `needs`: everything that was read and missing, fact ids; yearly ones as `revenue.2017`. advice: nothing a program can
 * decide. unknown: the text of the requirement is not known; never counted as met.
 */
export const decision = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('met'), shown: z.string().exactOptional(), shownEn }),
  z.strictObject({ is: z.literal('not met'), shown: z.string().exactOptional(), shownEn }),
  z.strictObject({ is: z.literal('undecided'), needs: z.array(z.string()) }),
  z.strictObject({ is: z.literal('advice') }),
  z.strictObject({ is: z.literal('unknown') }),
]);

export const criterion = z.strictObject({
  id,
  title: z.string(),
  severity,
  binding: z.boolean().meta({ description: 'Whether an application that does not meet it fails.' }),
  waived: waived.exactOptional(),
  decision: decision.meta({ description: 'Of the first reading, where there are several.' }),
  readings: z
    .array(z.strictObject({ label: z.string(), decision }))
    .min(2)
    .exactOptional()
    .meta({ description: 'Where the clause is read in several ways.' }),
  hint: z.string().exactOptional(),
  cite,
});

const word = { by: z.string(), on: date };

/** A point of the checklist that only a person can answer: a word may have been given, or have lost what it was given for. */
export const point = z.strictObject({
  id: z.string().min(1),
  text: z.string(),
  asked: z.boolean(),
  slot: z.string().min(1).exactOptional(),
  attested: z.strictObject(word).exactOptional(),
  voided: z
    .strictObject({ ...word, file: z.string() })
    .exactOptional()
    .meta({ description: 'A word that no longer holds, and the file that has changed since.' }),
  cite,
});

/** Findings by severity, conditions by their decision. */
export const counts = z.strictObject({
  errors: count,
  warnings: count,
  notes: count,
  waived: count,
  met: count,
  notMet: count,
  undecided: count,
  advice: count,
  unknown: count,
});

export type Decision = Shape<typeof decision> & {
  /** By what is only usually so (a title holds “一般” three years); no reason to refuse. */
  readonly usual?: true;
};
export type CriterionResult = Shape<typeof criterion>;
export type ChecklistItem = Shape<typeof point>;
export type Counts = Shape<typeof counts>;
