// Runs the tests that stand in a definition: facts in, shown metrics and decisions out.
import type { CriterionResult } from '../decide/criteria/result.ts';
import type { Points, ScorecardResult } from '../decide/scorecards/result.ts';
import { type Decimal, readDecimal } from '../expression/decimal.ts';
import { type Fact, type FactType, numeric, type Vocabulary } from '../expression/types.ts';
import type { Facts, FactValue, RecordValue } from '../expression/values.ts';
import type { Category } from './category.ts';
import { decideCategory } from './decided.ts';

/** What a `given` has wrong: the id path of a value (`patents[1].type`), or of a fact nobody knows. */
export type Misgiven = { readonly path: string };

type Plain = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

const lists: ReadonlySet<FactType> = new Set(['texts', 'choices']);
const records: ReadonlySet<FactType> = new Set(['record', 'person', 'region', 'industry']);

/**
 * Yearly facts as maps (`{2020: 14}`), figures as numbers or their text, yes or no also as 是 / 否, records as maps
 * (or lists in the order of their parts: `[江苏省, 南京市, 江宁区]`), tables as lists of maps.
 * Values that do not fit, and unknown facts, are told and left out.
 */
export function givenFacts(given: Plain, vocabulary: Vocabulary): { facts: Facts; wrong: readonly Misgiven[] } {
  const wrong: Misgiven[] = [];
  const facts = new Map<string, FactValue>();
  const tell = (path: string): undefined => {
    wrong.push({ path });
  };
  for (const [id, value] of Object.entries(given)) {
    const fact = vocabulary.get(id);
    const found = fact === undefined ? tell(id) : read(fact, value, id, tell);
    if (found !== undefined) facts.set(id, found);
  }
  return { facts, wrong };
}

type Tell = (path: string) => undefined;

function read(fact: Fact, value: unknown, path: string, tell: Tell): FactValue | undefined {
  if (fact.yearly) return isMap(value) ? yearly(value, path, tell) : tell(path);
  if (numeric.has(fact.type)) return figure(value) ?? tell(path);
  if (fact.type === 'yes_no') return yesNo(value) ?? tell(path);
  if (lists.has(fact.type)) return Array.isArray(value) ? value.map(String) : tell(path);
  if (fact.type === 'table') return Array.isArray(value) ? table(fact, value, path, tell) : tell(path);
  if (records.has(fact.type)) return record(fact, value, path, tell);
  return typeof value === 'string' ? value : tell(path);
}

function figure(value: unknown): Decimal | undefined {
  return typeof value === 'number' || typeof value === 'string' ? readDecimal(String(value)) : undefined;
}

function yesNo(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === '是' ? true : value === '否' ? false : undefined;
}

function yearly(value: Plain, path: string, tell: Tell): FactValue {
  const years = new Map<number, Decimal>();
  for (const [year, written] of Object.entries(value)) {
    const found = figure(written);
    if (/^\d{4}$/.test(year) && found !== undefined) years.set(Number(year), found);
    else tell(`${path}.${year}`);
  }
  return { kind: 'yearly', years };
}

function record(fact: Fact, value: unknown, path: string, tell: Tell): RecordValue | undefined {
  const parts = Array.isArray(value)
    ? Object.fromEntries([...fact.fields.keys()].flatMap((id, index) => (index in value ? [[id, value[index]]] : [])))
    : value;
  if (!isMap(parts)) return tell(path);
  const fields = new Map<string, FactValue>();
  for (const [id, written] of Object.entries(parts)) {
    const field = fact.fields.get(id);
    const found = field === undefined ? tell(`${path}.${id}`) : read(field, written, `${path}.${id}`, tell);
    if (found !== undefined) fields.set(id, found);
  }
  return { kind: 'record', fields };
}

function table(fact: Fact, rows: readonly unknown[], path: string, tell: Tell): FactValue {
  return { kind: 'table', rows: rows.flatMap((row, index) => record(fact, row, `${path}[${index + 1}]`, tell) ?? []) };
}

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
export type TestRun = {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly TestFailure[];
  readonly inherited: readonly Inherited[];
};

/** A rule or formula that a definition writes anew, under what an earlier one says of the old one. */
type Inherited = {
  /** `criteria.growth`. */
  readonly path: string;
  /** The key that is written anew, and those that are not. */
  readonly anew: string;
  readonly keys: readonly string[];
  /** The file that these come from. */
  readonly from: string;
};

const saidOf = { metrics: ['formula', 'label', 'cite'], criteria: ['rule', 'title', 'cite'] } as const;

/** What the definition itself writes anew and does not say anew: a report would show the old words beside the new limit. */
const inheritedIn = ({ definition, origins }: Category): readonly Inherited[] =>
  (['metrics', 'criteria'] as const).flatMap((part) =>
    Object.keys(definition[part]).flatMap((id): readonly Inherited[] => {
      const path = `${part}.${id}`;
      const [anew, ...said] = saidOf[part];
      // Its title is what a definition never inherits.
      const [own, written] = [origins.get('title'), origins.get(`${path}.${anew}`)];
      const keys = said.filter((key) => origins.get(`${path}.${key}`) !== own);
      const from = origins.get(`${path}.${keys[0]}`);
      return written !== own || from === undefined ? [] : [{ path, anew, keys, from }];
    }),
  );

type DefinitionTest = Category['definition']['tests'][number];

/** A metric is compared as the form shows it, one without a value as `undecided` or `not computable`. */
export function runDefinitionTests(category: Category): TestRun {
  const results = category.definition.tests.map((test, index) => runTest(category, test, index + 1));
  const passed = results.filter((failures) => failures.length === 0).length;
  return { passed, failed: results.length - passed, failures: results.flat(), inherited: inheritedIn(category) };
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
