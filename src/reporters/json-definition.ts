// The JSON of a report as zod schemas: published as JSON Schema, and what `report merge` reads by.
import * as z from 'zod';
import { file, row, slot } from '../attachments/inventory-types.ts';
import { info } from '../category/definition.ts';
import { counts, criterion, point } from '../decide/criteria/result.ts';
import { market } from '../decide/market.ts';
import { metric } from '../decide/metrics/result.ts';
import { right } from '../decide/register.ts';
import { scorecard } from '../decide/scorecards/result.ts';
import { states } from '../decide/state.ts';
import { shownClaim } from '../dossier/definition.ts';
import {
  both,
  cite,
  count,
  date,
  fix,
  id,
  place,
  program,
  sentence,
  severity,
  sha256,
  spoken,
  unmet,
  unread,
  waived,
} from '../findings/json.ts';
import type { Shape } from '../given.ts';
import { said } from './json.ts';
import { matched } from './match-definition.ts';
import { statistics } from './statistics.ts';

export const finding = z
  .strictObject({
    code: id.meta({ description: "A code of the program, or a criterion's id." }),
    severity,
    message: both,
    hint: both.exactOptional(),
    at: place,
    also: z.array(place).exactOptional().meta({ description: 'Further places of the same cause.' }),
    more: count.exactOptional().meta({ description: 'Still more places, which are not listed.' }),
    cite,
    waived: waived.exactOptional(),
    fix: z.array(fix).exactOptional().meta({ description: 'Its literal corrections, which zjtx fix applies.' }),
    args: z
      .record(z.string(), z.unknown())
      .exactOptional()
      .meta({ description: 'Of a code of the program: what its sentence names.' }),
    criterion: unmet.exactOptional(),
  })
  .meta({ id: 'finding' });

const assessed = {
  uscc: z.string(),
  category: info,
  criteria: z.array(criterion),
  metrics: z.array(metric),
  scorecard: scorecard.exactOptional().meta({ description: 'Where the category gives points.' }),
  register: z.array(right).exactOptional().meta({
    description: 'Rows of tables of rights, and which conditions count each and why; none where there is no row.',
  }),
  market: market.exactOptional().meta({
    description: 'What the market share rests on, worked out; none where the dossier does not say.',
  }),
  checklist: z.array(point),
  claims: z.array(shownClaim),
  attachments: z.strictObject({ slots: z.array(slot), rows: z.array(row) }),
};

const page = z.int().positive();

/** What only a bundle has. */
const bundled = {
  files: z
    .array(
      z.strictObject({
        slot: id.exactOptional(),
        row: row.pick({ table: true, row: true, column: true }).exactOptional(),
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
        path: z.string().exactOptional(),
        bytes: count.exactOptional().meta({ description: 'Of the merged PDF, also of one that was too large.' }),
        limit: count.exactOptional(),
        sha256: sha256.exactOptional(),
        pages: count.exactOptional(),
        source: z.string().exactOptional().meta({ description: 'The single PDF.' }),
        parts: z
          .array(z.strictObject({ source: z.string(), first: page, last: page }))
          .meta({ description: 'Which pages of the merged PDF a file became.' }),
        apart: z
          .array(
            z.strictObject({
              source: z.string(),
              why: z.enum(['type', 'protected', 'unreadable', 'too many pixels', 'changed']),
            }),
          )
          .meta({ description: 'Files that are not in the merged PDF.' }),
        signed: z
          .array(z.string())
          .meta({ description: 'Files whose electronic signature does not hold in the merged PDF.' }),
      }),
    )
    .exactOptional()
    .meta({ description: 'Of a bundle built with --merge-slots: each slot that has files.' }),
  paper: z
    .strictObject({
      path: z.string(),
      bytes: count,
      sha256,
      pages: count,
      sides: z.enum(['both', 'single']).meta({ description: 'Which sides of a sheet it is made to be printed on.' }),
      apart: z
        .array(
          z.strictObject({
            source: z.string(),
            why: z.enum(['type', 'protected', 'unreadable', 'too many pixels', 'changed', 'size']),
          }),
        )
        .meta({ description: 'Files that are named in it and whose pages are not in it.' }),
    })
    .exactOptional()
    .meta({ description: 'Of a bundle built with --paper: the paper set.' }),
};

const body = {
  asOf: date,
  enterprise: z.string(),
  sha256: sha256.meta({ description: 'Of the dossier file.' }),
  bytes: count,
  state: z.enum(states),
  counts,
  findings: z.array(finding),
};

const shown = {
  built: z
    .strictObject({
      path: z.string().meta({ description: 'Of the zip; as the program was called, with /.' }),
      status: z.enum(['final', 'unsettled', 'draft']),
      bytes: count,
      sha256,
      content: sha256.meta({ description: 'Of what is inside: equal on every platform.' }),
      files: count,
      pages: count.meta({ description: 'Of the summary.' }),
      unchanged: z.boolean().meta({ description: 'It stood there with the same content, and was left alone.' }),
      folder: z.string().exactOptional().meta({ description: 'The same, unpacked.' }),
      signature: z.strictObject({ path: z.string(), key: z.string() }).exactOptional(),
    })
    .exactOptional()
    .meta({ description: 'Of `zjtx build`: the bundle that was written; absent where it was refused.' }),
  mended: z
    .array(fix.extend({ code: id }))
    .exactOptional()
    .meta({ description: 'What zjtx fix has corrected, in its order; the findings are what is left.' }),
  path: z.string().meta({ description: 'Where the program was called, with /.' }),
  lines: z.record(z.string(), z.string()).meta({ description: 'The lines that code frames show, by number.' }),
};

const read = {
  usccAt: place,
  waiversUsed: z.array(place).meta({ description: 'Waivers that cover a finding.' }),
  region: z.array(z.string()),
  labels: z
    .record(z.string().min(1), z.string())
    .meta({ description: "Printed labels of the form's fields, by fact, and of its tables." }),
};

/** A dossier of a report with everything that is said of it. */
const dossier = z.discriminatedUnion('readable', [
  z.strictObject({ ...shown, readable: z.literal(false), ...body }),
  z.strictObject({ ...shown, readable: z.literal(true), ...body, ...assessed, ...read }),
]);

const byId = <Item extends z.ZodType>(item: Item) => z.record(z.string(), item);

/** What the dossiers of one category have in common. */
const common = info
  .omit({ id: true })
  .extend({
    labels: read.labels,
    criteria: byId(criterion.pick(said.criteria)),
    metrics: byId(metric.pick(said.metrics)),
    checklist: byId(point.pick(said.checklist)),
    slots: byId(slot.pick(said.slots)),
  })
  .meta({
    description: 'What dossiers of a category have in common, once: its texts, and by id what it says of each item.',
  });

/** As reports and results have it; a bundle's is in both languages. */
export const found = finding.extend(spoken);
const counted = right.shape.counted.element.extend({ because: sentence }).partial({ title: true, because: true });
const noted = { traits: true, evidence: true } as const;
const [held, rowed] = [slot.extend({ files: z.array(file.partial(noted)) }), row.partial(noted)];

/** One of the `dossiers` of a report: of an item all is said, or what is not said of its category. */
export const told = z.discriminatedUnion('readable', [
  dossier.options[0].extend({ findings: z.array(found) }),
  dossier.options[1].partial({ labels: true, waiversUsed: true }).extend({
    category: z.union([info, info.pick({ id: true })]),
    findings: z.array(
      found.partial({ cite: true }).extend({
        criterion: z.union([unmet, unmet.omit({ title: true, hint: true })]).exactOptional(),
      }),
    ),
    criteria: z.array(z.union([criterion, criterion.omit(said.criteria)])),
    metrics: z.array(z.union([metric, metric.omit(said.metrics)])),
    register: z
      .array(
        right.partial({ title: true }).extend({
          because: sentence.exactOptional().meta({ description: 'Where all conditions say the same.' }),
          counted: z.array(counted),
        }),
      )
      .exactOptional(),
    checklist: z
      .array(z.union([point, point.omit(said.checklist)]))
      .exactOptional()
      .meta({ description: 'Where it is not that of the category.' }),
    attachments: z.strictObject({ slots: z.array(z.union([held, held.omit(said.slots)])), rows: z.array(rowed) }),
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
    format: z.literal(2),
    program,
    shard: z.strictObject({ index: z.int().positive(), of: z.int().positive() }).exactOptional(),
    statistics: statistics.exactOptional(),
    unread: z.array(unread.extend(spoken)).exactOptional().meta({
      description: 'What no report of a dossier tells: it could not be read, or its bundle not be built, and why.',
    }),
    codes: byId(z.strictObject({ hint: sentence.exactOptional() }))
      .exactOptional()
      .meta({ description: 'Of several dossiers: the hint of a finding that has none of its own, by code.' }),
    categories: byId(common)
      .exactOptional()
      .meta({ description: 'Of several dossiers: what those of a category have in common, by its id.' }),
    dossiers: z.array(told),
  })
  .meta({ title: 'zjtx report' });

export type DossierDocument = Shape<typeof dossier>;
export type ToldDocument = Shape<typeof told>;
export type Categories = NonNullable<Shape<typeof report>['categories']>;

/** A published JSON Schema, for programs that read what it describes; its name says the `format`, too. */
export function schemaOf(name: string, definition: z.ZodType, format = 1): object {
  const { $schema, ...rest } = z.toJSONSchema(definition, { target: 'draft-7', io: 'output' });
  return { $schema, $id: `urn:zjtx:schema:${name}:${format}`, ...rest };
}

export const reportSchema = (): object => schemaOf('report', report, 2);
export const assessmentSchema = (): object => schemaOf('assessment', assessment);
export const matchSchema = (): object => schemaOf('match', matched);
