// Checks whether the figures and dates of a dossier can be true, by what the vocabulary says of each fact in any category.
import type { Facts, FactValue, RecordValue } from '../../expression/values.ts';
import type { Citation, Finding } from '../../findings/finding.ts';
import type { Ground } from './check.ts';
import { fold } from './fold.ts';
import { checks } from './index.ts';
import { type FigureItem, type Item, isFigure, itemsOf, type Read } from './item.ts';

type Asked = {
  readonly asOf: string;
  /** The clause of a row of domain knowledge, where the category has such a source. */
  readonly cite: (row: string) => readonly Citation[];
};

/**
 * What is impossible or hard to believe, and the facts without what is impossible: like a figure that cannot be read it is
 * no answer, so that what goes by it is undecided and adds no finding of its own.
 */
export function checkPlausible(read: Read, { asOf, cite }: Asked): { findings: readonly Finding[]; facts: Facts } {
  const ground = groundOf(read, asOf);
  const { findings, impossible } = fold(
    checks.flatMap((check) => check(ground)),
    cite,
  );
  return { findings, facts: without(read.facts, impossible) };
}

function groundOf(read: Read, asOf: string): Ground {
  const items = itemsOf(read);
  const byId = new Map(items.map((item) => [item.id, item]));
  const years = new Map<string, FigureItem[]>();
  for (const item of items) {
    if (item.year === undefined || !isFigure(item)) continue;
    const known = years.get(item.fact.id);
    if (known === undefined) years.set(item.fact.id, [item]);
    else known.push(item);
  }
  for (const known of years.values()) known.sort((one, other) => (one.year ?? 0) - (other.year ?? 0));
  const series = (name: string): readonly FigureItem[] => years.get(name) ?? [];
  return {
    items,
    asOf,
    series,
    fact: (name) => read.vocabulary.get(name),
    beside: (item, name) => {
      if (item.row !== undefined) return item.row.get(name);
      const same = item.year === undefined ? undefined : byId.get(`${name}.${item.year}`);
      if (same !== undefined || byId.has(name)) return same ?? byId.get(name);
      return item.year === undefined ? series(name).findLast(({ forecast }) => !forecast) : undefined;
    },
  };
}

const steps = /^(?<fact>[^.[]+)(?:\[(?<row>\d+)\])?(?:\.(?<part>.+))?$/;

function without(facts: Facts, impossible: readonly Item[]): Facts {
  if (impossible.length === 0) return facts;
  const left = new Map(facts);
  for (const { id } of impossible) {
    const { fact = id, row, part } = steps.exec(id)?.groups ?? {};
    const value = left.get(fact);
    const rest = value === undefined || part === undefined ? undefined : lacking(value, Number(row ?? 0), part);
    if (rest === undefined) left.delete(fact);
    else left.set(fact, rest);
  }
  return left;
}

/** A value without a year, or without a column of its record or row. */
function lacking(value: FactValue, row: number, part: string): FactValue | undefined {
  if (typeof value !== 'object' || !('kind' in value)) return undefined;
  if (value.kind === 'yearly')
    return { ...value, years: new Map([...value.years].filter(([year]) => `${year}` !== part)) };
  const cut = (record: RecordValue): RecordValue => ({
    ...record,
    fields: new Map([...record.fields].filter(([name]) => name !== part)),
  });
  if (value.kind === 'record') return cut(value);
  return {
    ...value,
    rows: value.rows.map((record, index) => ((record.row ?? index + 1) - 1 === row ? cut(record) : record)),
  };
}
