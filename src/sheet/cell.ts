// Reads one cell for what it was asked: texts as they are, figures with their places, dates, codes that a spreadsheet may have spoilt.

import { isDay } from '../expression/day.ts';
import { Decimal } from '../expression/decimal.ts';
import { numeric } from '../expression/types.ts';
import type { Args } from '../findings/codes/index.ts';
import type { sheetCodes } from '../findings/codes/sheet.ts';
import { folded } from '../form/keys.ts';
import { suggestion } from '../form/types/date.ts';
import type { Asked } from './asked.ts';
import { placesOf } from './figures.ts';
import { readFigure } from './read-figure.ts';
import { listOf } from './rows.ts';
import type { InCell } from './workbook.ts';

export type SheetCode = keyof typeof sheetCodes;

/** Tells what is wrong with the cell; its name and label are filled in. */
export type Tell = <C extends SheetCode>(code: C, args: Omit<Args<C>, 'cell' | 'label'>) => void;

/** A spreadsheet keeps this many digits of a number. */
const mostDigits = 15;

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
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (asked.type === 'date' || asked.type === 'term') return dateText(value, tell);
  if (typeof value === 'number') return numberText(value, asked, tell);
  const text = value.replace(/\r\n?/g, '\n').trim();
  return asked.type === 'choices' ? choicesText(text, asked.options) : text;
}

const exact = (value: number): Decimal => new Decimal(String(value)).toSignificantDigits(mostDigits);

function figureText({ value, format }: InCell, { unit, type }: Asked, tell: Tell): string {
  if (typeof value !== 'number')
    return writtenFigure(String(value instanceof Date ? value.toISOString().slice(0, 10) : value), unit, tell);
  const percent = format.includes('%');
  const number = percent ? exact(value).times(100) : exact(value);
  const shown = placesOf(format) ?? 0;
  const text = number.toFixed(Math.max(shown, number.decimalPlaces()));
  if (percent) tell('sheet-figure-read', { written: `${text}%`, read: text });
  else if (placesOf(format) !== undefined && number.decimalPlaces() > shown && type !== 'count')
    tell('sheet-figure-places', { shown: number.toFixed(shown), held: text });
  return text;
}

function writtenFigure(written: string, unit: string | undefined, tell: Tell): string {
  if (written.trim() === '') return '';
  const read = readFigure(written, unit);
  switch (read.is) {
    case 'plain':
      return read.text;
    case 'mended':
      tell('sheet-figure-read', { written, read: read.text });
      return read.text;
    case 'unit':
      tell('sheet-figure-unit', { written, said: read.unit, unit: unit ?? '—' });
      return written.trim();
    default:
      tell('sheet-figure-unreadable', { written });
      return written.trim();
  }
}

/** Days as a spreadsheet counts them: 2 is 1 January 1900 and a day that never was follows in February. */
const epoch = Date.UTC(1899, 11, 30);
const serial = (days: number): string => new Date(epoch + Math.floor(days) * 86_400_000).toISOString().slice(0, 10);

/** Days between 1927 and 2119, which no year and no other figure looks like. */
const isSerial = (value: number): boolean => value >= 10_000 && value < 80_000;

function dateText(value: string | number, tell: Tell): string {
  const written = String(value).trim();
  if (written === '' || isDay(written) || written === '长期') return written;
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(written);
  const read =
    typeof value === 'number' && isSerial(value)
      ? serial(value)
      : (suggestion(written) ?? (compact ? compact.slice(1).join('-') : undefined));
  if (read === undefined || !isDay(read)) tell('sheet-date-unreadable', { written });
  else tell('sheet-date-read', { written, read });
  return read !== undefined && isDay(read) ? read : written;
}

function numberText(value: number, { type }: Asked, tell: Tell): string {
  const text = new Decimal(String(value)).toFixed();
  const lost = text.replace(/\D/g, '').length > mostDigits;
  if (lost) tell('sheet-identifier-lost', { written: String(value) });
  else if (identifiers.has(type)) tell('sheet-identifier-number', { written: text });
  return lost ? '' : text;
}

/** `工业机器人、高档数控机床` where both are options: people write their own sign between them. */
function choicesText(text: string, options: readonly string[]): string {
  const known = new Set(options.map(folded));
  if (known.size === 0) return text;
  const parts = listOf(text).flatMap((item) => {
    const inner = item.split(/[、，,]/u).map((one) => one.trim());
    return !known.has(folded(item)) && inner.every((one) => known.has(folded(one))) ? inner : [item];
  });
  return parts.length === 0 ? text : parts.join('；');
}
