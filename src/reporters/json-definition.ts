// The JSON of a report as zod schemas: published as JSON Schema, and what `report merge` reads by.
import * as z from 'zod';
import { states } from '../decide/state.ts';
import { difference } from './diff-definition.ts';
import { bundled, cite, claim, place, point, scorecard, standing } from './json-shared.ts';
import { matched } from './match-definition.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const count = z.int().nonnegative();
const both = z.strictObject({ zh: z.string(), en: z.string() });
const id = z.string().min(1);

const waived = z.strictObject({ reason: z.string(), by: z.string(), until: date });
const severity = z.enum(['error', 'warning', 'note']);

const finding = z
  .strictObject({
    code: id.meta({ description: "A code of the program, or a criterion's id." }),
    severity,
    message: both,
    hint: both.optional(),
    at: place,
    also: z.array(place).optional().meta({ description: 'Further places of the same cause.' }),
    more: count.optional().meta({ description: 'Still more places, which are not listed.' }),
    cite,
    waived: waived.optional(),
    args: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'Of a code of the program: what its sentence names.' }),
    criterion: z
      .strictObject({
        title: z.string(),
        hint: z.string().optional(),
        shown: z.string().optional(),
        readings: z
          .array(
            z.strictObject({
              label: z.string(),
              decision: z.strictObject({ is: z.string(), shown: z.string().optional() }),
            }),
          )
          .optional(),
      })
      .optional(),
  })
  .meta({ id: 'finding' });

const decision = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('met'), shown: z.string().optional() }),
  z.strictObject({ is: z.literal('not met'), shown: z.string().optional() }),
  z.strictObject({ is: z.literal('undecided'), needs: z.array(z.string()) }),
  z.strictObject({ is: z.literal('advice') }),
  z.strictObject({ is: z.literal('unknown') }),
]);

const criterion = z.strictObject({
  id,
  title: z.string(),
  severity,
  binding: z.boolean().meta({ description: 'Whether an application that does not meet it fails.' }),
  waived: waived.optional(),
  decision: decision.meta({ description: 'Of the first reading, where there are several.' }),
  readings: z
    .array(z.strictObject({ label: z.string(), decision }))
    .min(2)
    .optional()
    .meta({ description: 'Where the clause is read in several ways.' }),
  hint: z.string().optional(),
  cite,
});

const figure = z.string().meta({ description: 'All digits; no float.' });
const charted = z.strictObject({ label: z.string(), unit: z.string(), value: figure });

const outcome = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('value'), value: figure, shown: z.string() }),
  z.strictObject({ is: z.literal('undecided'), needs: z.array(z.string()) }),
  z.strictObject({
    is: z.literal('not computable'),
    why: z.enum(['zero-divisor', 'base-not-positive', 'end-negative', 'no-value']),
  }),
]);

const metric = z.strictObject({
  id,
  label: z.string(),
  unit: z.string(),
  decimals: count,
  outcome,
  formula: z.string(),
  substitution: z.string().optional(),
  precise: z.string().optional(),
  limits: z.array(z.strictObject({ criterion: id, operator: z.enum(['>=', '<=', '>', '<']), limit: z.string() })),
  readings: z
    .array(z.strictObject({ label: z.string(), outcome }))
    .min(2)
    .optional()
    .meta({ description: 'Where the clause is read in several ways: the one of the formula first.' }),
  stated: z
    .strictObject({
      value: figure,
      source: z.string(),
      agrees: z.boolean(),
      reading: z.string().optional(),
      at: place,
    })
    .optional(),
  chart: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('part'), part: charted, whole: charted }),
      z.strictObject({
        kind: z.literal('bars'),
        label: z.string(),
        unit: z.string(),
        bars: z.array(z.strictObject({ year: z.int(), forecast: z.boolean(), value: figure.optional() })),
      }),
    ])
    .optional(),
  cite,
});

const file = {
  source: z.string(),
  bytes: count,
  sha256: sha256.optional(),
  format: z.string().optional(),
  traits: z.record(z.string(), z.unknown()),
  evidence: z.record(z.string(), z.unknown()),
};

const assessed = {
  uscc: z.string(),
  category: z.strictObject({
    id,
    title: z.string(),
    scheme: z.string(),
    procedure: z.string(),
    authority: z.string(),
    year: z.int(),
    sources: z.array(
      z.strictObject({
        key: id,
        short: z.string(),
        title: z.string(),
        issuer: z.string().optional(),
        date: z.string().optional(),
        standing,
      }),
    ),
    once: z.strictObject({ group: z.string(), cite, hint: z.string().optional() }).optional(),
    files: z.strictObject({ types: z.array(z.string()), maxMib: z.number().optional(), notice: z.string() }),
    until: z.string().optional(),
    superseded: z.string().optional(),
    sha256: sha256.meta({ description: 'Of the flattened definition.' }),
  }),
  criteria: z.array(criterion),
  metrics: z.array(metric),
  scorecard: scorecard.optional().meta({ description: 'Where the category gives points.' }),
  checklist: z.array(point.extend({ cite })),
  claims: z.array(claim),
  attachments: z.strictObject({
    slots: z.array(
      z.strictObject({
        id,
        order: count,
        label: z.string(),
        required: z.boolean(),
        cite,
        files: z.array(z.strictObject(file)),
      }),
    ),
    rows: z.array(z.strictObject({ table: id, row: count, column: id, ...file })),
  }),
};

const body = {
  asOf: date,
  enterprise: z.string(),
  sha256: sha256.meta({ description: 'Of the dossier file.' }),
  bytes: count,
  state: z.enum(states),
  counts: z.strictObject({
    errors: count,
    warnings: count,
    notes: count,
    waived: count,
    met: count,
    notMet: count,
    undecided: count,
    advice: count,
    unknown: count,
  }),
  findings: z.array(finding),
};

const program = z.strictObject({ name: z.literal('zjtx'), version: z.string() });

const shown = {
  path: z.string().meta({ description: 'Where the program was called, with /.' }),
  lines: z.record(z.string(), z.string()).meta({ description: 'The lines that code frames show, by number.' }),
};

/** One of the `dossiers` of a report. */
export const dossier = z.discriminatedUnion('readable', [
  z.strictObject({ ...shown, readable: z.literal(false), ...body }),
  z.strictObject({
    ...shown,
    readable: z.literal(true),
    ...body,
    ...assessed,
    usccAt: place,
    waiversUsed: z.array(place).meta({ description: 'Waivers that cover a finding.' }),
    region: z.array(z.string()),
    labels: z
      .record(z.string(), z.string())
      .meta({ description: "Printed labels of the form's fields, by fact, and of its tables." }),
  }),
]);

/** `data/assessment.json` of a bundle. */
export const assessment = z
  .strictObject({
    format: z.literal(1),
    program,
    dossier: z.string().meta({ description: 'Name of the dossier file.' }),
    readable: z.literal(true),
    ...body,
    ...assessed,
    ...bundled,
  })
  .meta({ title: 'zjtx assessment' });

/** What `--format json` writes. */
export const report = z
  .strictObject({
    format: z.literal(1),
    program,
    shard: z.strictObject({ index: z.int().positive(), of: z.int().positive() }).optional(),
    dossiers: z.array(dossier),
  })
  .meta({ title: 'zjtx report' });

export type ReportDocument = z.infer<typeof report>;
export type DossierDocument = ReportDocument['dossiers'][number];

/** The published JSON Schemas of a report, of `assessment.json`, of a comparison and of a match, for programs that read them. */
const schemaOf = (definition: z.ZodType): object => z.toJSONSchema(definition, { target: 'draft-7', io: 'output' });

export const reportSchema = (): object => schemaOf(report);
export const assessmentSchema = (): object => schemaOf(assessment);
export const matchSchema = (): object => schemaOf(matched);
export const diffSchema = (): object => schemaOf(difference);
