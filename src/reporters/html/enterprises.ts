// Who applies for what: the dossiers of a run by enterprise, each with the anchor of its panel and its state.
import type { State } from '../../decide/state.ts';
import type { Reported } from '../reported.ts';
import { pathOf } from '../reporter.ts';

/** States of a dossier as the page tells them apart. */
export type Shown = State | 'unreadable';

/** A dossier on the page. */
export type Entry = {
  /** Anchor of its panel: `e1-giant-innovation`. */
  readonly id: string;
  readonly outcome: Reported;
  readonly state: Shown;
};

/** An enterprise with its dossiers. */
export type Row = {
  /** Its name; without one the path of its dossier. */
  readonly name: string;
  readonly uscc: string;
  readonly region: readonly string[];
  readonly entries: readonly Entry[];
};

/** The state, or that the dossier could not be read. */
const shownState = ({ kind, state }: Reported): Shown => (kind === 'unreadable' ? kind : state);

export const nameOf = (outcome: Reported): string => (outcome.enterprise === '' ? pathOf(outcome) : outcome.enterprise);

export const categoryOf = (outcome: Reported): string => (outcome.kind === 'assessed' ? outcome.category.id : '');

const usccOf = (outcome: Reported): string => (outcome.kind === 'assessed' ? outcome.uscc : '');

/** The last part of a category's id, as an anchor may hold it. */
const slug = (outcome: Reported): string =>
  categoryOf(outcome)
    .slice(categoryOf(outcome).lastIndexOf('/') + 1)
    .replace(/[^A-Za-z0-9-]+/g, '-') || 'unreadable';

/** As a Chinese list is ordered: 常州 before 南京. */
const { compare } = new Intl.Collator('zh-CN-u-co-pinyin-kn');

/**
 * Enterprises in the order of their names. One name with one credit code is one enterprise: a code that is written wrong,
 * or taken from another dossier, does not join two. Without a code a dossier stands with the first of its name.
 */
export function rowsOf(outcomes: readonly Reported[]): readonly Row[] {
  const groups = new Map<string, Reported[]>();
  const byName = new Map<string, string>();
  for (const outcome of outcomes) {
    const name = nameOf(outcome);
    const own = `${name}\n${usccOf(outcome)}`;
    const key = usccOf(outcome) === '' ? (byName.get(name) ?? own) : own;
    if (!byName.has(name)) byName.set(name, key);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [outcome]);
    else group.push(outcome);
  }
  const sorted = [...groups.values()].sort(([a], [b]) =>
    a === undefined || b === undefined ? 0 : compare(nameOf(a), nameOf(b)),
  );
  return sorted.map((group, index) => {
    const used = new Map<string, number>();
    const entries = group.map((outcome): Entry => {
      const stem = `e${index + 1}-${slug(outcome)}`;
      const times = (used.get(stem) ?? 0) + 1;
      used.set(stem, times);
      return { id: times === 1 ? stem : `${stem}--${times}`, outcome, state: shownState(outcome) };
    });
    const [first] = group;
    const named = group.find((outcome) => outcome.enterprise !== '') ?? first;
    const placed = group.find((outcome) => outcome.kind === 'assessed' && outcome.region.length > 0);
    return {
      name: named === undefined ? '' : nameOf(named),
      uscc: group.map(usccOf).find((code) => code !== '') ?? '',
      region: placed?.kind === 'assessed' ? placed.region : [],
      entries,
    };
  });
}

/** City and county, what tells enterprises of one province apart, without 市 and 区: 南京 江宁. */
export const placeOf = ({ region }: Row): string =>
  (region.length > 1 ? region.slice(1) : region).map((name) => name.replace(/(?<=..)[市区县]$/u, '')).join(' ');

/** What one filters by: the city with its province. */
export const cityOf = ({ region }: Row): string => region.slice(0, 2).join(' ');

const dayMs = 86_400_000;

/** The next last day of a row's categories with the days left on the as-of date, else the latest that has passed. */
export function deadlineOf({ entries }: Row): { readonly until: string; readonly left: number } | undefined {
  const known = entries.flatMap(({ outcome }) => {
    const until = outcome.kind === 'assessed' ? outcome.category.until : undefined;
    if (until === undefined) return [];
    return [{ until, left: Math.round((Date.parse(until) - Date.parse(outcome.asOf)) / dayMs) }];
  });
  const sorted = known.sort((a, b) => a.left - b.left);
  return sorted.find(({ left }) => left >= 0) ?? sorted.at(-1);
}
