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

/** What the criterion that excludes decides, where another holds that what the dossier says of this fact is contradicted. */
function excludes(fact: string, answer: FactValue, criterion: string): string | undefined {
  const criteria = category.criteria.map((one) =>
    one.unsettles === asked
      ? { ...one, unsettles: fact, rule: { ...one.rule, decide: () => ({ is: 'not met' as const, shown: '' }) } }
      : one,
  );
  const { criteria: results } = decideCategory(
    { ...category, criteria },
    { facts: new Map<string, FactValue>([[fact, answer]]), asOf: '2026-05-01' },
  );
  return results.find(({ id }) => id === criterion)?.decision.is;
}

it('what is contradicted excludes all the same: a yes that is the bad answer, a row that is not to be there', () => {
  expect(excludes('controls_giant', true, 'not-controlled')).toBe('not met');
  // Which answer was meant is not known, and the good one is not taken for granted.
  expect(excludes('controls_giant', false, 'not-controlled')).toBe('undecided');
  const champion: FactValue = {
    kind: 'table',
    rows: [{ kind: 'record', fields: new Map<string, FactValue>([['kind', '单项冠军']]) }],
  };
  expect(excludes('titles', champion, 'not-champion')).toBe('not met');
  expect(excludes('titles', { kind: 'table', rows: [] }, 'not-champion')).toBe('met');
});
