// Sharing changes nothing of what is told, and makes equal parts one.
import { expect, it } from 'vitest';
import { sharing } from '../../src/batch/shared.ts';
import { reportedOf } from '../../src/reporters/reported.ts';
import { sample } from '../support/sample.ts';

it('gives equal dossiers that hold the same clauses and texts', () => {
  const share = sharing();
  const [first, second] = [1, 2].map(() => share(structuredClone(reportedOf(sample))));
  expect(first).toEqual(reportedOf(sample));
  expect(second).toEqual(first);
  if (first?.kind !== 'assessed' || second?.kind !== 'assessed') throw new Error('not assessed');
  expect(second.category).toBe(first.category);
  expect(second.criteria[0]?.cite).toBe(first.criteria[0]?.cite);
  expect(second.criteria[0]).not.toBe(first.criteria[0]);
});
