// The whole document: head with its security policy, header, overview and matrix of a batch, the panels, footer.
import { createHash } from 'node:crypto';
import { states } from '../../decide/state.ts';
import type { Severity } from '../../findings/finding.ts';
import { htmlWords } from '../../words/html.ts';
import { reportWords } from '../../words/report.ts';
import { jsonPieces } from '../json.ts';
import type { Reported } from '../reported.ts';
import type { Report } from '../reporter.ts';
import type { Assets } from './assets.ts';
import { documentOf } from './document.ts';
import { categoryOf, cityOf, nameOf, type Row, rowsOf } from './enterprises.ts';
import { sprite } from './marks.ts';
import { html, Markup, type Pen } from './markup.ts';
import { matrix } from './matrix.ts';
import { overview } from './overview.ts';
import { panel } from './panel.ts';

/** Longer lists of definitions are counted. */
const fewDefinitions = 3;

/** The notices whose categories are applied for: `jiangsu/2021`. */
function notices(outcomes: readonly Reported[]): readonly string[] {
  const ids = outcomes.map(categoryOf).filter((id) => id !== '');
  const all = [...new Set(ids.map((id) => id.slice(0, id.lastIndexOf('/'))))].sort();
  return all.length > fewDefinitions ? [...all.slice(0, fewDefinitions), `… (${all.length})`] : all;
}

function header({ words, html: own }: Pen, report: Report, rows: readonly Row[], title: string): Markup {
  const { outcomes, program } = report;
  const dates = [...new Set(outcomes.map(({ asOf }) => asOf))].sort();
  const span = dates.length > 1 ? `${dates[0]} – ${dates.at(-1)}` : (dates[0] ?? '');
  const named = notices(outcomes);
  // The digest of the JSON report of the same run: who holds both can see that they belong together.
  const hash = createHash('sha256');
  for (const piece of jsonPieces(report)) hash.update(piece);
  const digest = hash.digest('hex').slice(0, 12);
  return html`<header><h1>${title}</h1><p><span>${own.zoned(words.asOf(span))}</span> <span>${own.enterprises(rows.length, outcomes.length)}</span><br><span>${program.name} ${program.version}</span> ${named.length === 0 ? '' : html`<span>${own.definitions(named)}</span> `}<span>${own.digest} ${digest}</span></p></header>
`;
}

/** Where the panels stand; no text of a dossier is a comment, since what it opens with is escaped. */
const hole = '<!-- panels -->';

/** The text of the document, a panel at a time. The same report gives the same text. */
export function* page(report: Report, assets: Assets): Generator<string> {
  const { language, outcomes } = report;
  const pen: Pen = { language, words: reportWords(language), html: htmlWords(language) };
  const { html: words } = pen;
  const rows = rowsOf(outcomes);
  const many = outcomes.length > 1;
  const [first] = outcomes;
  const title = many ? words.title.many : words.title.one;
  const name = first === undefined || many ? title : `${[...nameOf(first)].slice(0, 40).join('')} ${title}`;
  const body = html`${sprite}
${header(pen, report, rows, title)}<main>
${many ? overview(pen, rows, outcomes) : ''}${filter(pen, many ? rows : undefined)}${many ? matrix(pen, rows, outcomes) : ''}${new Markup(hole)}</main>
<footer><p>${words.footer.legend}</p><p>${words.footer.promise}</p></footer>
`;
  const frame = documentOf({ language, title: name, look: many ? 'batch' : 'single', body }, assets);
  const at = frame.indexOf(hole);
  yield frame.slice(0, at);
  for (const { entries } of rows) for (const entry of entries) yield panel(pen, entry).source;
  yield frame.slice(at + hole.length);
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

type Option = { readonly value: string; readonly label: string };

/** A choice with its first option for all; nothing where there is no choice. */
function choice(name: string, label: string, all: string, options: readonly Option[]): Markup | undefined {
  if (options.length < 2) return undefined;
  const list = options.map(({ value, label: shown }) => html`<option value="${value}">${shown}</option>`);
  return html`<label class="unseen" for="f-${name}">${label}</label><select id="f-${name}" name="${name}"><option value="">${all}</option>${list}</select>
`;
}

const distinct = (values: readonly string[]): readonly string[] =>
  [...new Set(values)].filter((value) => value !== '').sort();

/** Categories by title; where two titles are alike, with their ids. */
function categories(rows: readonly Row[]): readonly Option[] {
  const outcomes = rows.flatMap((row) => row.entries.map(({ outcome }) => outcome));
  const titles = new Map(
    outcomes.flatMap((outcome) => (outcome.kind === 'assessed' ? [[outcome.category.id, outcome.category.title]] : [])),
  );
  const ids = distinct(outcomes.map(categoryOf));
  return ids.map((id) => {
    const title = titles.get(id) ?? id;
    const alike = [...titles.values()].filter((other) => other === title).length > 1;
    return { value: id, label: alike ? `${title} ${id}` : title };
  });
}

/** @param rows none for a single dossier: then findings are filtered */
function filter(pen: Pen, rows: readonly Row[] | undefined): Markup {
  const { html: all, words } = pen;
  const { filter: own } = all;
  const levels = [
    ...severities.map((severity) => ({ value: severity, label: words.severity[severity] })),
    { value: 'undecided', label: words.undecided },
    { value: 'unknown', label: words.unknown },
    { value: 'waived', label: words.waived },
  ];
  const choices =
    rows === undefined
      ? [choice('level', own.level, own.allLevels, levels)]
      : [
          choice('category', own.category, own.allCategories, categories(rows)),
          choice(
            'region',
            own.region,
            own.allRegions,
            distinct(rows.map(cityOf)).map((city) => ({ value: city, label: city })),
          ),
        ];
  const boxes =
    rows === undefined
      ? undefined
      : html`<fieldset><legend class="unseen">${own.states}</legend>${states.map(
          (state) =>
            html`<label><input type="checkbox" name="state" value="${state}" checked> ${words.state[state]}</label> `,
        )}</fieldset>
`;
  const text = rows === undefined ? own.findings : own.rows;
  const shown = rows === undefined ? own.shownFindings : own.shownRows;
  const hints = own.hints
    .filter((_, index) => rows !== undefined || index !== 2)
    .map(([keys, what]) => html`<span>${keys.map((key) => html`<kbd>${key}</kbd>`)} ${what}</span> `);
  return html`<search class="filter" hidden aria-label="${own.label}">
<label class="unseen" for="f-text">${text}</label><input id="f-text" name="text" type="search" placeholder="${text}" autocomplete="off" spellcheck="false">
${choices}${boxes}<output class="shown" aria-live="polite" data-words="${shown}"></output>
<p class="hints">${hints}<label><input type="checkbox" name="keys" checked> ${own.keys}</label></p>
</search>
`;
}
