// Opens the scorecard of a definition: every item's expressions compiled, its clauses looked up.

import { type ItemDefinition, kindOf } from '../decide/scorecards/definition.ts';
import type { OpenedItem, OpenedScorecard } from '../decide/scorecards/opened.ts';
import type { Scope } from '../expression/scope.ts';
import type { Definition } from './definition.ts';
import type { Faults } from './faults.ts';
import type { Cite } from './names.ts';

/** Nothing where the definition gives no points; items with a fault are left out and told. */
export function openScorecard(
  { scorecard }: Definition,
  scope: Scope,
  cite: Cite,
  faults: Faults,
): OpenedScorecard | undefined {
  if (scorecard === undefined) return undefined;
  const { label, max, pass, groups } = scorecard;
  const items = Object.entries(scorecard.items).flatMap(([id, item]) =>
    openItem(id, item as ItemDefinition, scope, cite, faults),
  );
  return {
    label,
    max,
    pass,
    groups: Object.entries(groups).map(([id, { pass: mark, ...group }]) => ({
      id,
      ...group,
      ...(mark === undefined ? {} : { pass: mark }),
    })),
    items,
    names: new Set(items.flatMap(({ kind }) => [...kind.names])),
    cite: cite(scorecard.cite, ['scorecard', 'cite']),
  };
}

function openItem(id: string, item: ItemDefinition, scope: Scope, cite: Cite, faults: Faults): readonly OpenedItem[] {
  const path = ['scorecard', 'items', id];
  const { label, group, max } = item;
  const clauses = cite(item.cite, [...path, 'cite']);
  const found = kindOf(item);
  if (found === undefined) return [];
  const kind = found.kind.open(found.options, scope, max);
  if (!('problem' in kind)) {
    return [{ id, label, group, max, kind, lines: found.kind.lines(found.options), cite: clauses }];
  }
  const { problem, text, inside, expected } = kind;
  faults.problem(problem, text, [...path, found.kind.name, ...inside], scope, expected);
  return [];
}
