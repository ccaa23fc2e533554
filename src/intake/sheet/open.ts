// Opens a workbook that was filled in: which category it is for, and the dossiers that it holds.
import type { Catalog } from '../../category/catalog.ts';
import type { Category } from '../../category/category.ts';
import type { Finding } from '../../findings/finding.ts';
import { nearest } from '../../findings/nearest.ts';
import type { Given, Value } from '../starter/given.ts';
import { type Answers, separator } from './answers.ts';
import { type Asked, type Layout, pathText } from './asked.ts';
import { workbookFormat } from './cover.ts';
import { layoutOf, type Room } from './layout.ts';
import { coverColumn, coverOf, headKey, readSheets } from './read.ts';
import { plain, readerFor } from './reader.ts';
import { listOf, valueFrom } from './rows.ts';
import { type WideColumn, wideColumns, wideMark, wideRows } from './wide.ts';
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

type Tree = { [key: string]: Value | Tree };

const isTree = (value: Value | Tree | undefined): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function put(tree: Tree, path: readonly string[], value: Value): void {
  let at = tree;
  for (const key of path.slice(0, -1)) {
    const next = at[key];
    const below: Tree = isTree(next) ? next : {};
    at[key] = below;
    at = below;
  }
  at[path.at(-1) ?? ''] = value;
}

/** What a single cell says. */
const valueIn = ({ type }: Asked, text: string): Value =>
  type === 'texts' || type === 'choices' ? listOf(text) : text;

/** `{#0: 江苏省, #1: 南京市}` → `[江苏省, 南京市]`. */
function lists(value: Value | Tree): Value {
  if (!isTree(value)) return value as Value;
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => /^#\d$/.test(key))) {
    return keys.sort().flatMap((key): Value[] => {
      const one = value[key];
      return one === undefined ? [] : [lists(one)];
    });
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, lists(one)]));
}

/** A dossier with all that was answered, and nothing else. */
function givenOf(answers: Answers, layout: Layout): Given {
  const tree: Tree = {};
  if (answers.enterprise !== '') tree.enterprise = answers.enterprise;
  if (answers.asOf !== '') tree.as_of = answers.asOf;
  const text = (path: readonly string[]): string => answers.values.get(pathText(path)) ?? '';
  for (const sheet of layout.sheets) {
    if (sheet.kind === 'grid') {
      const value =
        sheet.path[0] === 'rest' ? undefined : valueFrom(answers.rows.get(pathText(sheet.path)) ?? [], sheet);
      if (value !== undefined) put(tree, sheet.path, value);
      continue;
    }
    for (const line of sheet.lines) {
      if (line.kind !== 'value' && line.kind !== 'series') continue;
      const { asked } = line;
      const paths = line.kind === 'value' ? [asked.path] : line.years.map(({ year }) => [...asked.path, String(year)]);
      // A code says more than the names beside it.
      const coded = asked.cascade !== undefined || /^#\d$/.test(asked.path.at(-1) ?? '');
      if (coded && text(asked.path.slice(0, -1)) !== '') continue;
      for (const path of paths) if (text(path) !== '') put(tree, path, valueIn(asked, text(path)));
    }
  }
  for (const [path, pairs] of answers.free)
    for (const [label, one] of pairs) put(tree, [...path.split('.'), label], one);
  const rest = answers.rows.get('rest') ?? [];
  for (const { path = '', content = '' } of rest === 'none' ? [] : rest) putRest(tree, path, content);
  return lists(tree) as Given;
}

/** What the sheet of the rest says, written back as it was; slots that were left join those of the list. */
function putRest(tree: Tree, path: string, content: string): void {
  try {
    put(tree, path.split(separator), JSON.parse(content) as Value);
  } catch {
    put(tree, path.split(separator), content);
  }
}

/** The category that a sheet says it is the wide table of. */
function wideCategory(sheet: InSheet): string | undefined {
  const mark = plain(sheet, 0, 0);
  return mark.startsWith(`${wideMark} `) ? mark.slice(wideMark.length + 1) : undefined;
}

type WideRead = { readonly rows: readonly Answers[]; readonly findings: readonly Finding[] };

/** One enterprise a row; a row without any value ends nothing and counts for nothing. */
function readWide(sheet: InSheet, layout: Layout, file: string): WideRead {
  const known = wideColumns(layout);
  const reader = readerFor(file);
  const hasIds = plain(sheet, wideRows.ids, 0) === '#ids';
  const columns = new Map<number, WideColumn>();
  for (let column = 1; column < sheet.columns; column += 1) {
    const id = hasIds ? plain(sheet, wideRows.ids, column) : '';
    const head = plain(sheet, wideRows.heads, column);
    const found = known.find((one) => one.id === id) ?? known.find(({ label }) => headKey(label) === headKey(head));
    if (found !== undefined) columns.set(column, found);
    else if (head !== '') {
      const near = nearest(
        head,
        known.map(({ label }) => label),
      );
      reader.tell('sheet-head-unknown', { head, ...(near === undefined ? {} : { nearest: near }) }, sheet, 0, column);
    }
  }
  const rows: Answers[] = [];
  for (let row = hasIds ? wideRows.first : wideRows.ids; row < sheet.rows; row += 1) {
    const values = new Map<string, string>();
    for (const [column, { id, asked, label }] of columns) {
      const text = reader.text(sheet, row, column, asked, label);
      if (text !== '') values.set(id, text);
    }
    if (values.size === 0) continue;
    const [enterprise = '', asOf = ''] = [values.get('enterprise'), values.get('as_of')];
    values.delete('enterprise');
    values.delete('as_of');
    rows.push({ enterprise, asOf, values, free: new Map(), rows: new Map() });
  }
  return { rows, findings: reader.findings };
}
