// Finds rows of a table that are one thing written twice: one right, one paper, one person counts once.
import { listed } from '../../characters/folds.ts';
import type { Gather } from '../gather.ts';
import { readPatentNumber } from '../identifiers/patent.ts';
import { type Asked, headOf, type Row, teller } from './looked.ts';
import { identityOf } from './numbers.ts';

/**
 * Rows with the same number, or that say the same in every cell but the file: the later one stops counting. Rows of one
 * name of which one says nothing that the other does not say, or of which one gives the application and one the
 * publication, may be one: a person has to look.
 */
export function checkTwice(asked: Asked, rows: readonly Row[], gather: Gather): void {
  const byNumber = new Map<string, Row>();
  const byCells = new Map<string, Row>();
  const byName = new Map<string, Row>();
  const naming = namingOf(asked);
  for (const row of rows) {
    const number = numberOf(asked, row);
    const cells = JSON.stringify([...saysOf(asked, row)]);
    const name = listed(row.cells.get(naming)?.text ?? '');
    const sameNumber = number === undefined ? undefined : byNumber.get(number);
    const same = sameNumber ?? byCells.get(cells);
    if (same !== undefined) {
      row.counts = false;
      tellTwice(asked, row, same, sameNumber !== undefined, gather);
      continue;
    }
    const alike = name === '' ? undefined : byName.get(name);
    if (alike !== undefined && mayBeOne(asked, alike, row)) {
      const args = { table: asked.title, row: row.number, first: alike.number };
      teller(asked, row, gather)('row-twice-likely', args, row.node.range);
    }
    if (number !== undefined) byNumber.set(number, row);
    byCells.set(cells, row);
    if (name !== '' && alike === undefined) byName.set(name, row);
  }
}

/** The column that names a row: the first of its table. */
export const namingOf = ({ fact, columns }: Asked): string =>
  fact.fields.keys().next().value ?? columns[0]?.fact.id ?? '';

function tellTwice(asked: Asked, row: Row, same: Row, byNumber: boolean, gather: Gather): void {
  const args = { table: asked.title, row: row.number, first: same.number };
  const column = asked.fact.unique?.at(-1);
  const cell = column === undefined ? undefined : row.cells.get(column);
  if (!byNumber || column === undefined || cell === undefined)
    teller(asked, row, gather)('row-twice', args, row.node.range);
  else {
    const by = { column: headOf({ ...asked, title: '' }, column).trim(), written: cell.text };
    teller(asked, row, gather, column)('row-twice', { ...args, by }, cell.node.range);
  }
}

/** What the columns hold that no two rows may share. */
function numberOf({ fact }: Asked, row: Row): string | undefined {
  const parts = (fact.unique ?? []).map((column) => identityOf(row.cells.get(column)?.text ?? ''));
  return parts.length === 0 || parts.some((part) => part === undefined) ? undefined : parts.join('\n');
}

/** What a row says of the thing itself; its file is only the paper. */
const saysOf = ({ columns }: Asked, { cells }: Row): ReadonlyMap<string, string> =>
  new Map(
    columns.flatMap(({ fact }) => {
      const cell = cells.get(fact.id);
      return cell === undefined || fact.type === 'file' ? [] : [[fact.id, listed(cell.text)] as const];
    }),
  );

function mayBeOne(asked: Asked, a: Row, b: Row): boolean {
  const [one, other] = [saysOf(asked, a), saysOf(asked, b)];
  const within = (small: ReadonlyMap<string, string>, large: ReadonlyMap<string, string>): boolean =>
    [...small].every(([id, text]) => large.get(id) === text);
  return within(one, other) || within(other, one) || isApplicationAndPublication(asked, a, b);
}

/** The number of the application and that of its publication cannot be compared. */
function isApplicationAndPublication({ columns }: Asked, a: Row, b: Row): boolean {
  return columns.some(({ fact }) => {
    if (fact.identifies === undefined && fact.type !== 'patent_number') return false;
    const kinds = [a, b].map(({ cells }) => readPatentNumber(cells.get(fact.id)?.text ?? '').kind);
    return kinds.includes('application') && kinds.includes('publication');
  });
}
