// The table of a batch: a row an enterprise, a column a category; of many categories a row a dossier. A link opens its panel.
import { pathIn } from '../listed.ts';
import type { Reported } from '../reported.ts';
import { slotsOf } from '../summary-lines.ts';
import { categoryOf, cityOf, deadlineOf, type Entry, placeOf, type Row } from './enterprises.ts';
import { mark, marked } from './marks.ts';
import { html, inChinese, type Markup, type Pen, unseen } from './markup.ts';
import { shownStates, stateMark } from './overview.ts';

const nearDays = 7;
/** More columns than a page takes: then a row a dossier. */
export const fittingColumns = 5;

/** Columns by the ids of the categories; the empty id, for dossiers that name none, is last. */
function columnsOf(
  pen: Pen,
  outcomes: readonly Reported[],
): readonly { readonly id: string; readonly title: string }[] {
  const titles = new Map(outcomes.map((outcome) => [categoryOf(outcome), titleOf(pen, outcome)]));
  return [...titles]
    .map(([id, title]) => ({ id, title }))
    .sort((a, b) => (a.id === '' ? 1 : b.id === '' ? -1 : a.id < b.id ? -1 : 1));
}

/** A bar with how many slots hold a file. */
function slotBar({ html: words }: Pen, outcome: Reported): Markup | undefined {
  const { filled, all } = slotsOf(outcome);
  if (all === 0) return undefined;
  const width = Math.round((82 * filled) / all);
  return html`<span class="slots"><svg class="bar" aria-hidden="true" width="84" height="7"><rect class="outline" x=".5" y=".5" width="83" height="6"/><rect class="fill" x="1" y="1" width="${width}" height="5"/></svg> ${unseen(words.matrix.slots)} ${filled}/${all}</span>`;
}

/** `3 错 2 警 1 待定`, 就绪, 可提交. */
function said(pen: Pen, entry: Entry): Markup {
  const { outcome, state } = entry;
  if (state === 'errors') {
    return html`<b class="bad">${pen.html.matrix.errors(outcome.counts.errors)}</b>${besides(pen, entry)}`;
  }
  return html`<b>${pen.words.state[state]}</b>${state === 'unreadable' ? [] : besides(pen, entry)}`;
}

/** ` 2 警 1 待定` */
function besides({ html: { matrix } }: Pen, { outcome }: Entry): readonly Markup[] {
  const { warnings, undecided } = outcome.counts;
  return [
    ...(warnings > 0 ? [matrix.warnings(warnings)] : []),
    ...(undecided > 0 ? [matrix.undecided(undecided)] : []),
  ].map((part) => html` <span>${part}</span>`);
}

/** What the filter goes by: the first letter of the state; what cannot be read stands with the errors. */
const letter = ({ state }: Reported): string => state.charAt(0);

function link(pen: Pen, entry: Entry, withPath: boolean): Markup {
  const { outcome } = entry;
  const path = withPath ? html`<span class="path">${pathIn(outcome)}</span>` : undefined;
  const category = html`<span class="under">${inChinese(pen, titleOf(pen, outcome))}</span>`;
  return html`<a id="to-${entry.id}" href="#${entry.id}" data-c="${categoryOf(outcome)}" data-s="${letter(outcome)}">${category}${marked(stateMark[entry.state], said(pen, entry))}${slotBar(pen, outcome)}${path}</a>`;
}

/** Title of a category with its year, unless the title says it. */
export function editionTitle(
  { html: { matrix } }: Pen,
  { title, year }: { readonly title: string; readonly year: number },
): string {
  return title.includes(String(year)) ? title : `${title} ${matrix.edition(year)}`;
}

export const titleOf = (pen: Pen, outcome: Reported): string =>
  outcome.kind === 'assessed' ? editionTitle(pen, outcome.category) : pen.html.matrix.unknownCategory;

function deadline({ html: { matrix } }: Pen, row: Row, years: readonly string[]): Markup {
  const due = deadlineOf(row);
  if (due === undefined) return html`<td class="due">—</td>`;
  const date = years.length === 1 ? due.until.slice(5) : due.until;
  if (due.left < 0) return html`<td class="due">${date}<span class="small">${matrix.past}</span></td>`;
  const left = matrix.left(due.left);
  return due.left <= nearDays
    ? html`<td class="due">${date}<strong class="small">▲ ${left}</strong></td>`
    : html`<td class="due">${date}<span class="small">${left}</span></td>`;
}

function rowMarkup(pen: Pen, row: Row, columns: readonly string[], years: readonly string[]): Markup {
  const cells = columns.map((column) => {
    const entries = row.entries.filter(({ outcome }) => categoryOf(outcome) === column);
    if (entries.length === 0)
      return html`<td class="none"><span aria-hidden="true">—</span>${unseen(pen.html.matrix.none)}</td>`;
    return html`<td>${entries.map((entry) => link(pen, entry, entries.length > 1))}</td>`;
  });
  return html`<tr data-q="${soughtIn(row.entries)}" data-r="${cityOf(row)}">${nameCell(pen, row)}${cells}${deadline(pen, row, years)}</tr>
`;
}

/** What the text of the filter is looked for in, beside the head of the row. */
function soughtIn(entries: readonly Entry[]): string {
  const codes = entries.flatMap(({ outcome }) => outcome.findings.map(({ code }) => code));
  return [...new Set([...entries.map(({ outcome }) => pathIn(outcome)), ...codes])].join(' ');
}

function nameCell(pen: Pen, row: Row): Markup {
  const below = [row.uscc, placeOf(row)]
    .filter((part) => part !== '')
    .map((part) => html`<span>${inChinese(pen, part)}</span> `);
  return html`<th scope="row"><span class="name">${inChinese(pen, row.name)}</span><span class="small">${below}</span></th>`;
}

/** A dossier as a row: what a cell of the matrix says, in columns. */
function entryRow(pen: Pen, row: Row, entry: Entry, years: readonly string[]): Markup {
  const { outcome, state } = entry;
  const { filled, all } = slotsOf(outcome);
  const { errors, warnings, undecided } = outcome.counts;
  const number = (count: number, bad = false): Markup =>
    html`<td class="count">${count === 0 ? html`<span class="none">0</span>` : bad ? html`<b class="bad">${count}</b>` : html`${count}`}</td>`;
  // Where the columns of counts have no room; the word of the state stands before it.
  const counted = state === 'errors' ? [said(pen, entry)] : besides(pen, entry);
  const below = state === 'unreadable' || counted.length === 0 ? '' : counted;
  const link = html`<a id="to-${entry.id}" href="#${entry.id}" data-c="${categoryOf(outcome)}" data-s="${letter(outcome)}">${marked(stateMark[state], pen.words.state[state])}${below === '' ? '' : html`<span class="under">${below}</span>`}</a>`;
  const twice = row.entries.filter((other) => categoryOf(other.outcome) === categoryOf(outcome)).length > 1;
  const path = twice ? html`<span class="path">${pathIn(outcome)}</span>` : undefined;
  return html`<tr data-q="${soughtIn([entry])}" data-r="${cityOf(row)}">${nameCell(pen, row)}<td>${inChinese(pen, titleOf(pen, outcome))}${path}</td><td class="state">${link}</td>${number(errors, true)}${number(warnings)}${number(undecided)}<td class="count">${all === 0 ? '—' : `${filled}/${all}`}</td>${deadline(pen, { ...row, entries: [entry] }, years)}</tr>
`;
}

function list(pen: Pen, rows: readonly Row[], years: readonly string[]): Markup {
  const { matrix: words } = pen.html;
  const { counts } = words;
  const heads = [counts.errors, counts.warnings, counts.undecided, words.slots].map(
    (head) => html`<th scope="col" class="count">${head}</th>`,
  );
  return html`<table class="matrix list"><caption class="unseen">${words.caption}</caption>
<thead><tr><th scope="col">${words.enterprise}<span class="small">${words.below}</span></th><th scope="col">${words.category}</th><th scope="col">${words.state}</th>${heads}<th scope="col">${words.deadline}</th></tr></thead>
<tbody>
${rows.map((row) => row.entries.map((entry) => entryRow(pen, row, entry, years)))}</tbody>
</table>
`;
}

/** How many dossiers of a category stand how. */
function total({ words }: Pen, outcomes: readonly Entry[]): Markup {
  const counts = shownStates
    .map((state) => ({ state, count: outcomes.filter((entry) => entry.state === state).length }))
    .filter(({ count }) => count > 0);
  return html`<td>${counts.map(
    ({ state, count }) =>
      html`<span class="marked" title="${words.state[state]}">${mark(stateMark[state])} ${unseen(words.state[state])} ${count}</span> `,
  )}</td>`;
}

/** The matrix in its own scroller, or the list. */
export function matrix(pen: Pen, rows: readonly Row[], outcomes: readonly Reported[]): Markup {
  const { matrix: words, scroller } = pen.html;
  const columns = columnsOf(pen, outcomes);
  const ids = columns.map(({ id }) => id);
  const years = [
    ...new Set(outcomes.flatMap((outcome) => (outcome.kind === 'assessed' ? [String(outcome.category.year)] : []))),
  ].sort();
  if (columns.length > fittingColumns) return list(pen, rows, years);
  const heads = columns.map(({ title }) => html`<th scope="col">${inChinese(pen, title)}</th>`);
  const entries = rows.flatMap((row) => row.entries);
  const totals = ids.map((id) =>
    total(
      pen,
      entries.filter(({ outcome }) => categoryOf(outcome) === id),
    ),
  );
  const year = years.length > 1 ? `${years[0]}–${years.at(-1)}` : (years[0] ?? '');
  return html`<section class="scroller" tabindex="0" aria-label="${scroller(words.caption)}">
<table class="matrix"><caption class="unseen">${words.caption}</caption>
<thead><tr><th scope="col">${words.enterprise}<span class="small">${words.below}</span></th>${heads}<th scope="col">${words.deadline}<span class="small">${year === '' ? '' : words.year(year)}</span></th></tr></thead>
<tbody>
${rows.map((row) => rowMarkup(pen, row, ids, years))}</tbody>
<tfoot><tr><th scope="row">${words.total}</th>${totals}<td></td></tr></tfoot>
</table>
</section>
`;
}
