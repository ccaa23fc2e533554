// Whether a value is still as a starter dossier leaves it: the parts of a person, or the years of a figure, all empty.
import type { Node } from '../document/node.ts';
import type { Fact } from '../expression/types.ts';
import { names } from './keys.ts';
import { personParts } from './types/person.ts';
import { isEmpty } from './types/type.ts';

/** A key that nobody knows is no part, and is told. `years` are those that are asked for; without them any year is. */
export const isUntouched = (node: Node, fact: Fact | undefined, years: readonly number[] = []): boolean =>
  fact !== undefined &&
  node.kind === 'map' &&
  node.entries.every(({ key, value }) => isEmpty(value) && isPart(key, fact, years));

function isPart(key: string, fact: Fact, years: readonly number[]): boolean {
  if (fact.yearly) return years.length === 0 ? /^\d{4}$/.test(key) : years.includes(Number(key));
  if (fact.type === 'person') return personParts.some(({ id, label }) => names(key, id, label));
  return fact.type === 'record' && [...fact.fields.values()].some(({ id, meaning }) => names(key, id, meaning));
}
