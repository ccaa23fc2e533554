// Computes the metrics and points of a category on given facts and decides its criteria, each under every reading.
import { decideCriteria, type InputUnder } from '../decide/criteria/decide.ts';
import type { OpenedCriterion } from '../decide/criteria/definition.ts';
import type { CriterionResult } from '../decide/criteria/result.ts';
import type { CriterionInput } from '../decide/criteria/rules/rule.ts';
import { computeMetrics, type StatedFigure } from '../decide/metrics/compute.ts';
import type { Chosen } from '../decide/metrics/definition.ts';
import type { MetricResult } from '../decide/metrics/result.ts';
import { computeScorecard } from '../decide/scorecards/compute.ts';
import type { ScorecardResult } from '../decide/scorecards/result.ts';
import type { Input } from '../expression/compile.ts';
import type { Facts, FactValue } from '../expression/values.ts';
import type { CriterionFinding, Place } from '../findings/finding.ts';
import type { Undecided } from '../findings/waive.ts';
import type { Category } from './category.ts';

/** Where findings point; without it nobody wants them. */
export type Places = { readonly places: ReadonlyMap<string, Place>; readonly otherwise: Place };

export type Decided = {
  /** What rules read. */
  readonly input: Input;
  /** What the dossier says, also where it contradicts itself, and with the rows that do not count: a slot asks for its paper. */
  readonly written: Input;
  readonly metrics: readonly MetricResult[];
  readonly scorecard?: ScorecardResult;
  readonly criteria: readonly CriterionResult[];
  readonly findings: readonly CriterionFinding[];
  readonly undecided: readonly Undecided[];
};

const nowhere: Place = { file: '', path: '', line: 1, column: 1, endLine: 1, endColumn: 1 };

/** `stated` are figures that the dossier states for metrics, by their ids. */
export function decideCategory(
  { metrics, scope, scorecard: card, criteria }: Category,
  { facts, asOf, stated = new Map() }: { facts: Facts; asOf: string; stated?: ReadonlyMap<string, StatedFigure> },
  { places, otherwise }: Places = { places: new Map(), otherwise: nowhere },
): Decided {
  const under = (chosen: Chosen, of: Facts) => {
    const computed = computeMetrics(metrics, scope, of, asOf, stated, chosen);
    const input: Input = { facts: of, metrics: computed.values, asOf };
    const scorecard = card && computeScorecard(card, input, computed.results);
    return { input, results: computed.results, scored: scorecard === undefined ? {} : { scorecard } };
  };
  const written = under(new Map(), facts);
  const settled = settledFacts(criteria, written.input);
  const own = settled === facts ? written : under(new Map(), settled);
  const inputOf = (chosen: Chosen, of: Facts): CriterionInput => {
    const known = chosen.size > 0 ? undefined : of === settled ? own : of === facts ? written : undefined;
    const { input, scored } = known ?? under(chosen, of);
    return { ...input, ...scored };
  };
  const inputUnder: InputUnder = (chosen, { unsettles: id }, rule) => {
    const value = id === undefined ? undefined : facts.get(id);
    // What compares an answer with the rest reads it as it is written.
    const compared = id !== undefined && value !== undefined && settled.get(id) !== value;
    const input = inputOf(chosen, compared ? new Map([...settled, [id, value]]) : settled);
    if (settled === facts || rule.decide(input).is === 'not met') return input;
    // A yes may be the bad answer, a row the one that excludes: what is not met as it is written is not met.
    const asWritten = inputOf(chosen, facts);
    return rule.decide(asWritten).is === 'not met' ? asWritten : input;
  };
  const { input, results, scored } = own;
  const decided = decideCriteria(criteria, inputUnder, places, otherwise);
  const { results: decisions, findings, undecided } = decided;
  return {
    input,
    written: { ...written.input, facts: withLeft(facts) },
    metrics: results,
    ...scored,
    criteria: decisions,
    findings,
    undecided,
  };
}

/**
 * The facts that conditions may rest on: without the answers that the dossier itself contradicts, and without the rows that
 * contradict themselves. A yes is taken for the no that the rows show; a no becomes no yes, and what else could be meant is not known.
 */
function settledFacts(criteria: readonly OpenedCriterion[], input: Input): Facts {
  let facts = input.facts;
  const answers = criteria.flatMap(({ unsettles: id, rule, title }) => {
    const value = id === undefined ? undefined : facts.get(id);
    return id === undefined || value === undefined ? [] : [{ id, value, rule, title }];
  });
  const tables = answers.filter(({ value }) => isTable(value));
  for (const { id, value, rule, title } of [...tables, ...answers.filter((one) => !tables.includes(one))]) {
    const holds = (one: FactValue): boolean =>
      rule.decide({ ...input, facts: new Map([...facts, [id, one]]) }).is !== 'not met';
    const rest = isTable(value) ? standing(value, holds, title) : holds(value) ? value : denied(value);
    if (rest === value) continue;
    const others = [...facts].filter(([name]) => name !== id);
    facts = new Map(rest === undefined ? others : [...others, [id, rest]]);
  }
  return facts;
}

const withLeft = (facts: Facts): Facts =>
  new Map(
    [...facts].map(([id, value]) =>
      isTable(value) && value.left !== undefined
        ? [id, { kind: 'table', rows: [...value.rows, ...value.left] }]
        : [id, value],
    ),
  );

const denied = (value: FactValue): false | undefined => (value === true ? false : undefined);

type Table = Extract<FactValue, { kind: 'table' }>;
const isTable = (value: FactValue): value is Table =>
  typeof value === 'object' && 'kind' in value && value.kind === 'table';

/** The table whose rows that do not hold by themselves are there, but count for nothing. */
function standing(table: Table, holds: (one: FactValue) => boolean, against: string): Table {
  const rows = table.rows.map((row, index) => ({ row: index + 1, ...row }));
  const [counts, out] = [true, false].map((is) => rows.filter((row) => holds({ kind: 'table', rows: [row] }) === is));
  if (counts === undefined || out === undefined || out.length === 0) return table;
  return { kind: 'table', rows: counts, left: [...(table.left ?? []), ...out.map((row) => ({ ...row, against }))] };
}
