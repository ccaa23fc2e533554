// Reads a sheet of rows: columns by their hidden ids, else by their printed heads; rows until the end of the sheet.
import { nearest } from '../../findings/nearest.ts';
import { folded } from '../../form/keys.ts';
import { workbookWords as words } from '../../words/workbook.ts';
import type { Row } from './answers.ts';
import { idColumn } from './arrange.ts';
import { type Column, type GridSheet, pathText } from './asked.ts';
import { plain, type Reader } from './reader.ts';
import type { InSheet } from './workbook.ts';

const bare = (label: string): string => folded(label.replace(/(?<!\s)\s*\*$/u, ''));

type Heads = { readonly columns: ReadonlyMap<number, Column>; readonly first: number; readonly heads: number };

/** The columns of a sheet: by ids in the hidden row, and by the heads below it. */
function headsOf(sheet: InSheet, { columns }: GridSheet): Heads | undefined {
  const byHead = (row: number, column: number): Column | undefined =>
    columns.find(({ label }) => bare(label) === bare(plain(sheet, row, column)));
  for (let row = 0; row < Math.min(sheet.rows, 20); row += 1) {
    const hasIds = plain(sheet, row, idColumn) === '#ids';
    const found = new Map<number, Column>();
    const heads = hasIds ? row + 1 : row;
    for (let column = hasIds ? 1 : 0; column < sheet.columns; column += 1) {
      const id = plain(sheet, row, column);
      const known = (hasIds ? columns.find((one) => one.id === id) : undefined) ?? byHead(heads, column);
      if (known !== undefined) found.set(column, known);
    }
    if (hasIds || found.size >= Math.min(2, columns.length)) return { columns: found, first: heads + 1, heads };
  }
  return undefined;
}

/** Whether the sheet says that there is none. */
function saysNone(sheet: InSheet): { row: number } | undefined {
  for (let row = 0; row < Math.min(sheet.rows, 20); row += 1) {
    const state = plain(sheet, row, idColumn) === '#state' || plain(sheet, row, 1) === words.state;
    if (state && plain(sheet, row, 2) === words.someOrNone[1]) return { row };
  }
  return undefined;
}

export function readGrid(sheet: InSheet, known: GridSheet, reader: Reader): void {
  const heads = headsOf(sheet, known);
  const none = known.mayBeNone ? saysNone(sheet) : undefined;
  const rows: Row[] = [];
  if (heads !== undefined) {
    tellUnknown(sheet, known, heads, reader);
    for (let row = heads.first; row < sheet.rows; row += 1) {
      const read = readRow(sheet, row, heads.columns, reader);
      if (Object.keys(read).length > 0 && !isReady(read, sheet, row, known, reader)) rows.push(read);
    }
  }
  if (none !== undefined && rows.length > 0)
    reader.tell('sheet-none-with-rows', { sheet: known.name }, sheet, none.row, 2);
  reader.rows.set(pathText(known.path), none === undefined ? rows : 'none');
}

function readRow(sheet: InSheet, row: number, columns: ReadonlyMap<number, Column>, reader: Reader): Row {
  const read: Record<string, string> = {};
  for (const [at, { id, asked, label }] of columns) {
    const text = reader.text(sheet, row, at, asked, label);
    if (text !== '') read[id] = text;
  }
  return read;
}

/** A row of the list of files that names none: what stood ready says nothing, what was added is told. */
function isReady(row: Row, sheet: InSheet, at: number, { slots }: GridSheet, reader: Reader): boolean {
  if (slots === undefined || (row.file ?? '') !== '') return false;
  const added = Object.keys(row).some((id) => id !== 'slot' && id !== 'covers');
  if (added) reader.tell('sheet-file-missing', { label: row.slot ?? '' }, sheet, at, 1);
  return true;
}

function tellUnknown(sheet: InSheet, known: GridSheet, { columns, heads, first }: Heads, reader: Reader): void {
  for (let column = 1; column < sheet.columns; column += 1) {
    const head = plain(sheet, heads, column);
    if (columns.has(column) || head === '') continue;
    let filled = false;
    for (let row = first; row < sheet.rows && !filled; row += 1) filled = plain(sheet, row, column) !== '';
    if (!filled) continue;
    const near = nearest(
      head,
      known.columns.map(({ label }) => label),
    );
    reader.tell('sheet-head-unknown', { head, ...(near === undefined ? {} : { nearest: near }) }, sheet, heads, column);
  }
}
