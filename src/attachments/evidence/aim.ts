// What fact a figure of a file is about: `main_revenue.2020`, `market_share.share`, or a fact without a year.
import { type Fact, numeric, type Vocabulary } from '../../expression/types.ts';
import type { Facts, FactValue } from '../../expression/values.ts';
import { nearest } from '../../findings/nearest.ts';

/** Why a key names no figure of the dossier. */
export type Astray =
  | { readonly unknown: string; readonly nearest?: string }
  | { readonly misplaced: 'no-year' | 'year' | 'plain' | 'kind'; readonly fact: Fact };

/** The fact of a figure, with its value where the dossier gives one. */
export type Aim = { readonly fact: Fact; readonly year?: number; readonly value?: FactValue };

const valueIn = (value: FactValue | undefined, id: string): FactValue | undefined =>
  typeof value === 'object' && 'kind' in value && value.kind === 'record' ? value.fields.get(id) : undefined;

function lost(path: string, prefix: string, known: Iterable<string>): Astray {
  const near = nearest(
    path,
    [...known].map((id) => `${prefix}${id}`),
  );
  return near === undefined ? { unknown: path } : { unknown: path, nearest: near };
}

/**
 * Looks a flat key up: the fact, then fields of records, then the year of a yearly one. A yearly key without a year
 * means the only year that the file covers (`covers`, as `2020` or `2020-12`).
 */
export function aimOf(key: string, covers: readonly string[], facts: Facts, vocabulary: Vocabulary): Aim | Astray {
  const [id = '', ...rest] = key.split('.');
  let fact = vocabulary.get(id);
  let value = facts.get(id);
  let path = id;
  if (fact === undefined) return lost(id, '', vocabulary.keys());
  while (fact.type !== 'table' && fact.fields.size > 0 && rest.length > 0) {
    const part = rest.shift() ?? '';
    const field: Fact | undefined = fact.fields.get(part);
    if (field === undefined) return lost(`${path}.${part}`, `${path}.`, fact.fields.keys());
    [fact, value, path] = [field, valueIn(value, part), `${path}.${part}`];
  }
  if (!numeric.has(fact.type)) return { misplaced: 'kind', fact };
  if (!fact.yearly) {
    if (rest.length > 0) return { misplaced: 'plain', fact };
    return value === undefined ? { fact } : { fact, value };
  }
  const years = new Set(covers.map((one) => one.slice(0, 4)));
  const written = rest.length > 0 ? rest.join('.') : years.size === 1 ? [...years][0] : undefined;
  if (written === undefined) return { misplaced: 'no-year', fact };
  const year = Number(/^(\d{4})年?$/.exec(written)?.[1]);
  if (Number.isNaN(year)) return { misplaced: 'year', fact };
  const ofYear =
    typeof value === 'object' && 'kind' in value && value.kind === 'yearly' ? value.years.get(year) : value;
  return ofYear === undefined ? { fact, year } : { fact, year, value: ofYear };
}
