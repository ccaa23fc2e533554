// Computes every metric in the order its formula needs, with formula, substitution and chart, or names what it lacks.
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Evaluated, Input } from '../../expression/compile.ts';
import { Decimal, showRounded } from '../../expression/decimal.ts';
import { formulaOf, precise, substitutionOf } from '../../expression/explain.ts';
import type { Scope } from '../../expression/scope.ts';
import { yearlyRead } from '../../expression/tree.ts';
import type { Facts } from '../../expression/values.ts';
import type { Finding, Place } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import type { Chosen, OpenedMetric } from './definition.ts';
import type { Charted, MetricChart, MetricOutcome, MetricResult } from './result.ts';

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
 * Off by at most 0.01 is a warning, by more an error. While figures are missing there is nothing to compare; where they
 * give no result, nothing can be stated. A figure by another reading of the clause is right as well, which a note says.
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
    if (stated === undefined || stated.agrees || outcome.is === 'undecided') return [];
    const formula = `${metric.label} = ${metric.formula}${metric.substitution === undefined ? '' : ` = ${metric.substitution}`}`;
    const about = { field: metric.label, stated: stated.source, formula };
    if (outcome.is === 'not computable')
      return [report('figure-not-computable', about, stated.at, { cite: metric.cite })];
    const slightly = differsSlightly(outcome.value, stated.value, metric.decimals);
    const args = { ...about, computed: outcome.shown, slightly };
    return [
      report('figure-differs', args, stated.at, { cite: metric.cite, ...(slightly ? { severity: 'warning' } : {}) }),
    ];
  });
}

/** `a / b * 100` of two facts is a part of a whole, a mean of such ratios a bar for each year; a function over the years of one fact is a row of bars. */
export function chartOf(tree: ASTNode, scope: Scope, input: Input): MetricChart | undefined {
  if (tree.op === '*' && tree.args[0].op === '/') {
    const [part, whole] = tree.args[0].args;
    const a = charted(part, scope, input);
    const b = charted(whole, scope, input);
    if (a && b) return { kind: 'part', part: a, whole: b };
    return ratiosChart(part, scope, (fact, year) => figureOf(fact, year, input));
  }
  const series = tree.op === 'call' ? yearlyRead(tree, scope) : undefined;
  if (!series) return undefined;
  return {
    kind: 'bars',
    label: scope.label(series.fact),
    unit: scope.vocabulary.get(series.fact)?.unit ?? '',
    bars: barsOf(series.fact, series.years, scope, input),
  };
}

/** A fact, or its figure of a year, with its printed label. */
function charted(node: ASTNode, scope: Scope, input: Input): Charted | undefined {
  const yearly = yearlyRead(node, scope);
  const id = yearly?.fact ?? (node.op === 'id' ? node.args : undefined);
  if (id === undefined) return undefined;
  const value = yearly ? figureOf(id, yearly.years[0] ?? 0, input) : input.facts.get(id);
  return value instanceof Decimal
    ? { label: scope.label(id), unit: scope.vocabulary.get(id)?.unit ?? '', value }
    : undefined;
}

function figureOf(id: string, year: number, input: Input): Decimal | undefined {
  const value = input.facts.get(id);
  return typeof value === 'object' && 'kind' in value && value.kind === 'yearly' ? value.years.get(year) : undefined;
}

/** From the first year the formula reads to the last one the dossier gives; later ones are forecasts. */
function barsOf(
  fact: string,
  years: readonly number[],
  scope: Scope,
  input: Input,
): Extract<MetricChart, { kind: 'bars' }>['bars'] {
  const value = input.facts.get(fact);
  const given = typeof value === 'object' && 'kind' in value && value.kind === 'yearly' ? [...value.years.keys()] : [];
  const first = Math.min(...years);
  const shown = [
    ...new Set([...Array.from({ length: Math.max(...years) - first + 1 }, (_, step) => first + step), ...given]),
  ]
    .filter((year) => year >= first)
    .sort();
  return shown.map((year) => {
    const figure = figureOf(fact, year, input);
    return { year, forecast: year >= scope.year, ...(figure === undefined ? {} : { value: figure }) };
  });
}

type Ratio = { readonly part: string; readonly whole: string; readonly year: number };
type FigureOf = (fact: string, year: number) => Decimal | undefined;

/** None where what is divided is no sum of ratios, or they are of different facts. */
function ratiosChart(divided: ASTNode, scope: Scope, figureOf: FigureOf): MetricChart | undefined {
  const ratios = termsOf(divided).map((term) => ratioOf(term, scope));
  const [first] = ratios;
  if (first === undefined || ratios.length < 2) return undefined;
  const bars: { year: number; forecast: boolean; value?: Decimal }[] = [];
  for (const ratio of ratios) {
    if (ratio?.part !== first.part || ratio.whole !== first.whole) return undefined;
    const part = figureOf(ratio.part, ratio.year);
    const whole = figureOf(ratio.whole, ratio.year);
    const value =
      part === undefined || whole === undefined || whole.isZero()
        ? undefined
        : part.div(whole).times(100).toDecimalPlaces(2);
    bars.push({ year: ratio.year, forecast: false, ...(value === undefined ? {} : { value }) });
  }
  const label = `${scope.label(first.part)} ÷ ${scope.label(first.whole)}`;
  return { kind: 'bars', label, unit: '%', bars: bars.sort((a, b) => a.year - b.year) };
}

const termsOf = (node: ASTNode): readonly ASTNode[] =>
  node.op === '+' ? [...termsOf(node.args[0]), ...termsOf(node.args[1])] : [node];

function ratioOf(node: ASTNode, scope: Scope): Ratio | undefined {
  if (node.op !== '/') return undefined;
  const [part, whole] = node.args.map((side) => yearlyRead(side, scope));
  const year = part?.years.length === 1 ? part.years[0] : undefined;
  if (!part || !whole || year === undefined || whole.years.length !== 1 || whole.years[0] !== year) return undefined;
  return { part: part.fact, whole: whole.fact, year };
}
