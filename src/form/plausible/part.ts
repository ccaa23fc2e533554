// A value beside what it cannot exceed: its own range (E-06, E-19), its whole (E-18), the share behind a rank, and the like.
import { Decimal } from '../../expression/decimal.ts';
import { type Bounds, readBounds } from '../../expression/types.ts';
import { type Check, figureOf, figures, type Ground, outside, type Suspicion, suspect } from './check.ts';
import { type FigureItem, type Item, isFigure } from './item.ts';

export const part: Check = (ground) =>
  figures(ground).flatMap((item): Suspicion[] => {
    const whole = wholeOf(item, ground);
    if (whole === undefined || item.value.lte(whole.value)) return [];
    const times = whole.value.gt(0) ? item.value.div(whole.value) : undefined;
    const args = {
      ...figureOf(item),
      whole: whole.label,
      wholeFigure: whole.value.toFixed(),
      ...(times === undefined ? {} : { percent: times.times(100).toFixed(0) }),
    };
    const more = { about: item, instead: [whole], reason: 'E-18', ...(times === undefined ? {} : { times }) };
    return [suspect('part-above-whole', args, more)];
  });

/** The nearest whole that is given; a vocabulary in which parts go in a circle is refused when it is loaded. */
function wholeOf(item: FigureItem, ground: Ground): FigureItem | undefined {
  const seen = new Set<string>();
  let name = item.fact.plausible?.part_of;
  while (name !== undefined && !seen.has(name)) {
    seen.add(name);
    const whole = ground.beside(item, name);
    if (whole !== undefined) return isFigure(whole) ? whole : undefined;
    name = ground.fact(name)?.plausible?.part_of;
  }
  return undefined;
}

/** A figure above one that it hardly ever exceeds: debts above assets, research above revenue (E-18). */
export const above: Check = (ground) =>
  figures(ground).flatMap((item): Suspicion[] => {
    const name = item.fact.plausible?.not_above;
    const other = name === undefined ? undefined : ground.beside(item, name);
    if (other === undefined || !isFigure(other) || item.value.lte(other.value)) return [];
    const times = other.value.gt(0) ? { times: item.value.div(other.value) } : {};
    const args = { ...figureOf(item), other: other.label, otherFigure: other.value.toFixed() };
    return [suspect('figure-above', args, { about: item, instead: [other], reason: 'E-18', ...times })];
  });

/** A rank by a share: those before have no less than that share each, and all together have at most 100 %. */
const whole = new Decimal(100);

export const rank: Check = (ground) =>
  figures(ground).flatMap((item): Suspicion[] => {
    const name = item.fact.plausible?.ranked_by;
    const share = name === undefined ? undefined : ground.beside(item, name);
    if (share === undefined || !isFigure(share) || item.value.times(share.value).lte(whole)) return [];
    const args = {
      ...figureOf(item),
      share: share.label,
      shareFigure: share.value.toFixed(),
      most: whole.div(share.value).floor().toFixed(),
    };
    // A paper may give its share of one market and its rank in another.
    const severity = item.row === undefined ? {} : { severity: 'warning' as const };
    return [suspect('rank-beyond-share', args, { about: item, instead: [share], ...severity })];
  });

/** Past 400 亿 an amount is one in 元 (E-06): no small or medium enterprise has it. */
const yuan = new Decimal(10_000);

/** A value by itself: outside its range it is impossible, outside the usual it is hard to believe. */
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
