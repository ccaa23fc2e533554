// The part `criteria` of a definition: what is required, where it is written, how it is decided, as a zod schema.
import * as z from 'zod';
import { namedReadings } from '../../findings/agreement.ts';
import { cite, code } from '../../findings/cite.ts';
import type { Citation, Severity } from '../../findings/finding.ts';
import type { Chosen } from '../metrics/definition.ts';
import { rules } from './rules/index.ts';
import type { OpenedRule } from './rules/rule.ts';

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
  /** The answer that is none when it is not met, as the dossier contradicts it: a yes is a no then, rows of a table do not count. */
  unsettles: z.string().optional(),
});

export const criteria = z.record(code, criterion.refine(namedReadings, { path: ['readings'] }));

/** One way to read a clause: a rule, and the formulas taken for ambiguous metrics that it names. */
export type OpenedReading = { readonly label: string; readonly rule: OpenedRule; readonly chosen: Chosen };

export type OpenedCriterion = {
  readonly id: string;
  readonly title: string;
  /** Of the finding when it is not met. */
  readonly severity: Severity;
  /** Whether an application that does not meet it fails. */
  readonly binding: boolean;
  readonly rule: OpenedRule;
  /** None, or two and more: that of `rule` with the metrics' own formulas first. */
  readonly readings: readonly OpenedReading[];
  readonly cite: readonly Citation[];
  readonly hint?: string;
  /** The fact at which its finding points. */
  readonly at?: string;
  /** The fact that nothing else may rest on while this is not met. */
  readonly unsettles?: string;
};
