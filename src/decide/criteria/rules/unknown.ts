// The rule `unknown`: the text of the requirement is not known; it is listed as not checked and never counts as met.
import * as z from 'zod';
import { defineRule } from './rule.ts';

export const unknown = defineRule({
  name: 'unknown',
  words: {
    zh: () => '原文未得，程序不检查，也不算符合',
    en: () => 'its text is not known: not checked, and never counted as met',
  },
  schema: z.literal('unknown'),
  open: () => ({ names: new Set(), limits: [], decide: () => ({ is: 'unknown' }) }),
});
