// The tables of two forms, row by row: a row is known by its number or name, so that a moved row is no change.
import type { FilledForm, FilledRow, FilledTable } from '../../assessment.ts';
import { given } from '../../given.ts';
import type { Difference } from '../../reporters/diff-definition.ts';

type TableChange = Difference['tables'][number];
type RowChange = TableChange['rows'][number];

/** Members of both sides by key, in the order of `a`, then those that only `b` has. Keys are unique on each side. */
export function pairs<T>(a: readonly T[], b: readonly T[], key: (one: T) => string): { a?: T; b?: T }[] {
  const left = new Map(b.map((one) => [key(one), one]));
  const both = a.map((one): { a?: T; b?: T } => {
    const other = left.get(key(one));
    left.delete(key(one));
    return other === undefined ? { a: one } : { a: one, b: other };
  });
  return [...both, ...[...left.values()].map((one) => ({ b: one }))];
}

const tablesOf = (form: FilledForm): FilledTable[] =>
  form.sections.flatMap((section) => section.items.filter((item): item is FilledTable => item.kind === 'table'));

/** How well a column names a row; the lowest is the best. */
function rankOf({ id, type }: FilledTable['columns'][number]): number {
  if (type === 'patent_number' || type === 'uscc') return 0;
  if (/number|code/.test(id)) return 1;
  if (/name|title|product/.test(id)) return 2;
  return type === 'text' ? 3 : Number.POSITIVE_INFINITY;
}

const isKey = (rows: readonly FilledRow[], id: string): boolean => {
  const texts = rows.map(({ cells }) => cells[id] ?? '');
  return texts.every((text) => text !== '') && new Set(texts).size === texts.length;
};

/** The column that tells the rows of both sides apart, if there is one; the same whichever side comes first. */
function keyColumn(a: FilledTable, b: FilledTable): string | undefined {
  return a.columns
    .filter(({ id }) => b.columns.some((column) => column.id === id))
    .map((column) => ({ id: column.id, rank: rankOf(column) }))
    .filter(({ id, rank }) => Number.isFinite(rank) && isKey(a.rows, id) && isKey(b.rows, id))
    .sort((one, other) => one.rank - other.rank || (one.id < other.id ? -1 : 1))[0]?.id;
}

const wholeOf = ({ cells }: FilledRow): string =>
  Object.entries(cells)
    .filter(([, text]) => text !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, text]) => `${id}\u0000${text}`)
    .join('\u0001');

type Keyed = { readonly key: string; readonly shown: string; readonly row: FilledRow };

/** Rows with keys of their own; without a column for it all the cells are the key, and equal rows are counted. */
function keyed(rows: readonly FilledRow[], column: string | undefined): Keyed[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const text = column === undefined ? wholeOf(row) : (row.cells[column] ?? '');
    const count = seen.get(text) ?? 0;
    seen.set(text, count + 1);
    const first = Object.values(row.cells).find((cell) => cell !== '') ?? '';
    return { key: `${text}\u0002${count}`, shown: column === undefined ? first : text, row };
  });
}

function rowChanges(a: FilledTable, b: FilledTable): RowChange[] {
  const column = keyColumn(a, b);
  const columns = pairs(a.columns, b.columns, ({ id }) => id).flatMap((both) => both.a ?? both.b ?? []);
  return pairs(keyed(a.rows, column), keyed(b.rows, column), ({ key }) => key).flatMap((both): RowChange[] => {
    const cells = columns.flatMap(({ id, label }) => {
      const [was, is] = [both.a, both.b].map((side) => {
        const text = side?.row.cells[id];
        return text === '' ? undefined : text;
      });
      return was === is ? [] : [{ column: id, label, ...given({ a: was, b: is }) }];
    });
    const is = both.a === undefined ? 'added' : both.b === undefined ? 'removed' : 'changed';
    if (is === 'changed' && cells.length === 0) return [];
    return [{ key: (both.a ?? both.b)?.shown ?? '', is, cells }];
  });
}

/** A table that only one form has counts with all its rows. */
export function tableChanges(a: FilledForm, b: FilledForm): TableChange[] {
  return pairs(tablesOf(a), tablesOf(b), ({ id }) => id).flatMap((both) => {
    const any = both.a ?? both.b;
    if (any === undefined) return [];
    const rows = rowChanges(both.a ?? { ...any, rows: [] }, both.b ?? { ...any, rows: [] });
    return rows.length === 0 ? [] : [{ id: any.id, title: any.title, rows }];
  });
}
