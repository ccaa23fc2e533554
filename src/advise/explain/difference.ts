// What changed between two categories, member by member and in words, as plain data.
import type { Category } from '../../category/category.ts';
import type { Language } from '../../findings/sentence.ts';
import type { AspectKey, Part } from '../../words/explain.ts';
import { paired } from './decisions.ts';
import type { Aspect, Member } from './member.ts';
import { membersOf } from './members.ts';

/** One aspect that changed. A side that does not say it is absent; of a list each thing that came or went is a change. */
export type AspectChange = {
  readonly key: AspectKey;
  readonly a?: string;
  readonly b?: string;
  /** Where only a limit moved: `资产负债率 ≤ 70% → ≤ 75%`. */
  readonly shift?: string;
};

export type MemberChange = {
  readonly part: Part;
  /** Its id in the first category, or the only one it has. */
  readonly id: string;
  /** In the second category, where it is another one there. */
  readonly now?: string;
  readonly label: string;
  readonly is: 'added' | 'removed' | 'changed';
  /** Of an added member what it asks, of a removed one its clauses. */
  readonly changes: readonly AspectChange[];
};

export type CategoryDifference = { readonly members: readonly MemberChange[] };

/** How many things changed: an added or removed member is one. */
export const changesBetween = ({ members }: CategoryDifference): number =>
  members.reduce((sum, { is, changes }) => sum + (is === 'changed' ? changes.length : 1), 0);

/** Years are counted from that of each category, so that only a shift between them shows. */
export function differenceOf(a: Category, b: Category, language: Language): CategoryDifference {
  const say = saidIn(language);
  const [left, right] = [a, b].map((category) => membersOf(category, { language, relative: true }));
  const members = paired(left ?? [], right ?? []).flatMap((pair) => {
    if (pair.a === undefined) return [alone(pair.b, 'added', say)];
    if (pair.b === undefined) return [alone(pair.a, 'removed', say)];
    const changes = changesOf(pair.a, pair.b, say);
    const now = pair.a.part === 'category' || pair.a.id === pair.b.id ? {} : { now: pair.b.id };
    const { part, id } = pair.a;
    if (changes.length === 0) return [];
    return [{ part, id, ...now, label: pair.b.label, is: 'changed' as const, changes }];
  });
  return { members };
}

/** What a new member is told by; of one that is gone its label says enough. */
const telling: ReadonlySet<AspectKey> = new Set([
  'type',
  'required',
  'requiredWhen',
  'years',
  'limit',
  'computed',
  'columns',
  'covers',
  'kinds',
  'formula',
  'rule',
  'severity',
  'max',
  'pass',
  'points',
  'standing',
  'facts',
  'cite',
]);

type Say = (aspect: Pick<Aspect, 'text'>) => string;

const saidIn =
  (language: Language): Say =>
  ({ text }) =>
    typeof text === 'string' ? text : text.join({ zh: '；', en: '; ' }[language]);

const alone = ({ part, id, label, aspects }: Member, is: 'added' | 'removed', say: Say): MemberChange => ({
  part,
  id,
  label,
  is,
  changes:
    is === 'added'
      ? aspects.filter(({ key }) => telling.has(key)).map((one) => ({ key: one.key, b: say(one) }))
      : aspects.filter(({ key }) => key === 'cite').map((one) => ({ key: one.key, a: say(one) })),
});

function changesOf(a: Member, b: Member, say: Say): readonly AspectChange[] {
  const keys = [...new Set([...a.aspects, ...b.aspects].map(({ key }) => key))];
  return keys.flatMap((key) => {
    const [left, right] = [a, b].map(({ aspects }) => aspects.find((one) => one.key === key));
    return between(key, left, right, say);
  });
}

const lists: ReadonlySet<AspectKey> = new Set(['options', 'columns', 'words', 'cite', 'quote', 'hint', 'readings']);

function between(key: AspectKey, a: Aspect | undefined, b: Aspect | undefined, say: Say): readonly AspectChange[] {
  if (a !== undefined && b !== undefined && same(a, b, say)) return [];
  const listed = [a, b].some((one) => one !== undefined && typeof one.text !== 'string');
  if (listed && lists.has(key)) return comings(key, a, b);
  const sides = { ...(a && { a: say(a) }), ...(b && { b: say(b) }) };
  const shift = a && b && shiftOf(a, b, say);
  return [{ key, ...sides, ...(shift === undefined ? {} : { shift }) }];
}

const same = (a: Aspect, b: Aspect, say: Say): boolean =>
  a.plain !== undefined && b.plain !== undefined ? a.plain === b.plain : say(a) === say(b);

const itemsOf = (one: Aspect | undefined): readonly string[] =>
  one === undefined ? [] : typeof one.text === 'string' ? [one.text] : one.text;

function comings(key: AspectKey, a: Aspect | undefined, b: Aspect | undefined): readonly AspectChange[] {
  const [left, right] = [itemsOf(a), itemsOf(b)];
  const gone = left.filter((one) => !right.includes(one));
  const came = right.filter((one) => !left.includes(one));
  // One for one is a change of it, not a coming and a going.
  if (gone.length === 1 && came.length === 1) return [{ key, a: gone[0] ?? '', b: came[0] ?? '' }];
  return [...gone.map((one) => ({ key, a: one })), ...came.map((one) => ({ key, b: one }))];
}

const joints = /( 且 | 或 | and | or |；|; |，|, )/;
const clause = /^(.*?)((?:≥|≤|>|<|=|≠) ?[^≥≤><=≠]*)$/;

/** The clauses that differ, each with both its limits; nothing when more than limits differ. */
function shiftOf(a: Aspect, b: Aspect, say: Say): string | undefined {
  if (typeof a.text !== 'string' || typeof b.text !== 'string' || a.plain === undefined || b.plain === undefined)
    return undefined;
  const [plainA, plainB, textB] = [a.plain.split(joints), b.plain.split(joints), b.text.split(joints)];
  const textA = a.text.split(joints);
  if (plainA.length !== plainB.length || textA.length !== plainA.length || textB.length !== plainB.length)
    return undefined;
  const moved: string[] = [];
  for (const [at, one] of plainA.entries()) {
    if (one === plainB[at]) continue;
    const [, left, from] = clause.exec(one) ?? [];
    const [, right, to] = clause.exec(plainB[at] ?? '') ?? [];
    const [, label] = clause.exec(textB[at] ?? '') ?? [];
    if (left === undefined || left !== right || from === undefined || to === undefined) return undefined;
    moved.push(`${label ?? left}${from} → ${to}`);
  }
  return say({ text: moved });
}
