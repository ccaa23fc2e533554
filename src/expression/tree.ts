// Walks the tree of an expression: the operands of a node, and whole numbers that are fixed in it.
import type { ASTNode } from '@marcbachmann/cel-js';

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
