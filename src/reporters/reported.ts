// A dossier as reports show it: an Assessment as plain data that a thread, a shard or a JSON report can hand on.
import {
  type Assessment,
  type AttachedFile,
  type FilledField,
  type FilledForm,
  factsOf,
  type Outcome,
  type Program,
} from '../assessment.ts';
import { Decimal } from '../expression/decimal.ts';
import type { Finding, Place } from '../findings/finding.ts';
import { inOrder } from '../findings/order.ts';
import { given } from '../given.ts';
import { framedLines } from './frame.ts';
import type { DossierDocument } from './json-definition.ts';

/** What the JSON of a report has in another form, or only for itself. */
type Told = 'path' | 'lines' | 'readable' | 'sha256' | 'bytes' | 'findings' | 'attachments';
type Readable = Extract<DossierDocument, { readonly readable: true }>;

type Common = Omit<Extract<DossierDocument, { readonly readable: false }>, Told> & {
  readonly program: Program;
  readonly dossier: {
    /** File name inside `folder`. */
    readonly file: string;
    /** As the caller named it, with `/`. */
    readonly folder: string;
    readonly sha256: string;
    /** Size of the file. */
    readonly bytes: number;
    /** The lines that code frames show; all others are empty. */
    readonly text: string;
  };
  readonly findings: readonly Finding[];
};

export type ReportedFile = Readable['attachments']['slots'][number]['files'][number];
export type ReportedMetric = Readable['metrics'][number];
export type ReportedChart = NonNullable<ReportedMetric['chart']>;

export type ReportedAssessment = Common &
  Omit<Readable, Told> & {
    readonly kind: 'assessed';
    readonly inventory: {
      readonly slots: Readable['attachments']['slots'];
      readonly rows: readonly (Pick<Readable['attachments']['rows'][number], 'table' | 'row' | 'column'> & {
        readonly file: ReportedFile;
      })[];
    };
  };

/** What a report says of one dossier. Holds neither its whole text, nor the definition, nor a path of this machine. */
export type Reported = ReportedAssessment | (Common & { readonly kind: 'unreadable' });

const noTargets: ReadonlySet<number> = new Set();

/** The text with only the lines that frames of findings in this file may show, so that a batch stays small. */
function excerpt(text: string, file: string, places: readonly Place[]): string {
  const lines = text.split(/\r?\n/);
  const kept = new Set(places.flatMap((at) => (at.file === file ? framedLines(lines, at, noTargets) : [])));
  return lines
    .map((line, index) => (kept.has(index + 1) ? line : ''))
    .join('\n')
    .trimEnd();
}

const fileOf = ({ absolute: _, identity: _____, name: __, at: ___, keys: ____, ...file }: AttachedFile): ReportedFile =>
  file;

/** Figures as text with all their digits. */
type Text<T> = T extends Decimal ? string : T extends object ? { readonly [Key in keyof T]: Text<T[Key]> } : T;

function asText<T>(value: T): Text<T>;
function asText(value: unknown): unknown {
  if (value instanceof Decimal) return value.toFixed();
  if (Array.isArray(value)) return value.map((one) => asText(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asText(one)]));
}

const fieldsOf = (form: FilledForm): readonly FilledField[] =>
  form.sections.flatMap((section) => section.items).filter((item) => item.kind === 'field');

function regionOf(form: FilledForm): readonly string[] {
  const value = fieldsOf(form).find((field) => field.type === 'region')?.value;
  return value?.kind === 'levels' ? value.levels.map(({ name }) => name) : [];
}

/** What the form prints for its facts; of one that no form prints, but that is missing, what it means. */
function labelsOf({ form, category, criteria, metrics, scorecard }: Assessment): Readonly<Record<string, string>> {
  // A field that the portal computes stands for no fact.
  const items = form.sections.flatMap((section) => section.items).filter((item) => item.kind !== 'field' || item.fact);
  const printed = Object.fromEntries(
    items.map((item) => (item.kind === 'field' ? [item.fact, item.label] : [item.id, item.title])),
  );
  const needs = [
    ...criteria.flatMap(({ decision }) => (decision.is === 'undecided' ? decision.needs : [])),
    ...metrics.flatMap(({ outcome }) => (outcome.is === 'undecided' ? outcome.needs : [])),
    ...(scorecard?.items ?? []).flatMap((item) => item.needs),
  ].map((need) => need.split(/[.[]/));
  if (needs.every(([id = '']) => Object.hasOwn(printed, id))) return printed;
  const facts = factsOf(category);
  const meant = needs.flatMap(([id = '', part = '']) => {
    const fact = facts[id];
    if (Object.hasOwn(printed, id) || fact === undefined) return [];
    const own = fact.fields?.[part];
    return [[id, fact.meaning], ...(own === undefined ? [] : [[`${id}.${part}`, own.meaning]])];
  });
  return { ...printed, ...Object.fromEntries(meant) };
}

function usccAt({ form, dossier }: Assessment): Place {
  for (const { items } of form.sections)
    for (const item of items) if (item.kind === 'field' && item.fact === 'uscc') return item.at;
  return { file: dossier.file, path: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
}

function parts(assessment: Assessment) {
  const { uscc, category, form, criteria, metrics, scorecard, checklist, claims, waiversUsed, inventory } = assessment;
  const { register, market } = assessment;
  const { flattened: _, paper: __, ...about } = category;
  return given({
    uscc,
    usccAt: usccAt(assessment),
    category: about,
    labels: labelsOf(assessment),
    region: regionOf(form),
    criteria,
    // What a metric comes to stands last.
    metrics: metrics.map(({ outcome, readings, stated, chart, ...metric }) =>
      asText({ ...metric, ...given({ outcome, readings, stated, chart }) }),
    ),
    scorecard,
    register,
    market,
    checklist,
    claims,
    waiversUsed,
    inventory: {
      slots: inventory.slots.map(({ at: __, ...slot }) => ({ ...slot, files: slot.files.map(fileOf) })),
      rows: inventory.rows.map((row) => ({ ...row, file: fileOf(row.file) })),
    },
  });
}

function common(outcome: Outcome): Common {
  const { program, asOf, dossier, enterprise, findings, counts, state } = outcome;
  const { file, folder, sha256, bytes, text } = dossier;
  // A run may still find that the enterprise applies twice, or that its code is another's too.
  const once = outcome.kind === 'assessed' ? [usccAt(outcome)] : [];
  const places = [...findings.map(({ at }) => at).filter(({ absent }) => !absent), ...once];
  return {
    program,
    asOf,
    dossier: { file, folder, sha256, bytes: bytes.length, text: excerpt(text, file, places) },
    enterprise,
    findings: inOrder(findings),
    counts,
    state,
  };
}

/** What reports show of an assessment. */
export const reportedAssessment = (assessment: Assessment): ReportedAssessment => ({
  kind: 'assessed',
  ...common(assessment),
  ...parts(assessment),
});

/** What reports show of an outcome. */
export const reportedOf = (outcome: Outcome): Reported =>
  outcome.kind === 'assessed' ? reportedAssessment(outcome) : { kind: 'unreadable', ...common(outcome) };

/** Files in the order of the bundle: slots first, then the rows of sub-tables. */
export const reportedFiles = ({ slots, rows }: ReportedAssessment['inventory']): readonly ReportedFile[] => [
  ...slots.flatMap((slot) => slot.files),
  ...rows.map((row) => row.file),
];
