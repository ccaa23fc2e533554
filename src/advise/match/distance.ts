// How far an unmet criterion is from its limits: each comparison that fails, and the points that a scorecard lacks.
import type { Category } from '../../category/category.ts';
import type { Points, ScorecardResult } from '../../decide/scorecards/result.ts';
import { holdsAt, type Side } from '../../expression/comparisons.ts';
import { Decimal } from '../../expression/decimal.ts';
import type { Facts } from '../../expression/values.ts';
import { evaluator, type Route } from './clauses.ts';
import type { Distance, PointsNow } from './matched.ts';

/** Figures are shown with two decimals, and more of them where two would say that the limit is met. */
const places = 2;
const mostPlaces = 12;

/** The comparisons that do not hold, one entry each; those without a figure (a growth from zero) are left out. */
export function distancesOf(
  category: Category,
  routes: readonly Route[],
  facts: Facts,
  asOf: string,
): readonly Distance[] {
  const all = routes.flatMap(({ title, comparisons }) => comparisons.map((comparison) => ({ title, ...comparison })));
  return all.flatMap(({ title, ...comparison }) => {
    const { operator, left, right } = comparison;
    const gap = evaluator(category, comparison.gap, asOf)(facts);
    const value = comparison.figure && evaluator(category, comparison.figure, asOf)(facts);
    if (gap === undefined || value === undefined || holdsAt(operator, gap)) return [];
    const limit = right.literal ?? value.minus(gap);
    return [
      {
        ...(title === undefined ? {} : { route: title }),
        label: left.formula,
        value: shown(value, limit),
        unit: unitOf(left, category) || unitOf(right, category),
        operator,
        limit: limit.toDecimalPlaces(places).toFixed(),
        ...(right.literal === undefined ? { against: right.formula } : {}),
        short: gap.abs().toDecimalPlaces(places, Decimal.ROUND_UP).toFixed(),
      },
    ];
  });
}

/** A figure that misses its limit never looks as if it met it: 2.9996 is not 3. */
function shown(value: Decimal, limit: Decimal): string {
  for (let at = places; at < mostPlaces; at += 1) {
    const rounded = value.toDecimalPlaces(at);
    if (rounded.comparedTo(limit) === value.comparedTo(limit)) return rounded.toFixed();
  }
  return value.toDecimalPlaces(mostPlaces, value.lt(limit) ? Decimal.ROUND_FLOOR : Decimal.ROUND_CEIL).toFixed();
}

const unitOf = (side: Side, category: Category): string =>
  category.metrics.find(({ id }) => id === side.metric)?.unit ?? side.unit;

/** The marks that a scorecard sets and does not certainly reach: of the total, and of groups with one of their own. */
export function pointsOf(card: ScorecardResult | undefined): readonly PointsNow[] {
  if (card === undefined) return [];
  const marks: readonly { readonly label: string; readonly points: Points; readonly pass?: number }[] = [
    card,
    ...card.groups,
  ];
  return marks.flatMap(({ label, points: { least, most }, pass }) => {
    if (pass === undefined || least >= pass) return [];
    return [{ label, least, most, pass, short: Math.max(0, new Decimal(pass).minus(most).toNumber()) }];
  });
}
