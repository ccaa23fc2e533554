// Dates of a row beside each other (E-19), a year beside the day it goes with, and figures beside the day of foundation.
import { type Check, figureOf, figures, type Ground, type Suspicion, suspect } from './check.ts';
import { type Item, isFigure } from './item.ts';

export const reversed: Check = (ground) =>
  ground.items.flatMap((item): Suspicion[] => {
    const name = item.fact.plausible?.not_before;
    const before = name === undefined ? undefined : ground.beside(item, name);
    if (before === undefined || isFigure(item) || isFigure(before) || item.value >= before.value) return [];
    const args = { field: item.label, date: item.value, before: before.label, beforeDate: before.value };
    return [suspect('dates-reversed', args, { about: item, instead: [before], reason: 'E-19' })];
  });

/** A year beside the day it belongs to: a list may bear the year before or after, no other (E-19). */
export const yearOf: Check = (ground) =>
  ground.items.flatMap((item): Suspicion[] => {
    const name = item.fact.plausible?.year_of;
    const day = name === undefined ? undefined : ground.beside(item, name);
    if (day === undefined || !isFigure(item) || isFigure(day)) return [];
    if (item.value.minus(day.value.slice(0, 4)).abs().lte(1)) return [];
    const args = { ...figureOf(item), other: day.label, date: day.value };
    return [suspect('year-of-other-date', args, { about: item, instead: [day], reason: 'E-19' })];
  });

/** Years that a fact counts, against those that have begun since the day it names, or were whole when last year ended. */
export const age: Check = (ground) =>
  figures(ground).flatMap((item): Suspicion[] => {
    const { since: name, to_last_year: whole = false } = item.fact.plausible ?? {};
    const since = name === undefined ? undefined : ground.beside(item, name);
    if (since === undefined || isFigure(since)) return [];
    const begun = yearIn(ground.asOf) - yearIn(since.value) + 1;
    // Of a year that begins on another day than its first, the first is not whole at its end.
    const most = Math.max(0, whole ? begun - (since.value.endsWith('-01-01') ? 1 : 2) : begun);
    if (item.value.lte(most)) return [];
    const args = { ...figureOf(item), since: since.label, date: since.value, most: String(most) };
    const end = whole ? { end: `${yearIn(ground.asOf) - 1}-12-31` } : {};
    return [suspect('years-beyond-age', { ...args, ...end }, { about: item, instead: [since], reason: 'E-19' })];
  });

const yearIn = (day: string): number => Number(day.slice(0, 4));

/** The fact that says when there can first be figures. */
const foundation = 'founded';

/** The range of a day on which something has happened. */
const untilNow = '..as_of';

/** Whether a value stands in a row of a table of rights. */
const isRight = ({ id }: Item, ground: Ground): boolean =>
  [...(ground.fact(id.split('[', 1)[0] ?? '')?.fields.values() ?? [])].some(({ identifies }) => identifies);

/**
 * Figures of years before the foundation, of which a zero says that there were none, and days on which an enterprise
 * that was not there yet was given a paper; of rights alone the one before it may have applied for them.
 */
export const beforeFoundation: Check = (ground) => {
  const founded = ground.items.find(({ id }) => id === foundation);
  if (founded === undefined || isFigure(founded)) return [];
  const first = yearIn(founded.value);
  return ground.items.flatMap((item): Suspicion[] => {
    if (!isFigure(item)) {
      if (item.fact.plausible?.range !== untilNow || isRight(item, ground) || item.value >= founded.value) return [];
      const args = { field: item.label, date: item.value, before: founded.label, beforeDate: founded.value };
      return [
        suspect('dates-reversed', args, { about: item, instead: [founded], reason: 'E-19', severity: 'warning' }),
      ];
    }
    if (item.year === undefined || item.year >= first || item.value.isZero()) return [];
    const args = { ...figureOf(item), since: founded.label, date: founded.value };
    return [suspect('figure-before-foundation', args, { about: item, instead: [founded], reason: 'E-19' })];
  });
};

/** Figures of a year that is not over, where the form asks for no forecast. */
export const notOver: Check = (ground) =>
  figures(ground).flatMap((item): Suspicion[] => {
    if (item.year === undefined || item.forecast || item.value.isZero()) return [];
    const from = item.fact.plausible?.in_year ? `${item.year}-01-01` : `${item.year}-12-31`;
    if (from <= ground.asOf) return [];
    return [suspect('year-not-over', { ...figureOf(item), asOf: ground.asOf }, { about: item, reason: 'E-19' })];
  });
