// The values of a dossier that can be wrong by themselves: each figure of a year and each date, where it stands.
import { withoutRemark } from '../../characters/folds.ts';
import { Decimal } from '../../expression/decimal.ts';
import { type Fact, numeric, type Vocabulary } from '../../expression/types.ts';
import type { Facts, FactValue } from '../../expression/values.ts';
import type { Place } from '../../findings/finding.ts';
import type { FilledForm, FilledTable } from '../filled.ts';

type Common = {
  /** `revenue.2024`, `founded`, `titles[0].year`. */
  readonly id: string;
  readonly fact: Fact;
  /** The printed label, with its year where the form prints several. */
  readonly label: string;
  readonly year?: number;
  /** What the figures of other years are found by: of a row its columns that are choices too. */
  readonly series: string;
  /** Of a year that the form prints as 预计. */
  readonly forecast: boolean;
  readonly at: Place;
  /** The values beside it in its record or row, by column. */
  readonly row?: ReadonlyMap<string, Item>;
};

export type FigureItem = Common & { readonly value: Decimal };
type DateItem = Common & { readonly value: string };
export type Item = FigureItem | DateItem;

export const isFigure = (item: Item): item is FigureItem => typeof item.value !== 'string';

export type Read = {
  readonly form: FilledForm;
  readonly facts: Facts;
  readonly places: ReadonlyMap<string, Place>;
  readonly vocabulary: Vocabulary;
};

/** Every figure and date that the dossier gives, in the order of the dossier. */
export function itemsOf({ form, facts, places, vocabulary }: Read): Item[] {
  const printed = new Map(
    form.sections.flatMap(({ items }) => items.map((item) => [item.kind === 'field' ? item.fact : item.id, item])),
  );
  return [...facts].flatMap(([id, value]): Item[] => {
    const fact = vocabulary.get(id);
    const at = places.get(id);
    if (fact === undefined || at === undefined) return [];
    const field = printed.get(id);
    if (field?.kind === 'table') return columnsOf(fact, field, value, id, at, places);
    const label = field?.label ?? fact.meaning;
    if (kindOf(value) !== 'yearly') return single(fact, label, value, id, at, places);
    const { years } = value as Extract<FactValue, { kind: 'yearly' }>;
    const one = field !== undefined && field.years.length === 1 && years.size === 1;
    return [...years].map(([year, figure]) => ({
      id: `${id}.${year}`,
      series: id,
      fact,
      label: one ? label : `${label} ${year}年`,
      value: figure,
      year,
      forecast: field?.years.some((column) => column.year === year && column.forecast) ?? false,
      at: places.get(`${id}.${year}`) ?? at,
    }));
  });
}

const kindOf = (value: FactValue): string | undefined =>
  typeof value === 'object' && 'kind' in value ? value.kind : undefined;

function single(
  fact: Fact,
  label: string,
  value: FactValue,
  id: string,
  at: Place,
  places: ReadonlyMap<string, Place>,
): Item[] {
  if (kindOf(value) !== undefined) return columnsOf(fact, { title: label, columns: [] }, value, id, at, places);
  const item = plain(fact, label, value, id, at);
  return item === undefined ? [] : [item];
}

function plain(fact: Fact, label: string, value: FactValue, id: string, at: Place): Item | undefined {
  if (typeof value === 'string')
    return fact.type === 'date' || (fact.type === 'term' && /^\d/.test(value))
      ? { id, series: id, fact, label, value, forecast: false, at }
      : undefined;
  return numeric.has(fact.type) && typeof value === 'object' && !('kind' in value) && !Array.isArray(value)
    ? { id, series: id, fact, label, value: value as Decimal, forecast: false, at }
    : undefined;
}

/** The columns of a record, or of each row of a table. */
function columnsOf(
  fact: Fact,
  printed: Pick<FilledTable, 'title' | 'columns'>,
  value: FactValue,
  id: string,
  at: Place,
  places: ReadonlyMap<string, Place>,
): Item[] {
  if (typeof value !== 'object' || !('kind' in value) || value.kind === 'yearly') return [];
  const rows = value.kind === 'table' ? value.rows : [value];
  return rows.flatMap((record, index) => {
    const step = value.kind === 'table' ? `[${(record.row ?? index + 1) - 1}]` : '';
    const row = new Map<string, Item>();
    const of = [...record.fields].filter(([name]) => fact.fields.get(name)?.type === 'choice').map(([, cell]) => cell);
    const year = record.fields.get('year');
    for (const [name, cell] of record.fields) {
      const column = fact.fields.get(name);
      if (column === undefined) continue;
      const head = printed.columns.find((one) => one.id === name)?.label ?? column.meaning;
      const label = `${withoutRemark(printed.title)} ${head}`;
      const place = places.get(`${at.path}${step}.${name}`) ?? at;
      const item = plain(column, label, cell, `${id}${step}.${name}`, place);
      if (item === undefined) continue;
      const dated =
        column.type !== 'amount' || !(year instanceof Decimal)
          ? {}
          : { year: year.toNumber(), label: `${label} ${year}年` };
      row.set(name, { ...item, ...dated, series: [id, name, ...of].join(' '), row });
    }
    return [...row.values()];
  });
}
