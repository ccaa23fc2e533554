// The rules `advise` and `unknown`: what a program cannot decide, and what is listed as not checked because its text is not known.
import * as z from 'zod';
import { defineRule } from './rule.ts';

/** Nothing that a program can decide; the requirement is printed for a person. */
export const advise = defineRule({
  name: 'advise',
  words: { zh: () => '程序不能判断，由人判断', en: () => 'the program cannot decide it; a person judges it' },
  schema: z.literal('advise'),
  open: () => ({ names: new Set(), limits: [], decide: () => ({ is: 'advice' }) }),
});

/** The text of the requirement is not known: it never counts as met. */
export const unknown = defineRule({
  name: 'unknown',
  words: {
    zh: () => '原文未得，程序不检查，也不算符合',
    en: () => 'its text is not known: not checked, and never counted as met',
  },
  schema: z.literal('unknown'),
  open: () => ({ names: new Set(), limits: [], decide: () => ({ is: 'unknown' }) }),
});
