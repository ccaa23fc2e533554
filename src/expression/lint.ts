// What CEL allows and a definition must not do: divide whole numbers, match regular expressions, nest macros deeply.
import type { ASTNode } from '@marcbachmann/cel-js';
import { longest } from './functions.ts';
import type { Scope } from './scope.ts';
import { childrenOf, constantInt } from './tree.ts';

type LintProblem = {
  readonly kind: 'int-division' | 'matches' | 'nested-macros' | 'type';
  readonly start: number;
  readonly end: number;
};

const macros: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);
const deepest = 2;

/** Division of these cuts its result; `dyn` may hide one. */
const whole: ReadonlySet<string> = new Set(['int', 'uint', 'dyn']);

/** What checking found a node to be; cel-js keeps it on the node and does not declare it. */
const typeOf = (node: ASTNode): string =>
  (node as { readonly checkedType?: { readonly name: string } }).checkedType?.name ?? '';

/** The first thing in a checked expression that a definition must not do. */
export function lint(node: ASTNode, scope: Scope, depth = 0): LintProblem | undefined {
  const at = { start: node.range.start, end: node.range.end };
  if ((node.op === '/' || node.op === '%') && whole.has(typeOf(node))) return { kind: 'int-division', ...at };
  const called = node.op === 'call' || node.op === 'rcall' ? node.args[0] : '';
  if (called === 'matches') return { kind: 'matches', ...at };
  if (node.op === 'call' && !runsForward(node.args[0], node.args[1], scope)) return { kind: 'type', ...at };
  const inside = macros.has(called) ? depth + 1 : depth;
  if (inside > deepest) return { kind: 'nested-macros', ...at };
  for (const child of childrenOf(node)) {
    const problem = lint(child, scope, inside);
    if (problem) return problem;
  }
  return undefined;
}

/** Whether a function over years, called with fixed ones, takes them from an earlier to a later one. */
function runsForward(name: string, operands: readonly ASTNode[], scope: Scope): boolean {
  const least = scope.functions.get(name)?.least;
  const [from, to] = operands.slice(1).map((operand) => constantInt(operand, scope.year));
  if (least === undefined || from === undefined || to === undefined) return true;
  return to - from >= least && to - from <= longest;
}
