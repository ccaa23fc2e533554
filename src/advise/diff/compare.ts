// Compares two assessments: head, fields, tables, attachments, metrics, points, decisions, findings.
import type {
  Assessment,
  AttachedFile,
  CriterionResult,
  FilledField,
  FilledForm,
  FilledValue,
  MetricResult,
  Points,
} from '../../assessment.ts';
import type { Finding } from '../../findings/finding.ts';
import { ofDefinition } from '../../findings/sentence.ts';
import { given } from '../../given.ts';
import type { Difference } from '../../reporters/diff-definition.ts';
import { wordsOf } from '../../words/of-finding.ts';
import { pairs, tableChanges } from './tables.ts';

type NamedChange = Difference['metrics'][number];
type FieldChange = Difference['fields'][number];
type FindingChange = Difference['findings'][number];
type FileChange = Difference['slots'][number]['files'][number];

/** How many things differ. */
export const changesIn = ({ tables, slots, ...others }: Difference): number =>
  [tables.flatMap(({ rows }) => rows), slots.flatMap(({ files }) => files), ...Object.values(others)].flat().length;

/** What differs between `a` and `b`. Both must have been assessed with the digests of their attachments. */
export function compare(a: Assessment, b: Assessment): Difference {
  return {
    head: headChanges(a, b),
    fields: fieldChanges(a.form, b.form),
    tables: tableChanges(a.form, b.form),
    slots: slotChanges(a, b),
    metrics: named(a.metrics.flatMap(metricsOf), b.metrics.flatMap(metricsOf), figureOf),
    points: named(a.scorecard?.items ?? [], b.scorecard?.items ?? [], ({ points }) => pointsOf(points)),
    decisions: named(a.criteria.flatMap(decisionsOf), b.criteria.flatMap(decisionsOf), ({ is }) => is),
    findings: findingChanges(a.findings, b.findings),
  };
}

/** A metric, and each of its other readings as `编号（口径）`. */
const metricsOf = ({ id, label, outcome, readings = [] }: MetricResult) => [
  { id, label, ...inEnglish(label), outcome },
  ...readings.slice(1).map((read) => ({
    id: `${id}（${read.label}）`,
    label: `${label}（${read.label}）`,
    ...inEnglish(label, read.label),
    outcome: read.outcome,
  })),
];

/** The label in English, and the reading, where they are not the same there. */
function inEnglish(label: string, reading?: string): { readonly labelEn?: string } {
  const [name, read] = [label, reading].map((text) => text && ofDefinition(text, 'en'));
  const labelEn = read === undefined ? name : `${name} (${read})`;
  return labelEn === undefined || labelEn === label ? {} : { labelEn };
}

/** A criterion, and each of its other readings as `编号（口径）`. */
const decisionsOf = ({ id, title, decision, readings = [] }: CriterionResult) => [
  { id, label: title, ...inEnglish(title), is: decision.is },
  ...readings.slice(1).map((read) => ({
    id: `${id}（${read.label}）`,
    label: `${title}（${read.label}）`,
    ...inEnglish(title, read.label),
    is: read.decision.is,
  })),
];

function headChanges(a: Assessment, b: Assessment): Difference['head'] {
  const all = [
    ['enterprise', a.enterprise, b.enterprise],
    ['category', a.category.id, b.category.id],
    ['title', a.category.title, b.category.title],
    ['definition', a.category.sha256, b.category.sha256],
    ['asOf', a.asOf, b.asOf],
  ] as const;
  return all.flatMap(([what, was, is]) => (was === is ? [] : [{ what, a: was, b: is }]));
}

/** The figure as shown; all its digits where two that differ are shown alike. */
const figureOf = ({ outcome }: Pick<MetricResult, 'outcome'>, whole: boolean): string =>
  outcome.is !== 'value' ? outcome.is : whole ? outcome.value.toFixed() : outcome.shown;

const pointsOf = ({ least, most }: Points): string => (least === most ? `${least}` : `${least}–${most}`);

function named<T extends { readonly id: string; readonly label: string; readonly labelEn?: string }>(
  a: readonly T[],
  b: readonly T[],
  text: (one: T, whole: boolean) => string,
): NamedChange[] {
  return pairs(a, b, ({ id }) => id).flatMap((both): NamedChange[] => {
    const [wasWhole, isWhole] = [both.a && text(both.a, true), both.b && text(both.b, true)];
    if (wasWhole === isWhole) return [];
    const [was, is] = [both.a && text(both.a, false), both.b && text(both.b, false)];
    const { id = '', label = '', labelEn } = both.a ?? both.b ?? {};
    return [
      { id, label, ...given({ labelEn }), ...given(was === is ? { a: wasWhole, b: isWhole } : { a: was, b: is }) },
    ];
  });
}

/** A finding is the same wherever its line has moved to. */
function findingChanges(a: readonly Finding[], b: readonly Finding[]): FindingChange[] {
  const keyed = (findings: readonly Finding[]) => {
    const seen = new Map<string, number>();
    return findings.map((finding) => {
      const message = { zh: wordsOf(finding, 'zh').message, en: wordsOf(finding, 'en').message };
      const text = [finding.code, finding.severity, message.zh, finding.waived !== undefined].join('\u0000');
      const count = seen.get(text) ?? 0;
      seen.set(text, count + 1);
      const { code, severity, waived } = finding;
      return { key: `${text}\u0000${count}`, told: { code, severity, message, waived: waived !== undefined } };
    });
  };
  return pairs(keyed(a), keyed(b), ({ key }) => key).flatMap((both): FindingChange[] => {
    if (both.a !== undefined && both.b !== undefined) return [];
    const one = both.a ?? both.b;
    return one === undefined ? [] : [{ only: both.a === undefined ? 'b' : 'a', ...one.told }];
  });
}

/** A part of a value: `same` decides whether two are equal, `text` is shown. */
type Part = { readonly part: string; readonly same: string; readonly text: string };

const plain = (part: string, text: string): Part => ({ part, same: text, text });

function partsOf(value: FilledValue | undefined, labels: FilledField['parts']): Part[] {
  switch (value?.kind) {
    case undefined:
      return [];
    case 'text':
      return [plain('', value.text)];
    case 'number':
      return [{ part: '', same: value.value.toFixed(), text: value.source }];
    case 'chosen':
      return value.chosen.length === 0 ? [] : [plain('', value.chosen.join('、'))];
    case 'levels':
      return [plain('', value.levels.map(({ code = '', name }) => name || code).join(' › '))];
    case 'years':
      return value.cells.flatMap(({ year, value: figure, source }) =>
        figure === undefined ? [] : [{ part: `${year}`, same: figure.toFixed(), text: source ?? figure.toFixed() }],
      );
    case 'person':
      return (['name', 'phone', 'mobile'] as const).flatMap((part) => {
        const text = value[part];
        return text === undefined ? [] : [plain(labels[part] ?? part, text)];
      });
  }
}

type Keyed = { readonly key: string; readonly field: FilledField };

/** Fields by id; one whose id an earlier section has, by its section too. */
export function keyedFields(form: FilledForm): Keyed[] {
  const seen = new Set<string>();
  return form.sections.flatMap((section) =>
    section.items.flatMap((item): Keyed[] => {
      if (item.kind !== 'field') return [];
      const key = seen.has(item.id) ? `${section.id}.${item.id}` : item.id;
      seen.add(key);
      return [{ key, field: item }];
    }),
  );
}

/** Figures are equal by value, so that 10.00 is 10. */
function fieldChanges(a: FilledForm, b: FilledForm): FieldChange[] {
  return pairs(keyedFields(a), keyedFields(b), ({ key }) => key).flatMap((both) => {
    const { key: id, field } = both.a ?? both.b ?? { key: '', field: undefined };
    const bySeries = [both.a, both.b].some((side) => side?.field.value?.kind === 'years');
    const [was, is] = [both.a, both.b].map((side) => {
      const parts = partsOf(side?.field.value, side?.field.parts ?? {});
      const [only, ...others] = side?.field.years ?? [];
      // Where the other form prints a row of years, the one year of this one stands among them.
      const isOne = bySeries && only !== undefined && others.length === 0;
      return isOne ? parts.map((one) => (one.part === '' ? { ...one, part: `${only.year}` } : one)) : parts;
    });
    return pairs(was ?? [], is ?? [], ({ part }) => part).flatMap(({ a: before, b: after }): FieldChange[] => {
      if (before?.same === after?.same) return [];
      const part = before?.part ?? after?.part ?? '';
      const label = field?.label ?? id;
      return [given({ id, label, part: part === '' ? undefined : part, a: before?.text, b: after?.text })];
    });
  });
}

type Held = { readonly id: string; readonly label: string; readonly files: readonly AttachedFile[] };

/** Slots, and each table whose rows have files. */
function heldIn({ inventory, form }: Assessment): Held[] {
  const titles = new Map(form.sections.flatMap(({ items }) => items.map((item) => [item.id, item] as const)));
  const rows = new Map<string, AttachedFile[]>();
  for (const { table, file } of inventory.rows) rows.set(table, [...(rows.get(table) ?? []), file]);
  const tables = [...rows].map(([table, files]) => {
    const item = titles.get(table);
    return { id: `form.${table}`, label: item?.kind === 'table' ? item.title : table, files };
  });
  return [...inventory.slots, ...tables];
}

/** Takes out of `from` the first that fits, and gives it. */
function take(from: AttachedFile[], fits: (file: AttachedFile) => boolean): AttachedFile | undefined {
  const at = from.findIndex(fits);
  return at < 0 ? undefined : from.splice(at, 1)[0];
}

function fileChanges(a: readonly AttachedFile[], b: readonly AttachedFile[]): FileChange[] {
  const left = [...b];
  const change = (is: FileChange['is'], was?: AttachedFile, now?: AttachedFile): FileChange => ({
    is,
    ...given({ a: was?.source, b: now?.source }),
    digests: given({ a: was?.sha256, b: now?.sha256 }),
  });
  const same = (one: AttachedFile) => (other: AttachedFile) =>
    other.source === one.source && other.sha256 === one.sha256;
  const open = a.filter((one) => take(left, same(one)) === undefined);
  // Those that kept their place first, whichever side is asked: else a swap of names would be told in two ways.
  const moved: FileChange[] = [];
  const others = open.filter((one) => {
    const now = take(left, ({ source }) => source === one.source);
    if (now !== undefined) moved.push(change('changed', one, now));
    return now === undefined;
  });
  const gone = others.filter((one) => {
    const now = take(left, ({ sha256 }) => sha256 !== undefined && sha256 === one.sha256);
    if (now !== undefined) moved.push(change('renamed', one, now));
    return now === undefined;
  });
  return [
    ...moved,
    ...gone.map((one) => change('removed', one)),
    ...left.map((one) => change('added', undefined, one)),
  ];
}

/** Every file must have its digest. */
function slotChanges(a: Assessment, b: Assessment): Difference['slots'] {
  return pairs(heldIn(a), heldIn(b), ({ id }) => id).flatMap((both) => {
    const files = fileChanges(both.a?.files ?? [], both.b?.files ?? []);
    const { id = '', label = '' } = both.a ?? both.b ?? {};
    return files.length === 0 ? [] : [{ id, label, files }];
  });
}
