// Finds one paper that stands in two tables, such as a patent among the patents and again among the other evidence.
import { listed } from '../../characters/folds.ts';
import type { Gather } from '../gather.ts';
import type { Cell } from '../record.ts';
import { type Asked, type Row, teller } from './looked.ts';
import { identityOf } from './numbers.ts';
import { namingOf } from './twice.ts';

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
