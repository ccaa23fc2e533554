// The small chart of a metric: bars of the years, or a part of a whole; rectangles, lines and text only (design.md A10).
import type { ReportedChart, ReportedMetric } from '../reported.ts';
import { signed } from './figures.ts';
import { html, type Markup, type Pen } from './markup.ts';

/** Units of the drawings: millimetres of the printed form. */
const wide = 49;
const bars = { height: 29, base: 24.4, plot: 20.4, withLines: 22, gutter: 12, hanging: 3, widest: 7 } as const;
const part = { height: 17, top: 4.8, bar: 6.4 } as const;
/** Labels at the right stand at least so far apart. */
const apart = 3;

const at = (number: number): string => String(Math.round(number * 100) / 100);
const rounded = (value: string): string => signed(Number(value).toFixed(Number.isInteger(Number(value)) ? 0 : 2));

type Bars = Extract<ReportedChart, { kind: 'bars' }>;
type Level = { readonly kind: 'limit' | 'mean'; readonly value: number; readonly label: string };

function levelsOf({ html: words }: Pen, { limits, outcome, unit }: ReportedMetric, chart: Bars): readonly Level[] {
  // Limits belong over the bars only where the bars are yearly values of the metric itself.
  if (chart.unit !== unit || unit !== '%') return [];
  const drawn = limits.map(({ limit }): Level => {
    return { kind: 'limit', value: Number(limit), label: `${words.metrics.limit} ${rounded(limit)}` };
  });
  if (outcome.is !== 'value') return drawn;
  return [
    ...drawn,
    { kind: 'mean', value: Number(outcome.value), label: `${words.metrics.mean} ${signed(outcome.shown)}` },
  ];
}

function levelLines(levels: readonly Level[], width: number, y: (value: number) => number): readonly Markup[] {
  const sorted = levels.map((level) => ({ level, top: y(level.value) })).sort((a, b) => a.top - b.top);
  let last = Number.NEGATIVE_INFINITY;
  return sorted.map(({ level, top }) => {
    last = Math.max(top, last + apart);
    return html`<path class="${level.kind}" d="M0 ${at(top)}H${at(width)}L${at(width + 1.2)} ${at(last)}"/><text x="${wide}" y="${at(last + 0.9)}" text-anchor="end">${level.label}</text>`;
  });
}

function barChart(pen: Pen, metric: ReportedMetric, chart: Bars): Markup {
  const levels = levelsOf(pen, metric, chart);
  const numbers = chart.bars.map(({ value }) => (value === undefined ? undefined : Number(value)));
  const all = [0, ...numbers.filter((value) => value !== undefined), ...levels.map(({ value }) => value)];
  const least = Math.min(...all);
  const most = Math.max(...all) * (levels.length > 0 ? 1.1 : 1);
  const hanging = least < 0 ? bars.hanging : 0;
  const scale = ((levels.length > 0 ? bars.withLines : bars.plot) - hanging) / (most - least || 1);
  const zero = bars.base - hanging + least * scale;
  const width = wide - (levels.length > 0 ? bars.gutter : 0);
  const step = width / Math.max(1, chart.bars.length);
  const side = Math.min(bars.widest, 0.64 * step);
  const drawn = chart.bars.map(({ year, forecast, value }, index) => {
    const number = numbers[index];
    const middle = at(step * (index + 0.5));
    const name = html`<text x="${middle}" y="${at(bars.base + 3.3)}" text-anchor="middle">${forecast ? pen.html.metrics.forecast(year) : year}</text>`;
    if (number === undefined || value === undefined) {
      return html`<text x="${middle}" y="${at(zero - 0.9)}" text-anchor="middle">—</text>${name}`;
    }
    const height = Math.abs(number) * scale;
    const top = number < 0 ? zero : zero - height;
    const label = number < 0 ? zero + height + 2.4 : zero - height - 0.9;
    return html`<rect class="${forecast ? 'forecast' : 'solid'}" x="${at(step * (index + 0.5) - side / 2)}" y="${at(top)}" width="${at(side)}" height="${at(height)}"/><text x="${middle}" y="${at(label)}" text-anchor="middle">${rounded(value)}</text>${name}`;
  });
  const lines = levelLines(levels, width, (value) => zero - value * scale);
  return html`<svg class="chart" viewBox="0 -3 ${wide} ${bars.height + 3}" aria-hidden="true">${drawn}<path class="axis" d="M0 ${at(zero)}H${at(width)}"/>${lines}</svg>`;
}

function shareChart(metric: ReportedMetric, chart: Extract<ReportedChart, { kind: 'part' }>): Markup {
  const whole = Number(chart.whole.value);
  const share = whole === 0 ? 0 : Number(chart.part.value) / whole;
  const filled = wide * Math.max(0, Math.min(1, share));
  const percent = metric.outcome.is === 'value' ? `${signed(metric.outcome.shown)}${metric.unit}` : '—';
  const inside = filled >= 12;
  const end = part.top + part.bar;
  return html`<svg class="chart" viewBox="0 0 ${wide} ${part.height}" aria-hidden="true"><text x="0" y="${at(part.top - 1)}">${chart.part.label} ${rounded(chart.part.value)}</text><rect class="solid" x="0" y="${part.top}" width="${at(filled)}" height="${part.bar}"/><rect class="whole${share > 1 ? ' over' : ''}" x=".15" y="${part.top}" width="${wide - 0.3}" height="${part.bar}"/><text x="${at(inside ? filled / 2 : filled + 1)}" y="${at(end - 2.3)}"${inside ? html` text-anchor="middle"` : ''}>${percent}</text><text x="${wide}" y="${at(end + 3.2)}" text-anchor="end">${chart.whole.label} ${rounded(chart.whole.value)} ${chart.whole.unit}</text></svg>`;
}

/** Drawn figures; the same figures stand in the substitution, so that the drawing is hidden from screen readers. */
export function chart(pen: Pen, metric: ReportedMetric): Markup | undefined {
  if (metric.chart === undefined) return undefined;
  return metric.chart.kind === 'bars' ? barChart(pen, metric, metric.chart) : shareChart(metric, metric.chart);
}
