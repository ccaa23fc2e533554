// What only a person can see, with who attested it; the findings accepted on purpose; and what the clauses stand on.

import { wordsOf } from '../../words/of-finding.ts';
import { standingName } from '../../words/standing.ts';
import { clauses } from '../citation.ts';
import type { Reported, ReportedAssessment } from '../reported.ts';
import { marked } from './marks.ts';
import { html, inChinese, type Markup, type Pen } from './markup.ts';

export function checklist(pen: Pen, items: ReportedAssessment['checklist']): Markup | undefined {
  if (items.length === 0) return undefined;
  const { checklist: words } = pen.html;
  const rows = items.map(({ text, attested, cite }) => {
    const state =
      attested === undefined ? marked('unknown', words.open) : marked('ready', words.done(attested.by, attested.on));
    return html`<li>${inChinese(pen, text)} <span class="small">${clauses(cite, pen.language)}</span> ${state}</li>
`;
  });
  return html`<div class="part"><h3>${words.title}</h3><ul class="checklist">
${rows}</ul></div>
`;
}

/** `id` names the panel. */
export function waivers(pen: Pen, id: string, { findings }: Reported): Markup | undefined {
  const { waivers: words } = pen.html;
  const rows = findings.flatMap((finding) => {
    const { waived, code } = finding;
    if (waived === undefined) return [];
    const { message } = wordsOf(finding, pen.language);
    return [
      html`<tr><th scope="row">${message} <code>${code}</code></th><td>${waived.reason}</td><td>${waived.by}</td><td>${waived.until}</td></tr>
`,
    ];
  });
  if (rows.length === 0) return undefined;
  const heads = [words.problem, words.reason, words.by, words.until];
  return html`<div class="part"><h3 id="${id}-w">${words.title}</h3><table class="plain" aria-labelledby="${id}-w"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${rows}</tbody></table></div>
`;
}

/** The sources of a category by their short names, each with how well it is known. */
export function sources(pen: Pen, { category }: ReportedAssessment): Markup | undefined {
  if (category.sources.length === 0) return undefined;
  const rows = category.sources.map(({ short, title, issuer, date, standing }) => {
    const more = [issuer, date].filter((each) => each !== undefined).join('，');
    return html`<li>${inChinese(pen, `${short}：${title}${more === '' ? '' : `，${more}`}`)} <span class="tag">${standingName(standing, pen.language)}</span></li>
`;
  });
  return html`<div class="part"><h3>${pen.html.sources}</h3><ul class="sources">
${rows}</ul></div>
`;
}
