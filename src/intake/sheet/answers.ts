// What a workbook holds, as texts by id path: drawn from a dossier, or read from cells, and made a dossier again.
import { isValues, type Value, type Values } from '../starter/given.ts';
import { type Asked, type GridSheet, type Layout, pathText } from './asked.ts';
import { listText, type Row, rowsFrom } from './rows.ts';

export type Answers = {
  readonly enterprise: string;
  readonly asOf: string;
  /** Single values by id path, figures over years by year. */
  readonly values: ReadonlyMap<string, string>;
  /** Labels and texts of open sections, by the section's path. */
  readonly free: ReadonlyMap<string, readonly (readonly [label: string, text: string])[]>;
  /** Rows by the path of their sheet; `none` says that there is none. */
  readonly rows: ReadonlyMap<string, readonly Row[] | 'none'>;
};

/** A value that is taken out of the tree it stands in, so that what is left can be told. */
type Tree = { [key: string]: Value | Tree };

const isMap = (value: Value | Tree | undefined): value is Tree => isValues(value as Value | undefined);

function parentOf(tree: Tree, path: readonly string[]): Tree | undefined {
  let at: Value | Tree | undefined = tree;
  for (const key of path.slice(0, -1)) at = isMap(at) ? at[key] : undefined;
  return isMap(at) ? at : undefined;
}

function take(tree: Tree, path: readonly string[]): { value: Value; drop: () => void } | undefined {
  const parent = parentOf(tree, path);
  const last = path.at(-1) ?? '';
  const value = parent?.[last];
  if (parent === undefined || value === undefined) return undefined;
  return {
    value: value as Value,
    drop: () => {
      delete parent[last];
    },
  };
}

/** The text of one cell, or nothing when the value has another shape. */
function textFor(asked: Asked, value: Value): string | undefined {
  if (asked.type === 'texts' || asked.type === 'choices') return listText(value);
  return typeof value === 'string' ? value : undefined;
}

/** Spreads a dossier over the cells of a layout; what fits nowhere goes to the sheet of the rest. */
export function answersOf(dossier: Values, layout: Layout): Answers {
  const tree = structuredClone(dossier) as Tree;
  const values = new Map<string, string>();
  const rows = new Map<string, readonly Row[] | 'none'>();
  const free = new Map<string, (readonly [string, string])[]>();
  const head = (key: string): string => {
    const found = take(tree, [key]);
    if (found === undefined || typeof found.value !== 'string') return '';
    found.drop();
    return found.value;
  };
  const [enterprise, asOf] = [head('enterprise'), head('as_of')];
  for (const key of ['category', 'format']) head(key);
  for (const sheet of layout.sheets) {
    if (sheet.kind === 'grid') takeRows(sheet, tree, rows);
    else
      for (const line of sheet.lines) if (line.kind === 'value' || line.kind === 'series') takeLine(line, tree, values);
  }
  for (const sheet of layout.sheets) {
    const first = sheet.kind === 'lines' ? sheet.lines.find((line) => line.kind === 'free') : undefined;
    if (first?.kind === 'free') free.set(pathText(first.path), takeFree(tree, first.path));
  }
  const rest = [...leftOf(tree)].map(([path, value]) => ({
    path: path.join(separator),
    content: JSON.stringify(value),
  }));
  return { enterprise, asOf, values, free, rows: rows.set('rest', rest) };
}

/** Between the keys of a path in the sheet of the rest: keys may hold dots. */
export const separator = ' › ';

type Line = { readonly asked: Asked; readonly years?: readonly { readonly year: number }[] };

function takeLine({ asked, years }: Line, tree: Tree, values: Map<string, string>): void {
  const level = /^#(\d)$/.exec(asked.path.at(-1) ?? '');
  if (level !== null) {
    const found = take(tree, asked.path.slice(0, -1));
    if (found === undefined) return;
    takeLevel(asked, Number(level[1]), found, values);
    return;
  }
  for (const key of years?.map(({ year }) => String(year)) ?? [undefined]) {
    const path = key === undefined ? asked.path : [...asked.path, key];
    const found = take(tree, path);
    const text = found === undefined ? undefined : textFor(asked, found.value);
    if (found === undefined || text === undefined) continue;
    if (text !== '') values.set(pathText(path), text);
    found.drop();
  }
}

/** A chain is taken whole by its last level; one that is longer is left. */
function takeLevel(
  asked: Asked,
  level: number,
  { value, drop }: { value: Value; drop: () => void },
  values: Map<string, string>,
): void {
  const levels = asked.path.at(-2) === 'region' ? 3 : 4;
  const chain = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(chain) || chain.length > levels || chain.length === 0) return;
  if (chain.some((one) => typeof one !== 'string' || one === '')) return;
  const text: Value | undefined = chain[level];
  if (typeof text === 'string') values.set(pathText(asked.path), text);
  if (level === levels - 1) drop();
}

function takeRows(sheet: GridSheet, tree: Tree, rows: Map<string, readonly Row[] | 'none'>): void {
  const found = take(tree, sheet.path);
  const read = found === undefined ? undefined : rowsFrom(found.value, sheet);
  if (found === undefined || read === undefined) return;
  rows.set(pathText(sheet.path), read.rows);
  found.drop();
  if (read.left !== undefined) {
    const parent = parentOf(tree, sheet.path);
    const last = sheet.path.at(-1);
    if (parent !== undefined && last !== undefined) parent[last] = read.left;
  }
}

function takeFree(tree: Tree, path: readonly string[]): [string, string][] {
  const section = take(tree, path);
  if (section === undefined || !isValues(section.value)) return [];
  return Object.entries(section.value).flatMap(([label, text]): [string, string][] => {
    if (typeof text !== 'string' || label.trim() !== label || label === '') return [];
    take(tree, [...path, label])?.drop();
    return [[label, text]];
  });
}

/** What is left, by its deepest maps. */
function* leftOf(tree: Tree, path: readonly string[] = []): Generator<[readonly string[], Value]> {
  for (const [key, value] of Object.entries(tree)) {
    if (isMap(value) && !key.includes(separator)) yield* leftOf(value, [...path, key]);
    else if (value !== '') yield [[...path, key], value as Value];
  }
}
