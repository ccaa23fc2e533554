// Where only the figures of a requirement moved: `资产负债率 ≤ 70% → ≤ 75%` in place of two long sentences.
import type { Aspect } from './member.ts';

const joints = /( 且 | 或 | and | or |；|; |，|, )/;
const clause = /^(.*?)((?:≥|≤|>|<|=|≠) ?[^≥≤><=≠]*)$/;

/** The clauses that differ, each with both its limits; nothing when more than limits differ. */
export function shiftOf(a: Aspect, b: Aspect): string | undefined {
  if (typeof a.text !== 'string' || typeof b.text !== 'string' || a.plain === undefined || b.plain === undefined)
    return undefined;
  const [plainA, plainB, textB] = [a.plain.split(joints), b.plain.split(joints), b.text.split(joints)];
  const textA = a.text.split(joints);
  if (plainA.length !== plainB.length || textA.length !== plainA.length || textB.length !== plainB.length)
    return undefined;
  const moved: string[] = [];
  for (const [at, one] of plainA.entries()) {
    if (one === plainB[at]) continue;
    const [, left, from] = clause.exec(one) ?? [];
    const [, right, to] = clause.exec(plainB[at] ?? '') ?? [];
    const [, label] = clause.exec(textB[at] ?? '') ?? [];
    if (left === undefined || left !== right || from === undefined || to === undefined) return undefined;
    moved.push(`${label ?? left}${from} → ${to}`);
  }
  return moved.join('；');
}
