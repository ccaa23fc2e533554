// Which facts an expression names, read from its tree: every one of them, not only the first that is missing.
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Scope } from './scope.ts';
import { childrenOf, constantInt } from './tree.ts';

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
