// Computes every metric in the order its formula needs, with formula, substitution and chart, or names what it lacks.
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Evaluated, Input } from '../../expression/compile.ts';
import { Decimal, showRounded } from '../../expression/decimal.ts';
import { formulaOf, precise, substitutionOf } from '../../expression/explain.ts';
import type { Scope } from '../../expression/scope.ts';
import type { Facts } from '../../expression/values.ts';
import type { Finding, Place } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import { chartOf } from './chart.ts';
import type { Chosen, OpenedMetric } from './definition.ts';
import type { MetricOutcome, MetricResult } from './result.ts';

/** A figure that the dossier states for a metric. */
export type StatedFigure = { readonly value: Decimal; readonly source: string; readonly at: Place };

/** Stated and computed figures agree when the rounded ones are equal (E-05's tolerance is for papers, not for a cell). */
const tolerance = new Decimal('0.01');

export type Computed = {
  readonly results: readonly MetricResult[];
  readonly values: ReadonlyMap<string, Evaluated<Decimal>>;
};

/** `metrics` come in the order in which they may be computed; `chosen` are taken by another reading than their own. */
export function computeMetrics(
  metrics: readonly OpenedMetric[],
  scope: Scope,
  facts: Facts,
  asOf: string,
  stated: ReadonlyMap<string, StatedFigure>,
  chosen: Chosen = new Map(),
): Computed {
  const values = new Map<string, Evaluated<Decimal>>();
  const results: MetricResult[] = [];
  for (const metric of metrics) {
    const input: Input = { facts, metrics: new Map(values), asOf };
    const formula = chosen.get(metric.id) ?? metric.formula;
    const outcome = withZeroDivisor(metric, formula.evaluate(input));
    values.set(metric.id, outcome);
    results.push(resultOf({ ...metric, formula }, outcome, scope, input, stated.get(metric.id)));
  }
  return { results, values };
}

/** Some forms show a number where the divisor is zero. */
export function withZeroDivisor(metric: OpenedMetric, outcome: Evaluated<Decimal>): Evaluated<Decimal> {
  const zero = metric.ifZeroDivisor;
  return outcome.is === 'not computable' && outcome.why === 'zero-divisor' && zero !== undefined
    ? { is: 'value', value: zero }
    : outcome;
}

function resultOf(
  metric: OpenedMetric,
  evaluated: Evaluated<Decimal>,
  scope: Scope,
  input: Input,
  stated: StatedFigure | undefined,
): MetricResult {
  const { id, label, unit, decimals, cite, limits, formula } = metric;
  const outcome = shownOutcome(evaluated, decimals);
  const tree: ASTNode = formula.tree;
  const substitution = outcome.is === 'undecided' ? undefined : substitutionOf(tree, scope, input);
  const chart = chartOf(tree, scope, input);
  const readings = metric.readings.map((reading) => ({
    label: reading.label,
    outcome: shownOutcome(withZeroDivisor(metric, reading.formula.evaluate(input)), decimals),
  }));
  return {
    id,
    label,
    unit,
    decimals,
    outcome,
    formula: formulaOf(tree, formula.text, scope),
    ...(substitution === undefined ? {} : { substitution }),
    ...(outcome.is === 'value' ? { precise: precise(outcome.value) } : {}),
    limits,
    ...(readings.length === 0 ? {} : { readings }),
    ...(stated === undefined ? {} : { stated: { ...stated, ...agreement(stated.value, outcome, readings, decimals) } }),
    ...(chart === undefined ? {} : { chart }),
    cite,
  };
}

const shownOutcome = (evaluated: Evaluated<Decimal>, decimals: number): MetricOutcome =>
  evaluated.is === 'value' ? { ...evaluated, shown: showRounded(evaluated.value, decimals) } : evaluated;

/** Whether a stated figure is the computed one, or that of another reading of the clause: which is told. */
function agreement(
  stated: Decimal,
  outcome: MetricOutcome,
  readings: NonNullable<MetricResult['readings']>,
  decimals: number,
): Pick<NonNullable<MetricResult['stated']>, 'agrees' | 'reading'> {
  const equals = (one: MetricOutcome): boolean => one.is === 'value' && stated.eq(one.value.toDecimalPlaces(decimals));
  if (equals(outcome)) return { agrees: true };
  const reading = readings.find((one) => equals(one.outcome));
  return reading === undefined ? { agrees: false } : { agrees: true, reading: reading.label };
}

/** Whether a stated figure is off by no more than the last place (JS-MET-01: then only a warning). */
const differsSlightly = (computed: Decimal, stated: Decimal, decimals: number): boolean =>
  computed.toDecimalPlaces(decimals).minus(stated).abs().lte(tolerance);

/**
 * Off by at most 0.01 is a warning, by more an error; a metric without a value has nothing to compare. A figure by
 * another reading of the clause is right as well, which a note says.
 */
export function statedFindings(metrics: readonly MetricResult[]): Finding[] {
  return metrics.flatMap((metric) => {
    const { stated, outcome } = metric;
    if (stated?.reading !== undefined) {
      const [preferred] = metric.readings ?? [];
      const own =
        preferred?.outcome.is === 'value' ? { preferred: preferred.label, computed: preferred.outcome.shown } : {};
      const args = { field: metric.label, stated: stated.source, reading: stated.reading, ...own };
      return [report('figure-by-reading', args, stated.at, { cite: metric.cite })];
    }
    if (stated === undefined || stated.agrees || outcome.is !== 'value') return [];
    const slightly = differsSlightly(outcome.value, stated.value, metric.decimals);
    const formula = `${metric.label} = ${metric.formula}${metric.substitution === undefined ? '' : ` = ${metric.substitution}`}`;
    const args = { field: metric.label, stated: stated.source, computed: outcome.shown, formula, slightly };
    return [
      report('figure-differs', args, stated.at, { cite: metric.cite, ...(slightly ? { severity: 'warning' } : {}) }),
    ];
  });
}
