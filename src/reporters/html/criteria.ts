// The criteria of a dossier with the decision on each, the facts that decided it, and the clause.
import type { CriterionResult } from '../../assessment.ts';
import { agreement } from '../../findings/agreement.ts';
import { readingsShown, readingsText } from '../../words/readings.ts';
import { clauses } from '../citation.ts';
import { needsText } from '../open-points.ts';
import type { ReportedAssessment } from '../reported.ts';
import { type Mark, marked } from './marks.ts';
import { html, inChinese, type Markup, type Pen } from './markup.ts';

const marks: Readonly<Record<CriterionResult['decision']['is'], Mark>> = {
  met: 'ready',
  'not met': 'error',
  undecided: 'undecided',
  advice: 'advice',
  unknown: 'unknown',
};

function fact(
  { words, html: all }: Pen,
  { labels }: ReportedAssessment,
  { decision, readings = [] }: CriterionResult,
): string {
  if (decision.is === 'undecided') return all.panel.needs(needsText({ words, verbose: true }, labels, decision.needs));
  if (decision.is === 'advice') return all.criteria.advice;
  if (decision.is === 'unknown') return all.criteria.unknown;
  return readings.length > 1 ? readingsShown(readings) : (decision.shown ?? '—');
}

/** `id` names the panel. Nothing where a category has no criterion. */
export function criteria(pen: Pen, id: string, assessment: ReportedAssessment): Markup | undefined {
  if (assessment.criteria.length === 0) return undefined;
  const { criteria: words, panel } = pen.html;
  const rows = assessment.criteria.map((criterion) => {
    const { decision, severity, title, cite } = criterion;
    const agreed = agreement(criterion);
    const light = agreed === 'some' || (decision.is === 'not met' && severity !== 'error');
    const read = readingsText(criterion, pen.language);
    const note = light ? html` <span class="tag">${pen.words.severity[severity]}</span>` : undefined;
    return html`<tr><td>${marked(light ? 'warning' : marks[decision.is], words.is[decision.is])}</td><th scope="row">${inChinese(pen, title)}${note}${read === undefined ? '' : html`<p class="small">${inChinese(pen, read)}</p>`}</th><td>${inChinese(pen, fact(pen, assessment, criterion))}</td><td>${clauses(cite, pen.language)}</td></tr>
`;
  });
  return html`<div class="part"><h3 id="${id}-c">${words.title}</h3><table class="plain criteria" aria-labelledby="${id}-c"><thead><tr><th scope="col">${words.decision}</th><th scope="col">${words.requirement}</th><th scope="col">${words.fact}</th><th scope="col">${panel.clause}</th></tr></thead><tbody>
${rows}</tbody></table></div>
`;
}
