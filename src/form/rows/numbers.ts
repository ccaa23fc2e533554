// Looks at the numbers of a row: which kind each is of, whether it can be one, and how it is spelt downstream.
import { listed } from '../../characters/folds.ts';
import type { NumberKind } from '../../expression/types.ts';
import type { Args } from '../../findings/areas/index.ts';
import { endless } from '../../values/date.ts';
import { type Asked, type Gather, headOf, type Row, teller } from '../gather.ts';
import {
  isForeignPatent,
  type PatentNumber,
  patentIdentity,
  patentLastDay,
  readPatentNumber,
} from '../identifiers/patent.ts';
import type { OpenedColumn } from '../opened.ts';
import type { Cell } from '../record.ts';
import { tellTaken } from '../types/type.ts';
import { noEntry } from './entries.ts';

/** Whether a column holds numbers: identifiers, which are texts. */
const holdsNumbers = ({ fact }: OpenedColumn, { fact: table }: Asked): boolean =>
  fact.identifies !== undefined || fact.type === 'patent_number' || (table.unique ?? []).includes(fact.id);

/** A word for “none” is no number, and no text where one is required: the cell is left out, as if nothing stood there. */
export function dropNone(asked: Asked, row: Row): void {
  for (const column of asked.columns) {
    const { id } = column.fact;
    const cell = row.cells.get(id);
    const asksText = holdsNumbers(column, asked) || (column.required && column.fact.type === 'text');
    if (cell === undefined || !asksText || noEntry(cell.text) !== 'none') continue;
    row.cells.delete(id);
    row.fields.delete(id);
    row.none.set(id, cell);
  }
}

export function checkNumbers(asked: Asked, row: Row, gather: Gather): void {
  for (const column of asked.columns) {
    const cell = row.cells.get(column.fact.id);
    if (cell === undefined || isOfAnother(column, cell, asked, row, gather) || !holdsNumbers(column, asked)) continue;
    const bare = cell.node.kind === 'scalar' && typeof cell.node.value === 'number';
    // The reader of the type patent_number has told of it.
    if (bare && column.fact.type === 'patent_number') continue;
    const field = headOf(asked, column.fact.id);
    const report = teller(asked, row, gather, column.fact.id);
    if (bare) report('identifier-unquoted', { field, written: cell.text }, cell.node.range);
    else checkNumber(column, cell, asked, row, gather);
  }
}

type OfKind = Args<'number-of-another'>['of'];

/** What a number is of by its shape alone, in whatever column it stands. Source: domain.md D.3. */
function sureKindOf(text: string): OfKind | undefined {
  const patent = readPatentNumber(text);
  if (patent.kind === 'publication') return 'patent';
  // Twelve digits with a right check character may be another register's, without the dot before it.
  if (patent.kind === 'application') return patent.check.is === 'ok' && /ZL|\./i.test(text) ? 'patent' : undefined;
  const written = listed(text).toUpperCase();
  if (/^G[RF]\d{12}$/.test(written)) return 'hi_tech';
  if (/^BS\.\d{8,9}(?:\.[\dX])?$/.test(written)) return 'layout_design';
  return readCopyright(text) === undefined ? undefined : 'software_copyright';
}

/** How registers name the column of their numbers and the one that says what a row is, and the holder of a GR number. */
const [numberColumn, kindColumn, hiTech] = ['number', 'kind', '高新技术企业'] as const;

/**
 * A number of something else than its row is said to be: the row contradicts itself and stops counting. A title goes on
 * counting, as there are some that exclude; what stands in a patent's place is told of where patents are read.
 */
function isOfAnother(column: OpenedColumn, cell: Cell, asked: Asked, row: Row, gather: Gather): boolean {
  const { id, type, identifies } = column.fact;
  const { as = {}, by = kindColumn } = identifies ?? {};
  const of = id === numberColumn && type !== 'patent_number' ? sureKindOf(cell.text) : undefined;
  const own = kindOf(column, cell, row);
  const said = row.cells.get(by)?.text;
  if (of === undefined || own === 'patent' || of === own || (of === 'hi_tech' && said === hiTech)) return false;
  if (said === undefined && Object.values(as).some((kind) => kind === of)) return false;
  const about = { field: headOf(asked, id), written: cell.text, of };
  teller(asked, row, gather, id)('number-of-another', said === undefined ? about : { ...about, said }, cell.node.range);
  if (asked.fact.id !== 'titles') row.counts = false;
  return true;
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
  const [said, grantedOn, validUntil, appliedOn] = [cell(by), cell(granted), cell(until), cell(applied)];
  return {
    options: columns.find((column) => column.fact.id === by)?.options ?? [],
    ...(said === undefined ? {} : { said }),
    ...(grantedOn === undefined ? {} : { granted: { id: granted, cell: grantedOn } }),
    ...(until === undefined || validUntil === undefined ? {} : { until: { id: until, cell: validUntil } }),
    ...(appliedOn === undefined ? {} : { applied: appliedOn }),
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

/** How a register names the day of application. */
const applied = 'applied_on';

/** The cells of the row that must agree with its number. */
export type Beside = {
  /** What the row is said to be. */
  readonly said?: Cell;
  readonly options: readonly string[];
  readonly granted?: { readonly id: string; readonly cell: Cell };
  readonly until?: { readonly id: string; readonly cell: Cell };
  /** The day of application: of a divisional one years before that of its number. */
  readonly applied?: Cell;
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
  if (gather.findings.length > before) return;
  // An application has the same number without the letters: with no day of grant beside it, nothing says that it was granted.
  if (patent.kind === 'application' && beside.granted === undefined && !asWritten.startsWith('ZL'))
    report('patent-grant-unsaid', { field, written, patent: patent.normalised }, node.range);
  else if (asWritten !== patent.normalised) tellTaken(written, patent.normalised, node.range, { label: field, report });
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
  const { granted, until, applied: day } = beside;
  const dated = (column: string, at: Cell, reason: Args<'patent-dates'>['reason']): void =>
    teller(asked, row, gather, column)('patent-dates', { field, written, day: at.text, reason }, at.node.range);
  const isLate = day !== undefined && yearIn(day) > filed;
  if (isLate && check.is !== 'wrong') dated(applied, day, 'applied later');
  if (granted !== undefined && yearIn(granted.cell) < filed) dated(granted.id, granted.cell, 'before filing');
  else grantedAhead(about, beside);
  if (type === 'unknown' || check.is === 'wrong') return;
  const last = patentLastDay(type, day === undefined || isLate ? String(filed) : day.text);
  if (last < gather.asOf) {
    row.counts = false;
    report('patent-expired', { field, written, last }, node.range);
  } else if (
    until !== undefined &&
    (until.cell.text === endless || (/^\d/.test(until.cell.text) && until.cell.text > last))
  ) {
    const args = { field: headOf(asked, until.id), written, until: until.cell.text, last };
    teller(asked, row, gather, until.id)('patent-term', args, until.cell.node.range);
  }
}

const yearIn = ({ text }: Cell): number => Number(text.slice(0, 4));

/** Granted after the day of application: nothing to count yet. */
function grantedAhead({ asked, row, column, cell, gather }: About, { granted }: Beside): void {
  if (granted === undefined || !(granted.cell.text > gather.asOf)) return;
  row.counts = false;
  const field = headOf(asked, column);
  const args = { field, written: cell.text, day: granted.cell.text, reason: 'after as-of' } as const;
  teller(asked, row, gather, granted.id)('patent-dates', args, granted.cell.node.range);
}
