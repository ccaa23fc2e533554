// What a chart of a metric may draw, read from its formula: a part of a whole, or the years of its series.
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Input } from '../../expression/compile.ts';
import { Decimal } from '../../expression/decimal.ts';
import type { Scope } from '../../expression/scope.ts';
import { yearlyRead } from '../../expression/tree.ts';
import type { Charted, MetricChart } from './result.ts';

/** `a / b * 100` of two facts is a part of a whole, a mean of such ratios a bar for each year; a function over the years of one fact is a row of bars. */
export function chartOf(tree: ASTNode, scope: Scope, input: Input): MetricChart | undefined {
  if (tree.op === '*' && tree.args[0].op === '/') {
    const [part, whole] = tree.args[0].args;
    const a = charted(part, scope, input);
    const b = charted(whole, scope, input);
    if (a && b) return { kind: 'part', part: a, whole: b };
    return ratiosChart(tree, scope, (fact, year) => figureOf(fact, year, input));
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

/** None where the formula is no such mean, or its terms are of different facts. */
function ratiosChart(tree: ASTNode, scope: Scope, figureOf: FigureOf): MetricChart | undefined {
  if (tree.op !== '*' || tree.args[0].op !== '/') return undefined;
  const ratios = termsOf(tree.args[0].args[0]).map((term) => ratioOf(term, scope));
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
