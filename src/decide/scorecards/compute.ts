// Adds a scorecard up: every item within its cap, every group within its own, and the total, as ranges.
import type { Input } from '../../expression/compile.ts';
import { Decimal } from '../../expression/decimal.ts';
import type { MetricResult } from '../metrics/result.ts';
import { shownAs } from '../telling.ts';
import type { OpenedItem, OpenedScorecard } from './definition.ts';
import type { Points, ScorecardResult, ScoredItem } from './result.ts';

/** `metrics` are those of the same input; their substitutions show how the figures of items came about. */
export function computeScorecard(
  card: OpenedScorecard,
  input: Input,
  metrics: readonly Pick<MetricResult, 'id' | 'substitution'>[],
): ScorecardResult {
  const substitutions = new Map(
    metrics.flatMap(({ id, substitution }) => (substitution === undefined ? [] : [[id, substitution] as const])),
  );
  const items = card.items.map((item) => scoredItem(item, input, substitutions));
  const groups = card.groups.map((group) => {
    const own = items.filter((item) => item.group === group.id).map(({ points }) => points);
    return { ...group, points: capped(total(own), group.max) };
  });
  const { label, max, pass, cite } = card;
  return { label, max, pass, points: capped(total(groups.map(({ points }) => points)), max), groups, items, cite };
}

function scoredItem(item: OpenedItem, input: Input, substitutions: ReadonlyMap<string, string>): ScoredItem {
  const { id, group, label, max, cite, kind } = item;
  const { points, shown, needs } = kind.score(input, substitutions);
  return { id, group, label, max, points: capped(points, max), needs, cite, ...(shown && shownAs(shown)) };
}

const capped = ({ least, most }: Points, max: number): Points => ({
  least: Math.min(least, max),
  most: Math.min(most, max),
});

/** Points may be tenths, which floats do not add up. */
const plus = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum.plus(value), new Decimal(0)).toNumber();
const total = (points: readonly Points[]): Points => ({
  least: plus(points.map(({ least }) => least)),
  most: plus(points.map(({ most }) => most)),
});
