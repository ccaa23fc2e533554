// Whether clauses are too weak to block on: restatements and our own proposals only warn.
import type { Citation } from './finding.ts';

/** True where there are clauses and none is of the text itself (standing `secondary` or `proposal`). */
export const isWeak = (cite: readonly Pick<Citation, 'standing'>[]): boolean =>
  cite.length > 0 && cite.every(({ standing }) => standing === 'secondary' || standing === 'proposal');
