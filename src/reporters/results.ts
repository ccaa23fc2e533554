// The JSON of every command that reports what it has done or knows, as zod schemas: published, and what each prints is checked by its own.
import * as z from 'zod';
import { states } from '../decide/state.ts';
import { cite, count, date, id, place, program, sentence, sha256, spoken, unread } from '../findings/json.ts';
import type { Shape } from '../given.ts';
import { difference } from './diff-definition.ts';
import { found, schemaOf } from './json-definition.ts';

const head = { format: z.literal(1), program };
const path = z.string().meta({ description: 'As the caller would write it.' });
const label = z.string();
const stamp = z.enum(['final', 'unsettled', 'draft']);

/** A file that was written, or stood there with the same content already. */
const written = { path, bytes: count, sha256, is: z.enum(['new', 'replaced', 'unchanged']) };
const file = z.strictObject(written);
/** What the program knows of definitions follows them, and grows with them. */
const open = z.looseObject({});

const explained = z.looseObject({
  is: z.enum(['code', 'member', 'fact']),
  cite: cite.exactOptional(),
});

const notRead = z
  .array(unread.extend(spoken))
  .meta({ description: 'What was named or found and could not be read, and why.' });

const progress = {
  dossier: path,
  category: id,
  answered: count.meta({ description: 'Answers that were written.' }),
  filled: count,
  all: count.meta({ description: 'What the form asks.' }),
  open: z
    .array(z.strictObject({ id, label }))
    .meta({ description: 'What the category requires and nobody has answered.' }),
};

const named = z.strictObject({ id, label });

export const results = {
  add: z.strictObject({
    ...head,
    dossier: path,
    category: id,
    written: z.boolean().meta({ description: 'Whether the plan was carried out.' }),
    files: z.array(
      z.strictObject({
        file: z.string().meta({ description: 'As sent; one in an archive below the name of the archive.' }),
        bytes: count,
        status: z.enum(['certain', 'likely', 'unknown', 'refused', 'foreign', 'held', 'twin']).meta({
          description:
            'likely: a person decides; unknown: no slot asks for it; refused: of another year; foreign: of another enterprise; held: in the dossier already; twin: sent twice.',
        }),
        kind: z.string().exactOptional().meta({ description: 'Of the kinds in schemas/lists/papers.yaml.' }),
        slot: named.exactOptional().meta({ description: 'Where it belongs, or most probably does.' }),
        also: z.array(named).meta({ description: 'Other slots that might ask for it.' }),
        reasons: z.array(sentence),
        evidence: z.record(z.string(), z.unknown()).meta({ description: 'What the dossier says of it.' }),
        proposed: z.array(z.string()).meta({ description: 'Keys of the evidence that nobody has checked.' }),
        rows: z
          .array(z.strictObject({ table: named, page: count, cells: z.record(z.string(), z.string()) }))
          .meta({ description: 'Rows that its certificates state and their tables have not, by id of the column.' }),
        path: z.string().exactOptional().meta({ description: 'Where it was placed, from the folder of the dossier.' }),
      }),
    ),
    leftOut: z.array(z.strictObject({ file: z.string(), why: id, message: sentence })),
    system: count.meta({ description: 'Files of a system or an office program, which were left out.' }),
  }),
  attachments: z.strictObject({
    ...head,
    dossiers: z.array(
      z.strictObject({
        path,
        enterprise: z.string(),
        category: id,
        asOf: date,
        slots: z.array(z.looseObject({ id, label, required: z.boolean(), missing: z.boolean(), files: z.array(open) })),
        rows: z.array(z.looseObject({ table: id, label })),
        totals: open,
      }),
    ),
    unread: notRead,
  }),
  attest: z.strictObject({
    ...head,
    dossier: path,
    checklist: z.array(
      z.strictObject({
        id,
        text: z.string(),
        slot: id.exactOptional(),
        label: label.exactOptional().meta({ description: 'Of the slot.' }),
        files: z.array(z.string()),
        attested: z.strictObject({ by: z.string(), on: date }).exactOptional(),
        voided: open.exactOptional().meta({ description: 'An attestation that holds no more, and since which file.' }),
      }),
    ),
    written: z
      .strictObject({ items: z.array(id), by: z.string(), on: date, backup: path })
      .exactOptional()
      .meta({ description: 'What this run has written into the dossier.' }),
  }),
  categories: z.strictObject({
    ...head,
    categories: z.array(z.looseObject({ id, title: z.string(), year: z.int(), standings: z.array(z.string()) })),
  }),
  'category-diff': z.strictObject({
    ...head,
    language: z.enum(['zh', 'en']),
    a: z.strictObject({ id, title: z.string(), year: z.int(), sha256 }),
    b: z.strictObject({ id, title: z.string(), year: z.int(), sha256 }),
    changes: count,
    members: z.array(z.looseObject({ part: id, id, label, is: z.enum(['added', 'removed', 'changed']) })),
    dossier: z.looseObject({ path, enterprise: z.string(), asOf: date }).exactOptional(),
  }),
  'category-test': z.strictObject({
    ...head,
    categories: z.array(
      z.strictObject({
        id,
        passed: count,
        failed: count,
        failures: z.array(
          z.strictObject({
            test: count.meta({ description: 'Of those of the definition, from 1.' }),
            part: z.enum(['given', 'metrics', 'points', 'criteria']),
            name: z.string(),
            expected: z.string(),
            found: z.string(),
          }),
        ),
        inherited: z.array(z.strictObject({ path, anew: id, keys: z.array(id).min(1), from: z.string() })).meta({
          description: 'A rule or formula written anew (`anew`) under the title and clause of an earlier file.',
        }),
      }),
    ),
  }),
  'category-new-year': z.strictObject({
    ...head,
    from: id,
    category: id,
    file: path,
    tests: z.strictObject({ kept: count, left: count }),
    compare: z.array(z.strictObject({ clause: z.string(), members: z.array(z.string()) })),
  }),
  'config-show': z.strictObject({
    ...head,
    path,
    files: z.array(path).meta({ description: 'Configurations that hold there, the farthest first.' }),
    settings: z.array(
      z.strictObject({
        key: id,
        value: z.union([z.string(), z.boolean(), z.array(z.string()), z.array(open), open]),
        from: z.union([
          z.strictObject({ file: path, line: z.int().positive() }),
          z.strictObject({ option: z.string() }),
          z.strictObject({ variable: z.string() }),
          z.literal('default'),
        ]),
      }),
    ),
  }),
  diff: difference,
  explain: z.strictObject({
    ...head,
    language: z.enum(['zh', 'en']),
    what: z.string(),
    subjects: z.array(explained),
    versions: z.array(open).exactOptional(),
  }),
  fill: z.strictObject({
    ...head,
    ...progress,
    left: z
      .array(z.string())
      .meta({ description: 'Answers that were not written, and why, in the language of the run.' }),
  }),
  init: z.strictObject({
    ...head,
    ...progress,
    backup: path.exactOptional().meta({ description: 'Where the dossier that stood there is kept.' }),
  }),
  preview: z.strictObject({
    ...head,
    dossiers: z.array(z.strictObject({ dossier: path, stamp, pages: count, path, bytes: count, sha256 })),
    unread: notRead,
  }),
  'sheet-export': z.strictObject({ ...head, written: z.array(file) }),
  'sheet-import': z.strictObject({
    ...head,
    dossiers: z.array(
      z.strictObject({
        ...written,
        from: path.meta({ description: 'The workbook.' }),
        enterprise: z.string(),
        category: id,
        backup: path.exactOptional(),
        changes: z
          .array(z.strictObject({ label: z.string(), before: z.string(), after: z.string() }))
          .exactOptional()
          .meta({ description: 'Of a dossier that was there; unchanged: nobody agreed to them yet.' }),
        left: z.array(z.string()).exactOptional().meta({ description: 'What was not written, and why.' }),
      }),
    ),
    findings: z.array(found).meta({ description: 'Of the workbooks.' }),
  }),
  verify: z.strictObject({
    ...head,
    bundles: z.array(
      z.strictObject({
        path,
        verdict: z
          .enum(['whole', 'refused', 'not compared'])
          .meta({ description: 'not compared: nothing is wrong, and something could not be derived again here.' }),
        name: z.string(),
        files: count,
        bytes: count,
        status: stamp.exactOptional(),
        category: z.string().exactOptional(),
        title: z
          .string()
          .exactOptional()
          .meta({ description: 'Of the category, where the dossier was assessed again; so are the next three.' }),
        enterprise: z.string().exactOptional(),
        asOf: date.exactOptional(),
        state: z.enum(states).exactOptional(),
        signed: z.strictObject({ key: z.string(), comment: z.string() }).exactOptional(),
        derived: z.array(z.string()).exactOptional(),
        findings: z.array(found),
      }),
    ),
    unread: notRead,
  }),
  waive: z.strictObject({
    ...head,
    dossier: path,
    waiver: z.strictObject({
      code: id,
      at: z.string(),
      label: label.exactOptional(),
      reason: z.string(),
      by: z.string(),
      until: date,
    }),
    covers: z.array(z.strictObject({ code: id, at: place })),
    backup: path,
  }),
} as const;

export type ResultName = keyof typeof results;

export type Result<Name extends ResultName> = Omit<Shape<(typeof results)[Name]>, 'format' | 'program'>;

/** Their published JSON Schemas, by name. */
export const resultSchemas = (): Readonly<Record<string, object>> =>
  Object.fromEntries(Object.entries(results).map(([name, schema]) => [name, schemaOf(name, schema)]));
