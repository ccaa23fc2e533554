// Appendix one: each metric with result, formula, substitution, limit, clause and a small chart (design.md A10).
import type { MetricResult } from '../../assessment.ts';
import type { Content, Laid } from '../content.ts';
import { baselineIn, heightOf } from '../page.ts';
import { naming } from '../problem.ts';
import type { Block, Setting } from '../setting.ts';
import { breakText, setLines } from '../text.ts';
import { LINE, PAGE, TYPE } from '../tokens.ts';
import { appendix, noteAside } from './appendix.ts';
import { metricChart } from './metric-chart.ts';
import { metricResult } from './metric-result.ts';
import { metricRows } from './metric-rows.ts';

const COLUMNS = { left: 40, label: 11, text: 70 } as const;
const PAD = { top: 2.8, bottom: 2.4 } as const;
const LEAST = 35;
/** Between the last metric and what the bars mean, mm. */
const KEY_GAP = 1.6;
const KEY =
  '实心柱：实际数；虚线框柱：预计数，不参与计算；虚线：限值；细实线：平均值。数据取自申请表，逐项与审计报告核对见附四。';

export const metrics: Block = (setting, { title, note }) => {
  const { flow, assessment } = setting;
  if (assessment.metrics.length === 0) return;
  if (!flow.atTop) flow.next();
  appendix(setting, title, noteAside(note), 0);
  const lines = breakText(flow.fonts, KEY, TYPE.tiny, PAGE.body);
  const foot = KEY_GAP + heightOf(TYPE.tiny, lines.length);
  let above: number = LINE.outer;
  assessment.metrics.forEach((metric, index) => {
    const laid = naming(metric.label, () => layMetric(setting, metric, index + 1));
    // What the bars mean is not left alone on a page.
    const last = index === assessment.metrics.length - 1;
    if (laid.height + (last ? foot : 0) > flow.room) {
      flow.page.rule(PAGE.left, flow.y, PAGE.right, flow.y, LINE.outer);
      flow.next();
      above = LINE.outer;
    }
    flow.bookmark(metric.label, 2);
    flow.settle();
    flow.page.rule(PAGE.left, flow.y, PAGE.right, flow.y, above);
    laid.draw(flow.page, { x: PAGE.left, top: flow.y, width: PAGE.body, height: laid.height });
    flow.y += laid.height;
    above = LINE.inner;
  });
  flow.page.rule(PAGE.left, flow.y, PAGE.right, flow.y, LINE.outer);
  flow.y += KEY_GAP;
  setLines(flow.page, lines, { x: PAGE.left, top: flow.y, width: PAGE.body }, TYPE.tiny);
  flow.y += heightOf(TYPE.tiny, lines.length);
};

function layMetric(setting: Setting, metric: MetricResult, number: number): Laid {
  const { fonts } = setting.flow;
  const left = metricResult(setting.assessment, metric)(fonts, COLUMNS.left - 4.9 - 1);
  const rows = metricRows(setting.assessment, metric).map(([name, content]) => ({
    name,
    laid: content(fonts, COLUMNS.text - 2),
  }));
  const gap = 0.9;
  const middle = rows.reduce((all, { laid }) => all + laid.height + gap, -gap);
  const height = Math.max(LEAST, PAD.top + Math.max(left.height, middle) + PAD.bottom);
  const chart = metricChart(metric);
  const draw: Laid['draw'] = (page, box) => {
    const top = box.top + PAD.top;
    page.text(String(number), box.x, baselineIn(top, TYPE.metricName), TYPE.metricName);
    left.draw(page, { x: box.x + 4.9, top, width: COLUMNS.left - 5.9, height: left.height });
    let y = top;
    for (const { name, laid } of rows) {
      page.text(name, box.x + COLUMNS.left, baselineIn(y, TYPE.metricLabel), TYPE.metricLabel);
      const width = COLUMNS.text - 2;
      laid.draw(page, { x: box.x + COLUMNS.left + COLUMNS.label, top: y, width, height: laid.height });
      y += laid.height + gap;
    }
    const side = box.x + COLUMNS.left + COLUMNS.label + COLUMNS.text;
    const room = height - PAD.top - PAD.bottom;
    if (chart) chart.draw(page, side, box.top + PAD.top + Math.max(0, (room - chart.height) / 2));
  };
  return { height, draw };
}

/** A row of the middle column: 公式, 代入 … */
export type MetricRow = readonly [string, Content];
