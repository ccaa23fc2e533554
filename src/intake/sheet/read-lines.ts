// Reads a sheet of lines: each by its hidden id, else by its printed label; years by the heads above them.
import { nearest } from '../../findings/nearest.ts';
import { folded } from '../../form/keys.ts';
import { workbookWords as words } from '../../words/workbook.ts';
import { idColumn, itemColumn, valueColumn } from './arrange.ts';
import { type Line, type LinesSheet, pathText } from './asked.ts';
import { plain, type Reader } from './reader.ts';
import type { InSheet } from './workbook.ts';

type Read = Extract<Line, { kind: 'value' | 'series' }>;

/** A label without the star of what must be filled in. */
const bare = (label: string): string => folded(label.replace(/(?<!\s)\s*\*$/u, ''));

/** Years by column, as the last row of heads says. */
function yearsIn(sheet: InSheet, row: number): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (let column = valueColumn; column < sheet.columns; column += 1) {
    const year = /^\s*(\d{4})\s*年?/u.exec(plain(sheet, row, column))?.[1];
    if (year !== undefined) found.set(column, year);
  }
  return found;
}

/** `all` are the sheets of lines: a line that was moved to another sheet is known by its id. */
export function readLines(sheet: InSheet, known: LinesSheet, all: readonly LinesSheet[], reader: Reader): void {
  const lines = all.flatMap(({ lines: own }) =>
    own.filter((line): line is Read => line.kind === 'value' || line.kind === 'series'),
  );
  const byId = new Map(lines.map((line) => [pathText(line.asked.path), line]));
  const own = known.lines.filter((line): line is Read => line.kind === 'value' || line.kind === 'series');
  const computed = new Set(
    known.lines.flatMap((line) => (line.kind === 'computed' || line.kind === 'band' ? [bare(line.label)] : [])),
  );
  let years: ReadonlyMap<number, string> = new Map();
  for (let row = 0; row < sheet.rows; row += 1) {
    const id = plain(sheet, row, idColumn);
    const label = plain(sheet, row, itemColumn);
    if (id === '#heads' || (id === '' && label === words.item)) {
      years = yearsIn(sheet, row);
      continue;
    }
    if (id.startsWith('#')) continue;
    if (id.endsWith('.*')) {
      readFree(sheet, row, id.slice(0, -2), reader);
      continue;
    }
    const line = byId.get(id) ?? own.find((one) => bare(one.label) === bare(label));
    if (line !== undefined) readLine(sheet, row, line, years, reader);
    else if (label !== '' && hasAnswer(sheet, row) && !computed.has(bare(label)))
      unknownHead(sheet, row, label, own, reader);
  }
}

function readLine(sheet: InSheet, row: number, line: Read, years: ReadonlyMap<number, string>, reader: Reader): void {
  const { asked, label } = line;
  const cells: readonly (readonly [number, readonly string[]])[] =
    line.kind === 'value'
      ? [[valueColumn, asked.path]]
      : [...years].map(([column, year]) => [column, [...asked.path, year]] as const);
  for (const [column, path] of cells) {
    if (line.kind === 'series' && sheet.isCovered(row, column)) {
      reader.tell('sheet-merged', {}, sheet, row, column);
      continue;
    }
    const text = reader.text(sheet, row, column, asked, label);
    if (text !== '') reader.values.set(pathText(path), text);
  }
  const above = pathText(asked.path.slice(0, -1));
  const level = /^#0$/.test(asked.path.at(-1) ?? '');
  if (level && reader.values.has(above) && reader.values.has(pathText(asked.path)))
    reader.tell('sheet-two-answers', { label: label.split('　')[0] ?? label }, sheet, row, valueColumn);
}

function readFree(sheet: InSheet, row: number, path: string, reader: Reader): void {
  const asked = { path: [], type: 'text', options: [], closed: false, negative: false } as const;
  const label = plain(sheet, row, itemColumn);
  const text = reader.text(sheet, row, valueColumn, asked, label);
  if (text === '' || label === '') return;
  reader.free.set(path, [...(reader.free.get(path) ?? []), [label, text]]);
}

/** Something is written behind the label and the unit, beside remarks of ours. */
const hasAnswer = (sheet: InSheet, row: number): boolean => plain(sheet, row, valueColumn) !== '';

function unknownHead(sheet: InSheet, row: number, head: string, own: readonly Read[], reader: Reader): void {
  const near = nearest(
    head,
    own.map(({ label }) => label),
  );
  reader.tell('sheet-head-unknown', { head, ...(near === undefined ? {} : { nearest: near }) }, sheet, row, itemColumn);
}
