// What `data/assessment.json` says of the bundle around it: where each attachment lies, and what was merged of which.
import * as z from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();
const id = z.string().min(1);
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
