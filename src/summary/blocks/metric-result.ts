// The left of a metric: label, id, result in large figures, and what it means.
import type { Assessment, Decision, MetricLimit, MetricResult } from '../../assessment.ts';
import { type Content, stack, text } from '../content.ts';
import { widthOf } from '../fonts.ts';
import { decided } from '../marks.ts';
import { baselineIn, heightOf } from '../page.ts';
import { COLOR, type Style, TYPE } from '../tokens.ts';
import { minus } from '../values.ts';
import { keeps, limitOf } from './metric-rows.ts';

/** Content of the left column. */
export function metricResult(assessment: Assessment, metric: MetricResult): Content {
  const parts: Content[] = [text(metric.label, TYPE.metricName), text(metric.id, TYPE.tinyQuiet), result(metric)];
  return stack([...parts, ...verdicts(assessment, metric)], 0.5);
}

function result({ outcome, unit }: MetricResult): Content {
  if (outcome.is === 'undecided') return text('待定', { ...TYPE.result, color: COLOR.ochre });
  if (outcome.is === 'not computable') return text('不可算', { ...TYPE.result, color: COLOR.quiet });
  const shown = minus(outcome.shown);
  return (fonts, width) => {
    const wide = widthOf(fonts, shown, TYPE.result) + widthOf(fonts, unit, TYPE.resultUnit) + 0.8;
    const style: Style = wide > width ? { ...TYPE.result, size: Math.max(8, (21 * width) / wide - 0.5) } : TYPE.result;
    return {
      height: heightOf(TYPE.result),
      draw: (page, box) => {
        const baseline = baselineIn(box.top, TYPE.result);
        const used = page.text(shown, box.x, baseline, style);
        if (unit !== '') page.text(unit, box.x + used + 0.8, baseline, TYPE.resultUnit);
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
  const words = stated.agrees ? '填报值一致' : `填报值 ${minus(stated.source)}，不一致`;
  return [text(words, stated.agrees ? TYPE.verdict : { ...TYPE.verdict, color: COLOR.red })];
}

function verdictOf(assessment: Assessment, { outcome }: MetricResult, limit: MetricLimit): Decision['is'] {
  if (outcome.is === 'value') return keeps(outcome.value, limit) ? 'met' : 'not met';
  return assessment.criteria.find((criterion) => criterion.id === limit.criterion)?.decision.is ?? 'unknown';
}
