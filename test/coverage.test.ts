// Every rule of the sources is checked where docs/coverage.yaml says, or the table says why it is not.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { openCatalog } from '../src/category/catalog.ts';
import type { Category } from '../src/category/category.ts';
import { type Code, codes } from '../src/findings/codes/index.ts';
import type { Citation } from '../src/findings/finding.ts';
import { isWeak } from '../src/findings/weak.ts';
import { rowIds } from './coverage-rows.ts';

const root = resolve(import.meta.dirname, '..');

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

const { parts } = table.parse(parse(readFileSync(join(root, 'docs/coverage.yaml'), 'utf8')));
const rows = Object.values(parts).flatMap((one) => Object.entries(one.rows));

const catalog = await openCatalog();
const opened = await Promise.all((await catalog.list()).map(({ id }) => catalog.open(id)));

/** The categories whose id fits; `*` stands for a part of a name. */
function categoriesOf(written: InCategory['category'], ask: string): Category[] {
  return [written].flat().flatMap((pattern) => {
    const fits = new RegExp(`^${pattern.replaceAll('*', '[^/]*')}$`);
    const found = opened.filter(({ id }) => fits.test(id));
    if (found.length === 0) throw new Error(`${ask}: no category ${pattern}`);
    return found;
  });
}

const items = ({ form }: Category) => form.sections.flatMap((section) => section.items);
const clausesOf = (cite: readonly Citation[]): string[] =>
  cite.map(({ short, clause, standing }) => `${short} ${clause} (${standing})`);

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
function resolved(id: string, ask: By): Found[] {
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

describe('the table', () => {
  it('has every row of the sources, in their order, and no other', () => {
    const written = Object.fromEntries(Object.entries(parts).map(([name, one]) => [name, Object.keys(one.rows)]));
    expect(written).toEqual(rowIds);
    expect(rows.length).toBe(180);
  });

  it.each(rows)('%s names what there is', (id, { by: asked = [] }) => {
    for (const ask of asked) expect(resolved(id, ask).length).toBeGreaterThan(0);
  });

  it.each(rows.filter(([id, { by: asked }]) => asked !== undefined && !id.startsWith('E-')))(
    '%s stands on its own clause',
    (id, { by: asked = [] }) => {
      const cited = asked.flatMap((ask) => resolved(id, ask).flatMap(({ cite }) => cite));
      const found = cited.map(({ source, clause }) => `${source} ${clause}`);
      // Of codes alone, which carry the clause of what they are about, nothing can be asked.
      if (asked.some((ask) => 'category' in ask)) expect(found).toContainEqual(expect.stringMatching(clauseOf(id)));
      else expect(id).toBe('JS-FLOW-02');
    },
  );

  it('names no code that the program never reports', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/^(messages|findings.codes)/.test(path))
      .map((path) => readFileSync(join(root, 'src', path), 'utf8'));
    const named = new Set(
      rows.flatMap(([, { by: asked = [] }]) => asked.flatMap((ask) => ('code' in ask ? ask.code : []))),
    );
    const silent = [...named].filter((code) => !sources.some((text) => text.includes(`'${code}'`)));
    expect(named.size).toBeGreaterThan(30);
    expect(silent).toEqual([]);
  });

  it('has in its rows every criterion and checklist point that cites the FAQ or a reason of E', () => {
    const missing = opened.flatMap((one) =>
      [
        ...one.criteria.map((own) => ({ own, kind: 'criterion' })),
        ...one.checklist.map((own) => ({ own, kind: 'checklist' })),
      ]
        .flatMap(({ own, kind }) =>
          own.cite.flatMap((cite) => rowsOf(cite).map((wanted) => ({ id: own.id, kind, wanted }))),
        )
        .filter(
          ({ id, kind, wanted }) => !rows.some(([name, found]) => wanted.test(name) && holds(found, one, kind, id)),
        )
        .map(({ id, kind, wanted }) => `${one.id} ${kind} ${id} in ${wanted.source}`),
    );
    expect(missing).toEqual([]);
  });
});

/** Rows of C by the annex they come from. */
const clausesOfC: readonly (readonly [string, RegExp])[] = [
  ['C1-PREMISE', /^rules63 申报前提$/],
  ['C1-', /^rules63 附件1 /],
  ['C2-PREMISE', /^local 申报条件$/],
  ['C2-COND', /^rules63 附件2 /],
  ['C2-', /^(rules63 附件2|scoring) /],
  ['C3-LG-BARRED', /^call2026 /],
  ['C3-', /^rules2026 /],
  ['C4-LG-7', /^call(2023|2025)? /],
  ['C4-MAIN', /^(definitions|rules2026 附件3) 主导产品$/],
  ['C4-LG-8', /^call2025 /],
  ['C4-LG-', /^rules63 附件3 /],
  ['C4-2024', /^call2024 /],
  ['C4-2025', /^call2025 /],
  ['C4-2026', /^(materials|rules2026) /],
  ['C5-', /^notice2022 /],
];

/** The clause on which a row stands: `faq 5` for JS-FAQ-05, 3 of the manual for JS-REV, the answers for those of 2023. */
function clauseOf(id: string): RegExp {
  const faq = /^JS-FAQ-0?(\d+)/.exec(id)?.[1];
  if (faq !== undefined) return new RegExp(`^faq ${faq}$`);
  const ofC = clausesOfC.find(([prefix]) => id.startsWith(prefix));
  if (ofC !== undefined) return ofC[1];
  if (id.startsWith('JS-')) return id.startsWith('JS-REV') ? /^manual 3$/ : /^manual /;
  return /^qa /;
}

/** The rows in which a clause must be found: `faq 3` in JS-FAQ-03a to d, `practice E-18` in E-18. */
function rowsOf({ source, clause }: Citation): RegExp[] {
  if (source === 'faq') return [new RegExp(`^JS-FAQ-${clause.padStart(2, '0')}[a-e]?$`)];
  return /^E-\d\d$/.test(clause) ? [new RegExp(`^${clause}$`)] : [];
}

const holds = ({ by: asked = [] }: z.infer<typeof row>, one: Category, kind: string, id: string): boolean =>
  asked.some(
    (ask) =>
      'category' in ask &&
      categoriesOf(ask.category, id).includes(one) &&
      Object.entries(ask).some(([key, value]) => key === kind && value === id),
  );

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

it('is printed in docs/coverage.md', async () => {
  const explained = rows.filter(([, one]) => one.by === undefined).length;
  const partly = rows.filter(([, one]) => one.by !== undefined && one.reason !== undefined).length;
  const text = [
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
  await expect(text).toMatchFileSnapshot(join(root, 'docs/coverage.md'));
});
