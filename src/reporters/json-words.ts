// What people say in a dossier, as the JSON of a report holds it: the checklist with their words, claims with their pages.
import * as z from 'zod';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const word = { by: z.string(), on: date };

/** A point of the checklist, without its clauses. */
export const point = z.strictObject({
  id: z.string().min(1),
  text: z.string(),
  asked: z.boolean(),
  slot: z.string().min(1).optional(),
  attested: z.strictObject(word).optional(),
  voided: z
    .strictObject({ ...word, file: z.string() })
    .optional()
    .meta({ description: 'A word that no longer holds, and the file that has changed since.' }),
});

/** What proves a figure, a row of a table or a title. */
export const claim = z.strictObject({
  what: z.string().meta({ description: 'Label of a figure, table or title.' }),
  year: z.int().optional(),
  value: z.string().optional(),
  file: z.string(),
  pages: z.string().optional().meta({ description: '3, 3-4 or 3-4, 7.' }),
});
