// The facts that the conditions of a category read and its form does not print: what a dossier says under `facts`.
import type { Category } from '../../category/category.ts';
import type { Fact } from '../../expression/types.ts';

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
