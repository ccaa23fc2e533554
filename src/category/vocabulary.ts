// Reads `schemas/facts.yaml` and `schemas/lists/*.yaml`: every fact once, and the shared vocabularies.
import * as z from 'zod';
import { type Node, placeAt } from '../document/node.ts';
import { checkShape, walk } from '../document/shape.ts';
import { reserved } from '../expression/scope.ts';
import { type Fact, factTypes, type Identifies, numberKinds, type Vocabulary } from '../expression/types.ts';
import { id } from '../findings/cite.ts';
import type { Finding } from '../findings/finding.ts';
import { standing } from '../findings/json.ts';
import { nearest } from '../findings/nearest.ts';
import { report } from '../findings/report.ts';
import type { List, ListOption } from '../form/opened.ts';
import { plausible, saidOf } from './plausible.ts';

const kind = z.enum(numberKinds);

/** What the numbers of a column are of. */
export const identifies = z.strictObject({
  as: z.union([kind, z.record(z.string(), kind)]),
  by: id.optional(),
  granted: id.optional(),
  until: id.optional(),
});

const simple = z.strictObject({
  type: z.enum(factTypes),
  unit: z.string().optional(),
  meaning: z.string(),
  en: z.string().optional(),
  yearly: z.boolean().default(false),
  negative: z.boolean().default(false),
  options: z.array(z.string()).optional(),
  /** A vocabulary whose options the fact takes. */
  list: z.string().optional(),
  ...plausible,
  identifies: identifies.optional(),
  /** Of a column: it is there only where a form prints it. */
  printed_only: z.literal(true).optional(),
});
const fact = simple.extend({ fields: z.record(id, simple).optional(), unique: z.array(id).min(1).optional() });
const name = id.refine((text) => !reserved.has(text), 'id');

const factsFile = z.strictObject({ format: z.literal(1), facts: z.record(name, fact) });

const option: z.ZodType<ListOption> = z.lazy(() =>
  z.looseObject({
    name: z.string(),
    code: z.string().optional(),
    partial: z.boolean().optional(),
    term: z.strictObject({ years: z.int().min(0).max(100), clause: z.string().min(1), usual: z.boolean() }).optional(),
    options: z.array(option).optional(),
  }),
) as never;

const listFile = z.looseObject({
  title: z.string(),
  source: z.looseObject({ title: z.string(), standing: standing }),
  levels: z.array(z.string()).default([]),
  options: z.array(option).default([]),
  zones: z.array(z.looseObject({ name: z.string(), city: z.string(), code: z.string().optional() })).default([]),
});

type Simple = z.infer<typeof simple>;

/** Parts of the facts whose shape the engine itself knows. */
const builtIn: Readonly<Partial<Record<(typeof factTypes)[number], readonly (readonly [string, string])[]>>> = {
  person: [
    ['name', '姓名'],
    ['phone', '电话'],
    ['mobile', '手机'],
  ],
  region: [
    ['province', '省'],
    ['city', '市'],
    ['county', '县(市、区)'],
  ],
  industry: [
    ['section', '门类'],
    ['division', '大类'],
    ['group', '中类'],
    ['class', '小类'],
    ['code', '代码'],
  ],
};

function toFact(
  key: string,
  spec: Simple & { fields?: Record<string, Simple> | undefined; unique?: string[] | undefined },
  lists: ReadonlyMap<string, List>,
): Fact {
  const { type, unit, meaning, yearly, negative } = spec;
  const known = (builtIn[type] ?? []).map(([name, label]) => [name, toFact(name, plain(label), lists)] as const);
  const written = Object.entries(spec.fields ?? {}).map(([name, field]) => [name, toFact(name, field, lists)] as const);
  const options = spec.options ?? lists.get(spec.list ?? '')?.options.map((one) => one.name);
  return {
    id: key,
    type,
    meaning,
    yearly,
    negative,
    ...(unit === undefined ? {} : { unit }),
    fields: new Map([...known, ...written]),
    ...(options === undefined ? {} : { options }),
    ...saidOf(spec),
    ...ofRows(spec),
    ...(spec.printed_only === undefined ? {} : { printedOnly: spec.printed_only }),
  };
}

type OfRows = {
  unique?: readonly string[] | undefined;
  identifies?: z.infer<typeof identifies> | undefined;
};

/** What the vocabulary says of the rows of a table, as a fact carries it. */
export const ofRows = ({ unique, identifies }: OfRows): Partial<Fact> => ({
  ...(unique === undefined ? {} : { unique }),
  ...(identifies === undefined ? {} : { identifies: numbers(identifies) }),
});

const numbers = ({ as, by, granted, until }: z.infer<typeof identifies>): Identifies => ({
  as,
  ...(by === undefined ? {} : { by }),
  ...(granted === undefined ? {} : { granted }),
  ...(until === undefined ? {} : { until }),
});

const plain = (meaning: string): Simple => ({ type: 'text', meaning, yearly: false, negative: false });

/** The vocabulary of facts, or what is wrong with the file. */
export function readVocabulary(
  node: Node,
  file: string,
  lists: ReadonlyMap<string, List>,
): { data: Vocabulary } | { findings: Finding[] } {
  const checked = checkShape(factsFile, node, () => file);
  if ('findings' in checked) return checked;
  const { facts: specs } = checked.data;
  const unknown = [...unknownLists(specs, node, file, lists), ...unknownColumns(specs, node, file)];
  if (unknown.length > 0) return { findings: unknown };
  const facts = Object.entries(checked.data.facts).map(([key, spec]) => [key, toFact(key, spec, lists)] as const);
  return { data: new Map(facts) };
}

/** A choice from a list that is not there would take any text. */
function unknownLists(
  facts: z.infer<typeof factsFile>['facts'],
  node: Node,
  file: string,
  lists: ReadonlyMap<string, List>,
): Finding[] {
  const named = Object.entries(facts).flatMap(([key, spec]) => [
    { path: ['facts', key, 'list'], list: spec.list },
    ...Object.entries(spec.fields ?? {}).map(([field, inner]) => ({
      path: ['facts', key, 'fields', field, 'list'],
      list: inner.list,
    })),
  ]);
  return named.flatMap(({ path, list }) => {
    if (list === undefined || lists.has(list)) return [];
    const near = nearest(list, lists.keys());
    const args = near === undefined ? { list } : { list, nearest: near };
    return [report('list-unknown', args, placeAt(file, path.join('.'), walk(node, path).node.range))];
  });
}

/** A check that names a column which is not there would never find anything. */
function unknownColumns(facts: z.infer<typeof factsFile>['facts'], node: Node, file: string): Finding[] {
  return Object.entries(facts).flatMap(([key, { unique = [], fields = {} }]) => {
    const named = [
      ...unique.map((column, index) => ({ column, path: ['facts', key, 'unique', String(index)] })),
      ...Object.entries(fields).flatMap(([field, { identifies: { by, granted, until } = {} }]) =>
        Object.entries({ by, granted, until }).flatMap(([name, column]) =>
          column === undefined ? [] : [{ column, path: ['facts', key, 'fields', field, 'identifies', name] }],
        ),
      ),
    ];
    return named.flatMap(({ column, path }) => {
      if (Object.hasOwn(fields, column)) return [];
      const near = nearest(column, Object.keys(fields));
      const args = near === undefined ? { fact: column } : { fact: column, nearest: near };
      return [report('fact-name-unknown', args, placeAt(file, path.join('.'), walk(node, path).node.range))];
    });
  });
}

/** A list, or what is wrong with the file. */
export function readList(name: string, node: Node, file: string): { data: List } | { findings: Finding[] } {
  const checked = checkShape(listFile, node, () => file);
  if ('findings' in checked) return checked;
  const { levels, options, zones, source } = checked.data;
  const areas = zones.map((zone) => ({
    name: zone.name,
    city: zone.city,
    ...(zone.code === undefined ? {} : { code: zone.code }),
  }));
  return { data: { name, levels, options, zones: areas, standing: source.standing } };
}
