// Builds assessments for tests: sensible defaults, so that a test names only what it is about.
import type {
  Assessment,
  AttachedFile,
  CategoryInfo,
  ChecklistItem,
  CriterionResult,
  FilledField,
  FilledForm,
  FilledSlot,
  MetricResult,
  Unreadable,
} from '../../src/assessment.ts';
import { countsOf, stateOf } from '../../src/decide/state.ts';
import type { Citation, CriterionFinding, Finding, Place } from '../../src/findings/finding.ts';

export const program = { name: 'zjtx', version: '1.2.3' } as const;
const asOf = '2021-08-16';
const file = 'dossier.yaml';

/** A place in the dossier. */
export const at = (line: number, column: number, endColumn: number, path = ''): Place => ({
  file,
  path,
  line,
  column,
  endLine: line,
  endColumn,
});

/** A clause of the manual, a source with standing `seed`. */
export const cite = (more: Partial<Citation> = {}): Citation => ({
  source: 'manual',
  short: '手册',
  title: '专精特新小巨人认定用户使用手册',
  clause: '2.3.2',
  standing: 'seed',
  ...more,
});

/** A criterion that is not met. */
export function notMet(
  code: string,
  title: string,
  place: Place,
  more: Partial<CriterionFinding> & { hint?: string } = {},
): CriterionFinding {
  const { hint, ...rest } = more;
  return {
    code,
    severity: 'error',
    at: place,
    cite: [cite()],
    criterion: hint === undefined ? { title } : { title, hint },
    ...rest,
  };
}

export const criterion = (id: string, more: Partial<CriterionResult> = {}): CriterionResult => ({
  id,
  title: id,
  severity: 'error',
  binding: true,
  decision: { is: 'met' },
  cite: [cite()],
  ...more,
});

export const field = (fact: string, label: string, more: Partial<FilledField> = {}): FilledField => ({
  kind: 'field',
  id: fact,
  fact,
  label,
  type: 'text',
  required: true,
  beside: false,
  parts: {},
  options: [],
  years: [],
  cite: [],
  at: at(1, 1, 2),
  ...more,
});

export const attached = (source: string, more: Partial<AttachedFile> = {}): AttachedFile => ({
  source,
  absolute: `/somewhere/${source}`,
  name: source.split('/').at(-1) ?? source,
  bytes: 1_000_000,
  format: 'pdf',
  traits: { pages: 3 },
  evidence: {},
  at: at(1, 1, 2),
  ...more,
});

export const slot = (
  id: string,
  label: string,
  files: readonly AttachedFile[],
  more: Partial<FilledSlot> = {},
): FilledSlot => ({
  id,
  order: 1,
  label,
  required: true,
  cite: [cite()],
  files,
  at: at(1, 1, 2),
  ...more,
});

export const category = (more: Partial<CategoryInfo> = {}): CategoryInfo => ({
  id: 'jiangsu/2021/giant-innovation',
  title: '小巨人企业认定(创新类)',
  scheme: '江苏省专精特新小巨人认定',
  procedure: '新认定申报',
  authority: '江苏省工业和信息化厅',
  year: 2021,
  sources: [],
  files: { types: ['pdf'], maxMib: 50, notice: '' },
  sha256: 'c'.repeat(64),
  flattened: '{}',
  ...more,
});

type Given = Partial<Omit<Assessment, 'dossier' | 'kind'>> & {
  readonly folder?: string;
  readonly text?: string;
  readonly sha256?: string;
  readonly slots?: readonly FilledSlot[];
  readonly fields?: readonly FilledField[];
};

const dossierOf = (folder: string, text: string, sha256 = 'd'.repeat(64)) => ({
  file,
  folder,
  text,
  bytes: new TextEncoder().encode(text),
  sha256,
});

/** An assessment; counts and state follow from its findings and criteria, unless they are given. */
export function assessment(given: Given = {}): Assessment {
  const { folder = '示例精密/创新类', text = '', sha256, slots = [], fields = [], ...rest } = given;
  const findings: readonly Finding[] = given.findings ?? [];
  const criteria: readonly CriterionResult[] = given.criteria ?? [];
  const metrics: readonly MetricResult[] = given.metrics ?? [];
  const checklist: readonly ChecklistItem[] = given.checklist ?? [];
  const { counts = countsOf(findings, criteria), state = stateOf({ findings, criteria }) } = given;
  const form: FilledForm = { sections: [{ id: 'basics', open: false, items: fields }], required: 0, filled: 0 };
  return {
    kind: 'assessed',
    program,
    asOf,
    dossier: dossierOf(folder, text, sha256),
    enterprise: '江苏示例精密机械有限公司',
    uscc: '91320115MADEM0011B',
    category: category(),
    form,
    inventory: { slots, rows: [] },
    ...rest,
    metrics,
    criteria,
    checklist,
    claims: given.claims ?? [],
    waiversUsed: given.waiversUsed ?? [],
    findings,
    counts,
    state,
  };
}

/** A dossier whose YAML cannot be read. */
export function unreadable(folder: string, text: string, findings: readonly Finding[]): Unreadable {
  const counts = countsOf(findings, []);
  return {
    kind: 'unreadable',
    program,
    asOf,
    dossier: dossierOf(folder, text),
    enterprise: '',
    findings,
    counts,
    state: 'errors',
  };
}
