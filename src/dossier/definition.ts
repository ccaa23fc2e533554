// The parts of a dossier beside its form, as zod schemas: claims, waivers, attestations, and the evidence of a file.
import * as z from 'zod';
import { day } from '../expression/day.ts';
import type { Shape } from '../given.ts';
import { endless } from '../values/date.ts';

/** A day of a paper may be one that does not exist: that is told where it is compared. */
const printedDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'date');
const text = z.string().min(1);
const years = z.union([z.int(), z.string()]);
const yesNo = z.union([z.boolean(), z.enum(['是', '否'])]);

/** `3`, `3-4` or `3-4, 7`. */
const pages = z.union([z.int().min(1), z.string().regex(/^\d+(-\d+)?(,\s*\d+(-\d+)?)*$/, 'value')]);

/** What may be read from a paper by a program. */
const proposable = ['covers', 'kind', 'issued_to', 'issuer', 'valid_until', 'basis', 'figures', 'pages'] as const;

/** One file of a slot with what is said of it (DESIGN §4). */
export const attachment = z.strictObject({
  file: text,
  /** Years and months as people write them: `covers.ts` reads them. */
  covers: z.union([years, z.array(years)]).optional(),
  kind: text.optional(),
  issued_to: text.optional(),
  issuer: text.optional(),
  /** The last day, or 长期. */
  valid_until: z.union([printedDay, z.literal(endless)]).optional(),
  stamped: yesNo.optional(),
  basis: text.optional(),
  figures: z
    .record(z.string(), z.union([z.number(), z.string(), z.record(z.string(), z.union([z.number(), z.string()]))]))
    .optional(),
  /** Those that matter here. */
  pages: pages.optional(),
  /** Which of these keys a program has read from the paper; a person who has compared them removes the key. */
  proposed: z.union([z.enum(proposable).transform((one) => [one]), z.array(z.enum(proposable))]).optional(),
});

/** Where a figure, a row of a table or a title is proved: one of `fact`, `table` and `title` says which. */
export const claims = z.array(
  z.strictObject({
    fact: text.optional(),
    table: text.optional(),
    /** From 1, or a text that stands in the row. */
    row: z.union([z.int(), text]).optional(),
    /** A kind of title, as `titles` names it. */
    title: text.optional(),
    /** Of the figure, or of the title. */
    year: z.int().optional(),
    file: text,
    pages: pages.optional(),
  }),
);

/** What a claim proves, as reports show it, and where. */
export const shownClaim = z.strictObject({
  what: z.string().meta({ description: 'Label of a figure, table or title.' }),
  year: z.int().exactOptional(),
  /** `8,330.00 万元`; the name of a row or a title's product; none where the dossier gives no value. */
  value: z.string().exactOptional(),
  file: z.string(),
  pages: z.string().exactOptional().meta({ description: '3, 3-4 or 3-4, 7.' }),
});

/** A finding accepted on purpose. `until` is inclusive, in Asia/Shanghai. */
export const waivers = z.array(z.strictObject({ code: text, at: text, reason: text, by: text, until: day }));

/** A person's word on what no program can see, bound to the files it was given for. */
export const attestations = z.array(
  z.strictObject({
    item: text,
    by: text,
    on: day,
    files: z.array(z.strictObject({ file: text, sha256: z.string().regex(/^[0-9a-f]{64}$/, 'value') })).default([]),
  }),
);

export type AttachmentSpec = z.infer<typeof attachment>;
export type Claim = z.infer<typeof claims>[number];
export type ClaimShown = Shape<typeof shownClaim>;
export type Attestation = z.infer<typeof attestations>[number];
