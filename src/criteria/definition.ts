// The part `criteria` of a definition: what is required, where it is written, how it is decided, as a zod schema.
import * as z from 'zod';
import { cite, code } from '../findings/cite.ts';
import { rules } from './rules/index.ts';

const [first, second, ...others] = rules.map((rule) => rule.schema);
if (first === undefined || second === undefined) throw new Error('the list of rules is empty');

const criterion = z.strictObject({
  /** The requirement in the words of the source. */
  title: z.string(),
  en: z.string().optional(),
  rule: z.union([first, second, ...others]),
  /** Of the finding when it is not met. */
  severity: z.enum(['error', 'warning', 'note']).default('error'),
  cite,
  hint: z.string().optional(),
  /** The fact or slot at which its finding points; by default the first fact it reads that the dossier gives. */
  at: z.string().optional(),
});

export const criteria = z.record(code, criterion);
