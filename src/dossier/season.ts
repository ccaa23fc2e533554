// Says when a dossier applies at another time than its category is for: another year, outside the window, superseded.
import type { Category } from '../category/category.ts';
import { citeWith } from '../category/clauses.ts';
import { entryOf, type MapNode, placeAt } from '../document/node.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';

/** Findings at `category:` and at `as_of:`, or at the top where the dossier does not write them. */
export function seasonFindings(category: Category, root: MapNode, file: string, asOf: string): Finding[] {
  const top = root.entries[0]?.keyRange ?? root.range;
  const at = (key: string) => placeAt(file, key, entryOf(root, key)?.value.range ?? top);
  return [...windowFindings(category, at('as_of'), asOf), ...supersededFindings(category, at('category'))];
}

/** The window of the notice where one is known (E-30), else only the year. */
function windowFindings({ definition }: Category, at: Finding['at'], asOf: string): Finding[] {
  const { year, in_force: window, sources } = definition;
  if (window === undefined) {
    return Number(asOf.slice(0, 4)) === year ? [] : [report('as-of-outside', { asOf, year }, at)];
  }
  const { from, until, cite } = window;
  const inside = (from === undefined || asOf >= from) && (until === undefined || asOf <= until);
  if (inside) return [];
  const bounds = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  return [report('outside-window', { asOf, ...bounds }, at, { cite: citeWith(sources, cite) })];
}

function supersededFindings({ id, superseded }: Category, at: Finding['at']): Finding[] {
  if (superseded === undefined) return [];
  const { text, cite } = superseded;
  return [report('category-superseded', { category: id, text }, at, { cite })];
}
