// Which categories are applied for at a time: those of the year of the day, and those that are for the day.
import type { Category } from '../category/category.ts';
import { isWithin } from '../category/season.ts';

export const inSeason = ({ definition: { year }, season }: Category, asOf: string): boolean =>
  year === Number(asOf.slice(0, 4)) || isWithin(season, asOf);
