// `zjtx match` as one page for a browser: the matrix of several dossiers, then every category of each, without a script.
import { type Language, ofDefinition } from '../../findings/sentence.ts';
import { htmlWords } from '../../words/html.ts';
import { type MatchWords, matchWords } from '../../words/match.ts';
import { reportWords } from '../../words/report.ts';
import type { MatchDocument, MatchedCategory, MatchedCriterion, MatchedDossier } from '../match-definition.ts';
import { categoriesOf, cellText } from '../match-matrix.ts';
import {
  clausesOf,
  dueLines,
  errorLines,
  missingNames,
  noEditionLines,
  onceGroups,
  stepsOf,
  whyLines,
} from '../match-words.ts';
import type { Assets } from './assets.ts';
import { documentOf } from './document.ts';
import { type Mark, marked, sprite } from './marks.ts';
import { html, inChinese, type Markup, type Pen } from './markup.ts';
import { editionTitle, fittingColumns } from './matrix.ts';

type MatchPen = Pen & { readonly match: MatchWords };

const marks: Readonly<Record<MatchedCriterion['is'], Mark>> = {
  met: 'ready',
  'not met': 'error',
  undecided: 'undecided',
  advice: 'advice',
  unknown: 'unknown',
};
const steps = 5;

const nameOf = ({ enterprise, path }: MatchedDossier): string => (enterprise === '' ? path : enterprise);
/** Reasons that a row of a category names. */
const fewReasons = 3;

type Missing = MatchedCategory['missing'][number];

/** A missing fact by its name alone, with its years. */
function factName(
  { match, html: { needs } }: MatchPen,
  { id, label, years }: Pick<Missing, 'id' | 'label' | 'years'>,
): string {
  if (id === 'titles') return match.stand.titles;
  const name = label === id ? needs.noName : label;
  return years === undefined ? name : match.ofYears(name, years);
}

/** What keeps a dossier from a category: the conditions that fail, else the facts that are missing. */
function reasonOf(pen: MatchPen, category: MatchedCategory): string {
  const failing = category.criteria
    .filter(({ weighs, is }) => weighs && is === 'not met')
    .map(({ title }) => ofDefinition(title, pen.language));
  const lacking = category.missing.map((fact) => factName(pen, fact));
  const reasons = failing.length > 0 ? failing : lacking;
  if (reasons.length === 0) return pen.match.otherwise;
  const { and, comma, moreFacts } = pen.words;
  const shown = reasons.slice(0, fewReasons).join(failing.length > 0 ? and : comma);
  return `${failing.length > 0 ? '' : pen.match.missing}${shown}${reasons.length > fewReasons ? moreFacts(reasons.length) : ''}`;
}

const anchor = (dossier: number, category: string): string => `d${dossier + 1}-${category.replaceAll('/', '-')}`;

function matrix(pen: MatchPen, dossiers: readonly MatchedDossier[]): Markup {
  const { match } = pen;
  const columns = categoriesOf(dossiers);
  const heads = columns.map((category) => html`<th scope="col">${inChinese(pen, editionTitle(pen, category))}</th>`);
  const rows = dossiers.map((dossier, index) => {
    const cells = columns.map(({ id }) => {
      const category = dossier.categories.find((one) => one.id === id);
      if (category === undefined) return html`<td class="none">${match.otherwise}</td>`;
      return html`<td><a href="#${anchor(index, id)}"><span class="under">${inChinese(pen, editionTitle(pen, category))}</span>${marked(marks[category.verdict], cellText(pen, category))}</a></td>`;
    });
    return html`<tr><th scope="row"><span class="name">${inChinese(pen, nameOf(dossier))}</span><span class="path">${dossier.path}</span></th>${cells}</tr>
`;
  });
  return html`<section class="scroller" tabindex="0" aria-label="${pen.html.scroller(match.title)}"><table class="${columns.length > fittingColumns ? 'matrix wide' : 'matrix'}"><caption class="unseen">${match.title}</caption><thead><tr><th scope="col">${match.columns.enterprise}</th>${heads}</tr></thead><tbody>
${rows}</tbody></table></section>
<p class="small">${match.legend(match.otherwise)}</p>
`;
}

/** The decision; of a turned one what it was before. */
function decision(pen: MatchPen, criterion: MatchedCriterion): Markup {
  const { match } = pen;
  const soft = !criterion.weighs && criterion.is === 'not met';
  const is = soft ? pen.words.severity.warning : match.is[criterion.is];
  return marked(
    soft ? 'warning' : marks[criterion.is],
    criterion.before === undefined ? is : match.turned(match.is[criterion.before], is),
  );
}

function criterionRow(pen: MatchPen, criterion: MatchedCriterion): Markup {
  const { match, language } = pen;
  const needs = criterion.needs.map(({ id, label, year }) =>
    factName(pen, { id, label: year === undefined || label === id ? label : match.ofYear(label, year) }),
  );
  const lines = [
    ...whyLines(language, criterion, true),
    ...(needs.length === 0 ? [] : [pen.html.panel.needs(needs.join(pen.words.comma))]),
    ...(criterion.hint !== undefined && criterion.is === 'not met'
      ? [`${match.hint}${ofDefinition(criterion.hint, language)}`]
      : []),
  ].map((line) => html`<span class="small">${inChinese(pen, line)}</span>`);
  return html`<tr><td>${decision(pen, criterion)}</td><th scope="row">${inChinese(pen, ofDefinition(criterion.title, language))}</th><td>${lines.length === 0 ? match.otherwise : lines}</td><td>${clausesOf(language, criterion)}</td></tr>
`;
}

function categoryPart(pen: MatchPen, index: number, category: MatchedCategory): Markup {
  const { match, words } = pen;
  const id = anchor(index, category.id);
  const { counts, verdict, before, missing } = category;
  const said = before === undefined ? match.is[verdict] : match.turned(match.is[before], match.is[verdict]);
  const lacking =
    missing.length === 0
      ? undefined
      : html`<p><b>${match.lacking}</b> ${inChinese(pen, missingNames(pen.language, missing, (fact) => factName(pen, fact)).join(words.comma))}</p>
`;
  const { outside, superseded } = category;
  const old = [
    ...(outside === undefined ? [] : [match.outside(editionTitle(pen, category), outside.from, outside.until)]),
    ...(outside === undefined || superseded === undefined
      ? []
      : [match.superseded([editionTitle(pen, category)], ofDefinition(superseded, pen.language))]),
  ].map(
    (line) => html`<p>${inChinese(pen, line)}</p>
`,
  );
  return html`<details class="part"><summary><h3 id="${id}-h">${marked(marks[verdict], said)} ${inChinese(pen, editionTitle(pen, category))}</h3><span class="small">${match.counts(counts.met, counts.notMet, counts.undecided, counts.unknown)}</span></summary>
<div id="${id}">${old}${lacking}<table class="plain criteria" aria-labelledby="${id}-h"><thead><tr><th scope="col">${match.decision}</th><th scope="col">${match.requirement}</th><th scope="col">${match.facts}</th><th scope="col">${pen.html.panel.clause}</th></tr></thead><tbody>
${category.criteria.map((criterion) => criterionRow(pen, criterion))}</tbody></table></div></details>
`;
}

function panel(pen: MatchPen, dossier: MatchedDossier, index: number, open: boolean): Markup {
  const { match, words } = pen;
  const id = `d${index + 1}`;
  const set = dossier.set.map(({ label, year, before, after }) =>
    match.turned(`${year === undefined ? label : match.ofYear(label, year)} ${before ?? match.otherwise}`, after),
  );
  const titles = new Map(dossier.categories.map((category) => [category.id, editionTitle(pen, category)]));
  const facts = new Map(
    dossier.categories.flatMap(({ missing }) => missing.map((fact) => [fact.id, factName(pen, fact)])),
  );
  const named = (id: string): string => titles.get(id) ?? facts.get(id) ?? id;
  const notes = [
    ...noEditionLines(pen.language, [dossier]),
    ...(set.length === 0 ? [] : [`${match.set}  ${set.join(words.comma)}`]),
    ...errorLines(pen.language, dossier),
    ...stepsOf(dossier, steps).map((step, at) =>
      (at === 0 ? match.decides : match.afterwards)(step.facts.map(named), named(step.category)),
    ),
    ...dueLines(pen.language, dossier),
    ...onceGroups(dossier).map((ids) => match.once(ids.map(named))),
  ].map(
    (line) => html`<li>${inChinese(pen, line)}</li>
`,
  );
  const rows = dossier.categories.map(
    (category) =>
      html`<tr><td>${marked(marks[category.verdict], match.is[category.verdict])}</td><th scope="row"><a href="#${anchor(index, category.id)}">${inChinese(pen, editionTitle(pen, category))}</a></th><td class="reason">${inChinese(pen, reasonOf(pen, category))}</td><td class="count">${category.counts.met}</td><td class="count">${category.counts.notMet}</td><td class="count">${category.counts.undecided}</td><td class="count">${category.counts.unknown}</td></tr>
`,
  );
  const { columns } = match;
  const heads = [columns.met, columns.notMet, columns.undecided, columns.unknown].map(
    (head) => html`<th scope="col" class="count">${head}</th>`,
  );
  return html`<section class="panel" id="${id}" aria-labelledby="${id}-h ${id}-p"><details${open ? html` open` : ''}><summary><h2 id="${id}-h">${inChinese(pen, nameOf(dossier))}</h2><span class="about"><span class="place" id="${id}-p">${dossier.path}</span> <span>${words.asOf(dossier.asOf)}</span></span></summary>
<div class="more"><div class="part"><table class="plain verdicts" aria-labelledby="${id}-h"><thead><tr><th scope="col">${columns.verdict}</th><th scope="col">${columns.category}</th><th scope="col">${columns.open}</th>${heads}</tr></thead><tbody>
${rows}</tbody></table>
<ul>
${notes}</ul></div>
${dossier.categories.map((category) => categoryPart(pen, index, category))}</div></details></section>
`;
}

/** The text of the document. The same match gives the same text. */
export function matchPage({ dossiers, program }: MatchDocument, language: Language, { style, policy }: Assets): string {
  const match = matchWords(language);
  const pen: MatchPen = { language, words: reportWords(language), html: htmlWords(language), match };
  const sorted = [...dossiers].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const many = sorted.length > 1;
  const dates = [...new Set(sorted.map(({ asOf }) => asOf))].sort();
  const span = dates.length > 1 ? `${dates[0]} – ${dates.at(-1)}` : (dates[0] ?? '');
  const [first] = sorted;
  const title = first === undefined || many ? match.title : `${nameOf(first)} ${match.title}`;
  const body = html`${sprite}
<header><h1>${match.title}</h1><p><span>${pen.html.zoned(pen.words.asOf(span))}</span><br><span>${program.name} ${program.version}</span></p></header>
<main>
${many ? matrix(pen, sorted) : ''}${sorted.map((dossier, index) => panel(pen, dossier, index, !many))}</main>
<footer><p>${match.arithmetic}</p><p>${match.whereFacts}</p><p>${match.unknownNote}</p></footer>
`;
  // It has no script.
  return documentOf({ language, title, look: many ? 'batch' : 'single', body }, { style, policy });
}
