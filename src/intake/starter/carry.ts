// Which facts a category needs beside its form, and those of one dossier carried over to another category: which, which not, why.
import type { Category } from '../../category/category.ts';
import { unspaced } from '../../characters/folds.ts';
import type { MapNode, Node } from '../../document/node.ts';
import { byIds } from '../../dossier/own-keys.ts';
import type { Fact } from '../../expression/types.ts';
import type { Language } from '../../findings/sentence.ts';
import { names } from '../../form/keys.ts';
import type { OpenedField } from '../../form/opened.ts';
import { type Given, isBlank, isValues, type Value, type Values } from './given.ts';
import { checkAnswer } from './question.ts';

/** `years`: it has none of the years asked for now; `unasked`: nobody asks now; `fit`: it is no answer here. */
export type Left = { readonly label: string; readonly why: 'years' | 'unasked' | 'fit'; readonly detail?: string };

export type Carried = { readonly given: Given; readonly taken: readonly string[]; readonly left: readonly Left[] };

/** Every fact that the old dossier gives, by id, with its label there. */
type Known = Map<string, { readonly value: Value; readonly label: string; readonly fact: Fact }>;

export function carryOver(from: Given, old: Category, fresh: Category, language: Language): Carried {
  const known = knownFacts(from, old);
  const [taken, left]: [string[], Left[]] = [[], []];
  const used = new Set<string>();
  const form: Record<string, Record<string, Value>> = {};
  for (const section of fresh.form.sections) {
    const values: Record<string, Value> = {};
    for (const item of section.items) {
      const found = item.fact && known.get(item.fact.id);
      if (found === undefined) continue;
      used.add(found.fact.id);
      const label = item.kind === 'field' ? item.label : item.title;
      const fitted =
        item.kind === 'field' ? fieldValue(item, found.value, fresh, language) : { value: withoutFiles(found.value) };
      if ('left' in fitted) left.push({ label, ...fitted.left });
      else {
        values[item.id] = fitted.value;
        taken.push(label);
      }
    }
    const free = section.open ? freeText(from, old, section.id, section.called) : undefined;
    if (free !== undefined) {
      taken.push(section.called);
      form[section.id] = { ...free, ...values };
    } else if (Object.keys(values).length > 0) form[section.id] = values;
  }
  const facts: Record<string, Value> = {};
  for (const { fact } of neededFacts(fresh)) {
    const found = known.get(fact.id);
    if (found === undefined) continue;
    used.add(fact.id);
    facts[fact.id] = withoutFiles(found.value);
    taken.push(fact.meaning);
  }
  const titles = from.titles && (withoutFiles(from.titles) as readonly Value[]);
  for (const [id, { label }] of known) if (!used.has(id)) left.push({ label, why: 'unasked' });
  const given: Given = {
    ...(from.enterprise === undefined ? {} : { enterprise: from.enterprise }),
    form,
    facts,
    ...(titles === undefined ? {} : { titles }),
  };
  return { given, taken, left };
}

function knownFacts(from: Given, { form, vocabulary }: Category): Known {
  const known: Known = new Map();
  for (const section of form.sections) {
    const values = pick(from.form ?? {}, section.id, section.called);
    for (const item of section.items) {
      const { fact } = item;
      if (fact === undefined || !isValues(values)) continue;
      const label = item.kind === 'field' ? item.label : item.title;
      const value = pick(values, item.id, ...item.called);
      if (value === undefined || isBlank(value)) continue;
      const [only, another] = item.kind === 'field' ? item.years : [];
      const yearly = fact.yearly && only !== undefined && another === undefined && !isValues(value);
      known.set(fact.id, { value: yearly ? { [only.year]: value } : value, label, fact });
    }
  }
  for (const fact of vocabulary.values()) {
    const value = pick(from.facts ?? {}, fact.id, fact.meaning);
    if (value !== undefined && !isBlank(value)) known.set(fact.id, { value, label: fact.meaning, fact });
  }
  return known;
}

const pick = (
  values: Readonly<Record<string, Value>>,
  id: string,
  ...labels: (string | undefined)[]
): Value | undefined => Object.entries(values).find(([key]) => names(key, id, ...labels))?.[1];

type Fitted = { readonly value: Value } | { readonly left: Omit<Left, 'label'> };

/** The value as the field asks for it now: only its years, only its options. */
function fieldValue(field: OpenedField, value: Value, { form }: Category, language: Language): Fitted {
  const { fact, years, label, options, parts } = field;
  if (fact?.yearly && years.length > 0) {
    if (!isValues(value)) return { left: { why: 'years' } };
    const kept = yearsOf(value).filter(([year]) => years.some((one) => one.year === year));
    if (kept.length === 0) return { left: { why: 'years', detail: years.map(({ year }) => year).join('、') } };
    const [only] = kept;
    return { value: years.length === 1 && only ? only[1] : Object.fromEntries(kept) };
  }
  const text = typeof value === 'boolean' ? (value ? '是' : '否') : value;
  if (typeof text === 'string' || Array.isArray(text)) {
    const answer = typeof text === 'string' ? text : text.map(String);
    const wrong = checkAnswer(answer, { label, fact, options, lists: form.lists, parts, language });
    if (wrong !== undefined) return { left: { why: 'fit', detail: wrong } };
  }
  return { value };
}

const yearsOf = (value: Values): [number, Value][] =>
  Object.entries(value).flatMap(([key, one]) => {
    const year = /^(\d{4})年?$/.exec(unspaced(key))?.[1];
    return year === undefined || isBlank(one) ? [] : [[Number(year), one] as [number, Value]];
  });

/** Rows without the files they name, which stay where they are. */
function withoutFiles(value: Value): Value {
  if (!Array.isArray(value)) return value;
  return value.map((row: Value) =>
    isValues(row) ? Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'file')) : row,
  );
}

/** What an open section holds beside its known fields, when the old form has the section too. */
function freeText(from: Given, old: Category, id: string, called: string): Values | undefined {
  const before = old.form.sections.find((section) => section.open && section.id === id && section.called === called);
  const written = before && pick(from.form ?? {}, id, called);
  if (before === undefined || written === undefined || isBlank(written)) return undefined;
  if (!isValues(written)) return { [called]: written };
  const known = (key: string): boolean => before.items.some((item) => names(key, item.id, ...item.called));
  const free = Object.entries(written).filter(([key]) => !known(key));
  return free.length === 0 ? undefined : Object.fromEntries(free);
}

function valueAt(node: Node): Value {
  if (node.kind === 'list') return node.items.map(valueAt);
  if (node.kind === 'map') return Object.fromEntries(node.entries.map(({ key, value }) => [key, valueAt(value)]));
  if (node.value === null && !node.quoted) return '';
  return typeof node.value === 'boolean' ? node.value : node.source;
}

const maps = ['form', 'facts', 'attachments'] as const;
const lists = ['titles', 'claims', 'waivers', 'attestations'] as const;

/** What a file of answers, or a dossier, gives. Parts of a wrong shape are left out and named. */
export function givenOf(root: MapNode): {
  readonly given: Given;
  readonly category?: string;
  readonly wrong: readonly string[];
} {
  const found: Record<string, Value> = {};
  const wrong: string[] = [];
  let category: string | undefined;
  for (const { key, value: node } of byIds(root).node.entries) {
    const value = valueAt(node);
    if (value === '') continue;
    if (key === 'category' && typeof value === 'string') category = value;
    else if ((key === 'enterprise' || key === 'as_of') && typeof value === 'string') found[key] = value;
    else if ((maps as readonly string[]).includes(key) && isMap(value)) found[key] = value;
    else if ((lists as readonly string[]).includes(key) && Array.isArray(value)) found[key] = value;
    else if (key !== 'format') wrong.push(key);
  }
  return { given: found as Given, wrong, ...(category === undefined ? {} : { category }) };
}

const isMap = (value: Value): value is Values => typeof value === 'object' && !Array.isArray(value);

/** A fact with the years that are read of it. */
export type NeededFact = { readonly fact: Fact; readonly years: readonly number[] };

/** In the order of the vocabulary; held titles have a part of their own. */
export function neededFacts(category: Category): readonly NeededFact[] {
  const printed = new Set(
    category.form.sections.flatMap(({ items }) => items).flatMap(({ fact }) => (fact === undefined ? [] : [fact.id])),
  );
  const years = new Map<string, Set<number>>();
  for (const name of namesRead(category)) {
    const [id = '', part = ''] = name.split('.');
    const read = years.get(id) ?? new Set<number>();
    years.set(id, /^\d{4}$/.test(part) ? read.add(Number(part)) : read);
  }
  return [...category.vocabulary.values()].flatMap((fact) => {
    const read = years.get(fact.id);
    if (read === undefined || printed.has(fact.id) || fact.id === 'titles') return [];
    return [{ fact, years: [...read].sort() }];
  });
}

/** Names of former times are compared with those on the papers. */
const always = ['former_names'];

const namesIn = ({ names }: { readonly names: ReadonlySet<string> }): readonly string[] => [...names];

function namesRead({ metrics, criteria, scorecard, slots, proved }: Category): readonly string[] {
  return [
    ...always,
    ...metrics.flatMap(({ formula, readings }) => [formula, ...readings.map((one) => one.formula)].flatMap(namesIn)),
    ...criteria.flatMap(({ rule, readings }) => [rule, ...readings.map((one) => one.rule)].flatMap(namesIn)),
    ...(scorecard?.names ?? []),
    ...slots.flatMap(({ requiredWhen }) => [...(requiredWhen?.names ?? [])]),
    ...(proved?.facts ?? []),
  ];
}
