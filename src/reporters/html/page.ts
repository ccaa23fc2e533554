// The whole document: head with its security policy, header, overview and matrix of a batch, the panels, footer.
import { createHash } from 'node:crypto';
import { htmlWords } from '../../words/html.ts';
import { reportWords } from '../../words/report.ts';
import { jsonPieces } from '../json.ts';
import type { Reported } from '../reported.ts';
import type { Report } from '../reporter.ts';
import type { Assets } from './assets.ts';
import { documentOf } from './document.ts';
import { categoryOf, nameOf, type Row, rowsOf } from './enterprises.ts';
import { filter } from './filter.ts';
import { sprite } from './marks.ts';
import { html, Markup, type Pen } from './markup.ts';
import { matrix } from './matrix.ts';
import { overview } from './overview.ts';
import { panel } from './panel.ts';

/** Longer lists of definitions are counted. */
const few = 3;

/** The notices whose categories are applied for: `jiangsu/2021`. */
function notices(outcomes: readonly Reported[]): readonly string[] {
  const ids = outcomes.map(categoryOf).filter((id) => id !== '');
  const all = [...new Set(ids.map((id) => id.slice(0, id.lastIndexOf('/'))))].sort();
  return all.length > few ? [...all.slice(0, few), `… (${all.length})`] : all;
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
