// The page beside the bundle that helps to fill in the portal: every value in the portal's order with a copy button.
import type { Assessment, FilledSlot } from '../../assessment.ts';
import { isSettled, type State } from '../../decide/state.ts';
import type { Assets } from '../../reporters/html/assets.ts';
import { documentOf } from '../../reporters/html/document.ts';
import { html, type Markup } from '../../reporters/html/markup.ts';
import { fileLink, type GuideFile } from './file.ts';
import { sectionMarkup } from './form.ts';

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
