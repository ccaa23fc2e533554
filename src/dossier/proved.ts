// Whether the figures of a dossier are proved: by a claim, or by what a file states.
import { aimOf } from '../attachments/evidence/aim.ts';
import type { Inventory } from '../attachments/inventory-types.ts';
import type { Category } from '../category/category.ts';
import type { Facts } from '../expression/values.ts';
import type { Finding, Place } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import type { At } from './beside.ts';
import type { Claim } from './definition.ts';

export type Given = {
  readonly facts: Facts;
  readonly claims: readonly At<Claim>[];
  readonly inventory: Inventory;
  /** Where claims stand, or would stand. */
  readonly at: Place;
};

/** One warning for all figures that nothing proves (E-05). */
export function checkProved(
  { proved, scope, vocabulary }: Category,
  { facts, claims, inventory, at }: Given,
): Finding[] {
  if (proved === undefined) return [];
  const shown = provedBy(claims, inventory, facts, vocabulary);
  const isProved = (fact: string, year?: number) =>
    shown.has(fact) || (year !== undefined && shown.has(`${fact}.${year}`));
  const missing = proved.facts.flatMap((fact) => {
    const value = facts.get(fact);
    if (value === undefined) return [];
    const label = scope.label(fact).replace(/^上年末?/u, '');
    if (typeof value !== 'object' || !('kind' in value) || value.kind !== 'yearly') {
      return isProved(fact) ? [] : [{ label, years: [] }];
    }
    const given = [...value.years.keys()].filter((year) => proved.years?.includes(year) ?? true).sort();
    const years = given.filter((year) => !isProved(fact, year));
    return years.length === 0 ? [] : [{ label, years }];
  });
  if (missing.length === 0) return [];
  const { hint, cite } = proved;
  return [report('claims-missing', { missing, ...(hint === undefined ? {} : { hint }) }, at, { cite })];
}

/** Facts, or facts with a year, that a claim points to or a file states. */
function provedBy(
  claims: readonly At<Claim>[],
  inventory: Inventory,
  facts: Facts,
  vocabulary: Category['vocabulary'],
): ReadonlySet<string> {
  const named = (fact: string, year?: number): string => (year === undefined ? fact : `${fact}.${year}`);
  const claimed = claims.flatMap(({ fact, year }) => (fact === undefined ? [] : [named(fact, year)]));
  const stated = inventory.slots
    .flatMap(({ files }) => files)
    .flatMap(({ evidence: { figures = {}, covers = [] } }) =>
      Object.keys(figures).flatMap((key) => {
        const aim = aimOf(key, covers, facts, vocabulary);
        return 'unknown' in aim || 'misplaced' in aim ? [] : [named(aim.id, aim.year)];
      }),
    );
  return new Set([...claimed, ...stated]);
}
