// Says when a dossier applies on a day that its edition is not for, and how near the deadline is.
import type { Category, CategoryEntry } from '../category/category.ts';
import { insteadOf, isWithin } from '../category/season.ts';
import { absentAt, entryOf, type MapNode, placeAt } from '../document/node.ts';
import { dayNumber } from '../expression/day.ts';
import type { Finding, Place } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import type { DossierHead } from './head.ts';

export type Calendar = {
  readonly asOf: string;
  /** The last day that a configuration sets for a client. */
  readonly deadline: string | undefined;
  /** The editions that are known; only asked for when the day is outside the season. */
  readonly editions: () => Promise<readonly CategoryEntry[]>;
};

/**
 * The day to judge by. Where what the dossier writes cannot be read, which is told, it is the one of the season nearest to
 * today: seasons and terms that are over today are nothing that the applicant asked about.
 */
export function dayFor({ season: { from, until } }: Category, head: DossierHead, otherwise: string): string {
  if (head.asOf !== undefined || head.part('as_of') === undefined) return otherwise;
  return otherwise < from ? from : otherwise > until ? until : otherwise;
}

/**
 * Findings at `as_of:`, or at the top where the dossier does not write it. A day outside the season is one finding (E-30):
 * neither that the edition is superseded nor that a deadline is past is a second cause.
 */
export async function seasonFindings(
  category: Category,
  root: MapNode,
  file: string,
  { asOf, deadline, editions }: Calendar,
): Promise<Finding[]> {
  const top = root.entries[0]?.keyRange ?? root.range;
  const at = placeAt(file, 'as_of', entryOf(root, 'as_of')?.value.range ?? absentAt(top));
  const outside = await outOfSeason(category, asOf, editions, at);
  if (outside !== undefined) return [outside];
  return [...expectedFindings(category, root, file), ...deadlineFindings(deadline, asOf, at)];
}

/** That an edition goes by the one before it, because its call is not out. */
function expectedFindings({ expected, definition: { year } }: Category, root: MapNode, file: string): Finding[] {
  if (expected === undefined) return [];
  const { text, compare, cite } = expected;
  const range = entryOf(root, 'category')?.value.range ?? root.range;
  return [report('edition-expected', { year, text, compare }, placeAt(file, 'category', range), { cite })];
}

/** That a day is none of those that an edition is for, and which to take instead. */
export async function outOfSeason(
  { id, season, superseded, definition: { year } }: Category,
  asOf: string,
  editions: Calendar['editions'],
  at: Place,
): Promise<Finding | undefined> {
  if (isWithin(season, asOf)) return undefined;
  const { from, until, cite } = season;
  const instead = insteadOf(await editions(), id, asOf);
  const after = asOf > until ? superseded : undefined;
  const args = {
    asOf,
    year,
    from,
    until,
    ...(instead === undefined ? {} : { instead }),
    ...(after === undefined ? {} : { text: after.text }),
  };
  const more = (after?.cite ?? []).filter(
    ({ source, clause }) => !cite.some((one) => one.source === source && one.clause === clause),
  );
  return report('out-of-season', args, at, { cite: [...cite, ...more] });
}

/** Days before a deadline from which it is spoken of. */
const soonDays = 7;

function deadlineFindings(deadline: string | undefined, asOf: string, at: Place): Finding[] {
  const [last, today] = [dayNumber(deadline ?? ''), dayNumber(asOf)];
  if (deadline === undefined || last === undefined || today === undefined) return [];
  const days = last - today;
  if (days < 0) return [report('deadline-past', { deadline, asOf }, at)];
  return days <= soonDays ? [report('deadline-near', { deadline, asOf, days }, at)] : [];
}
