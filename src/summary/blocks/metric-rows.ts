// The middle of a metric: formula, substitution, limit, readings, clauses.
import type { Assessment, MetricLimit, MetricResult } from '../../assessment.ts';
import { Decimal } from '../../expression/decimal.ts';
import { decisionWords, notComputable } from '../../findings/states.ts';
import { type Content, laidLines, stack, tagged, text } from '../content.ts';
import { type Fonts, fits, widthOf } from '../fonts.ts';
import { breakLines, breakText, type Line, type Span } from '../text.ts';
import { type Style, TYPE } from '../tokens.ts';
import { clauseOf, fixed, grouped, lackingText, standingOf } from '../words.ts';

/** A row of the middle column: 公式, 代入 … */
export type MetricRow = readonly [string, Content];

const SIGN: Record<MetricLimit['operator'], string> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' };
const WHY = {
  'zero-divisor': '除数为 0，无法计算',
  'base-not-positive': '基期数不是正数，增长率无意义',
  'end-negative': '期末数为负，无法开方',
  'no-value': '按现有数值得不出结果',
} as const;

/** `≥ 8.00` */
export const limitOf = ({ operator, limit }: MetricLimit): string => `${SIGN[operator]} ${grouped(limit)}`;

export function metricRows(assessment: Assessment, metric: MetricResult): MetricRow[] {
  const rows: MetricRow[] = [
    ['公式', formula(metric.formula, TYPE.metricText)],
    ['代入', substitution(assessment, metric)],
    ['限值', text(limits(assessment, metric), TYPE.metricText)],
  ];
  if (metric.readings) {
    const each = metric.readings.map(({ label, outcome }) => `${label} ${shownOf(outcome, metric.unit)}`);
    rows.push(['口径', text(each.join('；'), TYPE.metricText)]);
  }
  const clauses = metric.cite.map((cite) => tagged(clauseOf(cite), TYPE.metricText, standingOf(cite, 'long')));
  rows.push(['依据', clauses.length > 0 ? stack(clauses, 0.4) : text('程序计算', TYPE.metricText)]);
  return rows;
}

const shownOf = (outcome: MetricResult['outcome'], unit: string): string =>
  outcome.is === 'value'
    ? `${grouped(outcome.shown)}${unit}`
    : outcome.is === 'undecided'
      ? decisionWords.zh.undecided
      : notComputable.zh;

/** Whether a figure keeps a limit. */
export const keeps = (value: Decimal, { operator, limit }: MetricLimit): boolean =>
  ({ '>=': value.gte(limit), '<=': value.lte(limit), '>': value.gt(limit), '<': value.lt(limit) })[operator];

function limits({ criteria }: Assessment, { limits: all, outcome, unit }: MetricResult): string {
  if (all.length === 0) return '未设';
  return all
    .map((limit) => {
      const missing = outcome.is === 'value' ? shortfall(outcome.value, limit) : undefined;
      const by = missing === undefined ? '' : `，差 ${missing} ${unit === '%' ? '个百分点' : unit}`.trimEnd();
      const missed = outcome.is === 'value' && !keeps(outcome.value, limit);
      const otherwise = missed && criteria.some(({ id, decision }) => id === limit.criterion && decision.is === 'met');
      return `${limitOf(limit)}${unit}${by}${otherwise ? '；条件已由另一项满足' : ''}`;
    })
    .join('；');
}

/** By how much a limit is missed, two decimals; nothing when it is kept. */
function shortfall(value: Decimal, { operator, limit }: MetricLimit): string | undefined {
  const difference = operator.startsWith('>') ? new Decimal(limit).minus(value) : value.minus(limit);
  return difference.isPositive() && difference.toFixed(2) !== '0.00' ? fixed(difference, 2) : undefined;
}

function substitution(assessment: Assessment, { outcome, substitution: shown, precise }: MetricResult): Content {
  if (outcome.is === 'undecided') {
    return text(lackingText(assessment, outcome.needs), TYPE.metricText);
  }
  const why = outcome.is === 'not computable' ? WHY[outcome.why] : undefined;
  if (why !== undefined) {
    const parts = [...(shown === undefined ? [] : [formula(shown, TYPE.metricText)]), text(why, TYPE.metricText)];
    return stack(parts);
  }
  const rounded = outcome.is === 'value' ? grouped(outcome.shown) : '';
  const exact = precise === undefined || grouped(precise) === rounded;
  const equals: Span[] = [
    { text: exact ? '= ' : `= ${grouped(precise)} → `, style: TYPE.metricText },
    { text: rounded, style: TYPE.metricBold },
  ];
  return (fonts, width) => {
    const lines = shown === undefined ? [] : formulaLines(fonts, shown, TYPE.metricText, width);
    return laidLines(closed(fonts, lines, equals, width), TYPE.metricText, 'left');
  };
}

/** The lines of the substitution with the result at the end of the last where it fits, else below it. */
function closed(fonts: Fonts, lines: readonly string[], equals: readonly Span[], width: number): Line[] {
  const spansOf = (line: string): Span[] => [{ text: line, style: TYPE.metricText }];
  const last = lines.at(-1) ?? '';
  const tail = equals.reduce((all, span) => all + widthOf(fonts, span.text, span.style), 0);
  const beside = last !== '' && fits(fonts, `${last} `, TYPE.metricText, width - tail);
  const whole = (beside ? lines.slice(0, -1) : lines).flatMap((line) => breakLines(fonts, spansOf(line), width));
  return [...whole, ...breakLines(fonts, beside ? [...spansOf(`${last} `), ...equals] : equals, width)];
}

/** The weaker an operator binds, the rather a line begins with it. */
const BINDING: Record<string, number> = { '=': 0, '+': 1, '−': 1, '-': 1, '×': 2, '÷': 2 };

const formula =
  (value: string, style: Style): Content =>
  (fonts, width) =>
    laidLines(
      formulaLines(fonts, value, style, width).flatMap((line) => breakText(fonts, line, style, width)),
      style,
      'left',
    );

/** A line is short below this part of the width. */
const SHORT = 4;

/** The lines of a formula; one without a fitting operator is left too long for the caller to break. */
export function formulaLines(fonts: Fonts, value: string, style: Style, width: number): string[] {
  const lines: string[] = [];
  let rest = value;
  let depth = 0;
  while (widthOf(fonts, rest, style) > width) {
    const cut = bestCut(fonts, rest, style, width, depth);
    if (cut === undefined) break;
    const line = rest.slice(0, cut.at);
    depth = cut.depth;
    lines.push(line.trimEnd());
    rest = rest.slice(cut.at);
  }
  return [...lines, rest];
}

/** The last fitting operator with a space before it that stands least deep and binds least. */
function bestCut(fonts: Fonts, text: string, style: Style, width: number, from: number) {
  let depth = from;
  const cuts: { at: number; depth: number; rank: number }[] = [];
  for (let at = 1; at < text.length; at++) {
    const character = text[at - 1] ?? '';
    if (character === '(') depth++;
    if (character === ')') depth--;
    const binding = BINDING[text[at] ?? ''];
    if (binding === undefined || character !== ' ') continue;
    if (widthOf(fonts, text.slice(0, at).trimEnd(), style) > width) break;
    cuts.push({ at, depth, rank: depth * 4 + binding });
  }
  const lowest = Math.min(...cuts.map(({ rank }) => rank));
  const best = cuts.filter(({ rank }) => rank === lowest);
  const last = best.at(-1);
  const before = best.at(-2);
  if (!last || !before) return last;
  // A mere `× 100` does not stand on a line of its own where more can go down with it.
  const short = widthOf(fonts, text.slice(last.at), style) < width / SHORT;
  return short && fits(fonts, text.slice(before.at), style, width) ? before : last;
}
