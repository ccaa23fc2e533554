// The chart of a metric: bars of its fact over the years, or a part of a whole.
import type { Charted, MetricResult } from '../../assessment.ts';
import { Decimal } from '../../expression/decimal.ts';
import { CHART, drawBars, drawShare, type Level } from '../chart.ts';
import { count, fixed } from '../numbers.ts';
import type { Page } from '../page.ts';
import { minus } from '../values.ts';
import { plainLabel } from '../words.ts';

export type Chart = { readonly height: number; draw(page: Page, x: number, top: number): void };

export function metricChart(metric: MetricResult): Chart | undefined {
  const { chart, outcome } = metric;
  if (!chart) return undefined;
  if (chart.kind === 'part') {
    const percent = outcome.is === 'value' ? `${minus(outcome.shown)}${metric.unit}` : '—';
    const labelled = (charted: Charted, unit: boolean) => ({ label: shownOf(charted, unit), value: charted.value });
    const [part, whole] = [labelled(chart.part, false), labelled(chart.whole, true)];
    return { height: CHART.part, draw: (page, x, top) => drawShare(page, x, top, part, whole, percent) };
  }
  const levels = chart.unit === metric.unit && metric.unit === '%' ? levelsOf(metric) : [];
  return { height: CHART.bars, draw: (page, x, top) => drawBars(page, x, top, chart.bars, levels) };
}

/** `上年末资产总额 9,800.00 万元` */
function shownOf({ label, unit, value }: Charted, withUnit: boolean): string {
  const shown = unit === '万元' ? fixed(value, Math.max(2, value.decimalPlaces())) : count(value);
  return `${plainLabel(label)} ${shown}${withUnit && unit !== '' ? ` ${unit}` : ''}`;
}

/** Limits and the mean, where the bars are yearly values of the metric itself. */
function levelsOf({ limits, outcome }: MetricResult): Level[] {
  const drawn = limits.map(({ limit }): Level => {
    const value = new Decimal(limit);
    return { kind: 'limit', value, label: `限值 ${fixed(value, 2)}` };
  });
  if (outcome.is !== 'value') return drawn;
  return [...drawn, { kind: 'mean', value: outcome.value, label: `平均 ${fixed(outcome.value, 2)}` }];
}
