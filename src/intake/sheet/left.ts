// Names every cell of a workbook of which nothing was made, so that nothing that somebody filled in is lost silently.
import { unspaced } from '../../characters/folds.ts';
import { nearest } from '../../findings/nearest.ts';
import { given } from '../../given.ts';
import { workbookWords as words } from '../../words/workbook.ts';
import { textsIn } from './place.ts';
import type { Reader } from './reader.ts';
import type { InSheet } from './workbook.ts';

/** A head of somebody's own, over a column of which nothing is read. */
export type OwnHead = { readonly row: number; readonly column: number; readonly head: string };

/** A sheet as it was read; without `known` nothing in it was looked for. */
export type SheetRead = {
  readonly sheet: InSheet;
  /** Labels that might have been meant. */
  readonly known?: readonly string[];
  readonly own: readonly OwnHead[];
  /** The row of the heads of a table: a single text above them is its title, or says who has made it. */
  readonly top?: number;
  /** Texts that an exported workbook holds there of itself, folded by `unspaced`. */
  readonly printed: ReadonlySet<string>;
};

/** What stands in a cell, as somebody would say it. */
function shown(sheet: InSheet, row: number, column: number): string {
  const cell = sheet.at(row, column);
  if (cell === undefined) return '';
  const { value } = cell;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value === null ? (cell.fault ?? (cell.formula ? '=' : '')) : String(value).trim();
}

type Cells = Map<number, number[]>;

/** Tells of what was not accounted for. `sheets` are the names that might have been meant. */
export function tellLeft(read: readonly SheetRead[], sheets: readonly string[], reader: Reader): void {
  for (const { sheet, known, own, top, printed } of read) {
    if (sheet.beyond !== undefined) {
      const { text, from, to } = sheet.beyond;
      reader.tell('sheet-left', { text }, sheet, from.row, from.column, to);
    }
    const left: Cells = new Map();
    for (const [row, column] of sheet.filled()) {
      const text = shown(sheet, row, column);
      if (text === '' || reader.hasSeen(sheet, row, column) || printed.has(unspaced(text))) continue;
      left.set(row, [...(left.get(row) ?? []), column]);
    }
    if (known === undefined) tellSheet(sheet, left, sheets, reader);
    else {
      tellColumns(sheet, left, own, known, top === undefined ? none : asides, reader);
      tellRows(sheet, left, known, top ?? 0, reader);
    }
  }
}

/**
 * What might have been meant: the name nearest to it, else the only one that has it as a part, as 上年末职工人数 has
 * 职工人数, or that of several begins with it.
 */
function near(text: string, known: readonly string[]) {
  const part = unspaced(text);
  const around = part.length < 3 ? [] : known.filter((label) => unspaced(label).includes(part));
  const onlyOf = (labels: readonly string[]) => (labels.length === 1 ? labels[0] : undefined);
  const begun = around.filter((label) => unspaced(label.split('　').at(-1) ?? label).startsWith(part));
  return given({ nearest: nearest(text, known) ?? onlyOf(around) ?? onlyOf(begun) });
}

function tellSheet(sheet: InSheet, left: Cells, sheets: readonly string[], reader: Reader): void {
  if (left.size === 0 && (sheet.hidden || sheet.rows === 0)) return;
  let [row, column] = [sheet.rows - 1, sheet.columns - 1];
  for (const [at, columns] of left) {
    row = Math.min(row, at);
    for (const one of columns) column = Math.min(column, one);
  }
  const to = { row, column };
  for (const [at, columns] of left) {
    to.row = Math.max(to.row, at);
    for (const one of columns) to.column = Math.max(to.column, one);
  }
  reader.tell('sheet-unknown', { sheet: sheet.name, ...near(sheet.name, sheets) }, sheet, row, column, to);
}

/** One finding a column: what stands under a head that the category does not have. */
function tellColumns(
  sheet: InSheet,
  left: Cells,
  own: readonly OwnHead[],
  known: readonly string[],
  remarks: ReadonlySet<string>,
  reader: Reader,
): void {
  const under = new Map<OwnHead, number[]>();
  for (const head of own) if (left.get(head.row)?.includes(head.column)) under.set(head, []);
  for (const [row, columns] of left) {
    const rest = columns.filter((column) => {
      const above = own.filter((head) => head.column === column && head.row <= row);
      const head = above.reduce<OwnHead | undefined>((a, b) => (a === undefined || b.row > a.row ? b : a), undefined);
      if (head === undefined || !under.has(head)) return true;
      if (head.row < row) under.get(head)?.push(row);
      return false;
    });
    if (rest.length === 0) left.delete(row);
    else left.set(row, rest);
  }
  for (const [{ row, column, head }, rows] of under) {
    const [first = row] = rows;
    const to = { row: rows.at(-1) ?? row, column };
    if (remarks.has(unspaced(head).toLowerCase())) reader.tell('sheet-aside', { text: head }, sheet, first, column, to);
    else reader.tell('sheet-head-unknown', { head, ...near(head, known) }, sheet, first, column, to);
  }
}

/** One finding for rows that follow each other, but for one that says what might have been meant. */
function tellRows(sheet: InSheet, left: Cells, known: readonly string[], top: number, reader: Reader): void {
  const isTitle = (row: number): boolean => row < top && textsIn(sheet, row).size === 1;
  const rows = [...left.keys()].sort((a, b) => a - b);
  let at = 0;
  while (at < rows.length) {
    const row = rows[at] ?? 0;
    const { first, last, text, meant } = rowOf(row);
    if (isTitle(row) || isAside(sheet, row))
      reader.tell('sheet-aside', { text }, sheet, row, first, { row, column: last });
    else if (meant !== undefined || first < last) {
      let [to, from, end] = [at, first, last];
      while (meant === undefined && rows[to + 1] === (rows[to] ?? 0) + 1) {
        const next = rowOf(rows[to + 1] ?? 0);
        if (next.meant !== undefined || isAside(sheet, rows[to + 1] ?? 0)) break;
        [to, from, end] = [to + 1, Math.min(from, next.first), Math.max(end, next.last)];
      }
      const corner = { row: rows[to] ?? row, column: end };
      const code = meant === undefined ? 'sheet-left' : 'sheet-head-unknown';
      const args = meant === undefined ? { text } : { head: text, nearest: meant };
      reader.tell(code, args, sheet, row, from, corner);
      at = to;
    } else reader.tell('sheet-left', { text }, sheet, row, first);
    at += 1;
  }

  function rowOf(row: number) {
    const columns = left.get(row) ?? [0];
    const [first, last] = [Math.min(...columns), Math.max(...columns)];
    const text = shown(sheet, row, first);
    return { first, last, text, meant: nearest(text, known) };
  }
}

/** How rows begin that are no rows of anything: sums, signatures, remarks at the foot. */
const { filledBy, sendTo, by } = words.routing;
const sums = new Set<string>(['合计', '小计', '总计', '共计', filledBy, sendTo, by]);
const signatures = new Set([
  ...['填表人', '填报人', '填写人', '制表人', '制表', '审核人', '审核', '复核人', '经办人', '负责人', '联系人'],
  ...['填表日期', '填报日期', '填表单位', '填报单位', '日期', '盖章', '签字', '签章', '公章', '注', '备注', '说明'],
]);
/** Columns of a table of enterprises that count its rows or remark on them; in a form a remark may be an answer. */
const none: ReadonlySet<string> = new Set();
const asides: ReadonlySet<string> = new Set(['序号', '编号', 'no.', 'no', '#', '备注', '说明', '注']);
const stamps = ['(盖章)', '(公章)', '(签章)', '(签字)'];

/** Whether a row is a sum, a signature or a remark at the foot. */
export function isAside(sheet: InSheet, row: number): boolean {
  const heads = [...textsIn(sheet, row).values()].map((text) => unspaced(text).split(':')[0] ?? '');
  const isSigned = (head: string): boolean => signatures.has(head) || stamps.some((stamp) => head.endsWith(stamp));
  const [first] = heads;
  return first !== undefined && (sums.has(first) || signatures.has(first) || heads.every(isSigned));
}
