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
      const before = leap(one, earlier);
      if (before.ratio.gte(most)) {
        const { large, small, args, ratio } = before;
        return [suspect('figure-jump', args, { about: large, instead: [small], reason: 'E-06', times: ratio })];
      }
      if (later === undefined || later.forecast) return [];
      const after = leap(one, later);
      const isAlone = before.ratio.gte(alone) && after.ratio.gte(alone);
      if (!isAlone || (before.large === one) !== (after.large === one)) return [];
      return [suspect('figure-jump', before.args, { about: one, reason: 'E-06', times: before.ratio })];
    });
  });
};

/** The larger and the smaller of two figures above zero, and how many times the one is the other. */
function leap(one: FigureItem, other: FigureItem) {
  const [large, small] = one.value.gt(other.value) ? [one, other] : [other, one];
  const ratio = large.value.div(small.value);
  const args = { ...figureOf(large), other: small.label, otherFigure: small.value.toFixed(), times: ratio.toFixed(0) };
  return { large, small, args, ratio };
}
