// A year beside the day it belongs to: a list may bear the year before or after, no other (E-19).
import { type Check, figureOf, type Suspicion, suspect } from './check.ts';
import { isFigure } from './item.ts';

export const yearOf: Check = (ground) =>
  ground.items.flatMap((item): Suspicion[] => {
    const name = item.fact.plausible?.year_of;
    const day = name === undefined ? undefined : ground.beside(item, name);
    if (day === undefined || !isFigure(item) || isFigure(day)) return [];
    if (item.value.minus(day.value.slice(0, 4)).abs().lte(1)) return [];
    const args = { ...figureOf(item), other: day.label, date: day.value };
    return [suspect('year-of-other-date', args, { about: item, instead: [day], reason: 'E-19' })];
  });
