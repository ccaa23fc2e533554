// Checks a row of the patent table: the number, its check character, and what it says against type and dates.
import type { Range } from '../document/node.ts';
import { type PatentNumber, patentLastDay, readPatentNumber } from './identifiers/patent.ts';
import type { Reading } from './types/type.ts';

/** The cells of a row that a patent number is compared with. */
export type PatentRow = {
  readonly number: { readonly text: string; readonly at: Range };
  readonly type?: string;
  readonly grantedOn?: string;
};

type Application = Extract<PatentNumber, { kind: 'application' }>;
type Report = Reading['report'];

/** Source: domain.md D.3. `asOf` is the day of the run. */
export function checkPatent(row: PatentRow, field: string, asOf: string, report: Report): void {
  const { text: written, at } = row.number;
  const patent = readPatentNumber(written);
  if (patent.kind === 'none') {
    report('patent-unreadable', { field, written }, at);
    return;
  }
  if (patent.kind === 'publication' && !patent.granted) {
    report('patent-not-granted', { field, written }, at);
    return;
  }
  const { type } = patent;
  if (type !== 'unknown' && row.type !== undefined && type !== row.type) {
    report('patent-type', { field, written, type, stated: row.type }, at);
  }
  if (patent.kind === 'application') {
    checkNumber(patent, written, field, at, report);
    checkDates(patent, row, field, asOf, report);
  } else if (row.grantedOn !== undefined && row.grantedOn > asOf) {
    report('patent-dates', { field, written, granted: row.grantedOn, reason: 'after as-of' }, at);
  }
}

function checkNumber(patent: Application, written: string, field: string, at: Range, report: Report): void {
  const { check } = patent;
  if (check.is === 'wrong') report('patent-check', { field, written, expected: check.expected }, at);
  if (check.is === 'missing') report('patent-check-missing', { field, written, expected: check.expected }, at);
}

/** Granted before the year of filing, after the day of the run, or past its term. */
function checkDates(patent: Application, row: PatentRow, field: string, asOf: string, report: Report): void {
  const { text: written, at } = row.number;
  const granted = row.grantedOn;
  if (granted !== undefined && Number(granted.slice(0, 4)) < patent.filed) {
    report('patent-dates', { field, written, granted, reason: 'before filing' }, at);
  } else if (granted !== undefined && granted > asOf) {
    report('patent-dates', { field, written, granted, reason: 'after as-of' }, at);
  }
  if (patent.type === 'unknown') return;
  const last = patentLastDay(patent.type, String(patent.filed));
  if (last < asOf) report('patent-expired', { field, written, last }, at);
}
