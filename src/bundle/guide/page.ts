// The page beside the bundle that helps to fill in the portal: every value in the portal's order with a copy button.
import type { Assessment, FilledField, FilledSection, FilledSlot, FilledTable } from '../../assessment.ts';
import { isSettled, type State } from '../../decide/state.ts';
import type { Assets } from '../../reporters/html/assets.ts';
import { documentOf } from '../../reporters/html/document.ts';
import { html, type Markup } from '../../reporters/html/markup.ts';

/** The merged PDF of a slot, where the bundle has one. */
type GuideMerge = { readonly slot: string; readonly path?: string };

function slotRow(slot: FilledSlot, files: readonly GuideFile[], merged: readonly GuideMerge[]): Markup {
  const own = files.filter(({ purpose }) => 'slot' in purpose && purpose.slot === slot.id);
  const one = merged.find((each) => each.slot === slot.id)?.path;
  const list = own.map(({ path }) => html`<li>${fileLink(path)}</li>`);
  const whole = one === undefined ? '' : html`<p>只能传一个文件时，传合并件 ${fileLink(one)}</p>`;
  const none = slot.required ? html`<strong>缺</strong>` : '—';
  return html`<tr><td>${slot.order}</td><th scope="row">${slot.label}</th><td>${slot.required ? '是' : '否'}</td><td>${own.length === 0 ? none : html`<ul>${list}</ul>`}${whole}</td></tr>
`;
}

/** Why what is filled in from this page is not ready to be handed in. */
const notFormal = (state: State, errors: number): string =>
  ({
    errors: `有错误：还有错误 ${errors} 项，改正之前不要报送。`,
    incomplete: '未齐：补齐缺少的内容和附件之前，不要报送。',
    unsettled: '待核实：申请表首页所列各项核实之前，不要报送。',
    submittable: '',
    ready: '',
  })[state];

/** The text of the page. Works without its script as a list; equal input gives equal text. */
export function guidePage(
  assessment: Assessment,
  files: readonly GuideFile[],
  merged: readonly GuideMerge[],
  assets: Assets,
): string {
  const { category, enterprise, asOf, counts, state: stands, form, inventory } = assessment;
  const title = `${category.title} 填报指引`;
  const state = isSettled(stands) ? '' : html`<p class="draft">${notFormal(stands, counts.errors)}</p>`;
  const slots = inventory.slots.map((slot) => slotRow(slot, files, merged));
  const body = html`<header><h1>${title}</h1><p>${enterprise} · ${category.year} 年度 · ${asOf}</p>
<p>按申报系统的顺序逐项填写。金额、人数不带单位和千分位，可直接粘贴。</p>${state}<p role="status" id="said"></p></header>
<main>
${form.sections.map((section) => sectionMarkup(assessment, section, files))}
<section><h2>附件</h2>
${
  slots.length === 0
    ? html`<p>本类别没有附件栏。</p>`
    : html`<p>${category.files.notice}</p>
<table><thead><tr><th scope="col">序号</th><th scope="col">材料名称</th><th scope="col">必交</th><th scope="col">材料包里的文件</th></tr></thead>
<tbody>
${slots}</tbody></table>`
}
</section>
</main>
`;
  return documentOf({ language: 'zh', title: '填报指引', body }, assets);
}

/** A value with its button, which the script shows. `name` says what is copied. */
const copied = (value: string, name: string): Markup =>
  value === ''
    ? html`<span class="none">—</span>`
    : html`<span class="value">${value}</span> <button type="button" hidden aria-label="复制 ${name}">复制</button>`;

/** One section: runs of single fields, tables of years, tables of rows, in printed order. */
function sectionMarkup(assessment: Assessment, section: FilledSection, files: readonly GuideFile[]): Markup {
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

/** What stands in one input; `note` says why it is not typed at all. */
type PortalValue = { readonly label: string; readonly value: string; readonly note?: string };

/** The inputs of a field that is no row of years, in the portal's order; an empty value is an input left empty. */
function valuesOf({ metrics }: Assessment, field: FilledField): readonly PortalValue[] {
  const { label, value } = field;
  if (field.shows !== undefined) return [{ label, value: '', note: '系统显示' }];
  if (field.computed !== undefined) {
    const outcome = metrics.find(({ id }) => id === field.computed)?.outcome;
    return [{ label, value: outcome?.is === 'value' ? outcome.shown : '', note: '系统计算，供核对' }];
  }
  switch (value?.kind) {
    case undefined:
      return field.type === 'person' ? partsOf(field, {}) : [{ label, value: '' }];
    case 'text':
      return [{ label, value: value.text }];
    case 'number':
      return [{ label, value: value.source }];
    case 'chosen':
      return [{ label, value: value.chosen.join('、') }];
    case 'levels':
      return value.levels.map(({ name, code }, index) => ({
        label: value.levels.length === 1 ? label : `${label} 第 ${index + 1} 级`,
        // A level that no list names has its code alone.
        value: [field.type === 'region' ? undefined : code, name].filter(Boolean).join(' '),
      }));
    case 'person':
      return partsOf(field, value);
    case 'years':
      return value.cells.map(({ year, source }) => ({ label: `${label} ${year}年`, value: source ?? '' }));
  }
}

type Person = { readonly name?: string; readonly phone?: string; readonly mobile?: string };

function partsOf({ label, parts }: FilledField, { name, phone, mobile }: Person): PortalValue[] {
  return [
    { label, value: name ?? '' },
    { label: `${label} ${parts.phone ?? '电话'}`, value: phone ?? '' },
    { label: `${label} ${parts.mobile ?? '手机'}`, value: mobile ?? '' },
  ];
}

/** A file of the bundle: for a slot or for a row (from 1) of a table. `path` begins with `data/`. */
type GuideFile = {
  readonly purpose: { readonly slot: string } | { readonly row: { readonly table: string; readonly row: number } };
  readonly path: string;
};

const fileSpace = 'data/';

/** The path as it stands in the bundle, leading to the file. The page stands in data/ itself. */
const fileLink = (path: string): Markup => {
  const href = path.slice(fileSpace.length).split('/').map(encodeURIComponent).join('/');
  return html`<a href="${href}">${path}</a>`;
};
