// Reads the sheets of a workbook as answers; whatever is wrong with a cell comes as a finding that names it.
import { unspaced } from '../../characters/folds.ts';
import type { Finding } from '../../findings/finding.ts';
import { nearest } from '../../findings/nearest.ts';
import { workbookWords as words } from '../../words/workbook.ts';
import type { Answers } from './answers.ts';
import { type Asked, type Column, type GridSheet, type Layout, type Line, type LinesSheet, pathText } from './asked.ts';
import { idColumn, itemColumn, valueColumn } from './layout.ts';
import { plain, type Reader, readerFor } from './reader.ts';
import type { Row } from './rows.ts';
import type { InSheet } from './workbook.ts';

export type SheetsRead = { readonly answers: Answers; readonly findings: readonly Finding[] };

/** Heads, marks and the lines of a cover are looked for this far down: rows may have been put in above them. */
const mostHead = 200;

/** What a workbook says of itself on its cover, by id: `category`, `enterprise`, `as_of`. */
export function coverOf(sheets: readonly InSheet[]): ReadonlyMap<string, { sheet: InSheet; row: number }> {
  const found = new Map<string, { sheet: InSheet; row: number }>();
  for (const sheet of sheets)
    for (let row = 0; row < Math.min(sheet.rows, mostHead); row += 1) {
      const id = plain(sheet, row, idColumn);
      if (Object.hasOwn(words.head, id) && !found.has(id)) found.set(id, { sheet, row });
    }
  return found;
}

/** The column of what the cover says, behind id and label. */
export const coverColumn = 2;

/** Reads all sheets. The layout must have room for the facts that the workbook names (`roomOf`). */
export function readSheets(sheets: readonly InSheet[], layout: Layout, file: string): SheetsRead {
  const reader = readerFor(file);
  const cover = coverOf(sheets);
  const head = (id: 'enterprise' | 'as_of', asked: Asked): string => {
    const at = cover.get(id);
    return at === undefined ? '' : reader.text(at.sheet, at.row, coverColumn, asked, words.head[id]);
  };
  const bare = { path: [], options: [], closed: false, negative: false };
  const enterprise = head('enterprise', { ...bare, type: 'text' });
  const asOf = head('as_of', { ...bare, type: 'date' });
  const read = new Set<string>();
  for (const sheet of sheets) {
    if (sheet.name === words.cover || sheet.name === words.lists) continue;
    const known = sheetFor(sheet, layout);
    if (known === undefined) unknownSheet(sheet, layout, reader);
    else if (known.kind === 'grid') readGrid(sheet, known, reader);
    else readLines(sheet, known, allLines(layout), reader);
    if (known !== undefined) read.add(known.name);
  }
  const first = sheets[0];
  for (const { name } of layout.sheets)
    if (!read.has(name) && first !== undefined) reader.tell('sheet-missing', { sheet: name }, first, 0, 0);
  const { values, free, rows, findings } = reader;
  return { answers: { enterprise, asOf, values, free, rows }, findings };
}

const allLines = ({ sheets }: Layout): readonly LinesSheet[] =>
  sheets.flatMap((sheet) => (sheet.kind === 'lines' ? [sheet] : []));

/** By the mark in its first cell, else by its name. */
function sheetFor(sheet: InSheet, { sheets }: Layout): Layout['sheets'][number] | undefined {
  const mark = plain(sheet, 0, idColumn);
  const path = /^#(?:table|lines) (.*)$/u.exec(mark)?.[1];
  return (
    sheets.find((one) => (one.kind === 'grid' ? pathText(one.path) === path : one.name === path)) ??
    sheets.find(({ name }) => unspaced(name) === unspaced(sheet.name))
  );
}

function unknownSheet(sheet: InSheet, layout: Layout, reader: Reader): void {
  if (sheet.hidden || sheet.rows === 0) return;
  const near = nearest(
    sheet.name,
    layout.sheets.map(({ name }) => name),
  );
  reader.tell('sheet-unknown', { sheet: sheet.name, ...(near === undefined ? {} : { nearest: near }) }, sheet, 0, 0);
}

/** A label as heads and lines are known by: without the star of what must be filled in. */
export const headKey = (label: string): string => unspaced(label.replace(/(?<!\s)\s*\*$/u, ''));

type Heads = { readonly columns: ReadonlyMap<number, Column>; readonly first: number; readonly heads: number };

/** The columns of a sheet: by ids in the hidden row, and by the heads below it. */
function headsOf(sheet: InSheet, { columns }: GridSheet): Heads | undefined {
  const byHead = (row: number, column: number): Column | undefined =>
    columns.find(({ label }) => headKey(label) === headKey(plain(sheet, row, column)));
  for (let row = 0; row < Math.min(sheet.rows, mostHead); row += 1) {
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
  for (let row = 0; row < Math.min(sheet.rows, mostHead); row += 1) {
    const state = plain(sheet, row, idColumn) === '#state' || plain(sheet, row, 1) === words.state;
    if (state && plain(sheet, row, 2) === words.someOrNone[1]) return { row };
  }
  return undefined;
}

function readGrid(sheet: InSheet, known: GridSheet, reader: Reader): void {
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

type Read = Extract<Line, { kind: 'value' | 'series' }>;

/** Years by column, as the last row of heads says. */
function yearsIn(sheet: InSheet, row: number): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (let column = valueColumn; column < sheet.columns; column += 1) {
    const year = /^\s*(\d{4})\s*年?/u.exec(plain(sheet, row, column))?.[1];
    if (year !== undefined) found.set(column, year);
  }
  return found;
}

/** `all` are the sheets of lines: a line that was moved to another sheet is known by its id. */
function readLines(sheet: InSheet, known: LinesSheet, all: readonly LinesSheet[], reader: Reader): void {
  const lines = all.flatMap(({ lines: own }) =>
    own.filter((line): line is Read => line.kind === 'value' || line.kind === 'series'),
  );
  const byId = new Map(lines.map((line) => [pathText(line.asked.path), line]));
  const own = known.lines.filter((line): line is Read => line.kind === 'value' || line.kind === 'series');
  const computed = new Set(
    known.lines.flatMap((line) => (line.kind === 'computed' || line.kind === 'band' ? [headKey(line.label)] : [])),
  );
  let years: ReadonlyMap<number, string> = new Map();
  for (let row = 0; row < sheet.rows; row += 1) {
    const id = plain(sheet, row, idColumn);
    const label = plain(sheet, row, itemColumn);
    if (id === '#heads' || (id === '' && label === words.item)) {
      years = yearsIn(sheet, row);
      continue;
    }
    if (id.startsWith('#')) continue;
    if (id.endsWith('.*')) {
      readFree(sheet, row, id.slice(0, -2), reader);
      continue;
    }
    const line = byId.get(id) ?? own.find((one) => headKey(one.label) === headKey(label));
    if (line !== undefined) readLine(sheet, row, line, years, reader);
    else if (label !== '' && hasAnswer(sheet, row) && !computed.has(headKey(label)))
      unknownHead(sheet, row, label, own, reader);
  }
}

function readLine(sheet: InSheet, row: number, line: Read, years: ReadonlyMap<number, string>, reader: Reader): void {
  const { asked, label } = line;
  const cells: readonly (readonly [number, readonly string[]])[] =
    line.kind === 'value'
      ? [[valueColumn, asked.path]]
      : [...years].map(([column, year]) => [column, [...asked.path, year]] as const);
  for (const [column, path] of cells) {
    if (line.kind === 'series' && sheet.isCovered(row, column)) {
      reader.tell('sheet-merged', {}, sheet, row, column);
      continue;
    }
    const text = reader.text(sheet, row, column, asked, label);
    if (text !== '') reader.values.set(pathText(path), text);
  }
  const above = pathText(asked.path.slice(0, -1));
  const level = /^#0$/.test(asked.path.at(-1) ?? '');
  if (level && reader.values.has(above) && reader.values.has(pathText(asked.path)))
    reader.tell('sheet-two-answers', { label: label.split('　')[0] ?? label }, sheet, row, valueColumn);
}

function readFree(sheet: InSheet, row: number, path: string, reader: Reader): void {
  const asked = { path: [], type: 'text', options: [], closed: false, negative: false } as const;
  const label = plain(sheet, row, itemColumn);
  const text = reader.text(sheet, row, valueColumn, asked, label);
  if (text === '' || label === '') return;
  reader.free.set(path, [...(reader.free.get(path) ?? []), [label, text]]);
}

/** Something is written behind the label and the unit, beside remarks of ours. */
const hasAnswer = (sheet: InSheet, row: number): boolean => plain(sheet, row, valueColumn) !== '';

function unknownHead(sheet: InSheet, row: number, head: string, own: readonly Read[], reader: Reader): void {
  const near = nearest(
    head,
    own.map(({ label }) => label),
  );
  reader.tell('sheet-head-unknown', { head, ...(near === undefined ? {} : { nearest: near }) }, sheet, row, itemColumn);
}
