// Workbooks for tests: cells as somebody may have left them, and what is read of them.
import { openCatalog } from '../../../src/category/catalog.ts';
import type { Category } from '../../../src/category/category.ts';
import type { Finding } from '../../../src/findings/finding.ts';
import { sheetsOf } from '../../../src/intake/sheet/book.ts';
import { openWorkbook } from '../../../src/intake/sheet/open.ts';
import { type OutCell, type OutSheet, writeWorkbook } from '../../../src/intake/sheet/workbook.ts';
import type { Given } from '../../../src/intake/starter/given.ts';

export const catalog = openCatalog([]);
export const categoryId = 'jiangsu/2021/product';
export const category = async (): Promise<Category> => (await catalog).open(categoryId);

/** A cell of an exported workbook: the row of an id, the column of values unless another is named. */
export type Change = { readonly id: string; readonly column?: number; readonly cell: OutCell };

const idOf = (row: readonly (OutCell | undefined)[]): string => String(row[0]?.value ?? '');

/** The empty workbook with some cells changed. Throws for an id that is not there. */
export async function sheetsWith(changes: readonly Change[]): Promise<OutSheet[]> {
  const left = new Set(changes);
  const sheets = sheetsOf(await category(), '1.0.0').map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => {
      const own = changes.filter(({ id }) => id === idOf(row));
      for (const change of own) left.delete(change);
      const cells = [...row];
      for (const { column = 3, cell } of own) cells[column] = cell;
      return cells;
    }),
  }));
  if (left.size > 0) throw new Error(`no row ${[...left].map(({ id }) => id).join(', ')}`);
  return sheets;
}

export type Read = { readonly given: Given; readonly said: readonly string[]; readonly findings: readonly Finding[] };

/** What is read of a workbook: the dossier, and each finding as `code cell`. */
export async function readBack(sheets: readonly OutSheet[]): Promise<Read> {
  const opened = await openWorkbook(await writeWorkbook('x', sheets), 'book.xlsx', await catalog);
  if (opened.is !== 'read') throw new Error(opened.why);
  const { findings, dossiers } = opened;
  return {
    given: dossiers[0]?.given ?? {},
    said: findings.map(({ code, at }) => `${code} ${at.path}`),
    findings,
  };
}

export const answer = (value: string | number, format?: string): OutCell => ({
  look: 'answer',
  value,
  ...(format === undefined ? {} : { format }),
});
