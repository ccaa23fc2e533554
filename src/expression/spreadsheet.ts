// An expression as the formula of a spreadsheet, for cells that a workbook computes while it is filled in.
import type { ASTNode } from '@marcbachmann/cel-js';
import { type Printed, render, type Voice } from './render.ts';
import type { Scope } from './scope.ts';
import { levels } from './signs.ts';

/** The cell of a fact, or of its figure of a year; nothing when the workbook has none. */
export type CellOf = (fact: string, year?: number) => string | undefined;

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
  let complete = true;
  const cell = (fact: string, year?: number): string => {
    const found = cellOf(fact, year);
    if (found === undefined) complete = false;
    else cells.add(found);
    return found ?? '';
  };
  const voice: Voice<Printed> = {
    name: (id, year) => (scope.vocabulary.has(id) ? atom(cell(id, year)) : undefined),
    number: atom,
    over: (row, fact, from, to) => row.cell && atom(row.cell((year) => cell(fact, year), from, to)),
    sum: (operator, _, left, right) => atom(`(${left.text}${operator}${right.text})`),
  };
  const text = render(tree, scope, voice)?.text;
  if (text === undefined || !complete || cells.size === 0) return undefined;
  const missing = [...cells].map((one) => `NOT(ISNUMBER(${one}))`).join(',');
  return `IF(OR(${missing}),"",IFERROR(ROUND(${text},${decimals}),${ifZeroDivisor ?? '"—"'}))`;
}

const atom = (text: string): Printed => ({ text, level: levels.atom });
