// The small charts of the metrics: bars of years, and a part of a whole (design.md A10).
import type { Decimal } from '../expression/decimal.ts';
import { fits, widthOf } from './fonts.ts';
import type { Page } from './page.ts';
import { rectangle } from './shapes.ts';
import { cut } from './text.ts';
import { COLOR, LINE, MM, TYPE } from './tokens.ts';
import { fixed } from './words.ts';

export type Bar = { readonly year: number; readonly forecast: boolean; readonly value?: Decimal };

/** A line over the bars. `limit` is dashed, `mean` solid. */
export type Level = { readonly kind: 'limit' | 'mean'; readonly value: Decimal; readonly label: string };

export const CHART = { width: 49, bars: 29, part: 20 } as const;

const BASE = 24.4;
const PLOT = 20.4;
const PLOT_WITH_LINES = 22;
const GUTTER = 12;
/** Room below negative bars for their values, mm. */
const HANGING = 3;
/** Values stand at least so far apart, mm. */
const CLOSE = 0.6;
/** Labels at the right stand at least so far apart, mm. */
const APART = 3;

/** The same in words: every year with its value, then the lines. */
export function barsInWords(bars: readonly Bar[], levels: readonly Level[], unit: string): string {
  const places = bars.every(({ value }) => value === undefined || value.isInteger()) ? 0 : 2;
  const years = bars.map(({ year, forecast, value }) => {
    const shown = value === undefined ? '无数据' : `${fixed(value, Math.max(places, value.decimalPlaces()))} ${unit}`;
    return `${year} 年${forecast ? '（预计）' : ''} ${shown.trimEnd()}`;
  });
  return [...years, ...levels.map(({ label }) => label)].join('；');
}

/** Bars of the years with values and, at the right, the lines of limits and means. */
export function drawBars(
  page: Page,
  x: number,
  top: number,
  bars: readonly Bar[],
  levels: readonly Level[],
  unit: string,
): void {
  const numbers = bars.map((bar) => bar.value?.toNumber());
  const all = [...numbers, ...levels.map((level) => level.value.toNumber()), 0].filter((n) => n !== undefined);
  const most = Math.max(...all) * (levels.length > 0 ? 1.1 : 1);
  const least = Math.min(...all);
  const span = most - least || 1;
  const plot = levels.length > 0 ? PLOT_WITH_LINES : PLOT;
  const scale = (plot - (least < 0 ? HANGING : 0)) / span;
  // Values of negative bars hang between the lowest bar and the years.
  const floor = top + BASE - (least < 0 ? HANGING : 0);
  const zero = floor + least * scale;
  const width = CHART.width - (levels.length > 0 ? GUTTER : 0);
  const step = width / bars.length;
  const side = Math.min(7, 0.64 * step);
  const labels = valueLabels(page, bars, unit, step - CLOSE);

  bars.forEach((bar, index) => {
    const middle = x + step * (index + 0.5);
    const number = numbers[index];
    if (number === undefined) {
      page.text('—', middle, zero - 0.9, TYPE.chart, 'center');
      return;
    }
    const height = Math.abs(number) * scale;
    const pen = { color: COLOR.accent, width: LINE.bar, ...(bar.forecast ? { dash: [2.3, 1.6] } : {}) };
    const paint = bar.forecast ? { pen } : { pen, fill: COLOR.bar };
    if (height > 0) page.shape(rectangle(middle - side / 2, number >= 0 ? zero - height : zero, side, height, paint));
    const inside = levels.length > 0 && number >= 0;
    const baseline = number < 0 ? zero + height + 2.4 : inside ? zero - 1.2 : zero - height - 0.9;
    const label = labels[index] ?? '';
    const half = widthOf(page.fonts, label, TYPE.chart) / 2;
    page.text(label, Math.max(x + half, Math.min(middle, x + width - half)), baseline, TYPE.chart, 'center');
  });
  page.rule(x, zero, x + width, zero, LINE.axis);
  const yearLine = top + BASE + 3.3;
  bars.forEach((bar, index) => {
    const name = bar.forecast ? `${bar.year}预计` : String(bar.year);
    // 2023预计 may be wider than its place; it never leaves the chart.
    const middle = Math.min(x + step * (index + 0.5), x + width - widthOf(page.fonts, name, TYPE.chart) / 2);
    page.text(name, middle, yearLine, TYPE.chart, 'center');
  });
  drawLevels(page, x, width, levels, (value) => zero - value * scale);
}

/**
 * Values over the bars: without decimals when too wide for their place, then in larger units (亿元 for 万元); where no one
 * unit suits all, each bar has the first that has room, and none where even this has not. What is not nought is never
 * shown as 0.
 */
function valueLabels(page: Page, bars: readonly Bar[], unit: string, width: number): string[] {
  const whole = bars.every((bar) => bar.value === undefined || bar.value.isInteger());
  const [wan, yi] = unit === '万元' ? ['亿元', '万亿元'] : ['万', '亿'];
  const form = (places: number, divisor = 1, suffix = '') => {
    return ({ value }: Bar): string | undefined => {
      if (value === undefined) return '';
      const shown = fixed(value.div(divisor), places);
      const isLost = !value.isZero() && /^[−0.]+$/.test(shown);
      return !isLost && fits(page.fonts, `${shown}${suffix}`, TYPE.chart, width) ? `${shown}${suffix}` : undefined;
    };
  };
  const tight = unit === '万元' ? [form(0, 1e4, '亿')] : [];
  const larger = [form(1, 1e4, wan), form(0, 1e4, wan), form(1, 1e8, yi), form(0, 1e8, yi), ...tight];
  const forms = [form(whole ? 0 : 2), form(0), ...larger];
  const alike = forms.map((each) => bars.map(each)).find((labels) => labels.every((label) => label !== undefined));
  return alike ?? bars.map((bar) => forms.map((each) => each(bar)).find((label) => label !== undefined) ?? '');
}

function drawLevels(
  page: Page,
  x: number,
  width: number,
  levels: readonly Level[],
  at: (value: number) => number,
): void {
  const sorted = levels
    .map((level) => ({ level, y: at(level.value.toNumber()) }))
    .sort((a, b) => a.y - b.y || (a.level.kind < b.level.kind ? -1 : 1));
  let last = Number.NEGATIVE_INFINITY;
  const middle = sorted.reduce((all, { y }) => all + y, 0) / Math.max(1, sorted.length);
  const tight = sorted.some(({ y }, index) => index > 0 && y - (sorted[index - 1]?.y ?? 0) < APART);
  sorted.forEach(({ level, y }, index) => {
    const dash = level.kind === 'limit' ? { dash: [3.4, 2.3] } : {};
    const pen = { color: COLOR.ink, width: level.kind === 'limit' ? LINE.axis : LINE.mean, ...dash };
    page.shape({
      path: [
        { to: 'move', x, y },
        { to: 'line', x: x + width, y },
      ],
      pen,
    });
    const wished = tight ? middle + (index - (sorted.length - 1) / 2) * APART : y;
    const label = Math.max(wished, last + APART);
    last = label;
    page.rule(x + width, y, x + width + 1.6, label, 0.34);
    page.text(
      cut(page.fonts, level.label, TYPE.chart, GUTTER - 1.6),
      x + CHART.width,
      label + (0.38 * TYPE.chart.size) / MM,
      TYPE.chart,
      'right',
    );
  });
}

/** A part of a whole: a bar whose outline is the whole. `percent` is printed as it stands. */
export function drawShare(
  page: Page,
  x: number,
  top: number,
  part: { label: string; value: Decimal },
  whole: { label: string; value: Decimal },
  percent: string,
): void {
  const height = 6.4;
  const bar = top + (CHART.part - height) / 2;
  const share = whole.value.isZero() ? 0 : part.value.div(whole.value).toNumber();
  const over = share > 1;
  const filled = CHART.width * Math.max(0, Math.min(1, share));
  const pen = { color: over ? COLOR.red : COLOR.accent, width: LINE.bar };
  page.text(cut(page.fonts, part.label, TYPE.chart, CHART.width), x, bar - 1, TYPE.chart);
  if (filled > 0) page.shape(rectangle(x, bar, filled, height, { fill: COLOR.bar, pen }));
  page.shape(rectangle(x, bar, CHART.width, height, { pen }));
  const baseline = bar + height / 2 + (0.38 * TYPE.chart.size) / MM;
  if (filled >= 12) page.text(percent, x + filled / 2, baseline, TYPE.chart, 'center');
  else page.text(percent, x + filled + 1, baseline, TYPE.chart);
  page.text(
    cut(page.fonts, whole.label, TYPE.chart, CHART.width),
    x + CHART.width,
    bar + height + 3.2,
    TYPE.chart,
    'right',
  );
}
