// The points of a dossier: the total, then every group with its items, what decided them or is missing, and the clause.
import type { Points, ScoredItem } from '../../assessment.ts';
import { clauses } from '../citation.ts';
import { needsText } from '../open-points.ts';
import type { ReportedAssessment } from '../reported.ts';
import { type Mark, mark, marked } from './marks.ts';
import { html, inChinese, type Markup, type Pen, unseen } from './markup.ts';

/** `8`, or `4–12` while facts are missing. */
const range = ({ least, most }: Points): string => (least === most ? `${least}` : `${least}–${most}`);

/** Whether points reach a mark, whatever the missing facts turn out to be. */
const reached = ({ least, most }: Points, pass: number): 'met' | 'not met' | 'undecided' =>
  least >= pass ? 'met' : most < pass ? 'not met' : 'undecided';
/** A mark that is missed is no error by itself: a direct route may stand instead of the points. */
const marks = { met: 'ready', 'not met': 'advice', undecided: 'undecided' } as const satisfies Record<string, Mark>;

function how({ words, html: all }: Pen, { labels }: ReportedAssessment, { shown, needs }: ScoredItem): string {
  const lacks = needs.length === 0 ? [] : [all.panel.needs(needsText({ words, verbose: true }, labels, needs))];
  const parts = [...(shown === undefined ? [] : [shown]), ...lacks];
  return parts.length === 0 ? '—' : parts.join('；');
}

/** `id` names the panel. Nothing where a category gives no points. */
export function scorecard(pen: Pen, id: string, assessment: ReportedAssessment): Markup | undefined {
  const card = assessment.scorecard;
  if (card === undefined) return undefined;
  const { scorecard: words, panel, criteria } = pen.html;
  const { scorecard: says } = pen.words;
  const is = (points: Points, pass: number): Markup => {
    const found = reached(points, pass);
    return marked(marks[found], criteria.is[found]);
  };
  const groups = card.groups.map((group) => {
    const head = says.group(group.label, range(group.points), group.max, group.pass);
    const passed = group.pass === undefined ? '' : html` ${is(group.points, group.pass)}`;
    const rows = card.items
      .filter((item) => item.group === group.id)
      .map((item) => {
        const open = item.needs.length === 0 ? '' : html`${mark('undecided')}${unseen(criteria.is.undecided)} `;
        return html`<tr><th scope="row">${inChinese(pen, item.label)}</th><td class="count">${open}${range(item.points)}</td><td class="count">${item.max}</td><td>${inChinese(pen, how(pen, assessment, item))}</td><td>${clauses(item.cite, pen.language)}</td></tr>
`;
      });
    return html`<tbody><tr><th scope="rowgroup" colspan="5">${inChinese(pen, head)}${passed}</th></tr>
${rows}</tbody>
`;
  });
  const total = says.total(card.label, range(card.points), card.max, card.pass);
  return html`<div class="part"><h3 id="${id}-p2">${words.title}</h3><p>${inChinese(pen, total)} ${is(card.points, card.pass)}</p><section class="scroller" tabindex="0" aria-labelledby="${id}-h ${id}-p ${id}-p2"><table class="plain points" aria-labelledby="${id}-p2"><thead><tr><th scope="col">${words.item}</th><th scope="col" class="count">${words.points}</th><th scope="col" class="count">${words.most}</th><th scope="col">${words.fact}</th><th scope="col">${panel.clause}</th></tr></thead>
${groups}</table></section></div>
`;
}
