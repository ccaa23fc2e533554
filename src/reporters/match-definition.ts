// The JSON of `zjtx match` as a zod schema, published as JSON Schema.
import * as z from 'zod';
import {
  cite,
  count,
  date,
  id,
  inEnglish,
  place,
  program,
  severity,
  shownEn,
  spoken,
  unread,
} from '../findings/json.ts';
import type { Shape } from '../given.ts';

const figure = z.string().regex(/^-?\d+(\.\d+)?$/);

const verdict = z.enum(['met', 'not met', 'undecided', 'unknown']).meta({
  id: 'verdict',
  description: 'unknown: what is known of the requirements is met, and some have no known text.',
});
const is = z.enum(['met', 'not met', 'undecided', 'advice', 'unknown']).meta({ id: 'decision' });
const named = {
  id: id.meta({ description: 'revenue.2020, market_share.share, titles[1].valid_until.' }),
  label: z.string().meta({ description: 'As printed, without number and unit.' }),
  year: z.int().exactOptional(),
};

/** How far a comparison is from holding. */
const distance = z.strictObject({
  route: z.string().exactOptional().meta({ description: 'Of several, one of which is enough.' }),
  label: z.string(),
  value: figure,
  unit: z.string(),
  operator: z.enum(['>=', '<=', '>', '<', '==', '!=']),
  limit: figure,
  against: z.string().exactOptional().meta({ description: 'The right side, when it is no number of the definition.' }),
  short: figure.meta({ description: 'Distance to the limit, rounded up.' }),
});

const criterion = z.strictObject({
  id,
  title: z.string(),
  severity,
  weighs: z.boolean().meta({ description: 'Whether the verdict rests on it.' }),
  rule: id,
  is,
  before: is.exactOptional().meta({ description: 'Without the facts of --set, where it was another.' }),
  shown: z.string().exactOptional(),
  shownEn,
  needs: z.array(z.strictObject(named)).meta({ description: 'Everything that was read and missing.' }),
  readings: z
    .array(z.strictObject({ label: z.string(), is }))
    .exactOptional()
    .meta({ description: 'Of an ambiguous clause; undecided while they differ.' }),
  distances: z.array(distance).meta({ description: 'Of a criterion that is not met.' }),
  reached: z
    .array(z.strictObject({ ...named, unit: z.string(), now: figure, at: figure }))
    .meta({ description: 'The nearest value of one fact that meets it, all others held.' }),
  /** Of the scorecard; a range while facts are missing, `short` counted from the most that there can be. */
  points: z.array(
    z.strictObject({ label: z.string(), least: z.number(), most: z.number(), pass: z.number(), short: z.number() }),
  ),
  hint: z.string().exactOptional(),
  cite,
});

const category = z.strictObject({
  id,
  title: z.string(),
  year: z.int(),
  verdict,
  before: verdict.exactOptional(),
  counts: z.strictObject({ met: count, notMet: count, undecided: count, unknown: count }),
  missing: z.array(
    z.strictObject({
      id,
      label: z.string(),
      years: z.array(z.int()).exactOptional(),
      criteria: z.array(id).meta({ description: 'That wait for it.' }),
    }),
  ),
  criteria: z.array(criterion),
  outside: z
    .strictObject({ from: date, until: date })
    .exactOptional()
    .meta({ description: 'The days that it is for, when the as-of day is none of them.' }),
  superseded: z.string().exactOptional().meta({ description: 'What came after it.' }),
  once: z.string().exactOptional().meta({ description: 'An enterprise applies for one category of a group only.' }),
});

const dossier = z.strictObject({
  path: z.string(),
  enterprise: z.string(),
  category: id.exactOptional().meta({ description: 'Whose form it fills in.' }),
  asOf: date,
  nearest: z
    .strictObject({ year: z.int(), years: z.array(z.int()).min(1) })
    .exactOptional()
    .meta({ description: 'No category is of this year: those of the nearest years are weighed.' }),
  unread: count.meta({ description: 'Values with errors, which count as missing.' }),
  errors: z
    .array(z.strictObject({ at: place, ...spoken }))
    .exactOptional()
    .meta({ description: 'What is wrong with those, in the order of the file.' }),
  set: z.array(z.strictObject({ ...named, before: z.string().exactOptional(), after: z.string() })),
  due: z
    .array(
      z.strictObject({
        title: z.string(),
        titleEn: inEnglish,
        year: z.int().meta({ description: 'In which it ends, as written or by the term of its kind.' }),
        until: date.exactOptional().meta({ description: 'As written.' }),
        review: z
          .strictObject({ id, title: z.string() })
          .exactOptional()
          .meta({ description: 'The category of that year by which it is reviewed, where one is known.' }),
      }),
    )
    .exactOptional()
    .meta({ description: 'Held titles whose end is known; absent where the dossier does not say which it holds.' }),
  categories: z.array(category).meta({ description: 'Nearest to met first.' }),
});

export const matched = z
  .strictObject({
    format: z.literal(1),
    program,
    unread: z.array(unread.extend(spoken)).exactOptional().meta({ description: 'What could not be read, and why.' }),
    dossiers: z.array(dossier),
  })
  .meta({ title: 'zjtx match' });

export type MatchDocument = Shape<typeof matched>;
export type MatchedDossier = MatchDocument['dossiers'][number];
export type MatchedCategory = MatchedDossier['categories'][number];
export type MatchedCriterion = MatchedCategory['criteria'][number];
/** A fact, or a part of one: a year, a field of a record, a cell of a row. */
export type MatchedFact = MatchedCriterion['needs'][number];
