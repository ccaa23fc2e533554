// A figure that is one less another: net assets are assets less liabilities (E-18).
import { Decimal } from '../../expression/decimal.ts';
import { type Check, figureOf, figures, type Suspicion, suspect } from './check.ts';
import { isFigure } from './item.ts';

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
