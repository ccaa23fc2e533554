// A table of rows such as the three of 产品附证, with the file of each row (design.md A9).
import type { FilledRow, FilledTable, RowFile } from '../../assessment.ts';
import { readDecimal } from '../../expression/decimal.ts';
import { type Content, heading, label, sides, text } from '../content.ts';
import { type Fonts, widthOf } from '../fonts.ts';
import { DISC, DISC_GAP } from '../marks.ts';
import { errorsAt, errorsOn, type Setting } from '../setting.ts';
import type { Cell, Group, Part, Row } from '../table.ts';
import { placeTable } from '../table-break.ts';
import { COLOR, PAGE, type Style, TYPE } from '../tokens.ts';
import { printed } from '../values.ts';
import { dash } from '../words.ts';
import { claimOf, fieldIn, fileIn } from './claims.ts';

type Column = FilledTable['columns'][number];

const LEAST = 6.6;
const FILE_NAME: Style = { ...TYPE.tableCode, size: 8.5 };

/** `order` is the position of the table in the form, from 1; it names the folder of a row's file. */
export function subTable(setting: Setting, table: FilledTable, path: string, order: number): void {
  const { flow } = setting;
  const files = new Map<number, RowFile[]>();
  for (const file of setting.assessment.inventory.rows) {
    if (file.table === table.id) files.set(file.row, [...(files.get(file.row) ?? []), file]);
  }
  const filed = table.rows.map((row) => ({ row, files: files.get(row.number) ?? [] }));
  const errors = errorsOn(setting.errors, path).map(({ number }) => number);
  const asRecords = table.columns.length > mostColumns && filed.length > 0;
  const cells = filed.map((one) =>
    cellsOfRow(setting, table, one, { path, order, short: asRecords ? 'left' : 'center' }),
  );
  const discs = table.columns.map((_, index) => cells.reduce((most, row) => Math.max(most, discsIn(row[index])), 0));
  const columns = asRecords ? recordColumns : columnWidths(flow.fonts, table, discs);
  const groups: Group[] = filed.map((one, index) => {
    const own = cells[index] ?? [];
    return asRecords
      ? { whole: true, rows: recordOf(flow.fonts, table, one, own) }
      : { rows: [{ least: LEAST, cells: [numberCell(one.row.number), ...own] }] };
  });
  flow.bookmark(table.title, 2);
  placeTable(flow, {
    columns,
    pad: { x: PAD, y: 0.9 },
    groups: groups.length > 0 ? groups : [{ rows: [emptyRow(columns.length)] }],
    heads: (part) => [
      titleRow(table, columns.length, part, part.first ? errors : []),
      ...(asRecords ? [] : [headRow(table)]),
    ],
  });
}

const discsIn = (cell: Cell | undefined): number => cell?.errors?.length ?? 0;

/** With more columns than this none has the width of a word: each row is then printed as a record. */
const mostColumns = 8;
/** Of a record, mm: label and value, twice. */
const recordColumns = [32, 53, 32, 53];

/** A row under its name, its columns two beside each other as far as they are short. */
function recordOf(fonts: Fonts, { columns }: FilledTable, { row }: Filed, cells: readonly Cell[]): Row[] {
  const [name, ...rest] = columns.map((column, index) => ({
    column,
    cell: cells[index] ?? { content: dash(TYPE.body) },
  }));
  const rows: Row[] = [];
  if (name !== undefined)
    rows.push({
      least: LEAST,
      keep: true,
      cells: [
        { ...nameCell(`${row.number}　${name.column.label}`), tint: COLOR.section },
        { ...name.cell, span: 3, tint: COLOR.section },
      ],
    });
  const isShort = ({ column }: (typeof rest)[number]): boolean =>
    column.type !== 'file' &&
    widthOf(fonts, row.cells[column.id] ?? '', TYPE.tableText) <= (recordColumns[1] ?? 0) - 2 * PAD;
  for (let at = 0; at < rest.length; ) {
    const [one, other] = rest.slice(at, at + 2);
    if (one === undefined) break;
    const both = other !== undefined && isShort(one) && isShort(other);
    rows.push({
      least: LEAST,
      cells: both
        ? [nameCell(one.column.label), one.cell, nameCell(other.column.label), other.cell]
        : [nameCell(one.column.label), { ...one.cell, span: 3 }],
    });
    at += both ? 2 : 1;
  }
  return rows;
}

const nameCell = (name: string): Cell => ({
  tint: COLOR.label,
  head: 'Row',
  pad: 0.8,
  content: label(name, TYPE.tableHead),
  field: name,
});

function titleRow(table: FilledTable, span: number, part: Part, errors: readonly number[]): Row {
  const { title, rows } = table;
  const { first, from, to, total } = part;
  const name = first ? title : `${title}（续表）`;
  const range = from === to ? `第 ${from} 行，共 ${total} 行` : `第 ${from}—${to} 行，共 ${total} 行`;
  const count = rows.length === 0 ? '暂无记录' : first ? `${rows.length} 行` : range;
  const content = sides(heading('H3', text(name, TYPE.tableTitle)), count, TYPE.tiny);
  return {
    least: LEAST,
    keep: true,
    cells: [
      {
        span,
        head: 'Column',
        tint: COLOR.section,
        content,
        field: title,
        targets: [fieldIn(title)],
        ...(errors.length > 0 ? { errors } : {}),
      },
    ],
  };
}

const headRow = ({ columns }: FilledTable): Row => ({
  least: LEAST,
  keep: true,
  cells: [{ label: '序号' }, ...columns].map((column) => ({
    tint: COLOR.label,
    head: 'Column',
    pad: 0.8,
    content: label(column.label, TYPE.tableHead),
    field: column.label,
  })),
});

const emptyRow = (span: number): Row => ({
  least: LEAST,
  cells: [{ span, content: text('暂无记录', { ...TYPE.tableText, color: COLOR.quiet }, 'center') }],
});

type Filed = { readonly row: FilledRow; readonly files: readonly RowFile[] };

const numberCell = (number: number): Cell => ({ pad: 0.4, content: text(String(number), TYPE.tableCode, 'center') });

function cellsOfRow(
  setting: Setting,
  table: FilledTable,
  { row, files }: Filed,
  { path, order, short }: { readonly path: string; readonly order: number; readonly short: 'left' | 'center' },
): readonly Cell[] {
  const own = `${path}[${row.number - 1}]`;
  const exact = errorsOn(setting.errors, own).map(({ number }) => number);
  const gap = table.columns.find((column) => (row.cells[column.id] ?? '') === '')?.id ?? table.columns[0]?.id;
  return table.columns.map((column): Cell => {
    const below = errorsAt(setting.errors, `${own}.${column.id}`) ?? [];
    const errors = column.id === gap ? [...exact, ...below] : below;
    const file = files.find((candidate) => candidate.column === column.id);
    const content = cellOf(column, row.cells[column.id] ?? '', file, { folder: `${order}-${row.number}`, short });
    const links = file ? { targets: [fileIn(file.file.source)], link: claimOf(file.file.source) } : {};
    return { content, field: `${column.label} ${row.number}`, ...links, ...(errors.length > 0 ? { errors } : {}) };
  });
}

/** `folder` is that of the row's file, `short` how dates, choices and what is empty stand. */
function cellOf(
  column: Column,
  value: string,
  file: RowFile | undefined,
  { folder, short }: { readonly folder: string; readonly short: 'left' | 'center' },
): Content {
  if (file) {
    const { pages } = file.file.traits;
    const reference = pages === undefined ? folder : `${folder} · ${pages} 页`;
    return sides(text(file.file.name, FILE_NAME, 'left', { anywhere: true }), reference, TYPE.tiny);
  }
  if (value === '') return dash(TYPE.tableText, short);
  if (column.type === 'file') return text(value, FILE_NAME, 'left', { anywhere: true });
  if (column.type === 'date' || column.type === 'term') return text(value, TYPE.tableCode, short);
  if (column.type === 'amount') return text(shown(column, value), TYPE.tableCode, short === 'left' ? 'left' : 'right');
  if (isCode(value)) return text(value, TYPE.tableCode, 'left', { anywhere: true });
  return text(value, TYPE.tableText, column.type === 'choice' ? short : 'left');
}

/** Amounts as in the form: grouped, with two decimals at least. */
function shown(column: Column, value: string): string {
  const amount = column.type === 'amount' ? readDecimal(value) : undefined;
  return amount === undefined ? value : printed(column, amount, value);
}

/** Inner space of a cell at its sides, mm. */
const PAD = 1.6;
const NUMBER = 9;
const FILE = 41.5;
const DATE = 20;
/** The most a head or a code may claim for its column, mm; longer ones are broken. */
const WIDEST = 40;
/** The least for a column of text, mm. */
const LEAST_TEXT = 24;
/** The least for any column, mm: two characters and the space at their sides. */
const NARROWEST = 10;
/** A choice up to this length stands on one line, characters. */
const SHORT_CHOICE = 6;
/** No column counts as shorter than this, characters. */
const SHORTEST = 8;

/** A text of ASCII without spaces: a number or a code. */
const isCode = (value: string): boolean => /^[\x21-\x7E]+$/.test(value);

/**
 * Widths in mm, the number of the row first. Files and dates have their width, codes and choices what they need on one
 * line; columns of text share the rest by the square root of their longest cell. `discs`: how many numbers of errors
 * stand in a cell of each column, beside what must not be broken.
 */
export function columnWidths(fonts: Fonts, { columns, rows }: FilledTable, discs: readonly number[] = []): number[] {
  const beside = (index: number): number => (discs[index] ?? 0) * (DISC + DISC_GAP);
  const valuesOf = (column: Column): string[] => rows.map((row) => shown(column, row.cells[column.id] ?? ''));
  const narrowest = (column: Column): number => {
    const whole = valuesOf(column).filter((value) => column.type === 'choice' || isCode(value));
    const widths = [column.label, ...whole].map((value) => widthOf(fonts, value, TYPE.tableCode) + 2 * PAD + 0.2);
    return Math.min(WIDEST, Math.max(...widths));
  };
  // Codes, dates and short choices are never broken: no column becomes narrower than its longest one.
  const floor = columns.map((column, index) => {
    const isShort = (value: string): boolean => column.type === 'choice' && value.length <= SHORT_CHOICE;
    const codes = column.type === 'file' ? [] : valuesOf(column).filter((value) => isCode(value) || isShort(value));
    const widths = codes.map((value) => widthOf(fonts, value, TYPE.tableCode) + 2 * PAD + 0.2);
    return Math.min(WIDEST, Math.max(NARROWEST, ...widths)) + (codes.length === 0 ? 0 : beside(index));
  });
  const own = columns.map((column, index) => {
    if (column.type === 'file') return valuesOf(column).some((value) => value !== '') ? FILE : narrowest(column);
    if (column.type === 'date' || column.type === 'term') return Math.max(DATE, narrowest(column) + beside(index));
    const settled = column.type === 'choice' || column.type === 'patent_number';
    return settled && columns.some(({ type }) => type === 'text') ? narrowest(column) + beside(index) : undefined;
  });
  const weight = columns.map((column) =>
    Math.sqrt(Math.max(SHORTEST, column.label.length, ...valuesOf(column).map((value) => value.length))),
  );
  const least = columns.map(narrowest);
  const free = columns.map((_, index) => index).filter((index) => own[index] === undefined);
  const taken = own.reduce<number>((all, width) => all + (width ?? 0), 0);
  const room = PAGE.body - NUMBER;
  // Too many wide columns: all of them give way, so that text keeps its least.
  const shrink = Math.min(1, (room - free.length * LEAST_TEXT) / Math.max(1, taken));
  const kept = own.map((width) => (width === undefined ? undefined : width * Math.max(0.2, shrink)));
  const left = room - kept.reduce<number>((all, width) => all + (width ?? 0), 0);
  const widths = share(left, free, least, weight, kept);
  return [NUMBER, ...fitted(widths, floor, room)];
}

/** Widths that fill `room` exactly; what is too much is taken from the columns by what they have above their floor. */
function fitted(widths: readonly number[], floor: readonly number[], room: number): number[] {
  const raised = widths.map((width, index) => Math.max(width, floor[index] ?? 0));
  const excess = raised.reduce((all, width) => all + width, 0) - room;
  const spare = raised.map((width, index) => width - (floor[index] ?? 0));
  const all = spare.reduce((sum, width) => sum + width, 0);
  if (excess <= 0 || all < excess) {
    const total = room + excess;
    return raised.map((width) => (width * room) / total);
  }
  return raised.map((width, index) => width - (excess * (spare[index] ?? 0)) / all);
}

/** Shares `room` by weight; a column whose share is below its least width gets that, and the others the rest. */
function share(room: number, free: number[], least: number[], weight: number[], own: (number | undefined)[]): number[] {
  const all = free.reduce((sum, index) => sum + (weight[index] ?? 0), 0);
  const wanting = free.filter((index) => (room * (weight[index] ?? 0)) / all < (least[index] ?? 0));
  const needed = wanting.reduce((sum, index) => sum + (least[index] ?? 0), 0);
  const rest = free.filter((index) => !wanting.includes(index));
  if (wanting.length === 0 || rest.length === 0 || needed + rest.length * LEAST_TEXT > room) {
    return own.map((width, index) => width ?? (room * (weight[index] ?? 0)) / all);
  }
  const settled = own.map((width, index) => (wanting.includes(index) ? least[index] : width));
  return share(room - needed, rest, least, weight, settled);
}
