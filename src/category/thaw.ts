// Opens the frozen definition of a bundle again, which may come from a stranger: bounded, and believed in nothing.
import * as z from 'zod';
import type { Node, Range } from '../document/node.ts';
import type { SizeTable } from '../expression/size-class.ts';
import { type Fact, factTypes, type Plausible, type Vocabulary } from '../expression/types.ts';
import { type Bounds, checkJson, parseJson } from '../files/json.ts';
import type { List, ListOption } from '../form/opened.ts';
import type { Shape } from '../given.ts';
import { tooMuch } from './bounded.ts';
import type { Category } from './category.ts';
import { categoryId } from './definition.ts';
import { openCategory } from './open.ts';
import { plausible } from './plausible.ts';
import { identifies, ofRows } from './vocabulary.ts';

/** Deeper than any definition, and shallow enough for every walk over it; the longest shipped one has 60,000 values. */
const modest: Bounds = { levels: 40, values: 400_000 };

const text = z.string();

type FrozenFact = {
  readonly type: Fact['type'];
  readonly meaning: string;
  readonly unit?: string | undefined;
  readonly yearly?: true | undefined;
  readonly negative?: true | undefined;
  readonly options?: readonly string[] | undefined;
  readonly plausible?: Plausible | undefined;
  readonly unique?: readonly string[] | undefined;
  readonly identifies?: z.infer<typeof identifies> | undefined;
  readonly fields?: Readonly<Record<string, FrozenFact>> | undefined;
};

const fact: z.ZodType<FrozenFact> = z.lazy(() =>
  z.strictObject({
    type: z.enum(factTypes),
    meaning: text,
    unit: text.optional(),
    yearly: z.literal(true).optional(),
    negative: z.literal(true).optional(),
    options: z.array(text).optional(),
    plausible: z.strictObject(plausible).optional(),
    unique: z.array(text).optional(),
    identifies: identifies.optional(),
    fields: z.record(text, fact).optional(),
  }),
);

const option: z.ZodType<ListOption> = z.lazy(() =>
  z.looseObject({
    name: text,
    code: text.optional(),
    standing: text.optional(),
    postcodes: z.array(text).optional(),
    partial: z.boolean().optional(),
    term: z.strictObject({ years: z.int().min(0).max(100), clause: text, usual: z.boolean() }).optional(),
    options: z.array(option).optional(),
  }),
) as never;

const list: z.ZodType<List> = z.strictObject({
  name: text,
  levels: z.array(text),
  options: z.array(option),
  zones: z.array(z.strictObject({ name: text, city: text, code: text.optional() })),
  standing: text,
}) as never;

const bounds = z.array(z.number().nonnegative()).length(3).exactOptional();
const sizeTable = z.strictObject({
  sizes: z.array(text).length(4),
  classes: z.record(text, z.strictObject({ employees: bounds, revenue: bounds, assets_total: bounds })),
  mapping: z.record(text, text.nullable()),
});

const whole = z.strictObject({
  id: categoryId,
  definition: z.record(text, z.unknown()),
  facts: z.record(text, fact),
  lists: z.record(text, list),
  sizes: sizeTable.optional(),
});

/** Nothing in a frozen definition has a place that a person could look up. */
const nowhere: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Why a frozen definition cannot be opened: a sentence of the parser, or the code of the first thing wrong with it. */
export type NotThawed = { readonly detail: string };

/** Facts and lists that are known where a text is opened: a dossier may state what its category does not use. */
export type Known = { readonly vocabulary: Vocabulary; readonly lists: ReadonlyMap<string, List> };

/**
 * The category that is frozen in a text; `flattened` of it is again this text when nothing was slipped in. What the text
 * says goes before what is `known`.
 */
export function thaw(frozen: string, known: Known): Category | NotThawed {
  const parsed = parseJson(frozen, modest);
  if ('wrong' in parsed) return { detail: parsed.wrong };
  const { json } = parsed;
  const checked = checkJson(whole, json);
  if ('fault' in checked) return { detail: checked.fault.at };
  const { id, definition, facts, sizes } = checked.data;
  // As they stand: a checked copy would have the keys of the schema first, and freeze to another text.
  const { lists } = json as { readonly lists: Readonly<Record<string, List>> };
  const root = nodeOf(definition);
  const [much] = tooMuch(root, () => '');
  if (much !== undefined) return { detail: `${much.code} ${much.at.path}`.trimEnd() };
  const own = new Map(Object.entries(facts).map(([name, one]) => [name, factOf(name, one)]));
  const named = new Map(Object.entries(lists));
  const opened = openCategory({
    id,
    root,
    fileOf: () => 'data/category.json',
    origins: new Map(),
    vocabulary: new Map([...own, ...without(known.vocabulary, own)]),
    lists: new Map([...named, ...without(known.lists, named)]),
    sizes: sizes && sizesOf(sizes),
    freezable: { facts: new Set(own.keys()), lists: new Set(named.keys()) },
  });
  if ('data' in opened) return opened.data;
  const [first] = opened.findings;
  return { detail: first === undefined ? '' : `${first.code} ${first.at.path}`.trimEnd() };
}

const without = <T>(all: ReadonlyMap<string, T>, taken: ReadonlyMap<string, T>): [string, T][] =>
  [...all].filter(([name]) => !taken.has(name));

function nodeOf(json: unknown): Node {
  if (Array.isArray(json)) return { kind: 'list', items: json.map(nodeOf), range: nowhere };
  if (typeof json === 'object' && json !== null) {
    const entries = Object.entries(json).map(([key, value]) => ({ key, keyRange: nowhere, value: nodeOf(value) }));
    return { kind: 'map', entries, range: nowhere };
  }
  const value = typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean' ? json : null;
  return { kind: 'scalar', source: String(value ?? ''), value, quoted: typeof json === 'string', range: nowhere };
}

const factOf = (
  id: string,
  { type, meaning, unit, yearly, negative, options, plausible: said, fields, ...rows }: FrozenFact,
): Fact => ({
  id,
  type,
  meaning,
  yearly: yearly ?? false,
  negative: negative ?? false,
  ...(unit === undefined ? {} : { unit }),
  fields: new Map(Object.entries(fields ?? {}).map(([name, field]) => [name, factOf(name, field)])),
  ...(options === undefined ? {} : { options }),
  ...(said === undefined ? {} : { plausible: said }),
  ...ofRows(rows),
});

const sizesOf = ({ sizes, classes, mapping }: Shape<typeof sizeTable>): SizeTable => ({
  sizes,
  classes: new Map(Object.entries(classes)),
  mapping: new Map(Object.entries(mapping)),
});
