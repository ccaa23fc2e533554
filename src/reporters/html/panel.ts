// Everything about one dossier: counts, findings beside its slots and metrics, then criteria, points, metrics, files and checks.
import type { CriterionResult, Points, ScoredItem } from '../../assessment.ts';
import { agreement } from '../../findings/agreement.ts';
import { allPlaces } from '../../findings/finding.ts';
import { ofDefinition } from '../../findings/sentence.ts';
import { wordsOf } from '../../words/of-finding.ts';
import { readingsShown, readingsText, shownIn, standingName } from '../../words/readings.ts';
import type { Tally } from '../../words/report.ts';
import { clauses } from '../citation.ts';
import { needsNames, pathIn } from '../listed.ts';
import { type Reported, type ReportedAssessment, type ReportedFile, reportedFiles } from '../reported.ts';
import { supersededIn } from '../reporter.ts';
import { sizeText, slotsOf } from '../summary-lines.ts';
import { type Entry, nameOf } from './enterprises.ts';
import { findingsTable } from './findings.ts';
import { type Mark, mark, marked } from './marks.ts';
import { html, inChinese, type Markup, type Pen, unseen } from './markup.ts';
import { titleOf } from './matrix.ts';
import { market, metrics, register, resultOf, verdict } from './metrics.ts';

const tallies: readonly (readonly [Tally, Mark])[] = [
  ['errors', 'error'],
  ['warnings', 'warning'],
  ['undecided', 'undecided'],
  ['unknown', 'unknown'],
  ['notes', 'note'],
  ['waived', 'waived'],
];

/** How a slot stands: by the findings that point into it. */
function slotState(
  { findings }: ReportedAssessment,
  { id, files: held, required }: ReportedAssessment['inventory']['slots'][number],
): 'held' | 'warned' | 'faulty' | 'empty' {
  const path = `attachments.${id}`;
  const here = findings.filter(
    (finding) =>
      finding.waived === undefined &&
      allPlaces(finding).some((place) => place.path === path || place.path.startsWith(`${path}[`)),
  );
  if (here.some(({ severity }) => severity === 'error') || (held.length === 0 && required)) return 'faulty';
  if (here.some(({ severity }) => severity === 'warning')) return 'warned';
  return held.length === 0 ? 'empty' : 'held';
}

const slotMark = { held: 'ready', warned: 'warning', faulty: 'error', empty: undefined } as const;

/** Slots and metrics in brief, beside the findings. */
function brief(pen: Pen, id: string, assessment: ReportedAssessment): Markup {
  const { panel, metrics: words } = pen.html;
  const { filled, all } = slotsOf(assessment);
  const slots = assessment.inventory.slots.map((slot) => {
    const state = slotState(assessment, slot);
    const shape = slotMark[state];
    const sign = shape === undefined ? html`<span aria-hidden="true">—</span>` : mark(shape);
    return html`<tr><th scope="row">${inChinese(pen, slot.label)}</th><td>${panel.pieces(slot.files.length)}</td><td>${sign}${unseen(panel.slot[state])}</td></tr>
`;
  });
  const figures = assessment.metrics.map(
    (metric) =>
      html`<tr><th scope="row">${inChinese(pen, metric.label)}</th><td>${resultOf(pen, metric, false)}</td><td>${verdict(pen, assessment, metric)}</td></tr>
`,
  );
  const table = (key: string, title: string, rows: readonly Markup[]): Markup | undefined =>
    rows.length === 0
      ? undefined
      : html`<h3 id="${id}-${key}">${title}</h3><table class="brief" aria-labelledby="${id}-${key}"><tbody>
${rows}</tbody></table>
`;
  return html`<div class="aside">${table('s', panel.slots(filled, all), slots)}${table('m', words.title, figures)}</div>`;
}

/** States whose dossiers are mended first: these alone go onto the paper of a batch. */
const urgent: readonly Entry['state'][] = ['errors', 'incomplete', 'unreadable'];

/** The panel of a dossier; open, so that it can be read without the script. In a batch a link leads back to its row. */
export function panel(pen: Pen, { id, outcome, state }: Entry, listed: boolean): Markup {
  const { counts } = outcome;
  const assessed = outcome.kind === 'assessed' ? outcome : undefined;
  const tally = tallies
    .filter(([of]) => (of === 'notes' || of === 'waived' ? counts[of] > 0 : true))
    .map(([of, shape]) => marked(shape, pen.words.count(of, counts[of])));
  const about = [
    ...(assessed === undefined ? [] : [inChinese(pen, titleOf(pen, assessed))]),
    html`<span class="place">${pathIn(outcome)}</span>`,
    html`${pen.words.asOf(outcome.asOf)}`,
  ].map((part) => html`<span>${part}</span> `);
  const superseded = supersededIn(outcome, pen.language);
  return html`<section class="panel${urgent.includes(state) ? '' : ' calm'}" id="${id}" tabindex="-1" aria-labelledby="${id}-h ${id}-p"><details open><summary><h2 id="${id}-h">${inChinese(pen, nameOf(outcome))}</h2><span class="about" id="${id}-p">${about}</span><span class="tally">${tally}</span></summary>${listed ? html`<p class="back"><a href="#to-${id}">↑ ${pen.html.panel.back}</a></p>` : ''}
${
  superseded &&
  html`<p class="small">${inChinese(pen, pen.words.superseded(superseded))}</p>
`
}<div class="body"><div class="main">${findingsTable(pen, id, outcome)}</div>${assessed === undefined ? '' : brief(pen, id, assessed)}</div>
${
  assessed &&
  html`<div class="more">${criteria(pen, id, assessed)}${register(pen, id, assessed)}${market(pen, id, assessed)}${scorecard(pen, id, assessed)}${metrics(pen, assessed)}${files(pen, id, assessed)}${checklist(pen, assessed.checklist)}${waivers(pen, id, assessed)}${sources(pen, assessed)}</div>
`
}</details></section>
`;
}

const marks: Readonly<Record<CriterionResult['decision']['is'], Mark>> = {
  met: 'ready',
  'not met': 'error',
  undecided: 'undecided',
  advice: 'advice',
  unknown: 'unknown',
};

function fact(pen: Pen, assessment: ReportedAssessment, { decision, readings = [] }: CriterionResult): string {
  const { html: all } = pen;
  if (decision.is === 'undecided')
    return all.panel.needs(needsNames(assessment, decision.needs, pen.language).join(pen.words.comma));
  if (decision.is === 'advice') return all.criteria.advice;
  if (decision.is === 'unknown') return all.criteria.unknown;
  return readings.length > 1 ? readingsShown(readings, pen.language) : (shownIn(decision, pen.language) ?? '—');
}

/** `id` names the panel. Nothing where a category has no criterion. */
function criteria(pen: Pen, id: string, assessment: ReportedAssessment): Markup | undefined {
  if (assessment.criteria.length === 0) return undefined;
  const { criteria: words, panel } = pen.html;
  const rows = assessment.criteria.map((criterion) => {
    const { decision, severity, title, cite } = criterion;
    const agreed = agreement(criterion);
    const light = agreed === 'some' || (decision.is === 'not met' && severity !== 'error');
    const read = readingsText(criterion, pen.language);
    const note = light ? html` <span class="tag">${pen.words.severity[severity]}</span>` : undefined;
    return html`<tr><td>${marked(light ? 'warning' : marks[decision.is], words.is[decision.is])}</td><th scope="row">${inChinese(pen, ofDefinition(title, pen.language))}${note}${read === undefined ? '' : html`<p class="small">${inChinese(pen, read)}</p>`}</th><td>${inChinese(pen, fact(pen, assessment, criterion))}</td><td>${clauses(cite, pen.language)}</td></tr>
`;
  });
  return html`<div class="part"><h3 id="${id}-c">${words.title}</h3><table class="plain criteria" aria-labelledby="${id}-c"><thead><tr><th scope="col">${words.decision}</th><th scope="col">${words.requirement}</th><th scope="col">${words.fact}</th><th scope="col">${panel.clause}</th></tr></thead><tbody>
${rows}</tbody></table></div>
`;
}

const nothing = html`<td class="count">—</td>`;
const fileCells = ({ source, bytes, traits, sha256 }: ReportedFile): Markup =>
  html`<td class="file">${source}</td><td class="count">${traits.pages ?? '—'}</td><td class="count">${sizeText(bytes)}</td><td><code>${sha256?.slice(0, 12) ?? '—'}</code></td>`;

/** `id` names the panel. Nothing where a category asks for no file and there is none. */
function files(pen: Pen, id: string, { inventory }: ReportedAssessment): Markup | undefined {
  const { files: words } = pen.html;
  const all = reportedFiles(inventory);
  if (inventory.slots.length === 0 && all.length === 0) return undefined;
  const slots = inventory.slots.map(({ label, required, files: held }) => {
    const span = held.length > 1 ? html` rowspan="${held.length}"` : undefined;
    const lead = html`<th scope="${held.length > 1 ? 'rowgroup' : 'row'}"${span}>${inChinese(pen, label)}</th><td${span}>${required ? words.yes : words.no}</td>`;
    if (held.length === 0) {
      const absent = required ? marked('error', words.missing) : '—';
      return html`<tbody><tr>${lead}<td>${absent}</td>${nothing}${nothing}<td>—</td></tr></tbody>
`;
    }
    return html`<tbody>${held.map((file, index) => html`<tr>${index === 0 ? lead : ''}${fileCells(file)}</tr>`)}</tbody>
`;
  });
  const rows = inventory.rows.map(
    ({ table, row, file }) =>
      html`<tr><th scope="row">${words.row(table, row)}</th><td>—</td>${fileCells(file)}</tr>
`,
  );
  const pages = all.reduce((sum, { traits }) => sum + (traits.pages ?? 0), 0);
  const bytes = all.reduce((sum, file) => sum + file.bytes, 0);
  const heads = [words.slot, words.required, words.file, words.pages, words.size, words.digest];
  return html`<div class="part"><h3 id="${id}-a">${words.title}</h3><section class="scroller" tabindex="0" aria-labelledby="${id}-h ${id}-p ${id}-a"><table class="plain files" aria-labelledby="${id}-a"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
${slots}${
  rows.length === 0
    ? ''
    : html`<tbody>${rows}</tbody>
`
}<tfoot><tr><th scope="row">${words.total}</th><td></td><td>${words.inAll(all.length)}</td><td class="count">${pages}</td><td class="count">${sizeText(bytes)}</td><td></td></tr></tfoot></table></section></div>
`;
}

function checklist(pen: Pen, items: ReportedAssessment['checklist']): Markup | undefined {
  if (items.length === 0) return undefined;
  const { checklist: words } = pen.html;
  const rows = items.map(({ text, attested, cite }) => {
    const state =
      attested === undefined ? marked('unknown', words.open) : marked('ready', words.done(attested.by, attested.on));
    return html`<li>${inChinese(pen, ofDefinition(text, pen.language))} <span class="small">${clauses(cite, pen.language)}</span> ${state}</li>
`;
  });
  return html`<div class="part"><h3>${words.title}</h3><ul class="checklist">
${rows}</ul></div>
`;
}

/** `id` names the panel. */
function waivers(pen: Pen, id: string, { findings }: Reported): Markup | undefined {
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
function sources(pen: Pen, { category }: ReportedAssessment): Markup | undefined {
  if (category.sources.length === 0) return undefined;
  const rows = category.sources.map(({ short, title, issuer, date, standing }) => {
    const more = [issuer, date].filter((each) => each !== undefined).join('，');
    return html`<li>${inChinese(pen, `${ofDefinition(short, pen.language)}：${ofDefinition(title, pen.language)}${more === '' ? '' : `，${more}`}`)} <span class="tag">${standingName(standing, pen.language)}</span></li>
`;
  });
  return html`<div class="part"><h3>${pen.html.sources}</h3><ul class="sources">
${rows}</ul></div>
`;
}

/** `8`, or `4–12` while facts are missing. */
const range = ({ least, most }: Points): string => (least === most ? `${least}` : `${least}–${most}`);

/** Whether points reach a mark, whatever the missing facts turn out to be. */
const reached = ({ least, most }: Points, pass: number): 'met' | 'not met' | 'undecided' =>
  least >= pass ? 'met' : most < pass ? 'not met' : 'undecided';
/** A mark that is missed is no error by itself: a direct route may stand instead of the points. */
const rowMarks = { met: 'ready', 'not met': 'advice', undecided: 'undecided' } as const satisfies Record<string, Mark>;

function how(pen: Pen, assessment: ReportedAssessment, item: ScoredItem): string {
  const [shown, { needs }] = [shownIn(item, pen.language), item];
  const lacks =
    needs.length === 0 ? [] : [pen.html.panel.needs(needsNames(assessment, needs, pen.language).join(pen.words.comma))];
  const parts = [...(shown === undefined ? [] : [shown]), ...lacks];
  return parts.length === 0 ? '—' : parts.join(pen.words.and);
}

/** `id` names the panel. Nothing where a category gives no points. */
function scorecard(pen: Pen, id: string, assessment: ReportedAssessment): Markup | undefined {
  const card = assessment.scorecard;
  if (card === undefined) return undefined;
  const { scorecard: words, panel, criteria } = pen.html;
  const { scorecard: says } = pen.words;
  const is = (points: Points, pass: number): Markup => {
    const found = reached(points, pass);
    return marked(rowMarks[found], criteria.is[found]);
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
