// The table of docs/coverage.yaml, every row with what checks it, and the page that is made of it.

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { openCatalog } from '../../src/category/catalog.ts';
import type { Category } from '../../src/category/category.ts';
import { type Code, codes } from '../../src/findings/areas/index.ts';
import type { Citation } from '../../src/findings/finding.ts';
import { isWeak } from '../../src/findings/finding.ts';
import { standingName } from '../../src/words/readings.ts';

const root = resolve(import.meta.dirname, '../..');

const category = z.union([z.string(), z.array(z.string())]);
const part = z.enum(['covers', 'expect', 'kinds', 'words']);
const by = z.union([
  z.strictObject({ category, criterion: z.string() }),
  z.strictObject({ category, slot: z.string(), part: part.optional() }),
  z.strictObject({ category, field: z.string() }),
  z.strictObject({ category, table: z.string() }),
  z.strictObject({ category, metric: z.string() }),
  z.strictObject({ category, item: z.string() }),
  z.strictObject({ category, checklist: z.string() }),
  z.strictObject({ category, files: z.literal(true) }),
  z.strictObject({ category, once: z.literal(true) }),
  z.strictObject({ category, proved: z.literal(true) }),
  z.strictObject({ category, superlatives: z.literal(true) }),
  z.strictObject({ code: z.string() }),
  z.strictObject({ file: z.string() }),
]);
const reason = z.strictObject({ when: z.enum(['later', 'never']), zh: z.string().min(1), en: z.string().min(1) });
const row = z
  .strictObject({ says: z.string().min(1), by: z.array(by).min(1).optional(), reason: reason.optional() })
  .refine((one) => one.by !== undefined || one.reason !== undefined, 'neither checked nor explained');
const table = z.strictObject({
  parts: z.record(z.string(), z.strictObject({ title: z.string(), rows: z.record(z.string(), row) })),
});

type By = z.infer<typeof by>;
type InCategory = Exclude<By, { code: string } | { file: string }>;
/** A check as it was found: what it is called, on which clauses it stands, how it weighs. */
type Found = { readonly name: string; readonly cite: readonly Citation[]; readonly weighs: string };

export type Row = z.infer<typeof row>;

export const { parts } = table.parse(parse(readFileSync(join(root, 'docs/coverage.yaml'), 'utf8')));
export const rows = Object.values(parts).flatMap((one) => Object.entries(one.rows));

const catalog = await openCatalog();
export const opened = await Promise.all((await catalog.list()).map(({ id }) => catalog.open(id)));

/** The categories whose id fits; `*` stands for a part of a name. */
export function categoriesOf(written: InCategory['category'], ask: string): Category[] {
  return [written].flat().flatMap((pattern) => {
    const fits = new RegExp(`^${pattern.replaceAll('*', '[^/]*')}$`);
    const found = opened.filter(({ id }) => fits.test(id));
    if (found.length === 0) throw new Error(`${ask}: no category ${pattern}`);
    return found;
  });
}

const items = ({ form }: Category) => form.sections.flatMap((section) => section.items);
const clausesOf = (cite: readonly Citation[]): string[] =>
  cite.map(({ short, clause, standing }) => `${`${short} ${clause}`.trim()} (${standingName(standing, 'en')})`);

/** What checks a row in one category; nothing when the category has no such member. */
function foundIn(one: Category, ask: InCategory): Found | undefined {
  if ('criterion' in ask) {
    const criterion = one.criteria.find(({ id }) => id === ask.criterion);
    const rule = one.definition.criteria[ask.criterion]?.rule;
    const weighs = rule === 'advise' ? 'advice' : rule === 'unknown' ? 'not checked' : criterion?.severity;
    return criterion && { name: `criterion \`${criterion.id}\``, cite: criterion.cite, weighs: weighs ?? '' };
  }
  if ('slot' in ask) return slotIn(one, ask.slot, ask.part);
  if ('field' in ask) {
    const field = items(one).find((item) => item.kind === 'field' && item.id === ask.field);
    if (field?.kind !== 'field') return undefined;
    const most = field.max === undefined ? '' : `, at most ${field.max} 字`;
    const weighs = field.maxInferred ? 'warning' : field.required || field.computed || field.max ? 'error' : 'optional';
    return { name: `field \`${field.id}\`${most}`, cite: field.cite, weighs };
  }
  if ('table' in ask) {
    const found = items(one).find((item) => item.kind === 'table' && item.id === ask.table);
    return found && { name: `table \`${found.id}\``, cite: found.cite, weighs: 'error' };
  }
  if ('metric' in ask) {
    const metric = one.metrics.find(({ id }) => id === ask.metric);
    return metric && { name: `metric \`${metric.id}\``, cite: metric.cite, weighs: 'computed' };
  }
  if ('item' in ask) {
    const item = one.scorecard?.items.find(({ id }) => id === ask.item);
    return item && { name: `item \`${item.id}\`, at most ${item.max}`, cite: item.cite, weighs: 'points' };
  }
  if ('checklist' in ask) {
    const point = one.checklist.find(({ id }) => id === ask.checklist);
    return point && { name: `checklist \`${point.id}\``, cite: point.cite, weighs: 'by a person' };
  }
  if ('files' in ask) {
    const { types, maxMib, cite } = one.files;
    if (types.length === 0 || maxMib === undefined) return undefined;
    return { name: `files (${types.length} types, ${maxMib} MiB)`, cite, weighs: 'error' };
  }
  if ('proved' in ask) return one.proved && { name: 'figures to prove', cite: one.proved.cite, weighs: 'warning' };
  if ('superlatives' in ask)
    return one.superlatives && { name: 'words to back', cite: one.superlatives.cite, weighs: 'warning' };
  return one.once && { name: `once a batch (\`${one.once.group}\`)`, cite: one.once.cite, weighs: 'warning' };
}

function slotIn(one: Category, id: string, asked: z.infer<typeof part> | undefined): Found | undefined {
  const slot = one.slots.find((candidate) => candidate.id === id);
  if (slot === undefined) return undefined;
  const name = `slot \`${id}\``;
  const error = (cite: readonly Citation[]) => (isWeak(cite) ? 'warning' : 'error');
  if (asked === undefined) {
    const weighs = slot.required ? error(slot.cite) : slot.requiredWhen ? `${error(slot.cite)} when due` : 'optional';
    return { name, cite: slot.cite, weighs };
  }
  const rule = asked === 'covers' ? (slot.covers ?? slot.coversMonth) : slot[asked];
  if (rule === undefined) return undefined;
  const weighs =
    asked === 'expect' || asked === 'words' || slot.kinds?.severity === 'warning' ? 'warning' : error(rule.cite);
  return { name: `${name}: ${asked}`, cite: rule.cite, weighs: asked === 'covers' ? error(rule.cite) : weighs };
}

/** All that checks a row. Throws, naming the row, when something it names does not exist. */
export function resolved(id: string, ask: By): Found[] {
  if ('code' in ask) {
    const spec = Object.hasOwn(codes, ask.code) ? codes[ask.code as Code] : undefined;
    if (spec === undefined) throw new Error(`${id}: no code ${ask.code}`);
    return [
      { name: `code \`${ask.code}\``, cite: [], weighs: spec.hard ? `${spec.severity}, no waiver` : spec.severity },
    ];
  }
  if ('file' in ask) {
    if (!existsSync(join(root, ask.file))) throw new Error(`${id}: no file ${ask.file}`);
    return [{ name: `\`${ask.file}\``, cite: [], weighs: '' }];
  }
  return categoriesOf(ask.category, id).map((one) => {
    const found = foundIn(one, ask);
    if (found === undefined) throw new Error(`${id}: ${one.id} has nothing for ${JSON.stringify(ask)}`);
    return found;
  });
}

const cell = (lines: Iterable<string>): string => [...new Set(lines)].filter((line) => line !== '').join('<br>');
const where = (ask: By): string =>
  'category' in ask
    ? `${[ask.category]
        .flat()
        .map((id) => `\`${id}\``)
        .join(', ')} `
    : '';
const excuse = ({ when, zh, en }: z.infer<typeof reason>): string =>
  `${when === 'later' ? '尚未 / not yet' : '不检查 / never'}: ${zh} ${en}`;

/** One line a row: the checks that have the same clauses and weight in every category stand once. */
function line(id: string, { says, by: asked = [], reason: why }: z.infer<typeof row>): string {
  const found = asked.map((ask) => ({ ask, all: resolved(id, ask) }));
  const names = cell(
    found.map(({ ask, all }) => `${where(ask)}${[...new Set(all.map(({ name }) => name))].join(', ')}`),
  );
  const clauses = cell(found.flatMap(({ all }) => all.flatMap(({ cite }) => clausesOf(cite))));
  const weights = cell(found.flatMap(({ all }) => all.map(({ weighs }) => weighs)));
  const cells = [id, says, names || '–', clauses, weights, why === undefined ? '' : excuse(why)];
  return `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** The page that people read. */
export function coveragePage(): string {
  const explained = rows.filter(([, one]) => one.by === undefined).length;
  const partly = rows.filter(([, one]) => one.by !== undefined && one.reason !== undefined).length;
  return [
    '# What is checked, and what is not',
    '',
    'Every rule of the official texts and every known reason for rejection, with what checks it, the clause and standing',
    'as the definition cites it, and its weight. Made from [coverage.yaml](coverage.yaml) by `npm run update`; do not edit.',
    '',
    `${rows.length} rows: ${rows.length - explained - partly} checked, ${partly} in part, ${explained} not.`,
    'An engine code carries the clause of the field or slot it is about.',
    ...Object.entries(parts).flatMap(([name, one]) => [
      '',
      `## ${name} ${one.title}`,
      '',
      '| row | says | checked by | clause (standing) | weight | not checked |',
      '|---|---|---|---|---|---|',
      ...Object.entries(one.rows).map(([id, own]) => line(id, own)),
    ]),
    '',
  ].join('\n');
}
