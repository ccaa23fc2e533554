// Walks the tree of an expression: the operands of a node, whole numbers that are fixed in it, and every fact that it names.
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Scope } from './scope.ts';

/** The operands of a node. */
export function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case '.':
    case '.?':
      return [node.args[0]];
    case '!_':
    case '-_':
      return [node.args];
    case 'map':
      return node.args.flat();
    default:
      return node.args;
  }
}

/** A whole number built from literals and `Y`, or nothing. */
export function constantInt(node: ASTNode, year: number): number | undefined {
  if (node.op === 'value') return typeof node.args === 'bigint' ? Number(node.args) : undefined;
  if (node.op === 'id') return node.args === 'Y' ? year : undefined;
  if (node.op !== '+' && node.op !== '-') return undefined;
  const left = constantInt(node.args[0], year);
  const right = constantInt(node.args[1], year);
  if (left === undefined || right === undefined) return undefined;
  return node.op === '+' ? left + right : left - right;
}

const quoted = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;

/** The range of a part, widened by the bracket that CEL leaves out where an operand begins or ends with one: `(a + b) / c`. */
export function inBrackets(text: string, from: number, to: number): { start: number; end: number } {
  const plain = text.replace(quoted, (found) => ' '.repeat(found.length));
  let [start, end] = [from, to];
  const count = (sign: string): number => plain.slice(start, end).split(sign).length;
  while (start > 0 && count(')') > count('(')) start -= 1;
  while (end < plain.length && count('(') > count(')')) end += 1;
  return { start, end };
}

/** The yearly fact and the years that a call reads. */
export function yearlyRead(node: ASTNode, scope: Scope): { fact: string; years: readonly number[] } | undefined {
  if (node.op !== 'call' && node.op !== 'rcall') return undefined;
  const isAt = node.op === 'rcall' && node.args[0] === 'at';
  const [series, ...rest] = node.op === 'rcall' ? [node.args[1], ...node.args[2]] : node.args[1];
  if (series?.op !== 'id' || scope.vocabulary.get(series.args)?.yearly !== true) return undefined;
  const numbers = rest.map((argument) => constantInt(argument, scope.year));
  const [from, to] = numbers;
  if (from === undefined || numbers.includes(undefined)) return undefined;
  const years = isAt ? [from] : scope.functions.get(node.args[0])?.years?.(from, to ?? from);
  return years === undefined ? undefined : { fact: series.args, years };
}

const isYearly = (node: ASTNode, scope: Scope): node is Extract<ASTNode, { op: 'id' }> =>
  node.op === 'id' && scope.vocabulary.get(node.args)?.yearly === true;

/** The year for which a call reads several series: its last operand (`size_class(…, employees, revenue, …, Y-1)`). */
function oneYearOf(node: ASTNode, scope: Scope): number | undefined {
  if (node.op !== 'call' || !node.args[1].some((operand) => isYearly(operand, scope))) return undefined;
  const last = node.args[1].at(-1);
  return last === undefined ? undefined : constantInt(last, scope.year);
}

/** Ids of all facts and metrics an expression names, in reading order: `revenue.2017` of a year, `pool.enrolled` of a record. */
export function namedFacts(node: ASTNode, scope: Scope, found: Set<string> = new Set()): Set<string> {
  const yearly = yearlyRead(node, scope);
  if (yearly) {
    for (const year of yearly.years) found.add(`${yearly.fact}.${year}`);
    return found;
  }
  if (node.op === '.' && node.args[0].op === 'id' && scope.shapes.has(node.args[0].args)) {
    found.add(`${node.args[0].args}.${node.args[1]}`);
    return found;
  }
  if (node.op === 'id' && (scope.vocabulary.has(node.args) || scope.metrics.has(node.args))) found.add(node.args);
  const year = oneYearOf(node, scope);
  for (const child of childrenOf(node)) {
    if (year !== undefined && isYearly(child, scope)) found.add(`${child.args}.${year}`);
    else namedFacts(child, scope, found);
  }
  return found;
}
