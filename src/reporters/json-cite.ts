// Clauses and places, as the JSON of a report holds them.
import * as z from 'zod';

const id = z.string().min(1);

export const standing = z.enum(['seed', 'official', 'standard', 'copy', 'secondary', 'proposal']);

const citation = z
  .strictObject({
    source: id.meta({ description: 'Key of the source in the definition.' }),
    short: z.string(),
    title: z.string(),
    clause: z.string(),
    standing,
    quote: z.string().optional().meta({ description: 'The sentence itself, verbatim.' }),
  })
  .meta({ id: 'citation' });
export const cite = z.array(citation);

export const place = z
  .strictObject({
    file: z.string().meta({ description: "Relative to the dossier's folder." }),
    path: z.string().meta({ description: 'Id path: form.basics.uscc, attachments.tax_certificate[0].' }),
    line: z.int().positive(),
    column: z.int().positive().meta({ description: 'In code points, from 1.' }),
    endLine: z.int().positive(),
    endColumn: z.int().positive().meta({ description: 'Exclusive.' }),
    absent: z.literal(true).optional().meta({ description: 'Nothing stands there: what is missing belongs there.' }),
  })
  .meta({ id: 'place' });
