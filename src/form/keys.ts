// The spellings by which a dossier may name a part of the form, its id or its label as printed.
import { unspaced } from '../characters/folds.ts';
import type { Node, Range } from '../document/node.ts';
import { colonMeant } from '../document/slips.ts';

/** A printed label without its trailing colon: 注册地区： → 注册地区. */
export const cleanLabel = (label: string): string => label.replace(/[：:]\s*$/u, '');

/** Whether `key` names the part with this id and label; the number before a heading may be left out. */
export function names(key: string, id: string, ...labels: (string | undefined)[]): boolean {
  if (key === id) return true;
  const wanted = unspaced(key);
  return labels.some((label) => {
    if (label === undefined) return false;
    const printed = unspaced(cleanLabel(label));
    return wanted === printed || wanted === printed.replace(/^\d+、/u, '');
  });
}

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
