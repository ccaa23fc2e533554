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
  return html`<tr>${tick(slot.label)}<td>${slot.order}</td><th scope="row">${slot.label}</th><td>${slot.required ? '是' : '否'}</td><td>${own.length === 0 ? none : html`<ul>${list}</ul>`}${whole}</td></tr>
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
<p>按申报平台的顺序逐项填写。金额、人数不带单位和千分位逗号，可直接粘贴。填好一项，在“已填”栏打勾：勾记在这台电脑的浏览器里，内容改过的项要重填。</p>${state}<p role="status" id="said"></p></header>
<main data-ticks="${category.id} ${assessment.uscc === '' ? enterprise : assessment.uscc}">
${form.sections.map((section) => sectionMarkup(assessment, section, files))}
<section><h2>附件</h2>
${
  slots.length === 0
    ? html`<p>本类别没有附件栏。</p>`
    : html`<p>${category.files.notice}</p>
<table><thead><tr>${tickHead}<th scope="col">序号</th><th scope="col">材料名称</th><th scope="col">必交</th><th scope="col">材料包里的文件</th></tr></thead>
<tbody>
${slots}</tbody></table>`
}
</section>
</main>
`;
  return documentOf({ language: 'zh', title: '填报指引', body }, assets);
}

/** A longer text has its button before it, so that nobody looks for its end. */
const longSigns = 60;

/** A value with its button, which the script shows. `name` says what is copied. */
function copied(value: string, name: string): Markup {
  if (value === '') return html`<span class="none">—</span>`;
  const button = html`<button type="button" hidden aria-label="复制 ${name}">复制</button>`;
  const text = html`<span class="value">${value}</span>`;
  return value.length > longSigns || value.includes('\n')
    ? html`<div class="item">${button}<br>${text}</div>`
    : html`<div class="item">${text} ${button}</div>`;
}

/** The box for what is filled in; the script keeps it. */
const tick = (name: string): Markup => html`<td class="tick"><input type="checkbox" aria-label="已填 ${name}"></td>`;
const tickHead = html`<th scope="col" class="tick">已填</th>`;

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
    valuesOf(assessment, field).map(({ label, value, note, hint, each }) => {
      const shown = note === undefined ? copied(value, label) : html`${value === '' ? '—' : value}（${note}）`;
      const list = each?.map((one) => html`<li>${copied(one, `${label} ${one}`)}</li>`);
      const cell = list === undefined ? shown : html`<ol>${list}</ol>`;
      const help = hint === undefined ? '' : html`<p class="none">${hint}</p>`;
      const box = note === undefined ? tick(label) : html`<td class="tick"></td>`;
      return html`<tr>${box}<th scope="row">${label}</th><td${note === undefined ? '' : html` class="none"`}>${cell}${help}</td></tr>
`;
    }),
  );
  return html`<table class="fields"><thead><tr>${tickHead}<th scope="col">项目</th><th scope="col">填写内容</th></tr></thead><tbody>
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
    return html`<tr>${tick(field.label)}<th scope="row">${field.label}</th>${values}</tr>
`;
  });
  return html`<table class="years"><thead><tr>${tickHead}<th scope="col">项目</th>${heads}</tr></thead><tbody>
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
    return html`<tr>${tick(`${title} 第 ${row.number} 行`)}<th scope="row">${row.number}</th>${cells}</tr>
`;
  });
  const none = html`<tr><td colspan="${columns.length + 2}" class="none">暂无记录</td></tr>
`;
  return html`<h3>${title}</h3>
<table class="rows"><thead><tr>${tickHead}<th scope="col">序号</th>${heads}</tr></thead><tbody>
${lines.length === 0 ? none : lines}</tbody></table>
`;
}

/** What stands in one input. */
type PortalValue = {
  readonly label: string;
  readonly value: string;
  /** Why it is not typed at all. */
  readonly note?: string;
  /** What helps to find it in a list of the portal. */
  readonly hint?: string;
  /** Several choices, each of which is ticked by itself. */
  readonly each?: readonly string[];
};

/** The inputs of a field that is no row of years, in the portal's order; an empty value is an input left empty. */
function valuesOf({ metrics }: Assessment, field: FilledField): readonly PortalValue[] {
  const { label, value } = field;
  if (field.shows !== undefined) return [{ label, value: '', note: '平台显示' }];
  if (field.computed !== undefined) {
    const outcome = metrics.find(({ id }) => id === field.computed)?.outcome;
    return [{ label, value: outcome?.is === 'value' ? outcome.shown : '', note: '平台计算，供核对' }];
  }
  switch (value?.kind) {
    case undefined:
      return field.type === 'person' ? partsOf(field, {}) : [{ label, value: '' }];
    case 'text':
      return [{ label, value: value.text }];
    case 'number':
      return [{ label, value: value.source }];
    case 'chosen':
      return value.chosen.length > 1
        ? [{ label, value: '', each: value.chosen, hint: `共选 ${value.chosen.length} 项，在平台上逐项勾选。` }]
        : [{ label, value: value.chosen.join('') }];
    case 'levels':
      return value.levels.map(({ name, code }, index) => ({
        label: value.levels.length === 1 ? label : `${label} 第 ${index + 1} 级`,
        ...levelValue(name, field.type === 'region' ? undefined : code),
      }));
    case 'person':
      return partsOf(field, value);
    case 'years':
      return value.cells.map(({ year, source }) => ({ label: `${label} ${year}年`, value: source ?? '' }));
  }
}

/** The portal offers names; a level that no list of ours names has its code alone. */
function levelValue(name: string, code: string | undefined): Omit<PortalValue, 'label'> {
  if (code === undefined || code === name) {
    return /^[A-Z]?\d+$/.test(name)
      ? {
          value: name,
          hint: `只知代码 ${name}，名称不在本程序的来源里：在平台的下拉框里按国民经济行业分类选这一级的名称。`,
        }
      : { value: name };
  }
  return name === ''
    ? {
        value: code,
        hint: `只知代码 ${code}，名称不在本程序的来源里：在平台的下拉框里按国民经济行业分类选这一级的名称。`,
      }
    : { value: name, hint: `代码 ${code}` };
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
