// Opens what a definition says of proof: facts whose figures need a place, words that need evidence.

import type { Vocabulary } from '../expression/types.ts';
import { yearsOf } from '../expression/years.ts';
import type { Category } from './category.ts';
import type { Definition } from './definition.ts';
import type { Faults } from './faults.ts';
import { type Cite, tellUnknown } from './names.ts';

/** `proved` and `superlatives`, with their years and clauses; facts that nobody knows are told. */
export function openProof(
  { proved, superlatives, year }: Definition,
  vocabulary: Vocabulary,
  cite: Cite,
  faults: Faults,
): Pick<Category, 'proved' | 'superlatives'> {
  const known = (names: readonly string[], path: readonly string[]): void => {
    for (const [index, name] of names.entries()) {
      if (vocabulary.has(name)) continue;
      tellUnknown(faults, 'fact-name-unknown', 'fact', name, vocabulary.keys(), [...path, String(index)]);
    }
  };
  known(proved?.facts ?? [], ['proved', 'facts']);
  known(superlatives?.tables ?? [], ['superlatives', 'tables']);
  return {
    ...(proved && {
      proved: {
        facts: proved.facts,
        ...(proved.years === undefined ? {} : { years: yearsOf(proved.years, year) }),
        cite: cite(proved.cite, ['proved', 'cite']),
        ...(proved.hint === undefined ? {} : { hint: proved.hint }),
      },
    }),
    ...(superlatives && {
      superlatives: {
        words: superlatives.words,
        tables: superlatives.tables,
        cite: cite(superlatives.cite, ['superlatives', 'cite']),
        ...(superlatives.hint === undefined ? {} : { hint: superlatives.hint }),
      },
    }),
  };
}
