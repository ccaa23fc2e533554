// The rule `unknown`: the text of the requirement is not known; it is listed as not checked and never counts as met.
import * as z from 'zod';
import { defineRule } from './rule.ts';

export const unknown = defineRule({
  name: 'unknown',
  schema: z.literal('unknown'),
  open: () => ({ names: new Set(), limits: [], decide: () => ({ is: 'unknown' }) }),
});
