// An expression as the formula of a spreadsheet, for cells that a workbook computes while it is filled in.
import type { ASTNode } from '@marcbachmann/cel-js';
import { yearlyRead } from './needs.ts';
import type { Scope } from './scope.ts';
import { constantInt } from './tree.ts';

/** The cell of a fact, or of its figure of a year; nothing when the workbook has none. */
export type CellOf = (fact: string, year?: number) => string | undefined;

/** Thrown inside for what is more than arithmetic over cells. */
class Untranslatable extends Error {}

const signs: Readonly<Record<string, string>> = { '+': '+', '-': '-', '*': '*', '/': '/' };

type Options = {
  readonly decimals: number;
  /** What is shown for a division by zero. */
  readonly ifZeroDivisor?: string;
};

/**
 * The formula without `=`, rounded half up and empty while a figure is missing; nothing where the expression holds more
 * than arithmetic, or reads what has no cell.
 */
export function spreadsheetFormula(
  tree: ASTNode,
  scope: Scope,
  cellOf: CellOf,
  { decimals, ifZeroDivisor }: Options,
): string | undefined {
  const cells = new Set<string>();
  const cell = (fact: string, year?: number): string => {
    const found = cellOf(fact, year);
    if (found === undefined) throw new Untranslatable();
    cells.add(found);
    return found;
  };
  try {
    const text = write(tree, scope, cell);
    if (cells.size === 0) return undefined;
    const missing = [...cells].map((one) => `NOT(ISNUMBER(${one}))`).join(',');
    return `IF(OR(${missing}),"",IFERROR(ROUND(${text},${decimals}),${ifZeroDivisor ?? '"—"'}))`;
  } catch (error) {
    if (error instanceof Untranslatable) return undefined;
    throw error;
  }
}

type Cell = (fact: string, year?: number) => string;

function write(node: ASTNode, scope: Scope, cell: Cell): string {
  const call = yearlyRead(node, scope);
  if (call && (node.op === 'call' || node.op === 'rcall')) {
    if (node.op === 'rcall') return cell(call.fact, call.years[0]);
    const [from = 0, to = from] = node.args[1].slice(1).map((argument) => constantInt(argument, scope.year) ?? 0);
    return called(node.args[0], (year) => cell(call.fact, year), from, to);
  }
  if (node.op === 'value' && (typeof node.args === 'bigint' || typeof node.args === 'number')) return String(node.args);
  if (node.op === 'id' && scope.vocabulary.has(node.args)) return cell(node.args);
  const sign = signs[node.op];
  if (sign === undefined) throw new Untranslatable();
  const [left, right] = node.args as [ASTNode, ASTNode];
  return `(${write(left, scope, cell)}${sign}${write(right, scope, cell)})`;
}

const run = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, step) => from + step);

/** A base of zero or below has no growth: an error in the cell, which shows as a dash. */
const growth = (base: string, value: string): string => `IF(${base}>0,(${value}-${base})/${base},NA())`;

function called(name: string, at: (year: number) => string, from: number, to: number): string {
  const sum = (): string => run(from, to).map(at).join('+');
  switch (name) {
    case 'cagr':
      return `(IF(${at(from)}>0,(${at(to)}/${at(from)})^(1/${to - from}),NA())-1)*100`;
    case 'mean_growth': {
      const rates = run(from + 1, to).map((year) => growth(at(year - 1), at(year)));
      return `(${rates.join('+')})/${to - from}*100`;
    }
    case 'growth':
      return `${growth(at(from - 1), at(from))}*100`;
    case 'mean':
      return `(${sum()})/${to - from + 1}`;
    case 'sum':
      return `(${sum()})`;
    default:
      throw new Untranslatable();
  }
}
