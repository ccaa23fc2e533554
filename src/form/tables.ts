// Fills a sub-table of the form: a list of rows, each with all its columns and the file it names.
import { absentAt, type Node, placeAt } from '../document/node.ts';
import type { FilledTable } from './filled.ts';
import type { Gather } from './gather.ts';
import { shortTitle } from './keys.ts';
import type { OpenedTable } from './opened.ts';
import { readRows } from './rows/read.ts';

/** Reads the rows under `node`; nothing written means no rows (暂无记录). */
export function readTable(
  { id, title, fact, columns, rests }: OpenedTable,
  node: Node | undefined,
  path: string,
  gather: Gather,
  parent: Node,
): FilledTable {
  const at = placeAt(gather.file, path, node?.range ?? absentAt(parent.range));
  gather.places.set(fact.id, at);
  const rows = readRows({ fact, title: shortTitle(title), columns, cite: rests }, node, path, gather);
  const heads = columns.map(({ fact: { id: column, type }, label }) => ({ id: column, label, type }));
  return { kind: 'table', id, title, columns: heads, rows, at };
}
