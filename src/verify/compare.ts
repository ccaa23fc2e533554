// What a bundle says of its assessment, part by part beside what its dossier gives when it is assessed again.
import { paths } from '../bundle/layout.ts';
import { placeIn, shown } from '../bundle/verify-zip.ts';
import type { RecordPart } from '../findings/areas/derived.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { given } from '../given.ts';
import type { BundleRecord } from './record.ts';

/** `assessment.json`, as far as its parts are told of one by one; all of it is compared. */
export type AssessmentRecord = Pick<BundleRecord, 'criteria' | 'metrics' | 'scorecard'>;
type Points = NonNullable<BundleRecord['scorecard']>['points'];
type Outcome = BundleRecord['metrics'][number]['outcome'];

/**
 * `words`: the same program version wrote it, so that every word is compared; else all but the words. `apart` are
 * members that are compared elsewhere, or only stated.
 */
type How = { readonly words: boolean; readonly apart?: readonly string[] };

const at = placeIn(paths.assessment);

/** JSON text that does not depend on the order of keys. */
export const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? '';

/** Of what decided a condition a record had no English before: absent, nothing is claimed in it. */
export const withoutEnglish = <T extends object>(value: T): T =>
  JSON.parse(JSON.stringify(value), (name, part: unknown) => (name === 'shownEn' ? undefined : part)) as T;

/** Members that hold words, which another version may put otherwise, where they are texts. */
const worded: ReadonlySet<string> = new Set([
  'authority',
  'because',
  'formula',
  'hint',
  'issuer',
  'label',
  'message',
  'needs',
  'notice',
  'procedure',
  'quote',
  'scheme',
  'short',
  'shown',
  'shownEn',
  'substitution',
  'superseded',
  'text',
  'title',
  'what',
]);

/** A text, several, or one in both languages. */
const isWords = (value: unknown): boolean =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string')) ||
  (Object(value) === value &&
    Object.keys(Object(value)).sort().join() === 'en,zh' &&
    Object.values(Object(value)).every((one) => typeof one === 'string'));

/** As one text; of both languages the one in which it is not that of the other record. */
function wordsIn(value: unknown, other: unknown): string {
  const language = Object(value).zh === Object(other).zh ? 'en' : 'zh';
  return [Object(value)[language] ?? value ?? []].flat().join('；');
}

/** JSON text without the words. */
const figuresOf = (value: unknown): string =>
  JSON.stringify(JSON.parse(textOf(value)), (name, part: unknown) =>
    worded.has(name) && isWords(part) ? undefined : part,
  ) ?? '';

const equal = (a: unknown, b: unknown, { words }: How): boolean =>
  words ? textOf(a) === textOf(b) : figuresOf(a ?? null) === figuresOf(b ?? null);

const differs = (part: RecordPart, what = ''): Finding => report('bundle-record-differs', { part, what }, at);

/** What is derived, without the English that the writer of the record did not have. */
function asWritten(stated: AssessmentRecord, again: AssessmentRecord): AssessmentRecord {
  const isBefore = !textOf([stated.criteria, stated.scorecard]).includes('"shownEn":');
  if (!isBefore) return again;
  return { ...again, ...withoutEnglish({ criteria: again.criteria, ...given({ scorecard: again.scorecard }) }) };
}

/** All that differs, findings apart; nothing when the dossier gives exactly this record. */
export function recordFindings(stated: AssessmentRecord, again: AssessmentRecord, how: How): Finding[] {
  const derived = asWritten(stated, again);
  return [
    ...metricFindings(stated.metrics, derived.metrics, how),
    ...pointFindings(stated.scorecard, derived.scorecard, how),
    ...decisionFindings(stated.criteria, derived.criteria, how),
    ...restFindings(stated, derived, how),
  ];
}

/** Texts that are not the same in both, where all but the words may be: `shown` is what a reader takes for the figure. */
function otherWords(said: unknown, gives: unknown, name: string): readonly (readonly [string, string])[] {
  if (worded.has(name) && isWords(said ?? gives ?? '') && isWords(gives ?? said ?? ''))
    return textOf(said) === textOf(gives) ? [] : [[wordsIn(said, gives), wordsIn(gives, said)]];
  const [left, right] = [Object(said), Object(gives)] as Readonly<Record<string, unknown>>[];
  const names = [...new Set([...Object.keys(right ?? {}), ...Object.keys(left ?? {})])];
  return typeof said === 'string' || typeof gives === 'string'
    ? []
    : names.flatMap((one) => otherWords(left?.[one], right?.[one], one));
}

/** What a record of another version puts in other words, where all else agrees. `apart` as in `How`. */
export function wordFindings(stated: AssessmentRecord, again: AssessmentRecord, apart: readonly string[]): Finding[] {
  const left = (all: object): object =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !apart.includes(name)));
  const other = otherWords(left(stated), left(asWritten(stated, again)), '');
  const [first] = other;
  if (first === undefined) return [];
  return [report('bundle-words-differ', { stated: shown(first[0]), found: first[1], count: other.length }, at)];
}

const shownOutcome = (outcome: Outcome | undefined): string =>
  outcome === undefined ? '—' : outcome.is === 'value' ? outcome.value : outcome.is;

type Named = { readonly id: string };

/** Members with the same id, in the order of the derived ones, then those that are only stated. */
export function paired<T extends Named>(stated: readonly T[], derived: readonly T[]): { stated?: T; derived?: T }[] {
  const left = new Map(stated.map((one) => [one.id, one]));
  const both = derived.map((one): { stated?: T; derived?: T } => {
    const other = left.get(one.id);
    left.delete(one.id);
    return other === undefined ? { derived: one } : { stated: other, derived: one };
  });
  return [...both, ...[...left.values()].map((one) => ({ stated: one }))];
}

type WithReadings = Named & {
  readonly label: string;
  readonly readings?: readonly { readonly label: string }[] | undefined;
};

/** A metric or a criterion, and each of its other readings as one of its own. */
const underEach = <T extends WithReadings>(one: T): readonly T[] => [
  one,
  ...(one.readings ?? []).slice(1).map((read) => ({
    ...one,
    ...read,
    id: `${one.id} ${read.label}`,
    label: `${one.label}（${read.label}）`,
  })),
];

function metricFindings(
  stated: AssessmentRecord['metrics'],
  derived: AssessmentRecord['metrics'],
  how: How,
): Finding[] {
  const found = paired(stated.flatMap(underEach), derived.flatMap(underEach)).flatMap(
    ({ stated: one, derived: other }): Finding[] => {
      const [said, gives] = [shownOutcome(one?.outcome), shownOutcome(other?.outcome)];
      const metric = other?.label ?? one?.label ?? '';
      return said === gives ? [] : [report('bundle-metric-differs', { metric, stated: said, found: gives }, at)];
    },
  );
  return found.length === 0 && !equal(stated, derived, how) ? [differs('metrics')] : found;
}

const range = (points: Points | undefined): string =>
  points === undefined ? '—' : points.least === points.most ? `${points.least}` : `${points.least}–${points.most}`;

function pointFindings(
  stated: AssessmentRecord['scorecard'],
  derived: AssessmentRecord['scorecard'],
  how: How,
): Finding[] {
  const found = paired(stated?.items ?? [], derived?.items ?? []).flatMap(({ stated: one, derived: other }) => {
    const [said, gives] = [range(one?.points), range(other?.points)];
    const item = other?.label ?? one?.label ?? '';
    return said === gives ? [] : [report('bundle-points-differ', { item, stated: said, found: gives }, at)];
  });
  return found.length === 0 && !equal(stated, derived, how) ? [differs('scorecard')] : found;
}

function decisionFindings(
  stated: AssessmentRecord['criteria'],
  derived: AssessmentRecord['criteria'],
  how: How,
): Finding[] {
  const found = paired(
    stated.flatMap(({ id, title, ...one }) => underEach({ id, label: title, ...one })),
    derived.flatMap(({ id, title, ...one }) => underEach({ id, label: title, ...one })),
  ).flatMap(({ stated: one, derived: other }): Finding[] => {
    const [said, gives] = [one?.decision.is ?? 'none', other?.decision.is ?? 'none'] as const;
    const criterion = other?.label ?? one?.label ?? '';
    return said === gives ? [] : [report('bundle-decision-differs', { criterion, stated: said, found: gives }, at)];
  });
  return found.length === 0 && !equal(stated, derived, how) ? [differs('criteria')] : found;
}

/** Members that are told of by parts of their own. */
const parts = {
  category: 'category',
  checklist: 'checklist',
  claims: 'claims',
  attachments: 'attachments',
  files: 'attachments',
  merged: 'attachments',
} as const satisfies Readonly<Record<string, RecordPart>>;

/** Every other member, also one that nobody thought of when this was written. */
function restFindings(stated: object, derived: object, how: How): Finding[] {
  const told = new Set(['metrics', 'scorecard', 'criteria', ...(how.apart ?? [])]);
  const [said, gives] = [stated, derived] as [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>];
  const names = [...new Set([...Object.keys(derived), ...Object.keys(stated)])].filter((name) => !told.has(name));
  return names.flatMap((name) => {
    if (equal(said[name], gives[name], how)) return [];
    const part: RecordPart = Object.hasOwn(parts, name) ? parts[name as keyof typeof parts] : 'head';
    return [differs(part, name === part ? '' : name)];
  });
}
