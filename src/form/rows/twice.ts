// Finds rows of a table that are one thing written twice: one right, one paper, one person counts once; and one paper that stands in two tables.
import { listed } from '../../characters/folds.ts';
import { type Asked, type Gather, headOf, type Row, teller } from '../gather.ts';
import { readPatentNumber } from '../identifiers/patent.ts';
import type { Cell } from '../record.ts';
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

type Seen = { readonly asked: Asked; readonly row: Row };

/** Said once a paper, at its place in the later table; that it stands in both may be as it should be. */
export function checkAcross(gather: Gather): void {
  const seen = new Map<string, Seen>();
  for (const { asked, rows } of gather.tables) {
    for (const row of rows.filter(({ counts }) => counts)) {
      const [paper, ...others] = papersOf(asked, row);
      if (paper === undefined) continue;
      const first = [paper, ...others].flatMap(({ key }) => seen.get(key) ?? [])[0];
      if (first !== undefined && first.asked.fact.id !== asked.fact.id) {
        const args = {
          written: paper.cell.text,
          table: asked.title,
          row: row.number,
          otherTable: first.asked.title,
          otherRow: first.row.number,
        };
        teller(asked, row, gather, paper.column)('paper-in-two-tables', args, paper.cell.node.range);
      }
      for (const { key } of [paper, ...others]) if (!seen.has(key)) seen.set(key, { asked, row });
    }
  }
}

type Paper = { readonly key: string; readonly column: string; readonly cell: Cell };

/** By its numbers, or those that its name gives; a paper without any by its name and day. */
function papersOf(asked: Asked, row: Row): readonly Paper[] {
  const numbered = asked.columns.flatMap(({ fact }): Paper[] => {
    const cell = row.cells.get(fact.id);
    const holds =
      fact.identifies !== undefined || fact.type === 'patent_number' || asked.fact.unique?.includes(fact.id);
    const key = cell === undefined || !holds ? undefined : identityOf(cell.text);
    return cell === undefined || key === undefined ? [] : [{ key, column: fact.id, cell }];
  });
  const naming = namingOf(asked);
  const name = row.cells.get(naming);
  if (numbered.length > 0 || name === undefined) return numbered;
  const inName = numbersIn(name.text).map((key) => ({ key, column: naming, cell: name }));
  const day = asked.columns.find(({ fact }) => fact.type === 'date')?.fact.id;
  const dated = day === undefined ? undefined : row.cells.get(day)?.text;
  const named = dated === undefined ? [] : [{ key: `${listed(name.text)} ${dated}`, column: naming, cell: name }];
  return [...inName, ...named];
}

/** Patent numbers that a text gives. */
function numbersIn(text: string): readonly string[] {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}]/gu, '');
  const written = plain.match(/ZL\d{8,12}(?:\.?[\dX])?|CN\d{7,9}[ABCDSUY]\d?/g) ?? [];
  return written.flatMap((number) => identityOf(number) ?? []);
}
