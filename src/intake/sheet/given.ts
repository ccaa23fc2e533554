// Answers of a workbook as what a dossier is written from.
import type { Given, Value } from '../starter/given.ts';
import { type Answers, separator } from './answers.ts';
import { type Asked, type Layout, pathText } from './asked.ts';
import { listOf, valueFrom } from './rows.ts';

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
export function givenOf(answers: Answers, layout: Layout): Given {
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
