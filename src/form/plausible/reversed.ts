// Two dates of a row in the wrong order: a term that ends before it begins (E-19).
import { type Check, type Suspicion, suspect } from './check.ts';
import { isFigure } from './item.ts';

export const reversed: Check = (ground) =>
  ground.items.flatMap((item): Suspicion[] => {
    const name = item.fact.plausible?.not_before;
    const before = name === undefined ? undefined : ground.beside(item, name);
    if (before === undefined || isFigure(item) || isFigure(before) || item.value >= before.value) return [];
    const args = { field: item.label, date: item.value, before: before.label, beforeDate: before.value };
    return [suspect('dates-reversed', args, { about: item, instead: [before], reason: 'E-19' })];
  });
