// The limits that a checked expression sets on metrics, read from its tree: `metric op literal`.
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Scope } from './scope.ts';

export type Limit = { readonly metric: string; readonly operator: '>=' | '<=' | '>' | '<'; readonly limit: string };

/** Limits anywhere under `&&` and `||`. */
export function limitsIn(tree: ASTNode, scope: Scope): readonly Limit[] {
  if (tree.op === '&&' || tree.op === '||') return tree.args.flatMap((side) => limitsIn(side, scope));
  if (tree.op !== '>=' && tree.op !== '<=' && tree.op !== '>' && tree.op !== '<') return [];
  const [left, right] = tree.args;
  if (left.op !== 'id' || !scope.metrics.has(left.args) || right.op !== 'value') return [];
  return [{ metric: left.args, operator: tree.op, limit: String(right.args) }];
}
