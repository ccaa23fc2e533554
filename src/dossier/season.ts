// Says when a dossier applies at another time than its category is for: another year, outside the window, superseded.
import type { Category } from '../category/category.ts';
import { citeWith } from '../category/clauses.ts';
import { entryOf, type MapNode, placeAt } from '../document/node.ts';
import { dayNumber } from '../expression/day.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';

/** Findings at `category:` and at `as_of:`, or at the top where the dossier does not write them. */
export function seasonFindings(
  category: Category,
  root: MapNode,
  file: string,
  asOf: string,
  deadline: string | undefined,
): Finding[] {
  const top = root.entries[0]?.keyRange ?? root.range;
  const at = (key: string) => placeAt(file, key, entryOf(root, key)?.value.range ?? top);
  return [
    ...windowFindings(category, at('as_of'), asOf),
    ...deadlineFindings(deadline, asOf, at('as_of')),
    ...supersededFindings(category, at('category')),
  ];
}

/** The window of the notice where one is known (E-30), else only the year. */
function windowFindings({ definition }: Category, at: Finding['at'], asOf: string): Finding[] {
  const { year, in_force: window, sources } = definition;
  if (window === undefined) {
    return Number(asOf.slice(0, 4)) === year ? [] : [report('as-of-outside', { asOf, year }, at)];
  }
  const { from, until, cite } = window;
  const inside = (from === undefined || asOf >= from) && (until === undefined || asOf <= until);
  // A window without an end holds for the figures of its own year only.
  const ended = until !== undefined || Number(asOf.slice(0, 4)) === year;
  if (inside) return ended ? [] : [report('as-of-outside', { asOf, year }, at)];
  const bounds = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  return [report('outside-window', { asOf, ...bounds }, at, { cite: citeWith(sources, cite) })];
}

/** Days before a deadline from which it is spoken of. */
const soon = 7;

/** The deadline that a configuration sets for a client. */
function deadlineFindings(deadline: string | undefined, asOf: string, at: Finding['at']): Finding[] {
  const [last, today] = [dayNumber(deadline ?? ''), dayNumber(asOf)];
  if (deadline === undefined || last === undefined || today === undefined) return [];
  const days = last - today;
  if (days < 0) return [report('deadline-past', { deadline, asOf }, at)];
  return days <= soon ? [report('deadline-near', { deadline, asOf, days }, at)] : [];
}

function supersededFindings({ id, superseded }: Category, at: Finding['at']): Finding[] {
  if (superseded === undefined) return [];
  const { text, cite } = superseded;
  return [report('category-superseded', { category: id, text }, at, { cite })];
}
