// The metrics of a dossier: each with result, formula, figures put in, limits, clause and its chart.

import { clauses } from '../citation.ts';
import { needsText } from '../open-points.ts';
import type { ReportedAssessment, ReportedMetric } from '../reported.ts';
import { chart } from './chart.ts';
import { limitText, signed, verdictOf } from './figures.ts';
import { type Mark, mark, marked } from './marks.ts';
import { html, inChinese, type Markup, type Pen, unseen } from './markup.ts';

/** What a verdict on a metric is called; the mark alone says it to nobody. */
function verdictWord({ html: { criteria, metrics: words } }: Pen, verdict: Mark): string {
  const { is } = criteria;
  if (verdict === 'ready') return is.met;
  if (verdict === 'error') return is['not met'];
  if (verdict === 'warning') return words.statedDiffers;
  if (verdict === 'undecided') return is.undecided;
  return verdict === 'advice' ? words.metOtherwise : is.unknown;
}

/** The result as it is shown; 待定 or 不可算 where there is none. */
export function resultOf({ html: words }: Pen, { outcome, unit }: ReportedMetric, withUnit: boolean): string {
  if (outcome.is === 'undecided') return words.criteria.is.undecided;
  if (outcome.is === 'not computable') return words.metrics.notComputable;
  const tail = unit === '' || !withUnit ? '' : unit === '%' ? '%' : ` ${unit}`;
  return `${signed(outcome.shown)}${tail}`;
}

/** The mark of a metric with its word for those who cannot see it. */
export function verdict(pen: Pen, assessment: ReportedAssessment, metric: ReportedMetric): Markup | undefined {
  const found = verdictOf(assessment, metric);
  return found && html`${mark(found)}${unseen(verdictWord(pen, found))}`;
}

function substitution(pen: Pen, { labels }: ReportedAssessment, metric: ReportedMetric): string {
  const { outcome, substitution: shown = '', precise } = metric;
  const { words, html: all } = pen;
  if (outcome.is === 'undecided') return all.panel.needs(needsText({ words, verbose: true }, labels, outcome.needs));
  if (outcome.is === 'not computable')
    return [shown, all.metrics.why[outcome.why]].filter((each) => each !== '').join('；');
  const exact = precise === undefined || precise === outcome.shown;
  return `${shown} = ${exact ? '' : `${signed(precise)} → `}${signed(outcome.shown)}`.trim();
}

function block(pen: Pen, assessment: ReportedAssessment, metric: ReportedMetric): Markup {
  const { metrics: words } = pen.html;
  const found = verdictOf(assessment, metric);
  const { label, id, limits, unit, readings = [], stated, cite, formula } = metric;
  const read = (one: (typeof readings)[number]): string =>
    `${one.label} ${resultOf(pen, { ...metric, outcome: one.outcome }, true)}`;
  const limit = limits.map((each) => limitText(each, unit)).join('；');
  const rows: (readonly [string, string])[] = [
    [words.formula, formula],
    [words.substitution, substitution(pen, assessment, metric)],
    [words.limit, limit === '' ? words.noLimit : limit],
    ...(readings.length === 0 ? [] : [[pen.words.readings.name, readings.map(read).join('；')] as const]),
    ...(stated === undefined
      ? []
      : [[words.stated, (stated.agrees ? words.agrees : words.differs)(signed(stated.source))] as const]),
    [pen.html.panel.clause, clauses(cite, pen.language)],
  ];
  const is = found && html`<p class="verdict">${marked(found, verdictWord(pen, found))}</p>`;
  return html`<div class="metric"><div><h4>${inChinese(pen, label)}</h4><p class="small"><code>${id}</code></p><p class="result"><span class="unseen">${words.result} </span>${resultOf(pen, metric, true)}</p>${is}</div><dl>${rows.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${inChinese(pen, value)}</dd></div>`,
  )}</dl>${chart(pen, metric)}</div>
`;
}

/** `id` names the panel. Nothing where a category has no metric. */
export function metrics(pen: Pen, assessment: ReportedAssessment): Markup | undefined {
  if (assessment.metrics.length === 0) return undefined;
  return html`<div class="part"><h3>${pen.html.metrics.title}</h3>
${assessment.metrics.map((metric) => block(pen, assessment, metric))}</div>
`;
}
