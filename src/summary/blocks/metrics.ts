// Appendix one: each metric with result, formula, substitution, limit, clause and a small chart (design.md A10).
import type { Assessment, Charted, Decision, MetricLimit, MetricResult } from '../../assessment.ts';
import { Decimal } from '../../expression/decimal.ts';
import { notComputable } from '../../findings/states.ts';
import { barsInWords, CHART, drawBars, drawShare, type Level } from '../chart.ts';
import { type Content, type Laid, SMALLEST, stack, text } from '../content.ts';
import { widthOf } from '../fonts.ts';
import { decided } from '../marks.ts';
import { baselineIn, heightOf, type Page } from '../page.ts';
import { naming } from '../problem.ts';
import type { Block, Setting } from '../setting.ts';
import { breakText, setLines } from '../text.ts';
import { COLOR, LINE, PAGE, TYPE } from '../tokens.ts';
import { count, fixed, grouped, plainLabel } from '../words.ts';
import { again, appendix, noteAside } from './appendix.ts';
import { keeps, limitOf, metricRows } from './metric-rows.ts';

const COLUMNS = { left: 40, label: 11, text: 70 } as const;
const PAD = { top: 2.8, bottom: 2.4 } as const;
const LEAST = 35;
/** Between the parts of the left column, mm. */
const GAP = 0.5;
/** Between a result and its unit, mm. */
const UNIT_GAP = 0.8;
/** Between the last metric and what the bars mean, mm. */
const KEY_GAP = 1.6;
const KEY =
  '实心柱：实际数；虚线框柱：预计数，不参与计算；虚线：限值；细实线：平均值。数据取自申请表，逐项与审计报告核对见附四。';

const HEADING = '附一　指标测算';
const NOTE = '按原始精度计算，仅在显示时四舍五入（half up）至两位小数；比较限值用原始值；“以上”含本数';

export const metrics: Block = (setting) => {
  const { flow, assessment } = setting;
  if (assessment.metrics.length === 0) return;
  const lines = breakText(flow.fonts, KEY, TYPE.tiny, PAGE.body);
  const foot = KEY_GAP + heightOf(TYPE.tiny, lines.length);
  let above: number = LINE.outer;
  const all = assessment.metrics.map((metric, index) =>
    naming(metric.label, () => layMetric(setting, metric, index + 1)),
  );
  appendix(setting, HEADING, noteAside(NOTE), (all[0]?.height ?? 0) + (all.length === 1 ? foot : 0));
  all.forEach((laid, index) => {
    const { label = '' } = assessment.metrics[index] ?? {};
    // What the bars mean is not left alone on a page.
    const last = index === assessment.metrics.length - 1;
    if (laid.height + (last ? foot : 0) > flow.room) {
      flow.page.rule(PAGE.left, flow.y, PAGE.right, flow.y, LINE.outer);
      flow.next();
      again(setting, HEADING);
      above = LINE.outer;
    }
    flow.bookmark(label, 2);
    flow.settle();
    flow.page.rule(PAGE.left, flow.y, PAGE.right, flow.y, above);
    laid.draw(flow.page, { x: PAGE.left, top: flow.y, width: PAGE.body, height: laid.height });
    flow.y += laid.height;
    above = LINE.inner;
  });
  flow.page.rule(PAGE.left, flow.y, PAGE.right, flow.y, LINE.outer);
  flow.y += KEY_GAP;
  flow.structure.part('P', () =>
    setLines(flow.page, lines, { x: PAGE.left, top: flow.y, width: PAGE.body }, TYPE.tiny),
  );
  flow.y += heightOf(TYPE.tiny, lines.length);
};

function layMetric(setting: Setting, metric: MetricResult, number: number): Laid {
  const { fonts } = setting.flow;
  const name = text(metric.label, TYPE.metricName)(fonts, COLUMNS.left - 4.9 - 1);
  const left = metricResult(setting.assessment, metric)(fonts, COLUMNS.left - 4.9 - 1);
  const rows = metricRows(setting.assessment, metric).map(([name, content]) => ({
    name,
    laid: content(fonts, COLUMNS.text - 2),
  }));
  const gap = 0.9;
  const middle = rows.reduce((all, { laid }) => all + laid.height + gap, -gap);
  const height = Math.max(LEAST, PAD.top + Math.max(name.height + GAP + left.height, middle) + PAD.bottom);
  const chart = metricChart(metric);
  const draw: Laid['draw'] = (page, box) => {
    const top = box.top + PAD.top;
    page.structure.part('H3', () => {
      page.text(String(number), box.x, baselineIn(top, TYPE.metricName), TYPE.metricName);
      name.draw(page, { x: box.x + 4.9, top, width: COLUMNS.left - 5.9, height: name.height });
    });
    const below = top + name.height + GAP;
    left.draw(page, { x: box.x + 4.9, top: below, width: COLUMNS.left - 5.9, height: left.height });
    let y = top;
    for (const { name, laid } of rows) {
      const [at, width] = [y, COLUMNS.text - 2];
      page.structure.part('P', () => {
        page.text(name, box.x + COLUMNS.left, baselineIn(at, TYPE.metricLabel), TYPE.metricLabel);
        laid.draw(page, { x: box.x + COLUMNS.left + COLUMNS.label, top: at, width, height: laid.height });
      });
      y += laid.height + gap;
    }
    const side = box.x + COLUMNS.left + COLUMNS.label + COLUMNS.text;
    const room = height - PAD.top - PAD.bottom;
    if (chart === undefined) return;
    const chartTop = box.top + PAD.top + Math.max(0, (room - chart.height) / 2);
    page.structure.part('Figure', () => chart.draw(page, side, chartTop), { alt: chart.alt });
  };
  return { height, draw };
}

/** `alt`: what it shows, for who does not see it. */
type Chart = { readonly height: number; readonly alt: string; draw(page: Page, x: number, top: number): void };

function metricChart(metric: MetricResult): Chart | undefined {
  const { chart, outcome } = metric;
  if (!chart) return undefined;
  if (chart.kind === 'part') {
    const percent = outcome.is === 'value' ? `${grouped(outcome.shown)}${metric.unit}` : '—';
    const labelled = (charted: Charted, unit: boolean) => ({ label: shownOf(charted, unit), value: charted.value });
    const [part, whole] = [labelled(chart.part, false), labelled(chart.whole, true)];
    const alt = `图：${part.label}，${whole.label}，占 ${percent}`;
    return { height: CHART.part, alt, draw: (page, x, top) => drawShare(page, x, top, part, whole, percent) };
  }
  const levels = chart.unit === metric.unit && metric.unit === '%' ? levelsOf(metric) : [];
  const alt = `图：${barsInWords(chart.bars, levels, chart.unit)}`;
  return { height: CHART.bars, alt, draw: (page, x, top) => drawBars(page, x, top, chart.bars, levels, chart.unit) };
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

/** Content of the left column below the name. */
function metricResult(assessment: Assessment, metric: MetricResult): Content {
  return stack([result(metric), ...verdicts(assessment, metric)], GAP);
}

function result({ outcome, unit }: MetricResult): Content {
  if (outcome.is === 'undecided') return text('待定', { ...TYPE.result, color: COLOR.ochre });
  if (outcome.is === 'not computable') return text(notComputable.zh, { ...TYPE.result, color: COLOR.quiet });
  const shown = grouped(outcome.shown);
  return (fonts, width) => {
    const unitSize = (size: number): number => Math.min(TYPE.resultUnit.size, size);
    const wide = (size: number): number =>
      widthOf(fonts, shown, { ...TYPE.result, size }) +
      (unit === '' ? 0 : UNIT_GAP + widthOf(fonts, unit, { ...TYPE.resultUnit, size: unitSize(size) }));
    let size = TYPE.result.size;
    while (size > SMALLEST && wide(size) > width) size = Math.max(SMALLEST, size - 0.5);
    if (wide(size) > width)
      return text(`${shown} ${unit}`.trimEnd(), { ...TYPE.metricName, size }, 'left', { anywhere: true })(fonts, width);
    return {
      height: heightOf(TYPE.result),
      draw: (page, box) => {
        const baseline = baselineIn(box.top, TYPE.result);
        const used = page.text(shown, box.x, baseline, { ...TYPE.result, size });
        const style = { ...TYPE.resultUnit, size: unitSize(size) };
        if (unit !== '') page.text(unit, box.x + used + UNIT_GAP, baseline, style);
      },
    };
  };
}

/** Whether each limit is kept (its criterion may be met by another figure), or whether the stated figure agrees. */
function verdicts(assessment: Assessment, metric: MetricResult): Content[] {
  const limited = metric.limits.map((limit): Content => {
    return decided(verdictOf(assessment, metric, limit), TYPE.verdict, 3.3, limitOf(limit));
  });
  if (limited.length > 0) return limited;
  const { stated } = metric;
  if (!stated) return [];
  const words = stated.agrees ? '填报值一致' : `填报值 ${grouped(stated.source)}，不一致`;
  return [text(words, stated.agrees ? TYPE.verdict : { ...TYPE.verdict, color: COLOR.red })];
}

function verdictOf(assessment: Assessment, { outcome }: MetricResult, limit: MetricLimit): Decision['is'] {
  if (outcome.is === 'value') return keeps(outcome.value, limit) ? 'met' : 'not met';
  return assessment.criteria.find((criterion) => criterion.id === limit.criterion)?.decision.is ?? 'unknown';
}
