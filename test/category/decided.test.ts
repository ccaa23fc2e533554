// Answers that a dossier contradicts carry nothing: a yes becomes the no that the rows show, a no never a yes.
import { expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { decideCategory } from '../../src/category/decided.ts';
import type { FactValue } from '../../src/expression/values.ts';

const category = await (await openCatalog()).open('national/2026/little-giant');
const asked = 'ip_among_first_three';

/** The answer that conditions rest on, where the criterion that holds it against the rows decides so. */
function restsOn(answer: FactValue, is: 'met' | 'not met'): FactValue | undefined {
  const criteria = category.criteria.map((one) =>
    one.unsettles === asked ? { ...one, rule: { ...one.rule, decide: () => ({ is, shown: '' }) } } : one,
  );
  const facts = new Map<string, FactValue>([[asked, answer]]);
  return decideCategory({ ...category, criteria }, { facts, asOf: '2026-05-01' }).input.facts.get(asked);
}

it.each([
  [true, 'met', true],
  [false, 'met', false],
  [true, 'not met', false],
  [false, 'not met', undefined],
  ['是', 'not met', undefined],
] as const)('%s that is %s rests on %s', (answer, is, expected) => {
  expect(category.criteria.some(({ unsettles }) => unsettles === asked)).toBe(true);
  expect(restsOn(answer, is)).toBe(expected);
});
