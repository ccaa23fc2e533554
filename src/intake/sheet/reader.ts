// Where the reading of a workbook gathers: answers by path, and findings at the cells of its file.
import type { Finding } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import type { Row } from './answers.ts';
import type { Asked } from './asked.ts';
import { type SheetCode, type Tell, textOf } from './cell.ts';
import { cellName, type InSheet } from './workbook.ts';

/** Where reading gathers: answers, and findings at cells of a file. */
export type Reader = {
  readonly values: Map<string, string>;
  readonly free: Map<string, (readonly [string, string])[]>;
  readonly rows: Map<string, readonly Row[] | 'none'>;
  /** Reads a cell for what it was asked. */
  text(sheet: InSheet, row: number, column: number, asked: Asked, label: string): string;
  /** Says something of a cell. */
  tell<C extends SheetCode>(code: C, args: object, sheet: InSheet, row: number, column: number): void;
};

/** The text of a cell that says what it is, and nothing that was asked. */
export const plain = (sheet: InSheet, row: number, column: number): string => {
  const value = sheet.at(row, column)?.value;
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
};

export function readerFor(file: string): Reader & { readonly findings: Finding[] } {
  const findings: Finding[] = [];
  const tell: Reader['tell'] = (code, args, sheet, row, column) => {
    const cell = `${sheet.name}!${cellName(row, column)}`;
    const range = { line: row + 1, column: column + 1, endLine: row + 1, endColumn: column + 2 };
    findings.push(report(code, { cell, ...args } as never, { file, path: cell, ...range }));
  };
  return {
    findings,
    values: new Map(),
    free: new Map(),
    rows: new Map(),
    tell,
    text: (sheet, row, column, asked, label) => {
      if (sheet.isCovered(row, column)) {
        if (sheet.at(row, column)?.value != null) tell('sheet-merged', {}, sheet, row, column);
        return '';
      }
      const at: Tell = (code, args) => tell(code, { label, ...args }, sheet, row, column);
      const text = textOf(sheet.at(row, column), asked, at);
      if (text !== '' && sheet.hiddenRows.has(row)) tell('sheet-row-hidden', {}, sheet, row, column);
      return text;
    },
  };
}
