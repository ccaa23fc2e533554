// How high the rows of a sheet must be: spreadsheets do not grow rows by themselves when a file is opened.
import stringWidth from 'fast-string-width';
import type { OutSheet } from './workbook.ts';

/** Points of a line of text, and around the lines of a row. */
const line = 15;
const around = 6;
/** No row is higher than this in any spreadsheet. */
const most = 400;

/** Lines that a text takes in a column as wide as so many characters. */
const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, one) => sum + Math.max(1, Math.ceil(stringWidth(one) / Math.max(1, width - 1))), 0);

/** Heights in points by row: what the texts need, and at least what the sheet asks for. */
export function heightsOf({
  rows,
  widths,
  merges = [],
  heights,
  hiddenColumns = [],
}: OutSheet): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [row, cells] of rows.entries()) {
    const merged = merges.filter(([at]) => at === row);
    const lines = cells.map((cell, column) => {
      if (cell?.value === undefined || cell.look === 'title' || hiddenColumns.includes(column)) return 1;
      const [, from = column, to = column] = merged.find(([, first]) => first === column) ?? [];
      return linesIn(
        String(cell.value),
        widths.slice(from, to + 1).reduce((sum, width) => sum + width, 0),
      );
    });
    const fitting = cells.length === 0 ? 0 : Math.max(1, ...lines) * line + around;
    found.set(row, Math.min(most, Math.max(fitting, heights?.get(row) ?? 0)));
  }
  return found;
}
