// An expression in words of arithmetic: with the labels of facts (the formula) and with their figures (the substitution).
import type { ASTNode } from '@marcbachmann/cel-js';
import { compile, type Input, type Result } from './compile.ts';
import { Decimal } from './decimal.ts';
import { functions } from './functions.ts';
import { yearlyRead } from './needs.ts';
import type { Scope } from './scope.ts';
import { constantInt, inBrackets } from './tree.ts';

/** How a fact, or its figure of a year, is written. */
type Naming = (fact: string, year?: number) => string;

const signs: Record<string, { sign: string; level: number }> = {
  '+': { sign: '+', level: 1 },
  '-': { sign: '−', level: 1 },
  '*': { sign: '×', level: 2 },
  '/': { sign: '÷', level: 2 },
};
const atom = 9;
const comparisons: Record<string, string> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '==': '=', '!=': '≠' };
const printers = new Map(functions.map((row) => [row.name, row.print]));

type Printed = { readonly text: string; readonly level: number };

/** Prints arithmetic; nothing when the tree holds more than arithmetic. */
function print(node: ASTNode, scope: Scope, naming: Naming): Printed | undefined {
  const call = yearlyRead(node, scope);
  if (call && (node.op === 'call' || node.op === 'rcall')) {
    const [first = 0] = call.years;
    if (node.op === 'rcall') return { text: naming(call.fact, first), level: atom };
    const [from = 0, to = from] = node.args[1].slice(1).map((argument) => constantInt(argument, scope.year) ?? 0);
    const text = printers.get(node.args[0])?.((year) => naming(call.fact, year), from, to);
    return text === undefined ? undefined : { text, level: 1 };
  }
  if (node.op === 'value') {
    const plain = typeof node.args === 'bigint' || typeof node.args === 'number';
    return plain ? { text: String(node.args), level: atom } : undefined;
  }
  if (node.op === 'id') return { text: naming(node.args), level: atom };
  const binary = signs[node.op];
  if (!binary) return undefined;
  const [a, b] = node.args as [ASTNode, ASTNode];
  const left = print(a, scope, naming);
  const right = print(b, scope, naming);
  if (!left || !right) return undefined;
  const { sign, level } = binary;
  // The right side of − and ÷ needs brackets at the same level already.
  const strict = node.op === '-' || node.op === '/';
  const text = `${bracket(left, level, false)} ${sign} ${bracket(right, level, strict)}`;
  return { text, level };
}

const bracket = (part: Printed, level: number, strict: boolean): string =>
  part.level < level || (strict && part.level === level) ? `(${part.text})` : part.text;

/** The formula with printed labels, years before them: `2020年营业收入 ÷ 2017年营业收入`; else the text itself. */
export function formulaOf(tree: ASTNode, text: string, scope: Scope): string {
  const naming: Naming = (fact, year) => {
    const label = scope.label(fact);
    // 上年末资产总额 names its year already.
    return year === undefined || label.startsWith('上年') ? label : `${year}年${label}`;
  };
  return print(tree, scope, naming)?.text ?? text;
}

/** Groups thousands: `9800.00` → `9,800.00`. */
export const grouped = (text: string): string => text.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',');

/** The formula with the figures as written; nothing when a fact is missing or it is no arithmetic. */
export function substitutionOf(tree: ASTNode, scope: Scope, input: Input): string | undefined {
  let complete = true;
  const naming: Naming = (fact, year) => {
    const figure = figureOf(fact, year, scope, input);
    if (figure === undefined) complete = false;
    return figure ?? '';
  };
  const text = print(tree, scope, naming)?.text;
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
  const text = grouped(value.toFixed(Math.max(places, value.decimalPlaces())));
  return value.isNegative() ? `(−${text.slice(1)})` : text;
};

/** The relation that holds where another does not. */
const opposite: Record<string, string> = { '≥': '<', '≤': '>', '>': '≤', '<': '≥', '=': '≠', '≠': '=' };

/**
 * What decided a yes-or-no expression, in figures that are true: `6,200 ÷ 8,330 × 100 = 74.4297… ≥ 60` when it holds,
 * `59.9998… < 60` when it does not. Sides of `&&` are joined by `；`, of `||` by ` 或 `; parts without figures are left out.
 */
export function shownOf(tree: ASTNode, scope: Scope, input: Input): string | undefined {
  if (tree.op === '&&' || tree.op === '||') {
    const parts = tree.args.map((side) => shownOf(side, scope, input)).filter((part) => part !== undefined);
    return parts.length > 0 ? parts.join(tree.op === '&&' ? '；' : ' 或 ') : undefined;
  }
  const sign = comparisons[tree.op];
  if (sign === undefined) return undefined;
  const [a, b] = tree.args as [ASTNode, ASTNode];
  const left = substitutionOf(a, scope, input);
  const right = substitutionOf(b, scope, input);
  const holds = valueOfPart(tree, scope, input, 'bool');
  if (left === undefined || right === undefined || holds === undefined) return undefined;
  const relation = holds ? sign : opposite[sign];
  if (!/[÷×+−]/.test(left)) return `${left} ${relation} ${right}`;
  const value = valueOfPart(a, scope, input, 'Decimal');
  return `${left} = ${value === undefined ? '…' : precise(value)} ${relation} ${right}`;
}

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
  return cut.eq(value) ? grouped(text) : `${grouped(cut.toFixed(places).replace('-', '−'))}…`;
}
