// Where the reading of a workbook gathers: answers by path, and findings at the cells of its file.
import { Decimal } from '../../expression/decimal.ts';
import { numeric } from '../../expression/types.ts';
import type { Args } from '../../findings/areas/index.ts';
import type { sheetCodes } from '../../findings/areas/sheet.ts';
import type { EngineFinding, Finding } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import { quotedScalar, takeValue } from '../../form/take-value.ts';
import { given } from '../../given.ts';
import { takeChoices } from '../../values/choice.ts';
import { daySerial } from '../../values/date.ts';
import type { Asked } from './asked.ts';
import { placesOf } from './draw.ts';
import { listOf, type Row } from './rows.ts';
import { cellName, type InCell, type InSheet } from './workbook.ts';

export type Cell = { readonly sheet: InSheet; readonly row: number; readonly column: number };

type Corner = { readonly row: number; readonly column: number };

/** Where reading gathers: answers, and findings at cells of a file. */
export type Reader = {
  readonly values: Map<string, string>;
  readonly free: Map<string, (readonly [string, string])[]>;
  readonly rows: Map<string, readonly Row[] | 'none'>;
  /** Reads a cell for what it was asked. */
  text(sheet: InSheet, row: number, column: number, asked: Asked, label: string): string;
  /** Takes what a cell says for a value; where another cell has said something else of it, that is told. */
  take(path: string, at: Cell, asked: Asked, label: string): void;
  /** Says that a cell is accounted for: it was read, or says what we wrote there. */
  saw(sheet: InSheet, row: number, column: number): void;
  hasSeen(sheet: InSheet, row: number, column: number): boolean;
  /** Says that nothing was made of a cell after all. */
  forget(sheet: InSheet, row: number, column: number): void;
  /** Where each value was read. */
  readonly origins: ReadonlyMap<string, Cell & { readonly label: string }>;
  /** Says something of a cell, or of a range from it to another. */
  tell<C extends SheetCode>(code: C, args: object, sheet: InSheet, row: number, column: number, to?: Corner): void;
};

/** The text of a cell that says what it is, and nothing that was asked. */
export const plain = (sheet: InSheet, row: number, column: number): string => {
  const value = sheet.at(row, column)?.value;
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
};

export function readerFor(file: string): Reader & { readonly findings: Finding[] } {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const key = (sheet: InSheet, row: number, column: number): string => `${sheet.name}!${row},${column}`;
  const findingAt = (code: SheetCode, args: object, sheet: InSheet, from: Corner, to: Corner): Finding => {
    const [first, last] = [cellName(from.row, from.column), cellName(to.row, to.column)];
    const cell = `${sheet.name}!${first === last ? first : `${first}:${last}`}`;
    const range = { line: from.row + 1, column: from.column + 1, endLine: to.row + 1, endColumn: to.column + 2 };
    return report(code, { cell, ...args } as never, { file, path: cell, ...range });
  };
  const tell: Reader['tell'] = (code, args, sheet, row, column, to = { row, column }) => {
    findings.push(findingAt(code, args, sheet, { row, column }, to));
    seen.add(key(sheet, row, column));
  };
  const hidden = new Map<string, { readonly index: number; readonly from: Corner; readonly to: Corner }>();
  /** Once for rows that follow each other: a filter hides most of a table. */
  const tellHidden = (sheet: InSheet, row: number, column: number): void => {
    const before = hidden.get(sheet.name);
    let next = (before?.to.row ?? row) + 1;
    while (next < row && sheet.hiddenRows.has(next)) next += 1;
    const goesOn = before !== undefined && row <= next;
    const { index, from, to } = goesOn
      ? before
      : { index: findings.length, from: { row, column }, to: { row, column } };
    const first = { row: Math.min(from.row, row), column: Math.min(from.column, column) };
    const last = { row: Math.max(to.row, row), column: Math.max(to.column, column) };
    hidden.set(sheet.name, { index, from: first, to: last });
    findings[index] = findingAt('sheet-row-hidden', {}, sheet, first, last);
  };
  const values = new Map<string, string>();
  const origins = new Map<string, Cell & { readonly label: string }>();
  return {
    findings,
    values,
    origins,
    free: new Map(),
    rows: new Map(),
    tell,
    saw: (sheet, row, column) => seen.add(key(sheet, row, column)),
    hasSeen: (sheet, row, column) => seen.has(key(sheet, row, column)),
    forget: (sheet, row, column) => seen.delete(key(sheet, row, column)),
    take(path, at, asked, label) {
      const { sheet, row, column } = at;
      const text = this.text(sheet, row, column, asked, label);
      if (text === '') return;
      const before = values.get(path);
      const origin = origins.get(path);
      if (before === undefined || origin === undefined) {
        values.set(path, text);
        origins.set(path, { ...at, label });
      } else if (before !== text) {
        const other = `${origin.sheet.name}!${cellName(origin.row, origin.column)}`;
        tell('sheet-value-twice', { label, other, used: before }, sheet, row, column);
      }
    },
    text: (sheet, row, column, asked, label) => {
      seen.add(key(sheet, row, column));
      if (sheet.isCovered(row, column)) {
        if (sheet.at(row, column)?.value != null) tell('sheet-merged', {}, sheet, row, column);
        return '';
      }
      const at: Tell = (code, args) => tell(code, { label, ...args }, sheet, row, column);
      const text = textOf(sheet.at(row, column), asked, at);
      if (text !== '' && sheet.hiddenRows.has(row)) tellHidden(sheet, row, column);
      return text;
    },
  };
}

type SheetCode = keyof typeof sheetCodes;

/** Tells what is wrong with the cell; its name and label are filled in. */
type Tell = <C extends SheetCode>(code: C, args: Omit<Args<C>, 'cell' | 'label'>) => void;

/** A spreadsheet keeps this many digits of a number. */
const mostDigits = 15;

/** Digits of a whole one; a number that has them all has lost no zero. */
const wholeDigits: Readonly<Record<string, number>> = { postcode: 6, mobile: 11, industry: 4 };
const identifiers = new Set(['uscc', 'postcode', 'phone', 'mobile', 'patent_number', 'industry']);

/** The text that a dossier gets, empty where there is none. */
export function textOf(cell: InCell | undefined, asked: Asked, tell: Tell): string {
  if (cell === undefined) return '';
  if (cell.fault !== undefined) {
    tell('sheet-cell-fault', { fault: cell.fault });
    return '';
  }
  const { value } = cell;
  if (cell.formula && (value === null || value === '')) {
    tell('sheet-formula-empty', {});
    return '';
  }
  if (value === null) return '';
  if (numeric.has(asked.type)) return figureText(cell, asked, tell);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return asked.type !== 'yes_no' ? String(value).toUpperCase() : value ? '是' : '否';
  if (typeof value === 'number')
    return asked.type === 'date' || asked.type === 'term'
      ? dateText(value, asked, tell)
      : numberText(value, asked, tell);
  const text = value.replace(/\r\n?/g, '\n').trim();
  return asked.type === 'choices' ? choicesText(text, asked.options) : typedText(text, asked, tell);
}

const exact = (value: number): Decimal => new Decimal(String(value)).toSignificantDigits(mostDigits);

function figureText({ value, format }: InCell, asked: Asked, tell: Tell): string {
  if (typeof value !== 'number')
    return typedText(String(value instanceof Date ? value.toISOString().slice(0, 10) : value), asked, tell);
  const percent = format.includes('%');
  const number = percent ? exact(value).times(100) : exact(value);
  const shown = placesOf(format) ?? 0;
  const text = number.toFixed(Math.max(shown, number.decimalPlaces()));
  if (percent) tell('sheet-value-read', { written: `${text}%`, read: text });
  else if (placesOf(format) !== undefined && number.decimalPlaces() > shown && asked.type !== 'count')
    tell('sheet-figure-places', { shown: number.toFixed(shown), held: text });
  return text;
}

/** What `validate` says of a value, in the words for a cell; the rest it says itself. */
function tellOf({ code, args }: EngineFinding, written: string, asked: Asked, tell: Tell): void {
  if (code === 'value-taken') tell('sheet-value-read', { written, read: String(args.taken) });
  else if (code === 'value-ambiguous') tell('sheet-value-ambiguous', { written, readings: args.readings });
  else if (code === 'figure-with-sign')
    tell('sheet-figure-unit', { written, said: args.sign, unit: asked.unit ?? '—' });
  else if (code === 'figure-unreadable' || code === 'figure-separated') tell('sheet-figure-unreadable', { written });
  else if (code === 'date-unreadable') tell('sheet-date-unreadable', given({ written, or: args.or }));
}

/** What is typed as text, in its one reading; told when it is written otherwise, or has none. */
function typedText(typed: string, asked: Asked, tell: Tell): string {
  const written = typed.trim();
  if (written === '' || asWritten.has(asked.type)) return written;
  const { type, unit, options, closed } = asked;
  const fact = { ...plainFact, type, ...(unit === undefined ? {} : { unit }) };
  const { taken, findings } = takeValue(quotedScalar(written), { fact, options: closed ? options : [] });
  for (const finding of findings) tellOf(finding, written, asked, tell);
  return typeof taken === 'string' ? taken : written;
}

/** Chains need their lists, and several texts stand in one cell. */
const asWritten: ReadonlySet<string> = new Set(['region', 'industry', 'texts']);

/** Signs and limits of a fact are left to `validate`. */
const plainFact = { id: '', meaning: '', yearly: false, negative: true, fields: new Map() } as const;

/** A day that a spreadsheet holds as a bare number: its own count of days, or `20200512`. */
function dateText(value: number, asked: Asked, tell: Tell): string {
  const read = daySerial(value);
  if (read === undefined) return typedText(String(value), asked, tell);
  tell('sheet-value-read', { written: String(value), read });
  return read;
}

function numberText(value: number, { type }: Asked, tell: Tell): string {
  const text = new Decimal(String(value)).toFixed();
  const lost = text.replace(/\D/g, '').length > mostDigits;
  if (lost) tell('sheet-identifier-lost', { written: String(value) });
  else if (identifiers.has(type) && text.length !== wholeDigits[type])
    tell('sheet-identifier-number', { written: text });
  return lost ? '' : text;
}

/** `工业机器人、高档数控机床` where both are options: people write their own sign between them. */
function choicesText(text: string, options: readonly string[]): string {
  if (options.length === 0) return text;
  const parts = listOf(text).flatMap((item) => takeChoices(item, options) ?? [item]);
  return parts.length === 0 ? text : parts.join('；');
}
