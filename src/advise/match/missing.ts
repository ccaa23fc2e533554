// What the undecided criteria of a category still need: each fact once, a yearly one with all its years.
import type { CriterionMatched, MissingFact } from './matched.ts';

/** In the order of the criteria. Only of those that weigh. */
export function missingOf(criteria: readonly CriterionMatched[]): readonly MissingFact[] {
  const found = new Map<string, { label: string; years: Set<number>; criteria: Set<string> }>();
  for (const criterion of criteria) {
    if (!criterion.weighs || criterion.is !== 'undecided') continue;
    for (const { id, label, year } of criterion.needs) {
      const name = year === undefined ? id : id.slice(0, id.indexOf('.'));
      const fact = found.get(name) ?? { label, years: new Set<number>(), criteria: new Set<string>() };
      if (year !== undefined) fact.years.add(year);
      fact.criteria.add(criterion.id);
      found.set(name, fact);
    }
  }
  return [...found].map(([id, { label, years, criteria: waiting }]) => ({
    id,
    label,
    ...(years.size === 0 ? {} : { years: [...years].sort((a, b) => a - b) }),
    criteria: [...waiting],
  }));
}
