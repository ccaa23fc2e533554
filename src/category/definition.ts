// A whole definition file: its year, its sources, and the four parts, as a zod schema.
import * as z from 'zod';
import { attachments, checklist, files } from '../attachments/definition.ts';
import { criteria } from '../decide/criteria/definition.ts';
import { metrics } from '../decide/metrics/definition.ts';
import { scorecard } from '../decide/scorecards/definition.ts';
import { day, yearSpec } from '../expression/day.ts';
import { cite, code, id } from '../findings/cite.ts';
import { id as anyId, citation, sha256, standing } from '../findings/json.ts';
import { form } from '../form/definition.ts';

/** The path of a definition below its folder: that and nothing else is how a category is named. */
export const categoryId = z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+){2}$/, 'value');

const source = z.strictObject({
  title: z.string(),
  /** As reports print it, 手册. */
  short: z.string(),
  issuer: z.string().optional(),
  date: z.string().optional(),
  standing,
  note: z.string().optional(),
});

const decision = z.enum(['met', 'not met', 'undecided', 'advice', 'unknown']);

/** A definition's own tests: facts in; metrics, points and decisions out. */
const test = z.strictObject({
  given: z.record(z.string(), z.unknown()),
  metrics: z.record(z.string(), z.string()).optional(),
  /** Points of items by id, and `total`: `8`, or `0–10` while facts are missing. */
  points: z.record(z.string(), z.string()).optional(),
  criteria: z.record(z.string(), decision).optional(),
  /** Of a criterion that is read in several ways: the decision under each label. */
  readings: z.record(z.string(), z.record(z.string(), decision)).optional(),
  as_of: day.optional(),
});

export const definition = z.strictObject({
  format: z.literal(1),
  extends: z.string().optional(),
  title: z.string(),
  /** The notice or scheme, printed above the title. */
  scheme: z.string(),
  /** 新认定申报 or 复核认定. */
  procedure: z.string(),
  authority: z.string(),
  year: z.int().min(2000).max(2100),
  /** An enterprise applies once in a batch for one of the categories, of this folder, that name the same group. */
  once: z.strictObject({ group: code, cite, hint: z.string().optional() }).optional(),
  /** The days that this edition is for, as its call or its rules name them; an end left open is that of `year`. */
  season: z.strictObject({ from: day.optional(), until: day.optional(), cite }).optional(),
  /**
   * The call of the year is not out: the edition says what that of the year before says. `text` stands in every report,
   * `compare` is what to look at when the call comes.
   */
  expected: z.strictObject({ text: z.string(), compare: z.array(z.string()).min(1), cite }).optional(),
  /** What came after this edition, every report says so; `by` is the category to take when it has another name. */
  superseded: z.strictObject({ text: z.string(), by: categoryId.optional(), cite }).optional(),
  /** What sources print of the paper set: nothing that they do not print is said to be of the office. */
  paper: z
    .strictObject({
      /** The title of the form. */
      title: z.string().optional(),
      /** Labels of the lines on its cover. */
      applicant: z.string().optional(),
      recommender: z.string().optional(),
      date: z.string().optional(),
      /** Somebody recommends: a part of the form is theirs. */
      recommended: z.literal(true).optional(),
      /** The heading of that part. */
      recommendation: z.string().optional(),
      cite,
    })
    .optional(),
  sources: z.record(id, source),
  files,
  form,
  attachments,
  metrics: metrics.default({}),
  scorecard: scorecard.optional(),
  criteria: criteria.default({}),
  checklist: checklist.default({}),
  /** Facts whose figures a claim, or the `figures` of a file, should prove; of yearly ones the years named, else all given. */
  proved: z
    .strictObject({ facts: z.array(id).min(1), years: yearSpec.optional(), cite, hint: z.string().optional() })
    .optional(),
  /** Words that no text should use without evidence: a row of one of the tables that speaks of it, or a claim on the text. */
  superlatives: z
    .strictObject({
      words: z.array(z.string().min(1)).min(1),
      tables: z.array(id).default([]),
      cite,
      hint: z.string().optional(),
    })
    .optional(),
  tests: z.array(test).default([]),
});

export type Definition = z.infer<typeof definition>;

/** What an assessment says of its category. */
export const info = z.strictObject({
  id: anyId,
  title: z.string(),
  /** The notice or scheme, printed above the title: 江苏省专精特新小巨人认定. */
  scheme: z.string(),
  procedure: z.string(),
  authority: z.string(),
  year: z.int(),
  sources: z.array(
    z.strictObject({
      key: anyId,
      short: z.string(),
      title: z.string(),
      issuer: z.string().exactOptional(),
      date: z.string().exactOptional(),
      standing,
    }),
  ),
  /** An enterprise applies once in a batch for one of the categories with this group: `jiangsu/2021/review`. */
  once: z
    .strictObject({ group: z.string(), cite: z.array(citation), hint: z.string().exactOptional() })
    .exactOptional(),
  /** What the portal asks of every file: extensions and the size as printed. */
  files: z.strictObject({ types: z.array(z.string()), maxMib: z.number().exactOptional(), notice: z.string() }),
  /** Last day on which one can apply, where the notice is known to name one. */
  until: z.string().exactOptional(),
  /** That later rules have replaced its own, in the words of the definition. */
  superseded: z.string().exactOptional(),
  sha256: sha256.meta({ description: 'Of the flattened definition.' }),
});
