// Checks the patent number of a row: its check character, and what it says against the kind, the dates and the term.
import type { Gather } from '../gather.ts';
import { isForeignPatent, type PatentNumber, patentLastDay, readPatentNumber } from '../identifiers/patent.ts';
import type { Cell } from '../record.ts';
import { tellTaken } from '../types/type.ts';
import { type Asked, headOf, type Row, teller } from './looked.ts';

/** The cells of the row that must agree with its number. */
export type Beside = {
  /** What the row is said to be. */
  readonly said?: Cell;
  readonly options: readonly string[];
  readonly granted?: { readonly id: string; readonly cell: Cell };
  readonly until?: { readonly id: string; readonly cell: Cell };
};

type Application = Extract<PatentNumber, { kind: 'application' }>;
type About = {
  readonly asked: Asked;
  readonly row: Row;
  readonly column: string;
  readonly cell: Cell;
  readonly gather: Gather;
};

/**
 * Source: domain.md D.3. Puts the number into the row as patents are written, with a note where that is more than a
 * matter of spaces. What is certainly no granted patent in force, or not one of a kind that the table takes, stops
 * counting; what may be a slip of the pen stays.
 */
export function checkPatent(about: About, beside: Beside): void {
  const { asked, row, column, cell, gather } = about;
  const field = headOf(asked, column);
  const { text: written, node } = cell;
  const report = teller(asked, row, gather, column);
  const patent = readPatentNumber(written);
  if (patent.kind === 'none') {
    const abroad = isForeignPatent(written);
    if (abroad === 'application') row.counts = false;
    const code =
      abroad === 'application' ? 'patent-not-granted' : abroad === 'grant' ? 'patent-foreign' : 'patent-unreadable';
    report(code, { field, written }, node.range);
    return;
  }
  if (patent.kind === 'publication' && !patent.granted) {
    row.counts = false;
    report('patent-not-granted', { field, written }, node.range);
    return;
  }
  const before = gather.findings.length;
  checkKind(patent, about, beside);
  if (patent.kind === 'application') checkApplication(patent, about, beside);
  else grantedAhead(about, beside);
  row.cells.set(column, { text: patent.normalised, node });
  row.fields.set(column, patent.normalised);
  const asWritten = written.normalize('NFKC').toUpperCase().replace(/\s/gu, '');
  if (gather.findings.length === before && asWritten !== patent.normalised)
    tellTaken(written, patent.normalised, node.range, { label: field, report });
}

/** A number of another kind than the row says; it goes on counting when the table takes that kind as well. */
function checkKind(
  patent: Exclude<PatentNumber, { kind: 'none' }>,
  { asked, row, column, cell, gather }: About,
  { said, options }: Beside,
): void {
  const field = headOf(asked, column);
  const { text: written, node } = cell;
  const report = teller(asked, row, gather, column);
  const { type } = patent;
  // One wrong digit is one fault, also where it is the one that tells the kind.
  if (patent.kind === 'application' && patent.check.is === 'wrong') return;
  if (type === 'unknown') {
    report('patent-type-reserved', { field, written }, node.range);
  } else if (said !== undefined && said.text !== type) {
    report('patent-type', { field, written, type, stated: said.text, taken: options.includes(type) }, node.range);
    const sure = patent.kind === 'publication' || patent.check.is === 'ok';
    if (sure && !options.includes(type)) row.counts = false;
  }
}

function checkApplication(patent: Application, about: About, beside: Beside): void {
  const { asked, row, column, cell, gather } = about;
  const field = headOf(asked, column);
  const { text: written, node } = cell;
  const report = teller(asked, row, gather, column);
  const { check, filed, type } = patent;
  if (check.is === 'wrong') report('patent-check', { field, written, expected: check.expected }, node.range);
  if (check.is === 'missing') report('patent-check-missing', { field, written, expected: check.expected }, node.range);
  const { granted, until } = beside;
  if (granted !== undefined && Number(granted.cell.text.slice(0, 4)) < filed) {
    const args = { field, written, granted: granted.cell.text, reason: 'before filing' } as const;
    teller(asked, row, gather, granted.id)('patent-dates', args, granted.cell.node.range);
  } else grantedAhead(about, beside);
  if (type === 'unknown' || check.is === 'wrong') return;
  const last = patentLastDay(type, String(filed));
  if (last < gather.asOf) {
    row.counts = false;
    report('patent-expired', { field, written, last }, node.range);
  } else if (until !== undefined && /^\d/.test(until.cell.text) && until.cell.text > last) {
    const args = { field: headOf(asked, until.id), written, until: until.cell.text, last };
    teller(asked, row, gather, until.id)('patent-term', args, until.cell.node.range);
  }
}

/** Granted after the day of application: nothing to count yet. */
function grantedAhead({ asked, row, column, cell, gather }: About, { granted }: Beside): void {
  if (granted === undefined || !(granted.cell.text > gather.asOf)) return;
  row.counts = false;
  const field = headOf(asked, column);
  const args = { field, written: cell.text, granted: granted.cell.text, reason: 'after as-of' } as const;
  teller(asked, row, gather, granted.id)('patent-dates', args, granted.cell.node.range);
}
