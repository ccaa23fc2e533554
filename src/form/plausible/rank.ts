// A rank by a share: those before have no less than that share each, and all together have at most 100 %.
import { Decimal } from '../../expression/decimal.ts';
import { type Check, figureOf, figures, type Suspicion, suspect } from './check.ts';
import { isFigure } from './item.ts';

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
