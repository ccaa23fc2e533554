// What a bundle says of its assessment, part by part beside what its dossier gives when it is assessed again.
import type { Assessment } from '../assessment.ts';
import type { RecordPart } from '../findings/codes/bundle.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { paths } from './layout.ts';
import { placeIn } from './verify-zip.ts';

type Outcome =
  | { readonly is: 'value'; readonly value: string }
  | { readonly is: 'undecided' }
  | { readonly is: 'not computable' };
type Decided = { readonly is: Assessment['criteria'][number]['decision']['is'] };
type Points = { readonly least: number; readonly most: number };

/** `assessment.json`, as far as its parts are told of one by one; all of it is compared. */
export type AssessmentRecord = {
  readonly asOf: string;
  readonly dossier: string;
  readonly enterprise: string;
  readonly uscc: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly category: { readonly id: string };
  readonly criteria: readonly {
    readonly id: string;
    readonly title: string;
    readonly decision: Decided;
    readonly readings?: readonly { readonly label: string; readonly decision: Decided }[] | undefined;
  }[];
  readonly metrics: readonly {
    readonly id: string;
    readonly label: string;
    readonly outcome: Outcome;
    readonly readings?: readonly { readonly label: string; readonly outcome: Outcome }[] | undefined;
  }[];
  readonly scorecard?:
    | { readonly points: Points; readonly items: readonly (Item & { readonly points: Points })[] }
    | undefined;
  readonly checklist: readonly object[];
  readonly claims: readonly object[];
  readonly attachments: {
    readonly slots: readonly { readonly files: readonly File[] }[];
    readonly rows: readonly File[];
  };
};
type Item = { readonly id: string; readonly label: string };
type File = { readonly source: string; readonly bytes: number; readonly sha256?: string | undefined };

/** `words`: the same program version wrote it, so that every word is compared. */
type How = { readonly words: boolean };

const at = placeIn(paths.assessment);

/** JSON text that does not depend on the order of keys. */
export const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? '';

const equal = (a: unknown, b: unknown): boolean => textOf(a) === textOf(b);

const differs = (part: RecordPart, what = ''): Finding => report('bundle-record-differs', { part, what }, at);

/** All that differs, findings apart; nothing when the dossier gives exactly this record. */
export function recordFindings(stated: AssessmentRecord, derived: AssessmentRecord, how: How): Finding[] {
  return [
    ...headFindings(stated, derived),
    ...metricFindings(stated.metrics, derived.metrics, how),
    ...pointFindings(stated.scorecard, derived.scorecard, how),
    ...decisionFindings(stated.criteria, derived.criteria, how),
    ...restFindings(stated, derived, how),
  ];
}

function headFindings(stated: AssessmentRecord, derived: AssessmentRecord): Finding[] {
  const keys = ['asOf', 'dossier', 'enterprise', 'uscc', 'sha256', 'bytes'] as const;
  return keys.filter((key) => stated[key] !== derived[key]).map((key) => differs('head', key));
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
  { words }: How,
): Finding[] {
  const found = paired(stated.flatMap(underEach), derived.flatMap(underEach)).flatMap(
    ({ stated: one, derived: other }): Finding[] => {
      const [said, gives] = [shownOutcome(one?.outcome), shownOutcome(other?.outcome)];
      const metric = other?.label ?? one?.label ?? '';
      return said === gives ? [] : [report('bundle-metric-differs', { metric, stated: said, found: gives }, at)];
    },
  );
  return found.length === 0 && words && !equal(stated, derived) ? [differs('metrics')] : found;
}

const range = (points: Points | undefined): string =>
  points === undefined ? '—' : points.least === points.most ? `${points.least}` : `${points.least}–${points.most}`;

function pointFindings(
  stated: AssessmentRecord['scorecard'],
  derived: AssessmentRecord['scorecard'],
  { words }: How,
): Finding[] {
  const found = paired(stated?.items ?? [], derived?.items ?? []).flatMap(({ stated: one, derived: other }) => {
    const [said, gives] = [range(one?.points), range(other?.points)];
    const item = other?.label ?? one?.label ?? '';
    return said === gives ? [] : [report('bundle-points-differ', { item, stated: said, found: gives }, at)];
  });
  if (found.length > 0) return found;
  const same = words ? equal(stated, derived) : equal(stated?.points, derived?.points);
  return same ? [] : [differs('scorecard')];
}

function decisionFindings(
  stated: AssessmentRecord['criteria'],
  derived: AssessmentRecord['criteria'],
  { words }: How,
): Finding[] {
  const found = paired(
    stated.flatMap(({ id, title, ...one }) => underEach({ id, label: title, ...one })),
    derived.flatMap(({ id, title, ...one }) => underEach({ id, label: title, ...one })),
  ).flatMap(({ stated: one, derived: other }): Finding[] => {
    const [said, gives] = [one?.decision.is ?? 'none', other?.decision.is ?? 'none'] as const;
    const criterion = other?.label ?? one?.label ?? '';
    return said === gives ? [] : [report('bundle-decision-differs', { criterion, stated: said, found: gives }, at)];
  });
  return found.length === 0 && words && !equal(stated, derived) ? [differs('criteria')] : found;
}

/** Which file stands where, without what was read from it. */
const bare = ({ slots, rows }: AssessmentRecord['attachments']): unknown => {
  const plain = ({ source, bytes, sha256 }: File): object => ({ source, bytes, sha256 });
  return { slots: slots.map((slot) => slot.files.map(plain)), rows: rows.map(plain) };
};

function restFindings(stated: AssessmentRecord, derived: AssessmentRecord, { words }: How): Finding[] {
  const { attachments } = stated;
  const files = words ? equal(attachments, derived.attachments) : equal(bare(attachments), bare(derived.attachments));
  const found: Finding[] = files ? [] : [differs('attachments')];
  if (stated.category.id !== derived.category.id) found.push(differs('category', 'id'));
  if (!words) return found;
  const parts = ['category', 'checklist', 'claims'] as const;
  return [...found, ...parts.filter((part) => !equal(stated[part], derived[part])).map((part) => differs(part))];
}
