// Reads the rows of a table, in the form or beside it: every cell by its type, every row looked at, and counted or not.

import { type Node, placeAt } from '../../document/node.ts';
import { dayNumber, isDay, soonDays } from '../../expression/day.ts';
import type { RecordValue } from '../../expression/values.ts';
import { isWeak } from '../../findings/finding.ts';
import { given } from '../../given.ts';
import { countCharacters } from '../field.ts';
import type { FilledRow } from '../filled.ts';
import { type Asked, firm, type Gather, headOf, type Row, reporter, teller } from '../gather.ts';
import { colonSlip } from '../keys.ts';
import { readRecord } from '../record.ts';
import { isEmpty, saysNone, tellNone } from '../types/type.ts';
import { noEntry, unentered } from './entries.ts';
import { checkNumbers, dropNone } from './numbers.ts';
import { checkTwice, namingOf } from './twice.ts';

/** Gives the rows as they print, and the fact that conditions count: without what is no row, or no second one. */
export function readRows(asked: Asked, node: Node | undefined, path: string, gather: Gather): readonly FilledRow[] {
  const rows: Row[] = [];
  let whole = true;
  const none = node !== undefined && saysNone(node);
  if (none) tellNone(node, asked.title, reporter(gather, path, asked.cite));
  const items = none || node === undefined || isEmpty(node) ? [] : node.kind === 'list' ? node.items : [node];
  for (const [index, item] of items.entries()) {
    const read = readRow(asked, item, index + 1, `${path}[${index}]`, gather);
    if (read === 'unreadable') whole = false;
    else if (read !== 'none') rows.push(read);
  }
  checkTwice(asked, rows, gather);
  gather.tables.push({ asked, rows });
  // A row that cannot be read would be counted as none: better undecided than wrong.
  if (whole) gather.facts.set(asked.fact.id, { kind: 'table', ...counted(rows, items.length) });
  return rows.map(({ number, cells, node: { range }, path: at }) => ({
    number,
    cells: Object.fromEntries([...cells].map(([id, cell]) => [id, cell.text])),
    at: placeAt(gather.file, at, range),
  }));
}

function counted(rows: readonly Row[], written: number): { rows: RecordValue[]; left?: RecordValue[] } {
  const whole = ({ fields, unread }: Row): RecordValue => ({ kind: 'record', fields, ...given({ unread }) });
  const value = (row: Row): RecordValue => ({ ...whole(row), row: row.number });
  const counting = rows.filter(({ counts }) => counts);
  if (counting.length === written) return { rows: rows.map(whole) };
  return { rows: counting.map(value), left: rows.filter(({ counts }) => !counts).map(value) };
}

function readRow(asked: Asked, item: Node, number: number, path: string, gather: Gather): Row | 'none' | 'unreadable' {
  const report = reporter(gather, path, firm(asked));
  const { title } = asked;
  if (item.kind !== 'map') {
    const slip = colonSlip(item);
    if (slip) report(slip.code, slip.args, slip.range);
    else if (item.kind === 'scalar' && noEntry(item.source) === 'none') {
      report('row-none', { table: title, row: number, written: item.source.trim() }, item.range);
      return 'none';
    } else report('value-shape', { field: title, expected: 'rows', found: item.kind }, item.range);
    return 'unreadable';
  }
  const not = unentered(item, asked.columns, namingOf(asked));
  if (not !== undefined) {
    const about = { table: title, row: number, written: not.written };
    const at = not.column === undefined ? path : `${path}.${not.column}`;
    const tell = reporter(gather, at, firm(asked));
    if (not.is === 'none' || not.is === 'empty') tell('row-none', about, not.at);
    else tell('row-no-entry', { ...about, is: not.is }, not.at);
    return 'none';
  }
  const read = readRecord(item, asked.columns, title, path, gather, number > 1);
  const cells = new Map(read.cells);
  const row: Row = {
    number,
    node: item,
    path,
    cells,
    fields: new Map(read.value.fields),
    ...given({ unread: read.value.unread }),
    none: new Map(),
    counts: true,
  };
  dropNone(asked, row);
  checkCells(asked, row, gather);
  checkNumbers(asked, row, gather);
  checkTerms(asked, row, gather);
  return row;
}

/** Cells that must be there, and the files that a row names. A cell written but not readable has its own finding. */
function checkCells(asked: Asked, row: Row, gather: Gather): void {
  const { number, node, path, cells } = row;
  for (const { fact, label, required, max } of asked.columns) {
    const cell = cells.get(fact.id);
    const place = `${path}.${fact.id}`;
    if (cell !== undefined && fact.type === 'file') {
      const at = placeAt(gather.file, place, cell.node.range);
      gather.rows.push({
        table: asked.fact.id,
        title: asked.title,
        row: number,
        column: fact.id,
        pattern: cell.text,
        at,
      });
    }
    const characters = cell === undefined ? 0 : countCharacters(cell.text);
    if (cell !== undefined && max !== undefined && characters > max) {
      const about = { field: headOf(asked, fact.id), count: characters, max };
      const weak = isWeak(asked.cite) ? ({ severity: 'warning' } as const) : {};
      reporter(gather, place, asked.cite)('text-too-long', about, cell.node.range, weak);
    }
    const none = row.none.get(fact.id);
    if (cell !== undefined || !required || (none === undefined && gather.places.has(place))) continue;
    const args = { table: asked.title, row: number, columns: [label] };
    const weight = isWeak(asked.cite) ? ({ severity: 'warning' } as const) : {};
    reporter(gather, place, asked.cite)('cell-missing', args, (none?.node ?? node).range, weight);
  }
}

/** Whether the papers of a row are still valid on the as-of day (E-10); what is impossible of its days is said elsewhere. */
function checkTerms(asked: Asked, row: Row, gather: Gather): void {
  for (const { fact } of asked.columns) {
    const cell = row.cells.get(fact.id);
    if (cell === undefined || fact.type !== 'term' || !isDay(cell.text)) continue;
    const days = (dayNumber(cell.text) ?? 0) - (dayNumber(gather.asOf) ?? 0);
    if (days >= soonDays) continue;
    const name = asked.columns.find(({ fact: { type } }) => type === 'text')?.fact.id;
    const about = {
      table: asked.title,
      row: row.number,
      name: row.cells.get(name ?? '')?.text ?? '',
      until: cell.text,
    };
    const more = { cite: [...asked.cite, ...gather.reason('E-10')] };
    const tell = teller(asked, row, gather, fact.id);
    if (days < 0) tell('row-expired', { ...about, asOf: gather.asOf }, cell.node.range, more);
    else tell('row-expires-soon', { ...about, days }, cell.node.range, more);
  }
}
