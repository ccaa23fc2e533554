// An expression in words of arithmetic: with the labels of facts (the formula), with their figures (the substitution), or as a spreadsheet has it.
import type { ASTNode } from '@marcbachmann/cel-js';
import { compile, type Input, type Result } from './compile.ts';
import { Decimal, thousands } from './decimal.ts';
import type { Scope } from './scope.ts';
import { infix, isRelation, levels, type Printed, relations, render, type Voice } from './signs.ts';
import { childrenOf, inBrackets } from './tree.ts';

/** What decided something, in both languages. */
export type Told = Readonly<Record<'zh' | 'en', string>>;

/** Figures, signs and names, which are the same in both. */
export const alike = (text: string): Told => ({ zh: text, en: text });

export const joined = (parts: readonly Told[], between: Told = semicolon): Told => ({
  zh: parts.map(({ zh }) => zh).join(between.zh),
  en: parts.map(({ en }) => en).join(between.en),
});

const semicolon: Told = { zh: '；', en: '; ' };
const or: Told = { zh: ' 或 ', en: ' or ' };

/** How a fact, or its figure of a year, is written. */
type Naming = (fact: string, year?: number) => string;

const atom = (text: string): Printed => ({ text, level: levels.atom });

/** Prints arithmetic; nothing when the tree holds more than that. */
const print = (node: ASTNode, scope: Scope, naming: Naming): string | undefined =>
  render<Printed>(node, scope, {
    name: (id, year) => atom(naming(id, year)),
    number: (text) => atom(thousands(text)),
    over: (row, fact, from, to) =>
      row.print && { text: row.print((year) => naming(fact, year), from, to), level: levels.sum },
    sum: (_, sign, left, right) => infix(sign, left, right),
  })?.text;

/** The formula with printed labels, years before them: `2020年营业收入 ÷ 2017年营业收入`; else the text itself. */
export function formulaOf(tree: ASTNode, text: string, scope: Scope): string {
  return print(tree, scope, (fact, year) => inYear(scope.label(fact), year).zh) ?? text;
}

/** The printed label with its year; 上年末资产总额 names its year already. */
export function inYear(label: string, year: number | string | undefined): Told {
  const named = year === undefined || label.startsWith('上年');
  return named ? alike(label) : { zh: `${year}年${label}`, en: `${label} of ${year}` };
}

/** The formula with the figures as written; nothing when a fact is missing or it is no arithmetic. */
export function substitutionOf(tree: ASTNode, scope: Scope, input: Input): string | undefined {
  let complete = true;
  const naming: Naming = (fact, year) => {
    const figure = figureOf(fact, year, scope, input);
    if (figure === undefined) complete = false;
    return figure ?? '';
  };
  const text = print(tree, scope, naming);
  return complete ? text : undefined;
}

function figureOf(fact: string, year: number | undefined, scope: Scope, input: Input): string | undefined {
  const metric = input.metrics.get(fact);
  if (metric) return metric.is === 'value' ? precise(metric.value) : undefined;
  const places = scope.vocabulary.get(fact)?.type === 'amount' ? 2 : 0;
  const value = input.facts.get(fact);
  if (value instanceof Decimal) return figure(value, places);
  if (typeof value !== 'object' || !('kind' in value) || value.kind !== 'yearly' || year === undefined)
    return undefined;
  const found = value.years.get(year);
  return found === undefined ? undefined : figure(found, places);
}

/** Amounts with two places at least; a negative figure stands in brackets, since it follows an operator. */
const figure = (value: Decimal, places: number): string => {
  const text = thousands(value.toFixed(Math.max(places, value.decimalPlaces())));
  return value.isNegative() ? `(−${text.slice(1)})` : text;
};

/**
 * What decided a yes-or-no expression, in figures that are true: `6,200 ÷ 8,330 × 100 = 74.4297… ≥ 60` when it holds,
 * `研发费用占比 59.9998…% < 60%` when it does not. Where one side of `&&` or `||` decides, only such sides are shown; else
 * those of `&&` are joined by `；`, of `||` by ` 或 `. Parts without figures are left out.
 */
export const shownOf = (tree: ASTNode, scope: Scope, input: Input): Told | undefined =>
  judged(tree, scope, input).shown;

/** Whether a part holds, nothing while it is undecided, and its figures. */
type Judged = { readonly holds: boolean | undefined; readonly shown: Told | undefined };

function judged(tree: ASTNode, scope: Scope, input: Input): Judged {
  if (tree.op === '&&' || tree.op === '||') {
    const deciding = tree.op === '||';
    const sides = tree.args.map((side) => judged(side, scope, input));
    const alone = sides.filter(({ holds }) => holds === deciding);
    const parts = (alone.length > 0 ? alone : sides).flatMap(({ shown }) => (shown === undefined ? [] : [shown]));
    const open = sides.some(({ holds }) => holds === undefined);
    return {
      holds: alone.length > 0 ? deciding : open ? undefined : !deciding,
      shown: parts.length > 0 ? joined(parts, deciding ? or : semicolon) : undefined,
    };
  }
  const holds = valueOfPart(tree, scope, input, 'bool');
  return { holds, shown: holds === undefined ? undefined : comparisonOf(tree, holds, scope, input) };
}

/** Of tables that an expression goes over how many rows count for it: `X.filter(…).size()`, none where no `X.exists(…)`. */
export function countedIn(node: ASTNode, scope: Scope, input: Input, found = new Map<string, number>()) {
  const [list, name] = node.op === 'rcall' ? [node.args[1], node.args[0]] : [];
  const table = (of: ASTNode | undefined): string | undefined =>
    of?.op === 'id' && scope.vocabulary.get(of.args)?.type === 'table' ? of.args : undefined;
  const filtered =
    name === 'size' && list?.op === 'rcall' && list.args[0] === 'filter' ? table(list.args[1]) : undefined;
  const searched = name === 'exists' ? table(list) : undefined;
  const count = filtered === undefined ? undefined : valueOfPart(node, scope, input, 'int');
  if (filtered !== undefined && count !== undefined) found.set(filtered, Number(count));
  if (searched !== undefined && valueOfPart(node, scope, input, 'bool') === false) found.set(searched, 0);
  if (filtered === undefined && searched === undefined)
    for (const child of childrenOf(node)) countedIn(child, scope, input, found);
  return found;
}

/** A comparison in figures, as it is true; nothing for whatever else says yes or no. */
function comparisonOf(tree: ASTNode, holds: boolean, scope: Scope, input: Input): Told | undefined {
  const operator = tree.op;
  if (!isRelation(operator)) return undefined;
  const [a, b] = tree.args as [ASTNode, ASTNode];
  const left = substitutionOf(a, scope, input);
  const right = substitutionOf(b, scope, input);
  if (left === undefined || right === undefined) return undefined;
  const relation = relations[holds ? operator : relations[operator].opposite].shown;
  const named = nameOf(a, scope);
  if (named !== undefined) {
    const figures = ` ${left}${named.unit} ${relation} ${right}${named.unit}`;
    return joined([named.label, alike(figures)], alike(''));
  }
  if (!/[÷×+−]/.test(left)) return alike(`${left} ${relation} ${right}`);
  const value = valueOfPart(a, scope, input, 'Decimal');
  return alike(`${left} = ${value === undefined ? '…' : precise(value)} ${relation} ${right}`);
}

/** What a side is called that is one fact or metric, and its unit as it follows a figure. */
function nameOf(node: ASTNode, scope: Scope): { readonly label: Told; readonly unit: string } | undefined {
  let named: { readonly label: Told; readonly unit: string } | undefined;
  const naming: Naming = (id, year) => {
    const unit = afterFigure(scope.metrics.get(id) ?? scope.vocabulary.get(id)?.unit);
    named = { label: inYear(scope.label(id), year), unit };
    return id;
  };
  const isName = render<Printed>(node, scope, {
    name: (id, year) => atom(naming(id, year)),
    number: none,
    over: none,
    sum: none,
  });
  return isName && named;
}

/** A unit as it follows its figure: `5%`, `5 年`. */
export const afterFigure = (unit = ''): string => (unit === '%' || unit === '' ? unit : ` ${unit}`);

const none = (): undefined => undefined;

/** The value of a part of an expression; nothing when it has none, or is of another type. */
function valueOfPart<R extends keyof Result>(
  part: ASTNode,
  scope: Scope,
  input: Input,
  result: R,
): Result[R] | undefined {
  const { start, end } = inBrackets(part.input, part.range.start, part.range.end);
  const compiled = compile(part.input.slice(start, end), scope, result);
  const outcome = 'ok' in compiled ? compiled.ok.evaluate(input) : undefined;
  return outcome?.is === 'value' ? outcome.value : undefined;
}

/** Four decimals (six below 1), cut and not rounded, with `…` when more digits follow (design.md A10). */
export function precise(value: Decimal): string {
  const places = value.abs().lt(1) ? 6 : 4;
  const cut = value.toDecimalPlaces(places, Decimal.ROUND_DOWN);
  const text = cut.toFixed().replace('-', '−');
  return cut.eq(value) ? thousands(text) : `${thousands(cut.toFixed(places).replace('-', '−'))}…`;
}

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
    name: (id, year) => (scope.vocabulary.has(id) ? cellAtom(cell(id, year)) : undefined),
    number: cellAtom,
    over: (row, fact, from, to) => row.cell && cellAtom(row.cell((year) => cell(fact, year), from, to)),
    sum: (operator, _, left, right) => cellAtom(`(${left.text}${operator}${right.text})`),
  };
  const text = render(tree, scope, voice)?.text;
  if (text === undefined || !complete || cells.size === 0) return undefined;
  const missing = [...cells].map((one) => `NOT(ISNUMBER(${one}))`).join(',');
  return `IF(OR(${missing}),"",IFERROR(ROUND(${text},${decimals}),${ifZeroDivisor ?? '"—"'}))`;
}

const cellAtom = (text: string): Printed => ({ text, level: levels.atom });
