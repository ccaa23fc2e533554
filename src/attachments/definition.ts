// The parts `files` and `attachments` of a definition: what every file must satisfy, and the slots, as zod schemas.
import * as z from 'zod';
import { monthSpec, yearSpec } from '../expression/day.ts';
import { cite, code, id } from '../findings/cite.ts';

/** What the portal asks of every uploaded file. */
export const files = z.strictObject({
  /** Extensions without a dot; without them no source says which ones are taken. */
  types: z.array(z.string()).default([]),
  /** Largest size in MiB; the unit of the printed “M” is not defined, so above the same number of 10⁶ bytes warns. */
  max_mib: z.int().positive().optional(),
  cite,
});

const slot = z.strictObject({
  label: z.string(),
  printed: z.string().optional(),
  en: z.string().optional(),
  required: z.boolean(),
  /** CEL: facts that make the slot required (`revenue.at(Y-1) < 5000`); while undecided it is said what it waits for. */
  required_when: z.string().optional(),
  /** Extensions expected here though the portal would take others: another one is a warning. */
  expect: z.strictObject({ types: z.array(z.string()).min(1), cite, hint: z.string().optional() }).optional(),
  /** The years the files must cover: `Y-1`, `Y-3..Y-1`; no file need cover a year before foundation. Or a month: `Y-1-12`. */
  covers: z
    .union([
      z.strictObject({ years: yearSpec, cite, hint: z.string().optional() }),
      z.strictObject({ month: monthSpec, cite, hint: z.string().optional() }),
    ])
    .optional(),
  /** The evidence `kind` that each file must have: one of `one_of`, none of `none_of`. */
  kinds: z
    .strictObject({
      one_of: z.array(z.string()).min(1).optional(),
      none_of: z.array(z.string()).min(1).optional(),
      /** Of the finding when the dossier names a wrong kind. */
      severity: z.enum(['error', 'warning']).default('error'),
      cite,
      hint: z.string().optional(),
    })
    .refine((kinds) => kinds.one_of !== undefined || kinds.none_of !== undefined, 'value')
    .optional(),
  /** Words that a file's name has here and in no other slot: 审计. A name with those of another slot only is a warning. */
  words: z.strictObject({ any: z.array(z.string().min(1)).min(1), cite }).optional(),
  /** Consolidated figures do not do alone: the evidence `basis` must also be that of single statements. */
  basis: z.strictObject({ needs: z.literal('single'), cite, hint: z.string().optional() }).optional(),
  /** Each file must say who issued it. */
  issuer: z.strictObject({ cite, hint: z.string().optional() }).optional(),
  cite,
  hint: z.string().optional(),
});

export const attachments = z.record(id, slot);

/** What only a person can see, and may attest: the checklist at the end of the summary. */
export const checklist = z.record(
  code,
  z.strictObject({
    text: z.string(),
    en: z.string().optional(),
    /** The slot whose files the attestation is bound to. */
    slot: z.string().optional(),
    /** The category itself asks for it: left open it is a warning. */
    asked: z.boolean().default(false),
    cite,
  }),
);
