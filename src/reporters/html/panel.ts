// Everything about one dossier: counts, findings beside its slots and metrics, then criteria, points, metrics, files and checks.
import { allPlaces } from '../../findings/finding.ts';
import type { Tally } from '../../words/report.ts';
import { pathIn } from '../listed.ts';
import type { ReportedAssessment } from '../reported.ts';
import { supersededIn } from '../reporter.ts';
import { slotsOf } from '../summary-lines.ts';
import { checklist, sources, waivers } from './checks.ts';
import { criteria } from './criteria.ts';
import { type Entry, nameOf } from './enterprises.ts';
import { files } from './files.ts';
import { findingsTable } from './findings.ts';
import { type Mark, mark, marked } from './marks.ts';
import { html, inChinese, type Markup, type Pen, unseen } from './markup.ts';
import { metrics, resultOf, verdict } from './metrics.ts';
import { scorecard } from './scorecard.ts';

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

/** The panel of a dossier; open, so that it can be read without the script. */
export function panel(pen: Pen, { id, outcome }: Entry): Markup {
  const { counts } = outcome;
  const assessed = outcome.kind === 'assessed' ? outcome : undefined;
  const tally = tallies
    .filter(([of]) => (of === 'notes' || of === 'waived' ? counts[of] > 0 : true))
    .map(([of, shape]) => marked(shape, pen.words.count(of, counts[of])));
  const about = [
    ...(assessed === undefined ? [] : [inChinese(pen, assessed.category.title), html`${assessed.category.id}`]),
    html`<span class="place">${pathIn(outcome)}</span>`,
    html`${pen.words.asOf(outcome.asOf)}`,
  ].map((part) => html`<span>${part}</span> `);
  const superseded = supersededIn(outcome);
  return html`<section class="panel" id="${id}" tabindex="-1" aria-labelledby="${id}-h ${id}-p"><details open><summary><h2 id="${id}-h">${inChinese(pen, nameOf(outcome))}</h2><span class="about" id="${id}-p">${about}</span><span class="tally">${tally}</span></summary>
${
  superseded &&
  html`<p class="small">${inChinese(pen, pen.words.superseded(superseded))}</p>
`
}<div class="body"><div class="main">${findingsTable(pen, id, outcome)}</div>${assessed === undefined ? '' : brief(pen, id, assessed)}</div>
${
  assessed &&
  html`<div class="more">${criteria(pen, id, assessed)}${scorecard(pen, id, assessed)}${metrics(pen, assessed)}${files(pen, id, assessed)}${checklist(pen, assessed.checklist)}${waivers(pen, id, assessed)}${sources(pen, assessed)}</div>
`
}</details></section>
`;
}
