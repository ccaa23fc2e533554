// Compares two assessments: head, fields, tables, attachments, metrics, points, decisions, findings.
import type { Assessment, CriterionResult, MetricResult, Points } from '../../assessment.ts';
import type { Finding } from '../../findings/finding.ts';
import { wordsOf } from '../../words/of-finding.ts';
import { type Difference, type FindingChange, type HeadChange, type NamedChange, pairs, sides } from './difference.ts';
import { fieldChanges } from './fields.ts';
import { slotChanges } from './slots.ts';
import { tableChanges } from './tables.ts';

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
  { id, label, outcome },
  ...readings.slice(1).map((read) => ({
    id: `${id}（${read.label}）`,
    label: `${label}（${read.label}）`,
    outcome: read.outcome,
  })),
];

/** A criterion, and each of its other readings as `编号（口径）`. */
const decisionsOf = ({ id, title, decision, readings = [] }: CriterionResult) => [
  { id, label: title, is: decision.is },
  ...readings.slice(1).map((read) => ({
    id: `${id}（${read.label}）`,
    label: `${title}（${read.label}）`,
    is: read.decision.is,
  })),
];

function headChanges(a: Assessment, b: Assessment): HeadChange[] {
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

function named<T extends { readonly id: string; readonly label: string }>(
  a: readonly T[],
  b: readonly T[],
  text: (one: T, whole: boolean) => string,
): NamedChange[] {
  return pairs(a, b, ({ id }) => id).flatMap((both): NamedChange[] => {
    const [wasWhole, isWhole] = [both.a && text(both.a, true), both.b && text(both.b, true)];
    if (wasWhole === isWhole) return [];
    const [was, is] = [both.a && text(both.a, false), both.b && text(both.b, false)];
    const { id = '', label = '' } = both.a ?? both.b ?? {};
    return [{ id, label, ...(was === is ? sides(wasWhole, isWhole) : sides(was, is)) }];
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
