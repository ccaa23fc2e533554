// The chart of a mean of yearly ratios, `(a₁/b₁ + a₂/b₂ + a₃/b₃) / 3 * 100`: the ratio of each year as a bar, in percent, to two places.
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Decimal } from '../../expression/decimal.ts';
import { yearlyRead } from '../../expression/needs.ts';
import type { Scope } from '../../expression/scope.ts';
import type { MetricChart } from './result.ts';

type Ratio = { readonly part: string; readonly whole: string; readonly year: number };
type FigureOf = (fact: string, year: number) => Decimal | undefined;

/** None where the formula is no such mean, or its terms are of different facts. */
export function ratiosChart(tree: ASTNode, scope: Scope, figureOf: FigureOf): MetricChart | undefined {
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
