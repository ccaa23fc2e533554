// A figure above one that it hardly ever exceeds: debts above assets, research above revenue (E-18).
import { type Check, figureOf, figures, type Suspicion, suspect } from './check.ts';
import { isFigure } from './item.ts';

export const above: Check = (ground) =>
  figures(ground).flatMap((item): Suspicion[] => {
    const name = item.fact.plausible?.not_above;
    const other = name === undefined ? undefined : ground.beside(item, name);
    if (other === undefined || !isFigure(other) || item.value.lte(other.value)) return [];
    const times = other.value.gt(0) ? { times: item.value.div(other.value) } : {};
    const args = { ...figureOf(item), other: other.label, otherFigure: other.value.toFixed() };
    return [suspect('figure-above', args, { about: item, instead: [other], reason: 'E-18', ...times })];
  });
