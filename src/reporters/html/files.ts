// The attachments of a dossier: slot by slot, then the files of sub-tables, with pages, size and digest.
import { type ReportedAssessment, type ReportedFile, reportedFiles } from '../reported.ts';
import { sizeText } from '../summary-lines.ts';
import { marked } from './marks.ts';
import { html, inChinese, type Markup, type Pen } from './markup.ts';

const nothing = html`<td class="count">—</td>`;
const fileCells = ({ source, bytes, traits, sha256 }: ReportedFile): Markup =>
  html`<td class="file">${source}</td><td class="count">${traits.pages ?? '—'}</td><td class="count">${sizeText(bytes)}</td><td><code>${sha256?.slice(0, 12) ?? '—'}</code></td>`;

/** `id` names the panel. Nothing where a category asks for no file and there is none. */
export function files(pen: Pen, id: string, { inventory }: ReportedAssessment): Markup | undefined {
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
