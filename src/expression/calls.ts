// Finds calls of functions that no definition knows, with the name's own place: CEL only says that no overload fits.
import type { ASTNode, Environment } from '@marcbachmann/cel-js';
import type { Problem } from './problem.ts';
import { childrenOf } from './tree.ts';

/** Known to CEL, unknown here: they hide types, or copy values without bound. */
const outside: ReadonlySet<string> = new Set(['dyn', 'bind', 'none', 'of', 'or', 'orValue', 'hasValue', 'value']);

/** Names of functions, macros and methods that an expression may call. */
export const callable = (environment: Environment): readonly string[] =>
  [...new Set(environment.getDefinitions().functions.map(({ name }) => name))].filter((name) => !outside.has(name));

/** The first call of an unknown name in reading order. */
export function unknownCall(node: ASTNode, text: string, known: readonly string[]): Problem | undefined {
  if (node.op === 'call' || node.op === 'rcall') {
    const [found] = node.args;
    if (!known.includes(found)) {
      const from = node.op === 'call' ? node.range.start : node.args[1].range.end;
      const start = Math.max(text.indexOf(found, from), 0);
      return { kind: 'unknown-name', start, end: start + found.length, found, known };
    }
  }
  for (const child of childrenOf(node)) {
    const problem = unknownCall(child, text, known);
    if (problem) return problem;
  }
  return undefined;
}
