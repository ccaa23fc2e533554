// Widths of the columns of a sub-table, from what its cells hold (design.md A9).
import type { FilledTable } from '../../assessment.ts';
import { type Fonts, widthOf } from '../fonts.ts';
import { PAGE, TYPE } from '../tokens.ts';

type Column = FilledTable['columns'][number];

/** Inner space of a cell at its sides, mm. */
export const PAD = 1.6;
const NUMBER = 9;
const FILE = 41.5;
const DATE = 20;
/** The most a head or a code may claim for its column, mm; longer ones are broken. */
const WIDEST = 40;
/** The least for a column of text, mm. */
const LEAST_TEXT = 24;
/** The least for any column, mm: two characters and the space at their sides. */
const NARROWEST = 10;
/** No column counts as shorter than this, characters. */
const SHORTEST = 8;

/** A text of ASCII without spaces: a number or a code. */
export const isCode = (value: string): boolean => /^[\x21-\x7E]+$/.test(value);

/**
 * Widths in mm, the number of the row first. Files and dates have their width, codes and choices what they need on one
 * line; columns of text share the rest by the square root of their longest cell.
 */
export function columnWidths(fonts: Fonts, { columns, rows }: FilledTable): number[] {
  const valuesOf = ({ id }: Column): string[] => rows.map((row) => row.cells[id] ?? '');
  const narrowest = (column: Column): number => {
    const whole = valuesOf(column).filter((value) => column.type === 'choice' || isCode(value));
    const widths = [column.label, ...whole].map((value) => widthOf(fonts, value, TYPE.tableCode) + 2 * PAD + 0.2);
    return Math.min(WIDEST, Math.max(...widths));
  };
  // Codes and dates are never broken: no column becomes narrower than its longest one.
  const floor = columns.map((column) => {
    const codes = column.type === 'file' ? [] : valuesOf(column).filter(isCode);
    const widths = codes.map((value) => widthOf(fonts, value, TYPE.tableCode) + 2 * PAD + 0.2);
    return Math.min(WIDEST, Math.max(NARROWEST, ...widths));
  });
  const own = columns.map((column) => {
    if (column.type === 'file') return valuesOf(column).some((value) => value !== '') ? FILE : narrowest(column);
    if (column.type === 'date' || column.type === 'term') return Math.max(DATE, narrowest(column));
    const settled = column.type === 'choice' || column.type === 'patent_number';
    return settled && columns.some(({ type }) => type === 'text') ? narrowest(column) : undefined;
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
