// A steady figure from one year to the next: hundreds of times as much, or a year that stands alone, is a slip (E-06).
import { type Check, figureOf, type Suspicion, suspect } from './check.ts';
import type { FigureItem } from './item.ts';

/** Far above what a young enterprise grows in a year, below a factor of 1,000 on figures that halved. */
const most = 500;
/** A year this many times above both its neighbours, or below both, has a digit too many or too few. */
const alone = 5;

export const jump: Check = ({ items, series }) => {
  const steady = new Set(items.filter(({ fact }) => fact.plausible?.steady).map(({ fact }) => fact.id));
  return [...steady].flatMap((name) => {
    const years = series(name).filter(({ value }) => value.gt(0));
    return years.flatMap((one, index): Suspicion[] => {
      const [earlier, later] = [years[index - 1], years[index + 1]];
      if (earlier === undefined) return [];
      const leaps = leap(one, earlier, most).map(({ large, small, args, ratio }) =>
        suspect('figure-jump', args, { about: large, instead: [small], reason: 'E-06', times: ratio }),
      );
      if (leaps.length > 0 || later === undefined || later.forecast) return leaps;
      const before = leap(one, earlier, alone)[0];
      const after = leap(one, later, alone)[0];
      if (before === undefined || after === undefined || (before.large === one) !== (after.large === one)) return [];
      return [suspect('figure-jump', before.args, { about: one, reason: 'E-06', times: before.ratio })];
    });
  });
};

/** The larger and the smaller of two figures, where one is that many times the other. */
function leap(one: FigureItem, other: FigureItem, least: number) {
  const [large, small] = one.value.gt(other.value) ? [one, other] : [other, one];
  const ratio = large.value.div(small.value);
  if (ratio.lt(least)) return [];
  const args = {
    ...figureOf(large),
    other: small.label,
    otherFigure: small.value.toFixed(),
    times: ratio.toFixed(0),
  };
  return [{ large, small, args, ratio }];
}
