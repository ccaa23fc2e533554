// A value by itself: outside its range it is impossible, outside the usual it is hard to believe (E-06, E-19).
import { Decimal } from '../../expression/decimal.ts';
import { type Bounds, readBounds } from '../../expression/types.ts';
import { type Check, figureOf, outside, type Suspicion, suspect } from './check.ts';
import { type Item, isFigure } from './item.ts';

/** Past 400 亿 an amount is one in 元 (E-06): no small or medium enterprise has it. */
const yuan = new Decimal(10_000);

export const range: Check = ({ items, asOf }) => {
  const of = (item: Item, text: string | undefined): Bounds | undefined => {
    const bounds = text === undefined ? undefined : readBounds(text);
    const day = isFigure(item) ? asOf.slice(0, 4) : asOf;
    return bounds && { ...bounds, ...(bounds.most === 'as_of' ? { most: day } : {}) };
  };
  return items.flatMap((item): Suspicion[] => {
    const { range: possible, usual } = item.fact.plausible ?? {};
    return found(item, of(item, possible), true) ?? found(item, of(item, usual), false) ?? [];
  });
};

function found(item: Item, bounds: Bounds | undefined, impossible: boolean): Suspicion[] | undefined {
  if (bounds === undefined) return undefined;
  if (!isFigure(item)) {
    const { value: date, label: field } = item;
    const inside = date >= (bounds.least ?? date) && date <= (bounds.most ?? date);
    const code = impossible ? 'date-impossible' : 'date-unusual';
    return inside ? undefined : [suspect(code, { field, date, ...bounds }, { about: item, reason: 'E-19' })];
  }
  const where = outside(item.value, bounds);
  if (where === undefined) return undefined;
  const times = where === 'below' ? {} : { times: item.fact.unit === '万元' ? yuan : where };
  const code = impossible ? 'figure-impossible' : 'figure-unusual';
  const reason = item.fact.unit === '万元' ? { reason: 'E-06' } : {};
  return [suspect(code, { ...figureOf(item), ...bounds }, { about: item, ...times, ...reason })];
}
