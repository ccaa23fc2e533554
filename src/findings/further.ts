// The further places of a finding, each position once, the first ones of very many.
import { allPlaces, type Finding, type Place } from './finding.ts';

/** More positions fill a screen and are only counted. */
const shown = 60;

/** Positions beside the first, and how many there are in all. */
export function furtherPlaces(finding: Finding): { readonly places: readonly Place[]; readonly count: number } {
  const key = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;
  const places = new Map(allPlaces(finding).map((place) => [key(place), place]));
  places.delete(key(finding.at));
  return { places: [...places.values()].slice(0, shown), count: places.size + (finding.more ?? 0) };
}
