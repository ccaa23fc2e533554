// What several parts of the JSON of a report share: clauses, places, sentences in both languages, points, and what a bundle holds.
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

/** The points of a dossier, as the JSON of a report holds them. */
const points = z.strictObject({
  least: z.number().nonnegative().meta({ description: 'With what is known.' }),
  most: z.number().nonnegative().meta({ description: 'If every missing fact is of the best.' }),
});

export const scorecard = z.strictObject({
  label: z.string(),
  max: z.number(),
  pass: z.number().meta({ description: 'Fewest points in all.' }),
  points,
  groups: z.array(z.strictObject({ id, label: z.string(), max: z.number(), pass: z.number().optional(), points })),
  items: z.array(
    z.strictObject({
      id,
      group: id,
      label: z.string(),
      max: z.number(),
      points,
      shown: z.string().optional().meta({ description: 'The figure and its limit, or the option that holds.' }),
      needs: z.array(z.string()),
      cite,
    }),
  ),
  cite,
});

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();
const page = z.int().positive();

/** Members of the document. */
export const bundled = {
  files: z
    .array(
      z.strictObject({
        slot: id.optional(),
        row: z.strictObject({ table: id, row: count, column: id }).optional(),
        source: z.string().meta({ description: 'As the dossier names it.' }),
        path: z.string().meta({ description: 'In the bundle, below its top folder.' }),
        bytes: count,
        sha256,
        traits: z.record(z.string(), z.unknown()),
      }),
    )
    .meta({ description: 'Where each attachment lies in the bundle.' }),
  merged: z
    .array(
      z.strictObject({
        slot: id,
        label: z.string(),
        is: z.enum(['merged', 'single', 'over', 'none', 'unproved']).meta({
          description: 'single: one PDF, uploaded as it is. over: larger than the limit, left out.',
        }),
        path: z.string().optional(),
        bytes: count.optional().meta({ description: 'Of the merged PDF, also of one that was too large.' }),
        limit: count.optional(),
        sha256: sha256.optional(),
        pages: count.optional(),
        source: z.string().optional().meta({ description: 'The single PDF.' }),
        parts: z
          .array(z.strictObject({ source: z.string(), first: page, last: page }))
          .meta({ description: 'Which pages of the merged PDF a file became.' }),
        apart: z
          .array(
            z.strictObject({
              source: z.string(),
              why: z.enum(['type', 'protected', 'unreadable', 'too many pixels']),
            }),
          )
          .meta({ description: 'Files that are not in the merged PDF.' }),
        signed: z
          .array(z.string())
          .meta({ description: 'Files whose electronic signature does not hold in the merged PDF.' }),
      }),
    )
    .optional()
    .meta({ description: 'Of a bundle built with --merge-slots: each slot that has files.' }),
};
