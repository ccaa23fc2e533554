// A dossier as reports show it: an Assessment as plain data that a thread, a shard or a JSON report can hand on.
import type {
  Assessment,
  AttachedFile,
  CategoryInfo,
  ChecklistItem,
  ClaimShown,
  Counts,
  CriterionResult,
  FilledField,
  FilledForm,
  FilledSlot,
  MetricResult,
  Outcome,
  Program,
  RowFile,
  ScorecardResult,
  State,
} from '../assessment.ts';
import type { Charted, MetricChart, MetricOutcome } from '../decide/metrics/result.ts';
import type { Decimal } from '../expression/decimal.ts';
import type { Finding, Place } from '../findings/finding.ts';
import { inOrder } from '../findings/order.ts';

/** Figures as text with all their digits. */
type Plain<T> = T extends string | number | boolean | undefined
  ? T
  : T extends Decimal
    ? string
    : T extends readonly (infer Item)[]
      ? readonly Plain<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: Plain<T[Key]> }
        : T;

export type ReportedFile = Omit<AttachedFile, 'absolute' | 'identity' | 'name' | 'at' | 'keys'>;
export type ReportedSlot = Omit<FilledSlot, 'files' | 'at'> & { readonly files: readonly ReportedFile[] };
export type ReportedRow = Omit<RowFile, 'file'> & { readonly file: ReportedFile };
export type ReportedChart = Plain<MetricChart>;
export type ReportedMetric = Omit<MetricResult, 'outcome' | 'readings' | 'stated' | 'chart'> & {
  readonly outcome: Plain<MetricOutcome>;
  readonly readings?: readonly { readonly label: string; readonly outcome: Plain<MetricOutcome> }[];
  readonly stated?: { readonly value: string; readonly source: string; readonly agrees: boolean; readonly at: Place };
  readonly chart?: ReportedChart;
};

type Common = {
  readonly program: Program;
  readonly asOf: string;
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
  readonly enterprise: string;
  readonly findings: readonly Finding[];
  readonly counts: Counts;
  readonly state: State;
};

export type ReportedUnreadable = Common & { readonly kind: 'unreadable' };

export type ReportedAssessment = Common & {
  readonly kind: 'assessed';
  readonly uscc: string;
  /** Where the credit code stands, else the head of the dossier. */
  readonly usccAt: Place;
  readonly category: Omit<CategoryInfo, 'flattened'>;
  /** Printed labels of the form's fields by fact id, and of its tables by theirs. */
  readonly labels: Readonly<Record<string, string>>;
  /** Where the enterprise is registered: 江苏省, 南京市, 江宁区; empty when not given. */
  readonly region: readonly string[];
  readonly criteria: readonly CriterionResult[];
  readonly metrics: readonly ReportedMetric[];
  readonly scorecard?: ScorecardResult;
  readonly checklist: readonly ChecklistItem[];
  readonly claims: readonly ClaimShown[];
  /** Places of the waivers that cover a finding. */
  readonly waiversUsed: readonly Place[];
  readonly inventory: { readonly slots: readonly ReportedSlot[]; readonly rows: readonly ReportedRow[] };
};

/** What a report says of one dossier. Holds neither its whole text, nor the definition, nor a path of this machine. */
export type Reported = ReportedAssessment | ReportedUnreadable;

/** Lines that a code frame may show around its target. */
const above = 1;
const below = 2;

/** The text with only the lines that findings in this file may show, so that a batch stays small. */
function excerpt(text: string, file: string, places: readonly Place[]): string {
  const kept = new Set<number>();
  for (const at of places) {
    if (at.file === file) for (let line = at.line - above; line <= at.line + below; line += 1) kept.add(line);
  }
  const lines = text.split(/\r?\n/).map((line, index) => (kept.has(index + 1) ? line : ''));
  return lines.join('\n').trimEnd();
}

const fileOf = ({ absolute: _, identity: _____, name: __, at: ___, keys: ____, ...file }: AttachedFile): ReportedFile =>
  file;

function chartOf(chart: MetricChart): ReportedChart {
  const plain = (one: Charted) => ({ ...one, value: one.value.toFixed() });
  if (chart.kind === 'part') return { kind: 'part', part: plain(chart.part), whole: plain(chart.whole) };
  const bars = chart.bars.map(({ value, ...bar }) => (value === undefined ? bar : { ...bar, value: value.toFixed() }));
  return { ...chart, bars };
}

const outcomeOf = (outcome: MetricOutcome): Plain<MetricOutcome> =>
  outcome.is === 'value' ? { ...outcome, value: outcome.value.toFixed() } : outcome;

function metricOf({ outcome, readings, stated, chart, ...metric }: MetricResult): ReportedMetric {
  return {
    ...metric,
    outcome: outcomeOf(outcome),
    ...(readings === undefined
      ? {}
      : { readings: readings.map((one) => ({ label: one.label, outcome: outcomeOf(one.outcome) })) }),
    ...(stated === undefined ? {} : { stated: { ...stated, value: stated.value.toFixed() } }),
    ...(chart === undefined ? {} : { chart: chartOf(chart) }),
  };
}

const fieldsOf = (form: FilledForm): readonly FilledField[] =>
  form.sections.flatMap((section) => section.items).filter((item) => item.kind === 'field');

function regionOf(form: FilledForm): readonly string[] {
  const value = fieldsOf(form).find((field) => field.type === 'region')?.value;
  return value?.kind === 'levels' ? value.levels.map(({ name }) => name) : [];
}

function labelsOf(form: FilledForm): Readonly<Record<string, string>> {
  const items = form.sections.flatMap((section) => section.items);
  return Object.fromEntries(
    items.map((item) => (item.kind === 'field' ? [item.fact, item.label] : [item.id, item.title])),
  );
}

function usccAt({ form, dossier }: Assessment): Place {
  for (const { items } of form.sections)
    for (const item of items) if (item.kind === 'field' && item.fact === 'uscc') return item.at;
  return { file: dossier.file, path: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
}

function parts(assessment: Assessment): Omit<ReportedAssessment, keyof Common | 'kind'> {
  const { uscc, category, form, criteria, metrics, scorecard, checklist, claims, waiversUsed, inventory } = assessment;
  const { flattened: _, ...about } = category;
  return {
    uscc,
    usccAt: usccAt(assessment),
    category: about,
    labels: labelsOf(form),
    region: regionOf(form),
    criteria,
    metrics: metrics.map(metricOf),
    ...(scorecard === undefined ? {} : { scorecard }),
    checklist,
    claims,
    waiversUsed,
    inventory: {
      slots: inventory.slots.map(({ at: __, ...slot }) => ({ ...slot, files: slot.files.map(fileOf) })),
      rows: inventory.rows.map((row) => ({ ...row, file: fileOf(row.file) })),
    },
  };
}

function common(outcome: Outcome): Common {
  const { program, asOf, dossier, enterprise, findings, counts, state } = outcome;
  const { file, folder, sha256, bytes, text } = dossier;
  // A run may still find that the enterprise applies twice.
  const once = outcome.kind === 'assessed' && outcome.category.once !== undefined ? [usccAt(outcome)] : [];
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
