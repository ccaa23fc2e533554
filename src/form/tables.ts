// Reads a sub-table: a list of rows, each with all its columns and the file it names.
import { type MapNode, type Node, placeAt } from '../document/node.ts';
import type { RecordValue } from '../expression/values.ts';
import { isWeak } from '../findings/weak.ts';
import { colonSlip } from './colon.ts';
import type { FilledRow, FilledTable } from './filled.ts';
import { type Gather, reporter } from './gather.ts';
import type { OpenedColumn, OpenedTable } from './opened.ts';
import { checkPatent } from './patents.ts';
import { type ReadRecord, readRecord } from './record.ts';
import { isEmpty, saysNone, tellNone } from './types/type.ts';

/** Reads the rows under `node`; nothing written means no rows (暂无记录). */
export function readTable(
  table: OpenedTable,
  node: Node | undefined,
  path: string,
  gather: Gather,
  parent: Node,
): FilledTable {
  const at = placeAt(gather.file, path, (node ?? parent).range);
  const columns = table.columns.map(({ fact, label }) => ({ id: fact.id, label, type: fact.type }));
  const rows: FilledRow[] = [];
  const values: RecordValue[] = [];
  let whole = true;
  gather.places.set(table.fact.id, at);
  if (node !== undefined && saysNone(node)) {
    tellNone(node, shortTitle(table.title), reporter(gather, path, table.rests));
  } else if (node !== undefined && !isEmpty(node)) {
    const items = node.kind === 'list' ? node.items : [node];
    for (const [index, item] of items.entries()) {
      const rowPath = `${path}[${index}]`;
      if (item.kind !== 'map') {
        const report = reporter(gather, rowPath, table.rests);
        const slip = colonSlip(item);
        if (slip) report(slip.code, slip.args, slip.range);
        else report('value-shape', { field: shortTitle(table.title), expected: 'rows', found: item.kind }, item.range);
        whole = false;
        continue;
      }
      const read = readRecord(item, table.columns, shortTitle(table.title), rowPath, gather);
      checkRow(table, index + 1, item, read, rowPath, gather);
      values.push(read.value);
      const cells = Object.fromEntries([...read.cells].map(([id, cell]) => [id, cell.text]));
      rows.push({ number: index + 1, cells, at: placeAt(gather.file, rowPath, item.range) });
    }
  }
  // A row that cannot be read would be counted as none: better undecided than wrong.
  if (whole) gather.facts.set(table.fact.id, { kind: 'table', rows: values });
  return { kind: 'table', id: table.id, title: table.title, columns, rows, at };
}

/** A table's title without the remark in brackets at its end, for sentences. */
export const shortTitle = (title: string): string => title.replace(/[(（][^()（）]*[)）]$/u, '');

function checkRow(
  table: OpenedTable,
  row: number,
  node: MapNode,
  read: ReadRecord,
  path: string,
  gather: Gather,
): void {
  for (const column of table.columns) {
    const cell = read.cells.get(column.fact.id);
    if (cell === undefined) missingCell(table, row, column, node, path, gather);
    else if (column.fact.type === 'file') {
      const at = placeAt(gather.file, `${path}.${column.fact.id}`, cell.node.range);
      gather.rows.push({ table: table.id, row, column: column.fact.id, pattern: cell.text, at });
    } else if (
      column.fact.type === 'patent_number' &&
      cell.node.kind === 'scalar' &&
      typeof cell.node.value !== 'number'
    ) {
      const type = read.cells.get('type')?.text;
      const grantedOn = read.cells.get('granted_on')?.text;
      const patent = {
        number: { text: cell.text, at: cell.node.range },
        ...(type === undefined ? {} : { type }),
        ...(grantedOn === undefined ? {} : { grantedOn }),
      };
      const report = reporter(gather, `${path}.${column.fact.id}`, table.rests);
      checkPatent(patent, `${shortTitle(table.title)} ${column.label}`, gather.asOf, report);
    }
  }
}

/** A cell that is written but could not be read has its own finding already. */
function missingCell(
  table: OpenedTable,
  row: number,
  column: OpenedColumn,
  node: MapNode,
  path: string,
  gather: Gather,
): void {
  if (!column.required) return;
  const place = `${path}.${column.fact.id}`;
  if (gather.places.has(place)) return;
  reporter(gather, place, table.rests)(
    'cell-missing',
    { table: shortTitle(table.title), row, column: column.label },
    node.range,
    isWeak(table.rests) ? { severity: 'warning' } : {},
  );
}
