// Opens a workbook that was filled in: which category it is for, and the dossiers that it holds.
import type { Catalog } from '../../category/catalog.ts';
import type { Category } from '../../category/category.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Given } from '../starter/given.ts';
import { workbookFormat } from './cover.ts';
import { givenOf } from './given.ts';
import { layoutOf, type Room } from './layout.ts';
import { coverColumn, coverOf, readSheets } from './read.ts';
import { plain } from './reader.ts';
import { readWide, wideCategory } from './wide-read.ts';
import { type InSheet, readWorkbook, type Unread } from './workbook.ts';

export type Imported = {
  readonly category: Category;
  readonly given: Given;
  /** From a wide table, which has no room for tables and files. */
  readonly partial: boolean;
};

export type Opened =
  | { readonly is: 'read'; readonly dossiers: readonly Imported[]; readonly findings: readonly Finding[] }
  | { readonly is: 'unread'; readonly why: Unread | 'foreign' | 'newer' };

/** `named` is the category where the workbook does not say. Throws a Stop for a category that nobody knows. */
export async function openWorkbook(bytes: Uint8Array, file: string, catalog: Catalog, named?: string): Promise<Opened> {
  const book = await readWorkbook(bytes);
  if (typeof book === 'string') return { is: 'unread', why: book };
  const { sheets } = book;
  const cover = coverOf(sheets);
  const said = (id: string): string => {
    const at = cover.get(id);
    return at === undefined ? '' : plain(at.sheet, at.row, coverColumn);
  };
  if (Number(said('format') || workbookFormat) > workbookFormat) return { is: 'unread', why: 'newer' };
  const wide = sheets.find((sheet) => wideCategory(sheet) !== undefined);
  const id = (wide && wideCategory(wide)) || said('category') || named;
  if (id === undefined || id === '') return { is: 'unread', why: 'foreign' };
  const category = await catalog.open(id);
  const layout = layoutOf(category, roomIn(sheets));
  if (wide !== undefined) {
    const { rows, findings } = readWide(wide, layout, file);
    return {
      is: 'read',
      dossiers: rows.map((one) => ({ category, given: givenOf(one, layout), partial: true })),
      findings,
    };
  }
  const { answers, findings } = readSheets(sheets, layout, file);
  return { is: 'read', dossiers: [{ category, given: givenOf(answers, layout), partial: false }], findings };
}

/** The facts that the ids of a workbook name, with the years of its heads. */
function roomIn(sheets: readonly InSheet[]): Room {
  const facts = new Map<string, readonly number[]>();
  const add = (id: string, years: readonly number[]): void => {
    facts.set(id, [...new Set([...(facts.get(id) ?? []), ...years])]);
  };
  for (const sheet of sheets) {
    const table = /^#table facts\.(\w+)$/.exec(plain(sheet, 0, 0))?.[1];
    if (table !== undefined) add(table, []);
    const all = new Set<number>();
    for (let row = 0; row < sheet.rows; row += 1) {
      if (plain(sheet, row, 0) === '#heads')
        for (let at = 1; at < sheet.columns; at += 1) {
          const year = /^(\d{4})年/u.exec(plain(sheet, row, at))?.[1];
          if (year !== undefined) all.add(Number(year));
        }
      const id = /^facts\.(\w+)/.exec(plain(sheet, row, 0))?.[1];
      if (id !== undefined) add(id, [...all]);
    }
    for (let at = 0; at < sheet.columns; at += 1) {
      const [, id, year] = /^facts\.(\w+)(?:\.(\d{4}))?/.exec(plain(sheet, 1, at)) ?? [];
      if (id !== undefined) add(id, year === undefined ? [] : [Number(year)]);
    }
  }
  return { facts };
}
