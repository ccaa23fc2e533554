// Opens a workbook that was filled in: which category it is for, and the dossiers that it holds.
import type { Catalog } from '../../category/catalog.ts';
import type { Category } from '../../category/category.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Given, Value } from '../starter/given.ts';
import { type Answers, separator } from './answers.ts';
import { type Asked, type Layout, pathText } from './asked.ts';
import { printedIn, workbookFormat } from './book.ts';
import { csvSheet } from './bounds.ts';
import { layoutOf, type Room } from './layout.ts';
import { coverOf, lineHeads, textsIn } from './place.ts';
import { readSheets } from './read.ts';
import { plain } from './reader.ts';
import { listOf, valueFrom } from './rows.ts';
import { isWide, readWide, wideIn } from './wide.ts';
import { type InSheet, readWorkbook, type Unread } from './workbook.ts';

export type Imported = {
  readonly category: Category;
  readonly given: Given;
  /** The row of a wide table, as spreadsheets name it: `企业情况表!3`. */
  readonly at?: string;
  /** Keys are as somebody wrote them: what no part of a dossier has may be among them. */
  readonly byName?: true;
};

export type Opened =
  | { readonly is: 'read'; readonly dossiers: readonly Imported[]; readonly findings: readonly Finding[] }
  | { readonly is: 'unread'; readonly why: Unread | 'foreign' | 'newer' };

/** `named` is the category where the workbook does not say. Throws a Stop for a category that nobody knows. */
export async function openWorkbook(bytes: Uint8Array, file: string, catalog: Catalog, named?: string): Promise<Opened> {
  const table = await csvSheet(bytes, file);
  const book = table === undefined ? await readWorkbook(bytes) : table === 'broken' ? table : { sheets: [table] };
  return typeof book === 'string' ? { is: 'unread', why: book } : openSheets(book.sheets, file, catalog, named);
}

/** The same for sheets that were read. */
export async function openSheets(
  sheets: readonly InSheet[],
  file: string,
  catalog: Catalog,
  named?: string,
): Promise<Opened> {
  const cover = coverOf(sheets);
  const said = (id: string): string => {
    const at = cover.get(id);
    return at === undefined ? '' : plain(at.sheet, at.row, at.column);
  };
  if (Number(said('format') || workbookFormat) > workbookFormat) return { is: 'unread', why: 'newer' };
  const wide = wideIn(sheets);
  const id = wide?.category || said('category') || named;
  if (id === undefined || id === '') return { is: 'unread', why: 'foreign' };
  const category = await catalog.open(id);
  const layout = layoutOf(category, roomIn(sheets));
  if (wide !== undefined || isWide(sheets, layout)) {
    const { rows, findings } = readWide(sheets, category, layout, file);
    const dossiers = rows.map(({ answers, at }) => ({ category, given: givenOf(answers, layout), at }));
    return { is: 'read', dossiers, findings };
  }
  const { answers, findings } = readSheets(sheets, layout, file, printedIn(category, layout));
  return { is: 'read', dossiers: [{ category, given: givenOf(answers, layout) }], findings };
}

/** The facts that the ids of a workbook name, with the years of its heads. */
function roomIn(sheets: readonly InSheet[]): Room {
  const facts = new Map<string, readonly number[]>();
  const add = (id: string, years: readonly number[]): void => {
    facts.set(id, [...new Set([...(facts.get(id) ?? []), ...years])]);
  };
  for (const sheet of sheets) {
    const years = new Set<number>();
    for (let row = 0; row < sheet.rows; row += 1) {
      for (const year of lineHeads(sheet, row)?.years.values() ?? []) years.add(Number(year));
      for (const text of textsIn(sheet, row).values()) {
        const [, mark, id, year] = /^(#table )?facts\.(\w+)(?:\.(\d{4}))?/.exec(text) ?? [];
        if (id !== undefined) add(id, mark !== undefined ? [] : year === undefined ? [...years] : [Number(year)]);
      }
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
      const whole = asked.path.slice(0, -1);
      if (coded && text(whole) !== '') {
        if (asked.cascade?.list === 'regions') put(tree, whole, text(whole));
        continue;
      }
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
