// The flattened definition as JSON text that goes into a bundle: the same text on every machine, and its digest.
import { createHash } from 'node:crypto';
import type { SizeTable } from '../expression/size-class.ts';
import type { Fact, FactType, Vocabulary } from '../expression/types.ts';
import { identifying } from '../form/facts.ts';
import type { List } from '../form/opened.ts';
import type { Category } from './category.ts';
import type { Definition } from './definition.ts';
import { relationsOf } from './plausible.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

type Shared = {
  readonly vocabulary: Vocabulary;
  readonly lists: ReadonlyMap<string, List>;
  readonly sizes: SizeTable | undefined;
  readonly freezable?: Freezable | undefined;
};

/** The parts of an opened category that name facts. */
type Naming = Pick<Category, 'form' | 'metrics' | 'scorecard' | 'criteria' | 'slots' | 'proved' | 'superlatives'>;

/** Names of the facts and lists that may be frozen, when a frozen text is opened again; else any. */
export type Freezable = { readonly facts: ReadonlySet<string>; readonly lists: ReadonlySet<string> };

/**
 * Keys keep the order of the definition, which is the printed order. Only facts and lists that the category uses go in:
 * what another category adds must not change the digest of a closed one.
 */
export function frozen(
  id: string,
  definition: Definition,
  opened: Naming,
  { vocabulary, lists, sizes, freezable }: Shared,
): { flattened: string; sha256: string } {
  const named = namedIn(opened);
  const wanted = withRelated(named, vocabulary);
  const facts = [...vocabulary].filter(([name]) => wanted.has(name) && freezable?.facts.has(name) !== false);
  const used = [...usedLists(definition, new Map(facts))].filter((name) => freezable?.lists.has(name) !== false);
  const { tests: _tests, ...rest } = definition;
  const sized = sizes !== undefined && JSON.stringify(rest).includes('size_class(');
  const whole = {
    id,
    definition: rest,
    facts: Object.fromEntries(facts.map(([name, fact]) => [name, factJson(printedOf(fact, opened))])),
    lists: Object.fromEntries([...lists].filter(([name]) => used.includes(name))),
    ...(sized ? { sizes: sizesJson(sizes) } : {}),
  };
  const flattened = `${JSON.stringify(whole, null, 1)}\n`;
  return { flattened, sha256: createHash('sha256').update(flattened).digest('hex') };
}

/** Without the columns that stand only where a form prints them, and this one does not. */
function printedOf(fact: Fact, { form }: Naming): Fact {
  const printed = new Set(
    form.sections.flatMap(({ items }) =>
      items.flatMap((item) =>
        item.kind === 'table' && item.fact.id === fact.id ? item.columns.map((column) => column.fact.id) : [],
      ),
    ),
  );
  const fields = [...fact.fields].filter(([id, { printedOnly }]) => printedOnly === undefined || printed.has(id));
  return { ...fact, fields: new Map(fields) };
}

const sizesJson = ({ sizes, classes, mapping }: SizeTable) => ({
  sizes,
  classes: Object.fromEntries(classes),
  mapping: Object.fromEntries(mapping),
});

const factJson = (fact: Fact): Json => ({
  type: fact.type,
  meaning: fact.meaning,
  ...(fact.unit === undefined ? {} : { unit: fact.unit }),
  ...(fact.yearly ? { yearly: true } : {}),
  ...(fact.negative ? { negative: true } : {}),
  ...(fact.options === undefined ? {} : { options: [...fact.options] }),
  ...(fact.plausible === undefined ? {} : { plausible: fact.plausible as Json }),
  ...(fact.unique === undefined ? {} : { unique: [...fact.unique] }),
  ...(fact.identifies === undefined ? {} : { identifies: fact.identifies }),
  ...(fact.fields.size === 0
    ? {}
    : { fields: Object.fromEntries([...fact.fields].map(([name, field]) => [name, factJson(field)])) }),
});

/** Facts that identify the applicant, that the form prints, and that formulas, rules and slots read; a field as its record. */
function namedIn({ form, metrics, scorecard, criteria, slots, proved, superlatives }: Naming): ReadonlySet<string> {
  const printed = form.sections.flatMap(({ items }) => items.flatMap(({ fact }) => fact?.id ?? []));
  const formulas = metrics
    .flatMap(({ formula, readings }) => [formula, ...readings.map((reading) => reading.formula)])
    .flatMap(({ names }) => [...names]);
  const rules = criteria.flatMap(({ rule, readings, at }) => [
    ...[rule, ...readings.map((reading) => reading.rule)].flatMap(({ names }) => [...names]),
    ...(at === undefined ? [] : [at]),
  ]);
  const conditions = slots.flatMap(({ requiredWhen }) => [...(requiredWhen?.names ?? [])]);
  const proof = [...(proved?.facts ?? []), ...(superlatives?.tables ?? [])];
  return new Set(
    [...identifying, ...printed, ...formulas, ...(scorecard?.names ?? []), ...rules, ...conditions, ...proof].map(
      (name) => name.split('.')[0] ?? name,
    ),
  );
}

/** And the facts by which those are judged: a share of employees by the employees. */
function withRelated(named: ReadonlySet<string>, vocabulary: Vocabulary): ReadonlySet<string> {
  const all = new Set(named);
  for (const name of all) for (const { to } of relationsOf(vocabulary.get(name)?.plausible)) all.add(to);
  return all;
}

/** The vocabularies in which values of these types are looked up. */
const listsOfType: Readonly<Partial<Record<FactType, readonly string[]>>> = {
  region: ['regions'],
  industry: ['industries'],
  postcode: ['area-codes'],
  phone: ['area-codes'],
  person: ['area-codes'],
};

function usedLists(definition: Definition, facts: Vocabulary): ReadonlySet<string> {
  const named = Object.values(definition.form).flatMap((section) =>
    Object.values(section.fields).flatMap((field) => [field.list, field.options_by?.list]),
  );
  const byType = [...facts.values()]
    .flatMap((fact) => [fact, ...fact.fields.values()])
    .flatMap(({ type }) => listsOfType[type] ?? []);
  const titles = facts.has('titles') ? ['titles'] : [];
  return new Set([...byType, ...titles, ...named.filter((name) => name !== undefined)]);
}
