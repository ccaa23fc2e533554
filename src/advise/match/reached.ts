// The value of one fact at which an unmet criterion would be met, all others held: the nearest one, proved by deciding again.
import type { Category } from '../../category/category.ts';
import { holdsAt } from '../../expression/comparisons.ts';
import { Decimal } from '../../expression/decimal.ts';
import type { Fact } from '../../expression/types.ts';
import type { Facts } from '../../expression/values.ts';
import type { MatchedCriterion } from '../../reporters/match-definition.ts';
import { evaluator, factsRead, type Route } from './clauses.ts';
import { factOf, figureAt, isFigure, named, placesOf, unitOf, withFigure } from './figures.ts';

/** Whether the criterion is met on facts: by a look at its expressions alone, and by deciding it as ever. */
export type IsMet = { readonly likely: (facts: Facts) => boolean; readonly surely: (facts: Facts) => boolean };

/** Farther away no figure of an enterprise lies. */
const farthest = { amount: '10000000000', count: '100000000', percent: '100', number: '10000000000' } as const;
const steps = ['0.01', '0.1', '0.5', '0.9', '1', '1.1', '2', '10', '100'];

/** One entry a fact that can do it alone; none for facts in which a comparison rises here and falls there. */
export function reachedBy(
  category: Category,
  routes: readonly Route[],
  facts: Facts,
  asOf: string,
  { likely, surely }: IsMet,
): MatchedCriterion['reached'] {
  const comparisons = routes.flatMap((route) => route.comparisons);
  const gaps = comparisons.map(({ operator, gap }) => ({
    names: factsRead(category, gap.names),
    holds: (value: Decimal) => holdsAt(operator, value),
    gap: evaluator(category, gap, asOf),
  }));
  const readers = [...new Set(gaps.flatMap(({ names }) => [...names]))];
  return readers.flatMap((id) => {
    const now = isFigure(id, category.scope) ? figureAt(facts, id) : undefined;
    const fact = factOf(id, category.scope);
    if (now === undefined || fact === undefined) return [];
    const own = gaps.filter(({ names }) => names.has(id));
    const line = lineOf(fact, now);
    const with_ = (value: Decimal): Facts => withFigure(facts, id, value);
    const turns: Decimal[] = [];
    for (const { gap, holds } of own) {
      const found = turnsOf(line, (value) => gap(with_(value)), holds);
      if (found === undefined) return [];
      for (const one of found) turns.push(one);
    }
    const at = nearestMet(turns, now, (value) => likely(with_(value)));
    if (at === undefined) return [];
    const nearer = at.gt(now) ? at.minus(line.unit) : at.plus(line.unit);
    return !surely(with_(at)) || surely(with_(nearer))
      ? []
      : [{ ...named(id, category.scope), unit: unitOf(fact), now: now.toFixed(), at: at.toFixed() }];
  });
}

/** The values that a fact can take: from the least to the most in steps of its last decimal. */
type Line = { readonly unit: Decimal; readonly points: readonly Decimal[] };

/** Points of the line at which a comparison is looked at first, ascending: its ends, and around the value of now. */
function lineOf(fact: Fact, now: Decimal): Line {
  const unit = new Decimal(10).pow(-placesOf(fact));
  const most = new Decimal(fact.type in farthest ? farthest[fact.type as keyof typeof farthest] : farthest.number);
  const least = fact.negative ? most.negated() : new Decimal(0);
  const around = now.isZero() ? ['1', '100', '10000', '1000000'] : steps.map((step) => now.times(step));
  const mirrored = fact.negative ? around.map((value) => new Decimal(value).negated()) : [];
  const all = [least, new Decimal(0), unit, most, ...around, ...mirrored]
    .map((value) => new Decimal(value).div(unit).round().times(unit))
    .filter((value) => value.gte(least) && value.lte(most))
    .sort((a, b) => a.comparedTo(b));
  return { unit, points: all.filter((value, index) => index === 0 || !value.eq(all[index - 1] ?? value.plus(1))) };
}

/**
 * The two neighbouring values between which a comparison turns, where it turns at all. Nothing where its distance does
 * not only rise or only fall along the line.
 */
function turnsOf(
  { unit, points }: Line,
  gapAt: (value: Decimal) => Decimal | undefined,
  holds: (gap: Decimal) => boolean,
): readonly Decimal[] | undefined {
  const looked = points.flatMap((value) => {
    const gap = gapAt(value);
    return gap === undefined ? [] : [{ value, gap }];
  });
  const signs = looked.slice(1).map(({ gap }, index) => gap.comparedTo(looked[index]?.gap ?? gap));
  if (signs.includes(1) && signs.includes(-1)) return undefined;
  const at = looked.findIndex(({ gap }, index) => {
    const before = looked[index - 1];
    return before !== undefined && holds(before.gap) !== holds(gap);
  });
  const [from, to] = [looked[at - 1], looked[at]];
  if (from === undefined || to === undefined) return [];
  const before = holds(from.gap);
  let [low, high] = [from.value, to.value];
  while (high.minus(low).gt(unit)) {
    const middle = low.plus(high).div(2).div(unit).floor().times(unit);
    const gap = gapAt(middle);
    if (gap !== undefined && holds(gap) === before) low = middle;
    else high = middle;
  }
  return [low, high];
}

/** The nearest turn at which the criterion seems met. */
function nearestMet(turns: readonly Decimal[], now: Decimal, isMet: (value: Decimal) => boolean): Decimal | undefined {
  const distance = (value: Decimal): Decimal => value.minus(now).abs();
  const near = [...turns].sort((a, b) => distance(a).comparedTo(distance(b)) || a.comparedTo(b));
  const at = near.find(isMet);
  return at === undefined || at.eq(now) ? undefined : at;
}
