// The part `form` of a definition: sections, fields and tables in printed order, as a zod schema.
import * as z from 'zod';
import { yearSpec } from '../expression/day.ts';
import { cite, id } from '../findings/cite.ts';

const field = z.strictObject({
  /** The fact it asks for; the field's own id when left out. */
  fact: z.string().optional(),
  label: z.string(),
  /** The label exactly as the source printed it, where that was cut or garbled and `label` mends it. */
  printed: z.string().exactOptional(),
  /** Other names of it in other texts; a dossier may use them. */
  also: z.array(z.string()).min(1).optional(),
  en: z.string().exactOptional(),
  required: z.boolean().default(true),
  years: z.array(yearSpec).min(1).optional(),
  /** Shares its row with the field before, as the portal prints it. */
  beside: z.boolean().default(false),
  /** A cell that shows a metric; the dossier may state the figure, which is then compared. */
  computed: z.string().exactOptional(),
  /** A read-only cell that the program fills: 当前状态 says whether the document is final or a draft. */
  shows: z.literal('status').exactOptional(),
  /** Printed labels of the parts of a person: `{phone: 电话, mobile: 手机}`. */
  parts: z.record(z.string(), z.string()).optional(),
  /** At most so many characters (code points, ends trimmed, line breaks not counted). */
  max: z.int().positive().exactOptional(),
  /** A limit the source does not print for this form: going over is a warning only. */
  max_inferred: z.boolean().default(false),
  prompt: z.string().exactOptional(),
  options: z.array(z.string()).min(1).optional(),
  /** A vocabulary of `schemas/lists/`. */
  list: z.string().optional(),
  /** No source prints the options: any text is taken. */
  open: z.boolean().default(false),
  /** The options depend on another field: those the list gives for its value. */
  options_by: z.strictObject({ field: z.string(), list: z.string(), cite: cite.optional() }).optional(),
  cite: cite.optional(),
});

const column = z.strictObject({
  label: z.string(),
  en: z.string().optional(),
  required: z.boolean().default(true),
  options: z.array(z.string()).min(1).optional(),
  /** Most characters of a cell. */
  max: z.int().positive().optional(),
});

const table = z.strictObject({
  fact: z.string().optional(),
  title: z.string(),
  en: z.string().optional(),
  columns: z.record(id, column),
  cite: cite.optional(),
});

const section = z.strictObject({
  /** The printed heading; a section without one stands above the first heading. */
  title: z.string().exactOptional(),
  en: z.string().optional(),
  /** The source names the section but shows no fields: anything may be written in it. */
  open: z.boolean().default(false),
  fields: z.record(id, field).default({}),
  tables: z.record(id, table).default({}),
  cite: cite.optional(),
});

export const form = z.record(id, section);

export type Field = z.infer<typeof field>;
export type Table = z.infer<typeof table>;
export type Section = z.infer<typeof section>;
export type FormDefinition = z.infer<typeof form>;
