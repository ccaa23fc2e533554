// Two hundred maltreated workbooks: every cell that somebody filled in is read as what it says, or is named.
import { expect, it } from 'vitest';
import { Decimal } from '../../../src/expression/decimal.ts';
import type { Finding } from '../../../src/findings/finding.ts';
import { openSheets } from '../../../src/intake/sheet/open.ts';
import { isValues, type Value } from '../../../src/intake/starter/given.ts';
import { catalog } from './books.ts';
import { example } from './examples.ts';
import { bookOf, inSheet, maltreat, type Sheet } from './maltreat.ts';

/** Every text that a dossier gives, by its path; rows by table, whatever their order. */
function* leaves(value: Value | undefined, path: string): Generator<readonly [path: string, text: string]> {
  if (value === undefined) return;
  if (typeof value === 'string' || typeof value === 'boolean') yield [path, String(value)];
  else if (!isValues(value) && value.length === 0) yield [path, '没有'];
  else if (!isValues(value)) for (const item of value) yield* leaves(item, isValues(item) ? `${path}[]` : path);
  else for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${path}.${key}`);
}

/** A text as it compares: figures by what they are worth. */
const plain = (text: string): string => (/^-?\d+(?:\.\d+)?$/.test(text) ? new Decimal(text).toFixed() : text);
const pairsOf = (given: Value): Set<string> =>
  new Set([...leaves(given, '')].map(([path, text]) => `${path} = ${plain(text)}`));

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;

/** Whether a finding names a cell: by itself, or in a range. */
function names(path: string, sheet: Sheet, row: number, column: number): boolean {
  const at = path.lastIndexOf('!');
  if (path.slice(0, at) !== sheet.name) return false;
  const [from = '', to = from] = path.slice(at + 1).split(':');
  const corner = (cell: string) => {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    return { row: Number(digits) - 1, column: columnOf(letters) };
  };
  const [first, last] = [corner(from), corner(to)];
  return row >= first.row && row <= last.row && column >= first.column && column <= last.column;
}

async function read(sheets: readonly Sheet[]) {
  const opened = await openSheets(sheets.map(inSheet), 'book.xlsx', await catalog, 'jiangsu/2021/product');
  if (opened.is !== 'read') throw new Error(opened.why);
  return { given: (opened.dossiers[0]?.given ?? {}) as Value, findings: opened.findings };
}

const argsOf = (finding: Finding): Readonly<Record<string, unknown>> => ('args' in finding ? { ...finding.args } : {});

const seeds = Array.from({ length: 200 }, (_, seed) => seed + 1);
const { root, category } = await example('jiangsu-2021-product/ready');
const whole = pairsOf((await read(bookOf(category, root))).given);

it.each(seeds)('workbook %i loses nothing silently and changes nothing', async (seed) => {
  const sheets = bookOf(category, root);
  const untouched = new Map(
    sheets.flatMap(({ rows }) => rows.flat()).flatMap((cell) => (cell?.filled ? [[cell, cell.value]] : [])),
  );
  const done = maltreat(sheets, seed);
  const { given, findings } = await read(sheets);
  const got = pairsOf(given);
  // Of a sheet and a copy of it that says something else, one is used and the other named.
  const isTold = (pair: string): boolean => findings.some((one) => pair.endsWith(` = ${argsOf(one).used}`));
  const wrong = [...got].filter((pair) => !whole.has(pair) && !isTold(pair));
  expect(wrong, done.join('\n')).toEqual([]);
  // What is not there was in a cell that is named: without all named cells the rest says the whole.
  const unnamed: string[] = [];
  for (const sheet of sheets)
    for (const [row, cells] of sheet.rows.entries())
      for (const [column, cell] of cells.entries()) {
        if (cell === undefined || !cell.filled || sheet.lists) continue;
        if (findings.some(({ at }) => names(at.path, sheet, row, column))) continue;
        if (cell.label && findings.some((one) => 'head' in argsOf(one) && argsOf(one).head === cell.value)) continue;
        const value = untouched.get(cell) ?? cell.value;
        const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
        const isThere = (part: string): boolean => {
          const said = part === '无' ? '没有' : plain(part.trim());
          return [...got].some((pair) => pair.endsWith(` = ${said}`));
        };
        const parts = text.split(/[；\n]/u).map((part) => part.replace(/^.*=/u, ''));
        if (!isThere(text) && !parts.every(isThere)) unnamed.push(`${sheet.name} ${row} ${column} ${cell.value}`);
      }
  expect(unnamed, done.join('\n')).toEqual([]);
});
