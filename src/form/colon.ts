// Says of a text where fields are expected that a full-width colon, or one without a space, made one text of them.
import type { Node, Range } from '../document/node.ts';
import { colonMeant } from '../document/slips.ts';

export type ColonSlip = {
  readonly code: 'yaml-wide-colon' | 'yaml-colon-space';
  readonly args: { readonly mended: string };
  readonly range: Range;
};

/** The slip in a value that should have been `name: value` lines; nothing when it has no such colon. */
export function colonSlip(node: Node): ColonSlip | undefined {
  const meant = node.kind === 'scalar' ? colonMeant(node) : undefined;
  if (node.kind !== 'scalar' || meant === undefined) return undefined;
  const { line, column } = node.range;
  const at = column + [...node.source.slice(0, meant.offset)].length;
  return {
    code: node.source[meant.offset] === '：' ? 'yaml-wide-colon' : 'yaml-colon-space',
    args: { mended: firstLine(meant.mended) },
    range: { line, column: at, endLine: line, endColumn: at + 1 },
  };
}

/** YAML folds the lines that follow into the same text; they begin where the next name does. */
function firstLine(mended: string): string {
  const value = mended.indexOf(': ') + 2;
  if (value < 2) return mended;
  const next = mended.slice(value).search(/(?<!\s)\s+[^\s:：]+[:：]/u);
  return next < 0 ? mended : mended.slice(0, value + next);
}
