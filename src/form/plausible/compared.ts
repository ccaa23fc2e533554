// A figure beside another: by its yardstick of the same year (E-06, E-17), as a difference, against the year before, and twice the same (E-01).
import { Decimal } from '../../expression/decimal.ts';
import { type Fact, readBounds } from '../../expression/types.ts';
import { type Check, figureOf, figures, type Ground, outside, type Suspicion, suspect } from './check.ts';
import { type FigureItem, isFigure } from './item.ts';

/** People are counted one by one, and nobody mistakes their unit. */
const people = '人';

export const ratio: Check = (ground) =>
  figures(ground).flatMap((item) => {
    // A part is judged by its whole, and the whole by its yardstick: one cause, one finding.
    const { part_of: whole, per = {} } = item.fact.plausible ?? {};
    const judged = whole !== undefined && ground.beside(item, whole) !== undefined;
    return Object.entries(per).flatMap(([name, bounds]): Suspicion[] => {
      if (judged && name !== whole) return [];
      const other = ground.beside(item, name);
      return other === undefined || !isFigure(other) ? [] : compare(item, other, bounds);
    });
  });

function compare(item: FigureItem, other: FigureItem, text: string): Suspicion[] {
  // Before the first revenue every amount is many times it; but somebody must have earned a revenue.
  if (other.value.isZero() && other.fact.unit !== people) return [];
  const bounds = readBounds(text) ?? {};
  // A loss is measured like a profit.
  const where = outside(item.value.abs(), bounds, other.value);
  if (where === undefined) return [];
  const perHead = other.fact.unit === people && item.fact.unit !== people;
  const args = {
    ...figureOf(item),
    other: other.label,
    otherFigure: other.value.toFixed(),
    otherUnit: other.fact.unit ?? '',
    ...(other.value.isZero() ? {} : { ratio: item.value.div(other.value).toDecimalPlaces(4).toFixed() }),
    ...bounds,
    perHead,
  };
  const instead = where !== 'below' && perHead && !other.value.isZero() ? [] : [other];
  const times = where === 'below' ? {} : { times: where };
  const reason = item.fact.unit === people ? 'E-17' : 'E-06';
  return [suspect('figure-ratio', args, { about: item, instead, reason, ...times })];
}

/** What E-05 allows for rounding: 0.01, or 0.05 % of the largest figure. */
const least = new Decimal('0.01');
const share = new Decimal('0.0005');

export const difference: Check = (ground) =>
  figures(ground).flatMap((item): Suspicion[] => {
    const [from, less] = (item.fact.plausible?.difference_of ?? []).map((name) => ground.beside(item, name));
    if (from === undefined || less === undefined || !isFigure(from) || !isFigure(less)) return [];
    const expected = from.value.minus(less.value);
    const allowed = Decimal.max(least, from.value.abs().times(share), less.value.abs().times(share));
    if (item.value.minus(expected).abs().lte(allowed)) return [];
    const args = {
      ...figureOf(item),
      first: from.label,
      firstFigure: from.value.toFixed(),
      second: less.label,
      secondFigure: less.value.toFixed(),
      difference: expected.toFixed(),
    };
    const times = expected.gt(0) && item.value.gt(expected) ? { times: item.value.div(expected) } : {};
    return [suspect('figure-difference', args, { about: item, instead: [from, less], reason: 'E-18', ...times })];
  });

/** So many digits that say something do not meet by chance: 18,250 has four, 1,200 two. */
const telling = 4;

/** A figure that stands under two labels, or in two years, was typed into the wrong one. */
export const same: Check = (ground) => {
  const known = figures(ground).filter(
    ({ year, row, forecast, value }) => year !== undefined && row === undefined && !forecast && value.sd() >= telling,
  );
  return known.flatMap((item, index): Suspicion[] => {
    const other = known.slice(0, index).find((before) => before.value.eq(item.value) && areApart(before, item, ground));
    if (other === undefined) return [];
    return [
      suspect(
        'figure-same',
        { ...figureOf(item), other: other.label },
        { about: item, instead: [other], reason: 'E-01' },
      ),
    ];
  });
};

/** Whether they are of one year and have nothing to do with each other, or of two years and are no heads. */
function areApart(one: FigureItem, other: FigureItem, ground: Ground): boolean {
  if (one.fact === other.fact) return one.fact.unit !== people;
  // A part may be the whole, and what may be below zero (profits before and after tax) the same.
  if (one.year !== other.year || (one.fact.negative && other.fact.negative)) return false;
  const [mine, theirs] = [one, other].map(({ fact }) => rootOf(fact, ground));
  return mine !== theirs && !isMeasured(one.fact, other.fact) && !isMeasured(other.fact, one.fact);
}

/** Heads go by heads: as many as there are may be insured. */
const isMeasured = ({ unit, plausible }: Fact, { id }: Fact): boolean =>
  unit === people && plausible?.per?.[id] !== undefined;

/** The whole of which a figure is a part of a part. */
function rootOf(fact: Fact, ground: Ground): Fact {
  const whole = fact.plausible?.part_of === undefined ? undefined : ground.fact(fact.plausible.part_of);
  return whole === undefined ? fact : rootOf(whole, ground);
}

/** Far above what a young enterprise grows in a year, below a factor of 1,000 on figures that halved. */
const mostTimes = 500;
/** A year this many times above both its neighbours, or below both, has a digit too many or too few. */
const aloneTimes = 5;
/** The first or last year has one neighbour only, and more of what grows: this many times it is a digit all the same. */
const endTimes = 6;
/** Below this much (万元, people) a young enterprise grows as it likes, up to so many times. */
const youngUpTo = { figure: new Decimal(100), heads: new Decimal(20), times: 50 };

export const jump: Check = (ground) => {
  const { items, series } = ground;
  const steady = new Set(items.filter(({ fact }) => fact.plausible?.steady).map((item) => item.series));
  return [...steady].flatMap((name) => {
    const all = series(name);
    // Two rows of one year are of two things.
    if (new Set(all.map(({ year }) => year)).size < all.length) return [];
    const years = all.filter(({ value }) => value.gt(0));
    const apart = years.flatMap((one, index): Suspicion[] => {
      const earlier = years[index - 1];
      const before = earlier && leap(one, earlier);
      if (before === undefined || before.ratio.lt(mostTimes)) return [];
      const { large, small, args, ratio } = before;
      return [suspect('figure-jump', args, { about: large, instead: [small], reason: 'E-06', times: ratio })];
    });
    const told = apart.length > 0 ? apart : astray(years.filter(({ forecast }) => !forecast));
    return [...told, ...stopped(all, ground)];
  });
};

/** A year of nothing after one of more than a young enterprise has, unless that which it belongs to is nothing as well. */
const stopped = (years: readonly FigureItem[], ground: Ground): Suspicion[] =>
  years.slice(1).flatMap((one, index): Suspicion[] => {
    const before = years[index];
    if (before === undefined || one.forecast || !one.value.isZero() || isYoung(before)) return [];
    const { part_of: whole, not_above: above } = one.fact.plausible ?? {};
    const wholes = [whole, above].flatMap((name) => (name === undefined ? [] : (ground.beside(one, name) ?? [])));
    if (wholes.some((other) => isFigure(other) && other.value.isZero())) return [];
    const args = { ...figureOf(one), other: before.label, otherFigure: before.value.toFixed() };
    return [suspect('figure-jump', args, { about: one, reason: 'E-06' })];
  });

const isYoung = ({ value, fact }: FigureItem): boolean =>
  value.lt(fact.unit === people ? youngUpTo.heads : youngUpTo.figure);

/** Years that stand alone between their neighbours; where none does, the first or last one apart from the next. */
function astray(years: readonly FigureItem[]): Suspicion[] {
  const between = years.slice(1, -1).flatMap((one, index): Suspicion[] => {
    const [before, after] = [years[index], years[index + 2]].map((other) => other && leap(one, other));
    const sides = [before, after].filter((side) => side?.ratio.gte(aloneTimes));
    if (before === undefined || sides.length < 2 || (before.large === one) !== (after?.large === one)) return [];
    return [jumpAt(one, before)];
  });
  if (between.length > 0) return between;
  const pairs = [years.slice(0, 2), years.slice(-2).reverse()].slice(0, Math.max(0, years.length - 1));
  return pairs.flatMap(([end, next]): Suspicion[] => {
    if (end === undefined || next === undefined) return [];
    const side = leap(end, next);
    const { small, large, ratio } = side;
    if (ratio.lt(isYoung(small) ? youngUpTo.times : endTimes)) return [];
    // Of two years either may be wrong.
    return years.length > 2 ? [jumpAt(end, side)] : [jumpAt(large, side, [small])];
  });
}

/** A digit too many can be taken away; one too few cannot be guessed. */
const jumpAt = (one: FigureItem, { large, args, ratio }: Leap, instead: readonly FigureItem[] = []): Suspicion =>
  suspect('figure-jump', args, { about: one, instead, reason: 'E-06', ...(large === one ? { times: ratio } : {}) });

type Leap = ReturnType<typeof leap>;

/** The larger and the smaller of two figures above zero, and how many times the one is the other. */
function leap(one: FigureItem, other: FigureItem) {
  const [large, small] = one.value.gt(other.value) ? [one, other] : [other, one];
  const ratio = large.value.div(small.value);
  const args = { ...figureOf(large), other: small.label, otherFigure: small.value.toFixed(), times: ratio.toFixed(0) };
  return { large, small, args, ratio };
}
