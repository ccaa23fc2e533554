// What `schemas/facts.yaml` says can be true of a fact: the shape of these keys, and that each speaks of facts it can.
import * as z from 'zod';
import { type Node, placeAt } from '../document/node.ts';
import { walk } from '../document/shape.ts';
import { type Fact, kindOfEnd, numeric, type Plausible, readBounds, type Vocabulary } from '../expression/types.ts';
import type { Misfit } from '../findings/areas/definition.ts';
import type { Finding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { report } from '../findings/report.ts';

const bounds = z.string().refine((text) => readBounds(text) !== undefined, 'bounds');

/** The keys of a fact that say what is plausible. */
export const plausible = {
  range: bounds.optional(),
  usual: bounds.optional(),
  part_of: z.string().optional(),
  not_above: z.string().optional(),
  per: z.record(z.string(), bounds).optional(),
  steady: z.literal(true).optional(),
  in_year: z.literal(true).optional(),
  difference_of: z.tuple([z.string(), z.string()]).optional(),
  ranked_by: z.string().optional(),
  since: z.string().optional(),
  to_last_year: z.literal(true).optional(),
  not_before: z.string().optional(),
  year_of: z.string().optional(),
} as const;

const keys = Object.keys(plausible) as (keyof Plausible)[];

/** These keys of a fact, or nothing when it has none of them. */
export function saidOf(spec: Plausible): { plausible?: Plausible } {
  const said = keys.filter((key) => spec[key] !== undefined).map((key) => [key, spec[key]]);
  return said.length === 0 ? {} : { plausible: Object.fromEntries(said) };
}

/** A name by which a fact speaks of another, and where in the file. */
type Relation = { readonly key: keyof Plausible; readonly to: string; readonly path: readonly (string | number)[] };

export function relationsOf(said: Plausible | undefined): readonly Relation[] {
  if (said === undefined) return [];
  const single = (['part_of', 'not_above', 'ranked_by', 'since', 'not_before', 'year_of'] as const).flatMap(
    (key): Relation[] => {
      const to = said[key];
      return to === undefined ? [] : [{ key, to, path: [key] }];
    },
  );
  const ratios = Object.keys(said.per ?? {}).map((to): Relation => ({ key: 'per', to, path: ['per', to] }));
  const terms = (said.difference_of ?? []).map(
    (to, index): Relation => ({ key: 'difference_of', to, path: ['difference_of', index] }),
  );
  return [...single, ...ratios, ...terms];
}

/**
 * What is wrong with that which the facts of one file say of each other. `all` are the facts of every file: a folder of
 * its own may speak of those that come with the program.
 */
export function plausibleFaults(own: Vocabulary, all: Vocabulary, node: Node, file: string): Finding[] {
  return [...own.values()].flatMap((fact) => [
    ...faultsOf(fact, all, ['facts', fact.id], node, file),
    ...[...datedColumns(fact).values()].flatMap((column) => {
      const known = column.yearly ? new Map([...all, ...datedColumns(fact)]) : datedColumns(fact);
      return faultsOf(column, known, ['facts', fact.id, 'fields', column.id], node, file);
    }),
  ]);
}

/** The amounts of a row that names its year are of that year. */
const datedColumns = ({ fields }: Fact): Vocabulary =>
  new Map([...fields].map(([id, one]) => [id, { ...one, yearly: one.type === 'amount' && fields.has('year') }]));

function faultsOf(
  fact: Fact,
  known: Vocabulary,
  base: readonly (string | number)[],
  node: Node,
  file: string,
): Finding[] {
  const place = (path: readonly (string | number)[]) => {
    const reached = walk(node, [...base, ...path]);
    // Of `per: {employees: …}` the name is the key.
    const range = path[0] === 'per' ? (reached.key ?? reached.node.range) : reached.node.range;
    return placeAt(file, [...base, ...path].join('.'), range);
  };
  const own = ownMisfits(fact).map((key) =>
    report('fact-plausible-misfit', { fact: fact.id, key, why: 'type' }, place([key])),
  );
  const others = relationsOf(fact.plausible).flatMap(({ key, to, path }): Finding[] => {
    const other = known.get(to);
    if (other === undefined) {
      const near = nearest(to, known.keys());
      return [
        report('fact-name-unknown', near === undefined ? { fact: to } : { fact: to, nearest: near }, place(path)),
      ];
    }
    const why = misfit(fact, key, other, known);
    return why === undefined ? [] : [report('fact-plausible-misfit', { fact: fact.id, key, to, why }, place(path))];
  });
  return [...own, ...others];
}

/** Keys whose bounds are not of the fact's type, or that only figures of several years can have. */
function ownMisfits({ type, yearly, plausible: said }: Fact): (keyof Plausible)[] {
  const fits = (text: string | undefined): boolean => {
    const { least, most } = readBounds(text ?? '') ?? {};
    return [least, most].every((end) => {
      if (end === undefined) return true;
      const kind = kindOfEnd(end);
      return type === 'date' ? kind !== 'figure' : numeric.has(type) && kind !== 'day';
    });
  };
  const ratios = Object.values(said?.per ?? {}).every((text) => {
    const { least, most } = readBounds(text) ?? {};
    return [least, most].every((end) => end === undefined || kindOfEnd(end) === 'figure');
  });
  const wrong: [keyof Plausible, boolean][] = [
    ['range', !fits(said?.range)],
    ['usual', !fits(said?.usual)],
    ['per', !ratios],
    ['steady', said?.steady === true && !(yearly && numeric.has(type))],
    ['in_year', said?.in_year === true && !yearly],
    ['to_last_year', said?.to_last_year === true && said.since === undefined],
  ];
  return wrong.filter(([, is]) => is).map(([key]) => key);
}

const isDate = ({ type }: Fact): boolean => type === 'date' || type === 'term';

function misfit(fact: Fact, key: keyof Plausible, other: Fact, known: Vocabulary): Misfit | undefined {
  if (other.id === fact.id || (key === 'part_of' && isPartOf(other, fact.id, known))) return 'itself';
  if (key === 'not_before') return isDate(fact) && other.type === 'date' ? undefined : 'dates';
  if (key === 'since' || key === 'year_of')
    return numeric.has(fact.type) && !fact.yearly && other.type === 'date' ? undefined : 'dates';
  if (!numeric.has(fact.type) || !numeric.has(other.type)) return 'figures';
  if (key === 'per') return undefined;
  if (fact.yearly !== other.yearly) return 'years';
  return key === 'ranked_by' || fact.unit === other.unit ? undefined : 'units';
}

/** Whether a fact is, through others, a part of the named one. */
function isPartOf(fact: Fact, id: string, known: Vocabulary): boolean {
  const seen = new Set<string>();
  let at: Fact | undefined = fact;
  while (at !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    const whole: string | undefined = at.plausible?.part_of;
    if (whole === id) return true;
    at = whole === undefined ? undefined : known.get(whole);
  }
  return false;
}
