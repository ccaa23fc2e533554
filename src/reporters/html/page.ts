// The whole document: head with its security policy, header, overview and matrix of a batch, the panels, footer.
import { createHash } from 'node:crypto';
import { states } from '../../decide/state.ts';
import type { Severity } from '../../findings/finding.ts';
import { htmlWords } from '../../words/html.ts';
import { reportWords } from '../../words/report.ts';
import { jsonPieces } from '../json.ts';
import { unreadText } from '../listed.ts';
import type { Report, Unread } from '../reporter.ts';
import type { Assets } from './assets.ts';
import { documentOf } from './document.ts';
import { categoryOf, cityOf, nameOf, type Row, rowsOf } from './enterprises.ts';
import { marked, sprite } from './marks.ts';
import { escaped, html, Markup, type Part, type Pen } from './markup.ts';
import { fittingColumns, matrix, titleOf } from './matrix.ts';
import { overview } from './overview.ts';
import { panel } from './panel.ts';

/** Shorter texts cost less where they stand than the number of one that is listed. */
const shortest = 8;

/** Begins a list of parts that are joined; all other lists of numbers begin with the entry of their own texts. */
const joined = -1;

/**
 * Writes an array, an entry a line, for `build` of `report.js`. An entry is a text; the texts of a template; or a list of
 * parts, the first of which says what stands between them. A part is a text, or the number of an entry before it. All
 * text is escaped already: the script only joins.
 */
export class Packed {
  readonly #entries = new Map<string, number>();
  #lines: string[] = [];

  /** The number of a piece of markup. */
  add({ strings, parts }: Markup): number {
    return this.#entry([this.#entry(strings), ...parts.map((part) => this.#part(part))]);
  }

  /** What was added since it was last asked for. */
  take(): string {
    const lines = this.#lines.join('');
    this.#lines = [];
    return lines;
  }

  #part(part: Part): number | string {
    if (part === undefined) return '';
    if (part instanceof Markup) return this.add(part);
    if (typeof part === 'object') return this.#entry([joined, ...part.map((each) => this.#part(each))]);
    const text = escaped(String(part));
    return text.length < shortest ? text : this.#entry(text);
  }

  #entry(entry: string | readonly (number | string)[]): number {
    const line = asData(entry);
    const same = this.#entries.get(line);
    if (same !== undefined) return same;
    this.#lines.push(`${this.#entries.size === 0 ? '' : ','}${line}\n`);
    this.#entries.set(line, this.#entries.size);
    return this.#entries.size - 1;
  }
}

/** JSON that cannot end the element it stands in. */
export const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The panels of more dossiers are made by the script when they are opened; those of fewer stand in the page. */
const mostStanding = 50;

function header({ words, html: own }: Pen, report: Report, rows: readonly Row[], title: string): Markup {
  const { outcomes, program } = report;
  const dates = [...new Set(outcomes.map(({ asOf }) => asOf))].sort();
  const span = dates.length > 1 ? `${dates[0]} – ${dates.at(-1)}` : (dates[0] ?? '');
  const categories = new Set(outcomes.map(categoryOf).filter((id) => id !== '')).size;
  // The digest of the JSON report of the same run: who holds both can see that they belong together.
  const hash = createHash('sha256');
  for (const piece of jsonPieces(report)) hash.update(piece);
  const digest = hash.digest('hex').slice(0, 12);
  return html`<header><h1>${title}</h1><p><span>${own.zoned(words.asOf(span))}</span> <span>${own.enterprises(rows.length, outcomes.length)}</span><br><span>${program.name} ${program.version}</span> ${outcomes.length === 1 || categories === 0 ? '' : html`<span>${own.categories(categories)}</span> `}<span>${own.digest} ${digest}</span></p></header>
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
  const standing = outcomes.length <= mostStanding;
  const listed = new Set(outcomes.map(categoryOf)).size > fittingColumns;
  const body = html`${sprite}
${header(pen, report, rows, title)}<main>
${unreadSection(pen, report.unread ?? [])}${many ? overview(pen, rows, outcomes) : ''}${filter(pen, many ? rows : undefined, listed)}${many ? matrix(pen, rows, outcomes) : ''}${standing ? '' : html`<noscript><p class="byscript">${words.byScript(outcomes.length)}</p></noscript>`}${new Markup([hole])}</main>
<footer><p>${words.footer.legend}</p><p>${words.footer.promise}</p>${many ? html`<p class="paper">${words.onPaper}</p>` : ''}</footer>
`;
  const frame = documentOf({ language, title: name, look: many ? 'batch' : 'single', body }, assets);
  const at = frame.indexOf(hole);
  yield frame.slice(0, at);
  yield* standing ? standingPanels(pen, rows, many) : packedPanels(pen, rows);
  yield frame.slice(at + hole.length);
}

/** What no dossier of the page tells, before all else. */
function unreadSection({ language, words }: Pen, unread: readonly Unread[]): Markup | undefined {
  if (unread.length === 0) return undefined;
  const items = unread.map(
    (one) => html`<li><code>${one.path}</code> ${unreadText(one, language)}</li>
`,
  );
  return html`<section class="unread" aria-labelledby="unread"><h2 id="unread">${marked('error', words.unread(unread.length))}</h2><ul>
${items}</ul></section>
`;
}

function* standingPanels(pen: Pen, rows: readonly Row[], many: boolean): Generator<string> {
  for (const { entries } of rows) for (const entry of entries) yield panel(pen, entry, many).source;
}

/** The panels as data, the last entry of which tells the number of each by its anchor. */
function* packedPanels(pen: Pen, rows: readonly Row[]): Generator<string> {
  const packed = new Packed();
  const numbers: Record<string, number> = {};
  yield '<script type="application/json" id="panels">[';
  for (const { entries } of rows)
    for (const entry of entries) {
      numbers[entry.id] = packed.add(panel(pen, entry, true));
      yield packed.take();
    }
  yield `,${asData(numbers)}]</script>\n`;
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

function categories(pen: Pen, rows: readonly Row[]): readonly Option[] {
  const outcomes = rows.flatMap((row) => row.entries.map(({ outcome }) => outcome));
  const titles = new Map(outcomes.map((outcome) => [categoryOf(outcome), titleOf(pen, outcome)]));
  return distinct(outcomes.map(categoryOf)).map((id) => ({ value: id, label: titles.get(id) ?? id }));
}

/** @param rows none for a single dossier: then findings are filtered */
function filter(pen: Pen, rows: readonly Row[] | undefined, listed: boolean): Markup {
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
          choice('category', own.category, own.allCategories, categories(pen, rows)),
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
  const shown = rows === undefined ? own.shownFindings : listed ? own.shownDossiers : own.shownRows;
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
