// Reads the sheets of a workbook as answers; whatever is wrong with a cell comes as a finding that names it.
import type { Finding } from '../../findings/finding.ts';
import { nearest } from '../../findings/nearest.ts';
import { folded } from '../../form/keys.ts';
import { workbookWords as words } from '../../words/workbook.ts';
import type { Answers } from './answers.ts';
import { idColumn } from './arrange.ts';
import { type Asked, type Layout, type LinesSheet, pathText } from './asked.ts';
import { readGrid } from './read-grid.ts';
import { readLines } from './read-lines.ts';
import { plain, type Reader, readerFor } from './reader.ts';
import type { InSheet } from './workbook.ts';

export type SheetsRead = { readonly answers: Answers; readonly findings: readonly Finding[] };

/** What a workbook says of itself on its cover, by id: `category`, `enterprise`, `as_of`. */
export function coverOf(sheets: readonly InSheet[]): ReadonlyMap<string, { sheet: InSheet; row: number }> {
  const found = new Map<string, { sheet: InSheet; row: number }>();
  for (const sheet of sheets)
    for (let row = 0; row < Math.min(sheet.rows, 200); row += 1) {
      const id = plain(sheet, row, idColumn);
      if (Object.hasOwn(words.head, id) && !found.has(id)) found.set(id, { sheet, row });
    }
  return found;
}

/** The column of what the cover says, behind id and label. */
export const coverColumn = 2;

/** Reads all sheets. The layout must have room for the facts that the workbook names (`roomOf`). */
export function readSheets(sheets: readonly InSheet[], layout: Layout, file: string): SheetsRead {
  const reader = readerFor(file);
  const cover = coverOf(sheets);
  const head = (id: 'enterprise' | 'as_of', asked: Asked): string => {
    const at = cover.get(id);
    return at === undefined ? '' : reader.text(at.sheet, at.row, coverColumn, asked, words.head[id]);
  };
  const bare = { path: [], options: [], closed: false, negative: false };
  const enterprise = head('enterprise', { ...bare, type: 'text' });
  const asOf = head('as_of', { ...bare, type: 'date' });
  const read = new Set<string>();
  for (const sheet of sheets) {
    if (sheet.name === words.cover || sheet.name === words.lists) continue;
    const known = sheetFor(sheet, layout);
    if (known === undefined) unknownSheet(sheet, layout, reader);
    else if (known.kind === 'grid') readGrid(sheet, known, reader);
    else readLines(sheet, known, allLines(layout), reader);
    if (known !== undefined) read.add(known.name);
  }
  const first = sheets[0];
  for (const { name } of layout.sheets)
    if (!read.has(name) && first !== undefined) reader.tell('sheet-missing', { sheet: name }, first, 0, 0);
  const { values, free, rows, findings } = reader;
  return { answers: { enterprise, asOf, values, free, rows }, findings };
}

const allLines = ({ sheets }: Layout): readonly LinesSheet[] =>
  sheets.flatMap((sheet) => (sheet.kind === 'lines' ? [sheet] : []));

/** By the mark in its first cell, else by its name. */
function sheetFor(sheet: InSheet, { sheets }: Layout): Layout['sheets'][number] | undefined {
  const mark = plain(sheet, 0, idColumn);
  const path = /^#(?:table|lines) (.*)$/u.exec(mark)?.[1];
  return (
    sheets.find((one) => (one.kind === 'grid' ? pathText(one.path) === path : one.name === path)) ??
    sheets.find(({ name }) => folded(name) === folded(sheet.name))
  );
}

function unknownSheet(sheet: InSheet, layout: Layout, reader: Reader): void {
  if (sheet.hidden || sheet.rows === 0) return;
  const near = nearest(
    sheet.name,
    layout.sheets.map(({ name }) => name),
  );
  reader.tell('sheet-unknown', { sheet: sheet.name, ...(near === undefined ? {} : { nearest: near }) }, sheet, 0, 0);
}
