// Runs the tests that stand in a definition: facts in, shown metrics and decisions out.
import type { CriterionResult } from '../decide/criteria/result.ts';
import type { Points, ScorecardResult } from '../decide/scorecards/result.ts';
import type { Category } from './category.ts';
import { decideCategory } from './decided.ts';
import { givenFacts } from './given.ts';

/** What a test expected and did not find. */
export type TestFailure = {
  /** Of the test in `tests:`, from 1. */
  readonly test: number;
  readonly part: 'given' | 'metrics' | 'points' | 'criteria';
  /** The id path of a given value, or the id of a metric, item or criterion; `total` of the scorecard. */
  readonly name: string;
  readonly expected: string;
  /** `unknown name` when the definition has no such metric, item or criterion. */
  readonly found: string;
};

/** `passed` and `failed` count tests; a test may fail in several places. */
export type TestRun = { readonly passed: number; readonly failed: number; readonly failures: readonly TestFailure[] };

type DefinitionTest = Category['definition']['tests'][number];

/** A metric is compared as the form shows it, one without a value as `undecided` or `not computable`. */
export function runDefinitionTests(category: Category): TestRun {
  const results = category.definition.tests.map((test, index) => runTest(category, test, index + 1));
  const passed = results.filter((failures) => failures.length === 0).length;
  return { passed, failed: results.length - passed, failures: results.flat() };
}

function runTest(category: Category, test: DefinitionTest, number: number): TestFailure[] {
  const { facts, wrong } = givenFacts(test.given, category.vocabulary);
  // Any day of the category's year, where the test names none.
  const asOf = test.as_of ?? `${category.definition.year}-07-01`;
  const { metrics, scorecard, criteria } = decideCategory(category, { facts, asOf });
  const shown = new Map(
    metrics.map(({ id, outcome }) => [id, outcome.is === 'value' ? outcome.shown : outcome.is] as const),
  );
  const decisions = new Map(criteria.map(({ id, decision }) => [id, decision.is] as const));
  return [
    ...wrong.map(({ path }): TestFailure => {
      return { test: number, part: 'given', name: path, expected: 'a known fact and its value', found: 'neither' };
    }),
    ...differing(number, 'metrics', test.metrics ?? {}, shown),
    ...differing(number, 'points', test.points ?? {}, pointsOf(scorecard)),
    ...differing(number, 'criteria', test.criteria ?? {}, decisions),
    ...Object.entries(test.readings ?? {}).flatMap(([id, expected]) =>
      differing(number, 'criteria', within(id, expected), readingsOf(id, criteria)),
    ),
  ];
}

/** `lg4a-rd-expense（每年）`: a criterion under one of its readings. */
const under = (id: string, label: string): string => `${id}（${label}）`;

const within = (id: string, expected: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(expected).map(([label, wanted]) => [under(id, label), wanted]));

const readingsOf = (id: string, criteria: readonly CriterionResult[]): ReadonlyMap<string, string> =>
  new Map(
    criteria
      .filter((criterion) => criterion.id === id)
      .flatMap(({ readings = [] }) => readings.map(({ label, decision }) => [under(id, label), decision.is] as const)),
  );

/** Points by item, and `total`, as a test writes them. */
function pointsOf(card: ScorecardResult | undefined): ReadonlyMap<string, string> {
  if (card === undefined) return new Map();
  const text = ({ least, most }: Points): string => (least === most ? `${least}` : `${least}–${most}`);
  return new Map([...card.items.map(({ id, points }) => [id, text(points)] as const), ['total', text(card.points)]]);
}

function differing(
  test: number,
  part: 'metrics' | 'points' | 'criteria',
  expected: Readonly<Record<string, string>>,
  found: ReadonlyMap<string, string>,
): TestFailure[] {
  return Object.entries(expected).flatMap(([name, wanted]) => {
    const is = found.get(name) ?? 'unknown name';
    return is === wanted ? [] : [{ test, part, name, expected: wanted, found: is }];
  });
}
