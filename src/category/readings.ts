// Joins the readings of a criterion's rule with those of the metrics it names: every combination, up to a bound.
import type { OpenedCriterion, OpenedReading } from '../decide/criteria/definition.ts';
import type { OpenedRule } from '../decide/criteria/rules/rule.ts';
import type { Chosen, OpenedMetric } from '../decide/metrics/definition.ts';
import type { Faults } from './faults.ts';

/** Each combination is decided, and told of; more than these nobody could read. */
const mostCombinations = 8;

type Way = { readonly labels: readonly string[]; readonly rule: OpenedRule; readonly chosen: Chosen };

/** Criteria that name ambiguous metrics, themselves or through others, with a reading for each of theirs. */
export function withMetrics(
  criteria: readonly OpenedCriterion[],
  metrics: readonly OpenedMetric[],
  faults: Faults,
): readonly OpenedCriterion[] {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  return criteria.map((criterion) => {
    const ways = waysOf(criterion);
    // Counted before they are made: a stranger's definition may ask for millions.
    const count = ways.reduce((sum, way) => sum + countOf(ambiguousIn(way.rule.names, byId)), 0);
    if (count <= mostCombinations) return { ...criterion, readings: combined(ways, byId) };
    faults.tell('readings-too-many', { criterion: criterion.title, count, most: mostCombinations }, [
      'criteria',
      criterion.id,
    ]);
    return criterion;
  });
}

/** The readings of the rule itself. */
const waysOf = ({ rule, readings }: OpenedCriterion): readonly Way[] =>
  readings.length === 0
    ? [{ labels: [], rule, chosen: new Map() }]
    : readings.map((reading) => ({ ...reading, labels: [reading.label] }));

const countOf = (ambiguous: readonly OpenedMetric[]): number =>
  ambiguous.reduce((product, { readings }) => product * readings.length, 1);

/** None where there is only one; the preferred one of everything first. */
function combined(own: readonly Way[], metrics: ReadonlyMap<string, OpenedMetric>): readonly OpenedReading[] {
  const ways = own.flatMap((way) => {
    const ambiguous = ambiguousIn(way.rule.names, metrics);
    return ambiguous.reduce<readonly Way[]>(
      (sofar, metric) => sofar.flatMap((one) => underEach(one, metric, ambiguous.length > 1)),
      [way],
    );
  });
  if (ways.length < 2) return [];
  return ways.map(({ labels, rule: one, chosen }) => ({ label: labels.join('，'), rule: one, chosen }));
}

function underEach(way: Way, metric: OpenedMetric, named: boolean): readonly Way[] {
  return metric.readings.map(({ label, formula }, index) => ({
    ...way,
    labels: [...way.labels, named ? `${metric.label}：${label}` : label],
    chosen: index === 0 ? way.chosen : new Map([...way.chosen, [metric.id, formula]]),
  }));
}

/** In the order in which they are met. */
function ambiguousIn(
  names: ReadonlySet<string>,
  metrics: ReadonlyMap<string, OpenedMetric>,
  seen: Set<OpenedMetric> = new Set(),
): readonly OpenedMetric[] {
  for (const name of names) {
    const metric = metrics.get(name);
    if (metric === undefined || seen.has(metric)) continue;
    seen.add(metric);
    for (const { formula } of [metric, ...metric.readings]) ambiguousIn(formula.names, metrics, seen);
  }
  return [...seen].filter(({ readings }) => readings.length > 0);
}
