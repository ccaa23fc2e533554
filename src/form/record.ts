// Reads a record or a row: its keys are column ids or printed heads, each cell by its type.
import { type Entry, type MapNode, type Node, placeAt } from '../document/node.ts';
import type { FactValue, RecordValue } from '../expression/values.ts';
import { nearest } from '../findings/nearest.ts';
import { type Gather, reporter } from './gather.ts';
import { names } from './keys.ts';
import type { OpenedColumn } from './opened.ts';
import { noEntry } from './rows/entries.ts';
import { fieldTypes } from './types/index.ts';
import { isEmpty } from './types/type.ts';

export type Cell = { readonly text: string; readonly node: Node };

export type ReadRecord = {
  readonly value: RecordValue;
  /** By column id, for those that have a text. */
  readonly cells: ReadonlyMap<string, Cell>;
};

/** `title` is what findings call the record, `path` its id path; `below` whether another row stands above it. */
export function readRecord(
  node: MapNode,
  columns: readonly OpenedColumn[],
  title: string,
  path: string,
  gather: Gather,
  below = false,
): ReadRecord {
  const fields = new Map<string, FactValue>();
  const cells = new Map<string, Cell>();
  const seen = new Map<string, Entry>();
  for (const entry of node.entries) {
    const column = columns.find(({ fact, label }) => names(entry.key, fact.id, label, fact.meaning));
    if (column === undefined) {
      const near = nearest(
        entry.key,
        columns.flatMap(({ fact, label }) => [fact.id, label]),
      );
      const args = { key: entry.key, section: title };
      reporter(gather, `${path}.${entry.key}`, [])(
        'field-unknown',
        near === undefined ? args : { ...args, nearest: near },
        entry.keyRange,
      );
      continue;
    }
    const before = seen.get(column.fact.id);
    if (before) {
      const args = { field: column.label, first: before.key, second: entry.key };
      reporter(gather, `${path}.${column.fact.id}`, [])('field-twice', args, entry.keyRange);
      continue;
    }
    seen.set(column.fact.id, entry);
    if (isEmpty(entry.value)) continue;
    const inRow = below || entry !== node.entries[0];
    readCell(entry, column, { title, path: `${path}.${column.fact.id}`, inRow }, gather, fields, cells);
  }
  const unread = new Set([...seen].filter(([id, { value }]) => !isEmpty(value) && !fields.has(id)).map(([id]) => id));
  return { value: { kind: 'record', fields, ...(unread.size === 0 ? {} : { unread }) }, cells };
}

function readCell(
  entry: Entry,
  column: OpenedColumn,
  { title, path, inRow }: { readonly title: string; readonly path: string; readonly inRow: boolean },
  gather: Gather,
  fields: Map<string, FactValue>,
  cells: Map<string, Cell>,
): void {
  const { fact } = column;
  if (fact.type === 'record' || fact.type === 'table') return;
  const label = `${title} ${column.label}`;
  const report = reporter(gather, path, []);
  const { options } = column;
  const shared = { lists: gather.lists, cite: [], years: [], parts: {}, inRow } as const;
  const read = fieldTypes[fact.type].read(entry.value, { ...shared, label, fact, options, report });
  // A word for “none” prints, and answers no condition: 行业地位“暂无”.
  const none = fact.type === 'text' && typeof read.fact === 'string' && noEntry(read.fact) === 'none';
  if (read.fact !== undefined && !none) fields.set(fact.id, read.fact);
  const { value } = read;
  const text =
    value?.kind === 'text'
      ? value.text
      : value?.kind === 'chosen'
        ? value.chosen.join('、')
        : value?.kind === 'number'
          ? value.source
          : undefined;
  if (text !== undefined) cells.set(fact.id, { text, node: entry.value });
  gather.places.set(path, placeAt(gather.file, path, entry.value.range));
}
