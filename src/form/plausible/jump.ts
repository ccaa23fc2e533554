// A steady figure from one year to the next: hundreds of times as much is a slip of the unit (E-06).
import { type Check, figureOf, type Suspicion, suspect } from './check.ts';

/** Far above what a young enterprise grows in a year, below a factor of 1,000 on figures that halved. */
const most = 500;

export const jump: Check = ({ items, series }) => {
  const steady = new Set(items.filter(({ fact }) => fact.plausible?.steady).map(({ fact }) => fact.id));
  return [...steady].flatMap((name) => {
    const years = series(name).filter(({ value }) => value.gt(0));
    return years.slice(1).flatMap((later, index): Suspicion[] => {
      const earlier = years[index];
      if (earlier === undefined) return [];
      const [large, small] = later.value.gt(earlier.value) ? [later, earlier] : [earlier, later];
      const times = large.value.div(small.value);
      if (times.lt(most)) return [];
      const args = {
        ...figureOf(large),
        other: small.label,
        otherFigure: small.value.toFixed(),
        times: times.toFixed(0),
      };
      return [suspect('figure-jump', args, { about: large, instead: [small], reason: 'E-06', times })];
    });
  });
};
