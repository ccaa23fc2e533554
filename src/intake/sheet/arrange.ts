// Where each line of a sheet stands: the one truth about cells that writing and formulas share.
import { type Layout, type LinesSheet, pathText } from './asked.ts';
import { cellName } from './workbook.ts';

/** Hidden ids, item, unit in the third column; then the values, then what is asked. */
export const idColumn = 0;
export const itemColumn = 1;
export const valueColumn = 3;
/** Title and remark stand above the lines. */
export const firstLine = 2;

/** The rows of a sheet's grid: title, remark, whether there is any, hidden ids, heads. */
export const gridRows = { state: 2, ids: 3, heads: 4, first: 5 } as const;

/** Sheet and cell of each value that a workbook asks for in lines, by its id path: `form.basics.uscc` → `D6`. */
export type Address = { readonly sheet: string; readonly row: number; readonly column: number };

/** Addresses of the values of lines; figures over years by year: `form.operations.revenue.2018`. */
export function addressesOf(layout: Layout): ReadonlyMap<string, Address> {
  const found = new Map<string, Address>();
  for (const sheet of layout.sheets) {
    if (sheet.kind === 'lines') for (const [path, at] of linesOf(sheet)) found.set(path, at);
  }
  return found;
}

function* linesOf({ name, lines }: LinesSheet): Generator<[string, Address]> {
  for (const [index, line] of lines.entries()) {
    const row = firstLine + index;
    if (line.kind === 'value') yield [pathText(line.asked.path), { sheet: name, row, column: valueColumn }];
    if (line.kind !== 'series') continue;
    for (const [at, { year }] of line.years.entries())
      yield [pathText([...line.asked.path, String(year)]), { sheet: name, row, column: valueColumn + at }];
  }
}

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** `'经营指标'!D5`, as formulas name a cell of any sheet. */
export const reference = ({ sheet, row, column }: Address): string => `${quoted(sheet)}!${cellName(row, column)}`;

/** `'字典'!$A$1:$A$30`. */
export const range = (sheet: string, column: number, from: number, to: number): string => {
  const fixed = (row: number): string => cellName(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  return `${quoted(sheet)}!${fixed(from)}:${fixed(to)}`;
};
