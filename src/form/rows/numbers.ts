// Looks at the numbers of a row: which kind each is of, whether it can be one, and how it is spelt downstream.
import { listed } from '../../characters/folds.ts';
import type { NumberKind } from '../../expression/types.ts';
import type { Gather } from '../gather.ts';
import { patentIdentity, readPatentNumber } from '../identifiers/patent.ts';
import type { OpenedColumn } from '../opened.ts';
import type { Cell } from '../record.ts';
import { noEntry } from './entries.ts';
import { type Asked, headOf, type Row, teller } from './looked.ts';
import { type Beside, checkPatent } from './patents.ts';

/** Whether a column holds numbers: identifiers, which are texts. */
const holdsNumbers = ({ fact }: OpenedColumn, { fact: table }: Asked): boolean =>
  fact.identifies !== undefined || fact.type === 'patent_number' || (table.unique ?? []).includes(fact.id);

/** A number that is a word for “none” is no number: the cell is left out, as if nothing stood there. */
export function dropNone(asked: Asked, row: Row): void {
  for (const column of asked.columns) {
    const { id } = column.fact;
    const cell = row.cells.get(id);
    if (cell === undefined || !holdsNumbers(column, asked) || noEntry(cell.text) !== 'none') continue;
    row.cells.delete(id);
    row.fields.delete(id);
    row.none.set(id, cell);
  }
}

export function checkNumbers(asked: Asked, row: Row, gather: Gather): void {
  for (const column of asked.columns) {
    const cell = row.cells.get(column.fact.id);
    if (cell === undefined || !holdsNumbers(column, asked)) continue;
    const bare = cell.node.kind === 'scalar' && typeof cell.node.value === 'number';
    // The reader of the type patent_number has told of it.
    if (bare && column.fact.type === 'patent_number') continue;
    const field = headOf(asked, column.fact.id);
    const report = teller(asked, row, gather, column.fact.id);
    if (bare) report('identifier-unquoted', { field, written: cell.text }, cell.node.range);
    else checkNumber(column, cell, asked, row, gather);
  }
}

function checkNumber(column: OpenedColumn, cell: Cell, asked: Asked, row: Row, gather: Gather): void {
  const { id } = column.fact;
  const about = { asked, row, column: id, cell, gather };
  const kind = kindOf(column, cell, row);
  if (kind === 'patent') checkPatent(about, besideOf(column, asked, row));
  if (kind === undefined || kind === 'patent') return;
  const taken = kind === 'layout_design' ? readLayoutDesign(cell.text) : readCopyright(cell.text);
  const report = teller(asked, row, gather, id);
  if (taken === undefined) {
    const code = kind === 'layout_design' ? 'layout-number-shape' : 'software-number-shape';
    report(code, { field: headOf(asked, id), written: cell.text }, cell.node.range);
  } else {
    row.cells.set(id, { text: taken, node: cell.node });
    row.fields.set(id, taken);
  }
}

/** By the column, else by what the row says it is; a number that begins as patents do is one whatever the row says. */
function kindOf({ fact }: OpenedColumn, cell: Cell, row: Row): NumberKind | undefined {
  const { as, by } = fact.identifies ?? {};
  if (fact.type === 'patent_number' || as === 'patent') return 'patent';
  if (as === undefined || typeof as === 'string') return as;
  const said = by === undefined ? undefined : row.cells.get(by)?.text;
  const kind = said !== undefined && Object.hasOwn(as, said) ? as[said] : undefined;
  if (kind !== undefined || !Object.values(as).includes('patent')) return kind;
  return looksLikePatent(cell.text) ? 'patent' : undefined;
}

const looksLikePatent = (text: string): boolean =>
  /^(?:ZL|CN)/.test(listed(text).toUpperCase()) && readPatentNumber(text).kind !== 'none';

function besideOf({ fact }: OpenedColumn, { columns }: Asked, row: Row): Beside {
  // A register names its day of grant so, whether or not the number says which column that is.
  const { by, granted = 'granted_on', until } = fact.identifies ?? {};
  const cell = (id: string | undefined) => (id === undefined ? undefined : row.cells.get(id));
  const [said, grantedOn, validUntil] = [cell(by), cell(granted), cell(until)];
  return {
    options: columns.find((column) => column.fact.id === by)?.options ?? [],
    ...(said === undefined ? {} : { said }),
    ...(grantedOn === undefined ? {} : { granted: { id: granted, cell: grantedOn } }),
    ...(until === undefined || validUntil === undefined ? {} : { until: { id: until, cell: validUntil } }),
  };
}

/** What two writings of one number share; nothing for a text that is no number. */
export function identityOf(text: string): string | undefined {
  const patent = patentIdentity(readPatentNumber(text));
  if (patent !== undefined) return patent;
  const written = listed(text)
    .toUpperCase()
    .replace(/[-./\\_]/g, '');
  return written === '' ? undefined : written;
}

/** The number as the certificate writes it; nothing when the text is none. Source: domain.md D.3. */
function readLayoutDesign(text: string): string | undefined {
  const written = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/。/g, '.');
  const [, digits, check] = /^BS[.:-]?(\d{8,9})(?:\.([\dX]))?$/.exec(written) ?? [];
  return digits === undefined ? undefined : `BS.${digits}${check === undefined ? '' : `.${check}`}`;
}

/** Of software: the registration (2021SR0000001), or the certificate's 软著登字第0000001号. */
function readCopyright(text: string): string | undefined {
  const written = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}]/gu, '');
  return /^\d{4}SR\d{4,7}$/.test(written) || /^软著登字第\d+号$/.test(written) ? written : undefined;
}
