// The rule `advise`: nothing that a program can decide; the requirement is printed for a person.
import * as z from 'zod';
import { defineRule } from './rule.ts';

export const advise = defineRule({
  name: 'advise',
  words: { zh: () => '程序不能判断，由人核对', en: () => 'no program can decide it; a person checks it' },
  schema: z.literal('advise'),
  open: () => ({ names: new Set(), limits: [], decide: () => ({ is: 'advice' }) }),
});
