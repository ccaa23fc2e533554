// What fact a figure of a file is about: `main_revenue.2020`, `market_share.share`, or a fact without a year.
import { withoutRemark } from '../../characters/folds.ts';
import { type Fact, numeric, type Vocabulary } from '../../expression/types.ts';
import type { Facts, FactValue } from '../../expression/values.ts';
import { printed } from '../../files/pdf/fold.js';
import { nearest } from '../../findings/nearest.ts';

/** Why a key names no figure of the dossier. */
export type Astray =
  | { readonly unknown: string; readonly nearest?: string }
  | { readonly misplaced: 'no-year' | 'year' | 'plain' | 'kind'; readonly fact: Fact };

/** The fact of a figure, with its value where the dossier gives one; `id` is the fact that it is a part of. */
export type Aim = { readonly id: string; readonly fact: Fact; readonly year?: number; readonly value?: FactValue };

const valueIn = (value: FactValue | undefined, id: string): FactValue | undefined =>
  typeof value === 'object' && 'kind' in value && value.kind === 'record' ? value.fields.get(id) : undefined;

/** A printed name without its number and unit: `1、营业收入(万元)` → 营业收入. */
const bare = (label: string): string => withoutRemark(printed(label).replace(/^\d+、/u, ''));

/** A fact by its id or its name; nothing where a name means two. */
function named(key: string, facts: ReadonlyMap<string, Fact>): Fact | undefined {
  const exact = facts.get(key);
  if (exact !== undefined) return exact;
  const wanted = bare(key);
  const [found, another] = [...facts.values()].filter(({ meaning }) => bare(meaning) === wanted);
  return another === undefined ? found : undefined;
}

function lost(path: string, prefix: string, known: Iterable<string>): Astray {
  const near = nearest(
    path,
    [...known].map((id) => `${prefix}${id}`),
  );
  return near === undefined ? { unknown: path } : { unknown: path, nearest: near };
}

/**
 * Looks a flat key up: the fact by id or printed name, then fields of records, then the year of a yearly one. A yearly key without a year
 * means the only year that the file covers (`covers`, as `2020` or `2020-12`).
 */
export function aimOf(key: string, covers: readonly string[], facts: Facts, vocabulary: Vocabulary): Aim | Astray {
  const [name = '', ...rest] = key.split('.');
  let fact = named(name, vocabulary);
  if (fact === undefined) return lost(name, '', vocabulary.keys());
  let value = facts.get(fact.id);
  const { id } = fact;
  let path = id;
  while (fact.type !== 'table' && fact.fields.size > 0 && rest.length > 0) {
    const part = rest.shift() ?? '';
    const field: Fact | undefined = named(part, fact.fields);
    if (field === undefined) return lost(`${path}.${part}`, `${path}.`, fact.fields.keys());
    [fact, value, path] = [field, valueIn(value, field.id), `${path}.${field.id}`];
  }
  if (!numeric.has(fact.type)) return { misplaced: 'kind', fact };
  if (!fact.yearly) {
    if (rest.length > 0) return { misplaced: 'plain', fact };
    return value === undefined ? { id, fact } : { id, fact, value };
  }
  const years = new Set(covers.map((one) => one.slice(0, 4)));
  const written = rest.length > 0 ? rest.join('.') : years.size === 1 ? [...years][0] : undefined;
  if (written === undefined) return { misplaced: 'no-year', fact };
  const year = Number(/^(\d{4})年?$/.exec(written)?.[1]);
  if (Number.isNaN(year)) return { misplaced: 'year', fact };
  const ofYear =
    typeof value === 'object' && 'kind' in value && value.kind === 'yearly' ? value.years.get(year) : value;
  return ofYear === undefined ? { id, fact, year } : { id, fact, year, value: ofYear };
}
