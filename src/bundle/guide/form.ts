// A section of the form as the page shows it: each value by itself, years and rows cell by cell.
import type { Assessment, FilledField, FilledSection, FilledTable } from '../../assessment.ts';
import { html, type Markup } from '../../reporters/html/markup.ts';
import { fileLink, type GuideFile } from './file.ts';
import { valuesOf } from './values.ts';

/** A value with its button, which the script shows. `name` says what is copied. */
const copied = (value: string, name: string): Markup =>
  value === ''
    ? html`<span class="none">—</span>`
    : html`<span class="value">${value}</span> <button type="button" hidden aria-label="复制 ${name}">复制</button>`;

/** One section: runs of single fields, tables of years, tables of rows, in printed order. */
export function sectionMarkup(assessment: Assessment, section: FilledSection, files: readonly GuideFile[]): Markup {
  const parts: Markup[] = [];
  for (let index = 0; index < section.items.length; ) {
    const item = section.items[index];
    if (item?.kind === 'table') {
      parts.push(tableMarkup(item, files));
      index++;
      continue;
    }
    const run = section.items
      .slice(index)
      .findIndex((each) => each.kind === 'table' || isYearly(each) !== isYearly(item));
    const fields = section.items
      .slice(index, run === -1 ? undefined : index + run)
      .flatMap((each) => (each.kind === 'field' ? [each] : []));
    parts.push(isYearly(item) ? yearsMarkup(fields) : fieldsMarkup(assessment, fields));
    index += fields.length;
  }
  return html`<section>${section.title === undefined ? html`<h2>申请表</h2>` : html`<h2>${section.title}</h2>`}
${parts.length === 0 ? html`<p class="none">—</p>` : parts}</section>
`;
}

const isYearly = (item: FilledField | FilledTable | undefined): boolean =>
  item?.kind === 'field' && item.computed === undefined && (item.years.length > 1 || item.value?.kind === 'years');

function fieldsMarkup(assessment: Assessment, fields: readonly FilledField[]): Markup {
  const rows = fields.flatMap((field) =>
    valuesOf(assessment, field).map(({ label, value, note }) => {
      const cell =
        note === undefined
          ? copied(value, label)
          : html`<span class="none">${value === '' ? '—' : value}（${note}）</span>`;
      return html`<tr><th scope="row">${label}</th><td>${cell}</td></tr>
`;
    }),
  );
  return html`<table class="fields"><tbody>
${rows}</tbody></table>
`;
}

function yearsMarkup(fields: readonly FilledField[]): Markup {
  const years = new Map(fields.flatMap((field) => field.years).map((each) => [each.year, each.forecast]));
  const columns = [...years].sort(([a], [b]) => a - b);
  const heads = columns.map(([year, forecast]) => html`<th scope="col">${year}年${forecast ? '(预计)' : ''}</th>`);
  const rows = fields.map((field) => {
    const cells = field.value?.kind === 'years' ? field.value.cells : [];
    const values = columns.map(([year]) => {
      const source = cells.find((cell) => cell.year === year)?.source ?? '';
      return html`<td>${copied(source, `${field.label} ${year}年`)}</td>`;
    });
    return html`<tr><th scope="row">${field.label}</th>${values}</tr>
`;
  });
  return html`<table class="years"><thead><tr><th scope="col">项目</th>${heads}</tr></thead><tbody>
${rows}</tbody></table>
`;
}

function tableMarkup({ id, title, columns, rows }: FilledTable, files: readonly GuideFile[]): Markup {
  const heads = columns.map((column) => html`<th scope="col">${column.label}</th>`);
  const lines = rows.map((row) => {
    const own = files.filter(
      ({ purpose }) => 'row' in purpose && purpose.row.table === id && purpose.row.row === row.number,
    );
    const cells = columns.map((column) => {
      const value = row.cells[column.id] ?? '';
      const links = own.map(({ path }) => html`<li>${fileLink(path)}</li>`);
      if (column.type === 'file' && links.length > 0) return html`<td><ul>${links}</ul></td>`;
      return html`<td>${copied(value, `${column.label} 第 ${row.number} 行`)}</td>`;
    });
    return html`<tr><th scope="row">${row.number}</th>${cells}</tr>
`;
  });
  const none = html`<tr><td colspan="${columns.length + 1}" class="none">暂无记录</td></tr>
`;
  return html`<h3>${title}</h3>
<table class="rows"><thead><tr><th scope="col">序号</th>${heads}</tr></thead><tbody>
${lines.length === 0 ? none : lines}</tbody></table>
`;
}
