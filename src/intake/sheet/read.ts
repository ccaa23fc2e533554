// Reads the sheets of a workbook as answers; whatever is wrong with a cell comes as a finding that names it.
import { isDeepStrictEqual } from 'node:util';
import { unspaced } from '../../characters/folds.ts';
import type { Finding } from '../../findings/finding.ts';
import { workbookWords as words } from '../../words/workbook.ts';
import type { Answers } from './answers.ts';
import { type Asked, type Column, type GridSheet, type Layout, type LinesSheet, pathText } from './asked.ts';
import { isAside, type OwnHead, type SheetRead, tellLeft } from './left.ts';
import {
  type Asks,
  asksIn,
  byLabel,
  columnOf,
  coverOf,
  headAt,
  headKey,
  headsOf,
  isFilled,
  type LineHeads,
  labelOf,
  lineHeads,
  mostHead,
  repeatsHeads,
  saysOtherUnit,
  sheetFor,
  textsIn,
} from './place.ts';
import { plain, type Reader, readerFor } from './reader.ts';
import type { Row } from './rows.ts';
import type { InSheet } from './workbook.ts';

/** Texts that an exported workbook holds of itself, folded by `unspaced`: of its sheets, and of the lists behind them. */
export type Printed = { readonly form: ReadonlySet<string>; readonly lists: ReadonlySet<string> };

const bare: Asked = { path: [], type: 'text', options: [], closed: false, negative: false };

/** Reads all sheets. The layout must have room for the facts that the workbook names (`roomOf`). */
export function readSheets(
  sheets: readonly InSheet[],
  layout: Layout,
  file: string,
  printed: Printed,
): { readonly answers: Answers; readonly findings: readonly Finding[] } {
  const reader = readerFor(file);
  // A sheet under its own name comes before a copy of it.
  const isNamed = ({ name }: InSheet): boolean =>
    name === words.cover || layout.sheets.some((one) => one.name === name);
  const ordered = [...sheets].sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
  const cover = coverOf(ordered);
  const head = (id: 'enterprise' | 'as_of', asked: Asked): string => {
    const at = cover.get(id);
    return at === undefined ? '' : reader.text(at.sheet, at.row, at.column, asked, words.head[id]);
  };
  const enterprise = head('enterprise', bare);
  const asOf = head('as_of', { ...bare, type: 'date' });
  for (const id of ['category', 'format', 'program']) {
    const at = cover.get(id);
    if (at !== undefined) reader.saw(at.sheet, at.row, at.column);
  }
  const covers = new Set([...cover.values()].map(({ sheet }) => sheet));
  const done = new Set<string>();
  const read = ordered.map((sheet): SheetRead => {
    const isCover = sheet.name === words.cover || covers.has(sheet);
    if (isCover) return { sheet, known: Object.values(words.head), own: [], printed: printed.form };
    if (sheet.name === words.lists) return { sheet, own: [], printed: printed.lists };
    const known = sheetFor(sheet, layout);
    // Of a hidden sheet that nobody knows, what is told is more than the lists under another name.
    if (known === undefined) return { sheet, own: [], printed: sheet.hidden ? printed.lists : printed.form };
    done.add(known.name);
    const own =
      known.kind === 'grid' ? readGrid(sheet, known, reader) : readLines(sheet, known, layout, printed.form, reader);
    const labels = (known.kind === 'grid' ? known.columns : asksIn(known)).map(({ label }) => label);
    return { sheet, known: labels, own, printed: printed.form };
  });
  tellTwo(reader);
  const names = layout.sheets.map(({ name }) => name);
  tellLeft(read, names, reader);
  const first = sheets[0];
  for (const name of names)
    if (!done.has(name) && first !== undefined) reader.tell('sheet-missing', { sheet: name }, first, 0, 0);
  const { values, free, rows, findings } = reader;
  return { answers: { enterprise, asOf, values, free, rows }, findings };
}

/** A code says more than the names beside it. */
function tellTwo(reader: Reader): void {
  for (const [path, { sheet, row, column, label }] of reader.origins) {
    const above = path.slice(0, path.lastIndexOf('.'));
    if (/\.#\d$/.test(path) && reader.values.has(above))
      reader.tell('sheet-two-answers', { label: label.split('　')[0] ?? label }, sheet, row, column);
  }
}

/** Whether the sheet says that there is none. */
function saysNone(sheet: InSheet, reader: Reader): { row: number; column: number } | undefined {
  for (let row = 0; row < Math.min(sheet.rows, mostHead); row += 1) {
    const texts = textsIn(sheet, row);
    const label = columnOf(texts, (text) => text === words.state);
    if (label === undefined) continue;
    const [column, text = ''] = [...texts].find(([at]) => at > label) ?? [label + 1];
    const [some, none] = words.someOrNone;
    if (text === some) reader.saw(sheet, row, column);
    if (text !== none && text !== words.no) continue;
    reader.saw(sheet, row, column);
    return { row, column };
  }
  return undefined;
}

/** Gives the heads that are the client's own. */
function readGrid(sheet: InSheet, known: GridSheet, reader: Reader): readonly OwnHead[] {
  const heads = headsOf(sheet, known.columns);
  const none = known.mayBeNone ? saysNone(sheet, reader) : undefined;
  const path = pathText(known.path);
  const said = reader.rows.get(path);
  const before = said === undefined || said === 'none' ? [] : said;
  const rows: Row[] = [];
  const own: OwnHead[] = [];
  if (heads !== undefined) {
    const { row: at, renamed } = heads;
    const columns = tellRenamed(sheet, heads, renamed, reader);
    for (let column = 0; column < sheet.columns; column += 1) {
      const head = headAt(sheet, at, column);
      if (columns.has(column) || head === '') continue;
      own.push({ row: at, column, head });
    }
    for (let row = at + 1; row < sheet.rows; row += 1) {
      if (isAside(sheet, row) || repeatsHeads(sheet, row, columns)) continue;
      const made = readRow(sheet, row, columns, reader);
      // What a second sheet of the same table says anew is somebody's to decide.
      if (Object.keys(made).length === 0 || isReady(made, sheet, row, columns, known, reader)) continue;
      const lacksSlot = known.slots !== undefined && ![...known.slots].flat().includes(made.slot ?? '');
      if (before.length === 0 && !lacksSlot) rows.push(made);
      else if (lacksSlot || !before.some((one) => isDeepStrictEqual(one, made)))
        for (const column of columns.keys()) reader.forget(sheet, row, column);
    }
  }
  if (none !== undefined && rows.length > 0)
    reader.tell('sheet-none-with-rows', { sheet: known.name }, sheet, none.row, none.column);
  if (before.length === 0) reader.rows.set(path, none === undefined ? rows : 'none');
  return own;
}

/** Columns that are known by their hidden ids only; one whose head says another unit is none. */
export function tellRenamed<K extends Pick<Column, 'label' | 'asked'>>(
  sheet: InSheet,
  { row, columns }: { readonly row: number; readonly columns: ReadonlyMap<number, K> },
  renamed: ReadonlySet<number>,
  reader: Reader,
): ReadonlyMap<number, K> {
  const kept = new Map(columns);
  for (const column of renamed) {
    const { label = '', asked } = columns.get(column) ?? {};
    const written = headAt(sheet, row, column);
    if (saysOtherUnit(written, asked?.unit)) kept.delete(column);
    else if (written !== '') reader.tell('sheet-head-renamed', { label, written }, sheet, row, column);
  }
  return kept;
}

function readRow(sheet: InSheet, row: number, columns: ReadonlyMap<number, Column>, reader: Reader): Row {
  const read: Record<string, string> = {};
  for (const [at, { id, asked, label }] of columns) {
    const text = reader.text(sheet, row, at, asked, label);
    if (text !== '') read[id] = text;
  }
  return read;
}

/** A row of the list of files that names none: what stood ready says nothing, what was added is told. */
function isReady(
  row: Row,
  sheet: InSheet,
  at: number,
  columns: ReadonlyMap<number, Column>,
  { slots, ready }: GridSheet,
  reader: Reader,
): boolean {
  const file = row.file ?? '';
  const keys = Object.keys(row).filter((id) => id !== 'slot' && (id !== 'file' || file !== words.no));
  if (slots === undefined || (file !== '' && (file !== words.no || keys.length === 0))) return false;
  const stood = ready.some(({ slot, covers }) => slot === row.slot && covers === row.covers);
  if (keys.some((id) => id !== 'covers') || (!stood && keys.length > 0)) {
    const all = [...columns.keys()].sort((a, b) => a - b);
    const to = { row: at, column: all.at(-1) ?? 0 };
    reader.tell('sheet-file-missing', { label: row.slot ?? '' }, sheet, at, all[0] ?? 0, to);
  }
  return true;
}

/** Lines are known by their labels, and by their ids where the label was written anew. Gives the client's own heads. */
function readLines(
  sheet: InSheet,
  known: LinesSheet,
  layout: Layout,
  printed: ReadonlySet<string>,
  reader: Reader,
): readonly OwnHead[] {
  const all = layout.sheets.flatMap((one) => (one.kind === 'lines' ? asksIn(one) : []));
  const byId = new Map(all.map((line) => [pathText(line.asked.path), line]));
  const [find, findAny] = [byLabel(asksIn(known), labelOf), byLabel(all, labelOf)];
  const computed = new Set(known.lines.flatMap((line) => (line.kind === 'computed' ? [headKey(line.label)] : [])));
  const own: OwnHead[] = [];
  // A title above the heads may say what a line says.
  const hasHeads = Array.from({ length: sheet.rows }, (_, row) => row).some((row) => lineHeads(sheet, row));
  let heads: LineHeads | undefined;
  for (let row = 0; row < sheet.rows; row += 1) {
    const next = lineHeads(sheet, row);
    if (next !== undefined) {
      heads = next;
      for (const column of textsIn(sheet, row).keys()) if (!next.own.has(column)) reader.saw(sheet, row, column);
      for (const [column, head] of next.own) own.push({ row, column, head });
      continue;
    }
    const texts = textsIn(sheet, row);
    const idAt = columnOf(texts, (text) => byId.has(text) || text.endsWith('.*'));
    const id = texts.get(idAt ?? -1) ?? '';
    const item = heads?.item ?? columnOf(texts, (text) => find(text) !== undefined) ?? (idAt ?? 0) + 1;
    const label = texts.get(item) ?? '';
    if (computed.has(headKey(label)))
      for (let column = item; column < sheet.columns; column += 1)
        if (sheet.at(row, column)?.formula === true) reader.saw(sheet, row, column);
    const here = { sheet, row, item, heads, idAt };
    if (id.endsWith('.*')) {
      readFree(here, id.slice(0, -2), label, reader);
      continue;
    }
    if (heads === undefined && hasHeads && idAt === undefined) continue;
    const named = label === '' ? undefined : (find(label) ?? findAny(label));
    const line = named ?? byId.get(id);
    if (line === undefined || computed.has(headKey(label)) || isOtherUnit(here, line, named === undefined ? label : ''))
      continue;
    if (idAt !== undefined) reader.saw(sheet, row, idAt);
    if (named !== undefined || label === '') reader.saw(sheet, row, item);
    else reader.tell('sheet-head-renamed', { label: line.label, written: label }, sheet, row, item);
    if (line.kind === 'value') readValue(here, line, printed, reader);
    else readSeries(here, line, reader);
  }
  return own;
}

type Here = {
  readonly sheet: InSheet;
  readonly row: number;
  readonly item: number;
  readonly heads: LineHeads | undefined;
  readonly idAt: number | undefined;
};

/** A unit that the client wrote in the place of ours is not ours: its figures are not read as ours. */
const isOtherUnit = ({ sheet, row, heads }: Here, { asked: { unit } }: Asks, label: string): boolean => {
  const written = heads?.unit === undefined ? '' : plain(sheet, row, heads.unit);
  return saysOtherUnit(label, unit) || (written !== '' && unspaced(written) !== unspaced(unit ?? ''));
};

/** Where single values stand: below their head, or below the first year. */
const valueColumn = ({ item, heads }: Here): number =>
  heads?.value ?? (heads !== undefined && heads.years.size > 0 ? Math.min(...heads.years.keys()) : item + 2);

function readValue(here: Here, line: Asks, printed: ReadonlySet<string>, reader: Reader): void {
  const { sheet, row, item, heads, idAt } = here;
  const { asked, label } = line;
  // Below another year's head stands another figure.
  const under = [...(heads?.years ?? [])].find(([, one]) => line.kind === 'value' && one === String(line.year))?.[0];
  const heeded = new Set([item, idAt, heads?.unit, heads?.remark, ...(heads?.own.keys() ?? [])]);
  if (under !== undefined) for (const at of heads?.years.keys() ?? []) heeded.add(at);
  let column = under ?? valueColumn(here);
  if (!isFilled(sheet, row, column)) {
    const [only, another] = Array.from({ length: sheet.columns }, (_, at) => at).filter(
      (at) => isFilled(sheet, row, at) && !heeded.has(at) && !printed.has(unspaced(plain(sheet, row, at))),
    );
    if (only !== undefined && another === undefined && heads !== undefined) column = only;
    else if (sheet.isCovered(row, column)) reader.tell('sheet-merged', {}, sheet, row, column);
  }
  reader.take(pathText(asked.path), { sheet, row, column }, asked, label);
}

function readSeries({ sheet, row, heads }: Here, line: Asks, reader: Reader): void {
  const { asked, label } = line;
  for (const [column, year] of heads?.years ?? []) {
    const isAsked = line.kind === 'series' && line.years.some((one) => String(one.year) === year);
    if (sheet.isCovered(row, column)) reader.tell('sheet-merged', {}, sheet, row, column);
    // One figure across several years is the figure of none of them.
    else if (isAsked && !(heads?.years.has(column + 1) === true && sheet.isCovered(row, column + 1)))
      reader.take(pathText([...asked.path, year]), { sheet, row, column }, asked, label);
  }
}

function readFree(here: Here, path: string, label: string, reader: Reader): void {
  const { sheet, row, item, idAt } = here;
  const column = valueColumn(here);
  const before = reader.free.get(path) ?? [];
  if (idAt !== undefined) reader.saw(sheet, row, idAt);
  if (label === '' || !isFilled(sheet, row, column) || before.some(([one]) => one === label)) return;
  const text = reader.text(sheet, row, column, bare, label);
  reader.saw(sheet, row, item);
  if (text !== '') reader.free.set(path, [...before, [label, text]]);
}
