// The JSON of `zjtx diff` as a zod schema, published as JSON Schema.
import * as z from 'zod';
import { count, date, id, inEnglish, program, sentence, severity } from '../findings/json.ts';
import type { Shape } from '../given.ts';

const change = {
  a: z.string().exactOptional().meta({ description: 'Absent where the first does not have it.' }),
  b: z.string().exactOptional().meta({ description: 'Absent where the second does not have it.' }),
};
const named = z.array(z.strictObject({ id, label: z.string(), labelEn: inEnglish, ...change }));

/** One of the two that were compared. */
const side = z.strictObject({
  path: z.string().meta({ description: 'As the caller named it.' }),
  is: z.enum(['dossier', 'bundle']),
  enterprise: z.string(),
  category: id,
  asOf: date,
});

export const difference = z
  .strictObject({
    format: z.literal(1),
    program,
    a: side,
    b: side,
    changes: count.meta({ description: 'How many things differ; 0 when nothing does.' }),
    head: z.array(
      z.strictObject({ what: z.enum(['enterprise', 'category', 'title', 'definition', 'asOf']), ...change }),
    ),
    fields: z.array(
      z.strictObject({
        id,
        label: z.string(),
        part: z.string().exactOptional().meta({ description: "A year, or the label of a person's part." }),
        ...change,
      }),
    ),
    tables: z.array(
      z.strictObject({
        id,
        title: z.string(),
        rows: z.array(
          z.strictObject({
            key: z.string().meta({ description: 'The number or name that tells the row from the others.' }),
            is: z.enum(['added', 'removed', 'changed']),
            cells: z.array(z.strictObject({ column: id, label: z.string(), ...change })),
          }),
        ),
      }),
    ),
    slots: z.array(
      z.strictObject({
        id: id.meta({ description: 'Of a table whose rows have files: form.<table>.' }),
        label: z.string(),
        files: z.array(
          z.strictObject({
            /** `renamed` keeps its bytes, `changed` its path. */
            is: z.enum(['added', 'removed', 'changed', 'renamed']),
            ...change,
            digests: z.strictObject(change).meta({ description: 'SHA-256.' }),
          }),
        ),
      }),
    ),
    metrics: named,
    points: named,
    decisions: named.meta({ description: 'met, not met, undecided, advice or unknown.' }),
    findings: z.array(
      z.strictObject({
        only: z.enum(['a', 'b']),
        code: id,
        severity,
        message: sentence,
        waived: z.boolean(),
      }),
    ),
  })
  .meta({ title: 'zjtx diff' });

export type DifferenceDocument = Shape<typeof difference>;
/** What lies between two assessments: only what differs, each with both sides as text. */
export type Difference = Omit<DifferenceDocument, 'format' | 'program' | 'a' | 'b' | 'changes'>;
