// A figure by its natural yardstick of the same year: revenue per head (E-06), the insured beside the employed (E-17).
import { readBounds } from '../../expression/bounds.ts';
import { type Check, figureOf, figures, outside, type Suspicion, suspect } from './check.ts';
import { type FigureItem, isFigure } from './item.ts';

/** People are counted one by one, and nobody mistakes their unit. */
const people = '人';

export const ratio: Check = (ground) =>
  figures(ground).flatMap((item) => {
    // A part is judged by its whole, and the whole by its yardstick: one cause, one finding.
    const { part_of: whole, per = {} } = item.fact.plausible ?? {};
    if (whole !== undefined && ground.beside(item, whole) !== undefined) return [];
    return Object.entries(per).flatMap(([name, bounds]): Suspicion[] => {
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
