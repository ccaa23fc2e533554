// Years and figures against the foundation: no enterprise is younger than its business, unless it had a predecessor (E-19).
import { type Check, figureOf, figures, type Suspicion, suspect } from './check.ts';
import { isFigure } from './item.ts';

/** Years that a fact counts, against those that have begun since the day it names. */
export const age: Check = (ground) =>
  figures(ground).flatMap((item): Suspicion[] => {
    const name = item.fact.plausible?.since;
    const since = name === undefined ? undefined : ground.beside(item, name);
    if (since === undefined || isFigure(since)) return [];
    const most = Math.max(0, yearOf(ground.asOf) - yearOf(since.value) + 1);
    if (item.value.lte(most)) return [];
    const args = { ...figureOf(item), since: since.label, date: since.value, most: String(most) };
    return [suspect('years-beyond-age', args, { about: item, instead: [since], reason: 'E-19' })];
  });

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The fact that says when there can first be figures. */
const foundation = 'founded';

/** Figures of years before the foundation; a zero says that there were none. */
export const beforeFoundation: Check = (ground) => {
  const founded = ground.items.find(({ id }) => id === foundation);
  if (founded === undefined || isFigure(founded)) return [];
  const first = yearOf(founded.value);
  return figures(ground).flatMap((item): Suspicion[] => {
    if (item.year === undefined || item.year >= first || item.value.isZero()) return [];
    const args = { ...figureOf(item), since: founded.label, date: founded.value };
    return [suspect('figure-before-foundation', args, { about: item, instead: [founded], reason: 'E-19' })];
  });
};

/** Figures of a year that is not over, where the form asks for no forecast. */
export const notOver: Check = (ground) =>
  figures(ground).flatMap((item): Suspicion[] => {
    if (item.year === undefined || item.forecast || item.value.isZero()) return [];
    if (`${item.year}-12-31` <= ground.asOf) return [];
    return [suspect('year-not-over', { ...figureOf(item), asOf: ground.asOf }, { about: item, reason: 'E-19' })];
  });
