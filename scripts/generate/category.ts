// The page of a category: what it requires, where that is written, and how it is decided, from the same words as `explain`.

import type { Member } from '../../src/advise/explain/member.ts';
import { membersOf } from '../../src/advise/explain/members.ts';
import type { Category, CategoryEntry } from '../../src/category/category.ts';
import { type AspectKey, explainWords, type Part } from '../../src/words/explain.ts';
import { standingName } from '../../src/words/readings.ts';
import { cell, code, made, table } from './markdown.ts';

const words = explainWords('zh');

export const nameOf = (id: string): string => id.replaceAll('/', '-');

const textOf = ({ aspects }: Member, key: AspectKey): string => {
  const text = aspects.find((one) => one.key === key)?.text;
  if (text === undefined) return '';
  if (typeof text === 'string') return cell(text);
  return text.map(cell).join(key === 'years' || key === 'options' ? '、' : '<br>');
};

/** Some aspects in one cell, each with its name but the first. */
const together = (member: Member, first: AspectKey, ...others: readonly AspectKey[]): string =>
  [
    textOf(member, first),
    ...others.flatMap((key) => {
      const text = textOf(member, key);
      return text === '' ? [] : [`${words.aspects[key]}：${text}`];
    }),
  ]
    .filter((text) => text !== '')
    .join('<br>');

const isUnknown = (category: Category, { id }: Member): boolean => category.definition.criteria[id]?.rule === 'unknown';

export function categoryPage(category: Category): string {
  const members = membersOf(category, { language: 'zh' });
  const of = (part: Part): readonly Member[] => members.filter((member) => member.part === part);
  const part = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
    rows.length === 0 ? [] : [`## ${title}`, table(head, rows)];
  const named = (member: Member): string => `${cell(member.label)}<br>${code(member.id)}`;
  const [whole] = of('category');
  const criteria = of('criterion');
  const { definition } = category;
  return `${[
    made,
    `# ${definition.title}`,
    `${code(category.id)}　${definition.scheme}　${definition.authority}`,
    ...(category.superseded === undefined ? [] : [`> ${category.superseded.text}`]),
    ...(whole === undefined ? [] : [overview(whole)]),
    `检查一份材料：${code('zjtx validate')}。逐条解释：${code(`zjtx explain 编号 --category ${category.id}`)}。`,
    ...part(
      '申报条件',
      ['条件', '怎样判断', '不符合时', '依据'],
      criteria
        .filter((member) => !isUnknown(category, member))
        .map((member) => [
          named(member),
          together(member, 'rule', 'readings', 'hint'),
          textOf(member, 'severity'),
          together(member, 'cite', 'quote'),
        ]),
    ),
    ...part(
      '没有检查的条件',
      ['条件', '依据'],
      criteria.filter((member) => isUnknown(category, member)).map((member) => [named(member), textOf(member, 'cite')]),
    ),
    ...part(
      '指标',
      ['指标', '算法', '依据'],
      of('metric').map((member) => [
        named(member),
        together(member, 'formula', 'readings', 'zero'),
        together(member, 'cite', 'quote'),
      ]),
    ),
    ...part(
      '评价指标',
      ['指标', '分组', '满分', '计分', '依据'],
      of('item').map((member) => [
        named(member),
        textOf(member, 'group'),
        textOf(member, 'max'),
        textOf(member, 'points'),
        textOf(member, 'cite'),
      ]),
    ),
    ...of('scorecard').map((member) => `达标：${textOf(member, 'pass')}（${textOf(member, 'max')}为满分）。`),
    ...part(
      '附件',
      ['附件', '是否必交', '要求', '依据'],
      of('slot').map((member) => [
        named(member),
        together(member, 'required', 'requiredWhen'),
        together(member, 'covers', 'expect', 'kinds', 'notKinds', 'basis', 'issuedBy', 'hint'),
        textOf(member, 'cite'),
      ]),
    ),
    ...formParts(of('section'), members),
    ...part(
      '人工核对',
      ['核对什么', '对应附件', '依据'],
      of('checklist').map((member) => [named(member), textOf(member, 'slot'), textOf(member, 'cite')]),
    ),
    ...part(
      '其他要求',
      ['要求', '内容', '依据'],
      of('proof').map((member) => [
        cell(member.label),
        together(member, 'facts', 'tables', 'words', 'in', 'years', 'hint'),
        textOf(member, 'cite'),
      ]),
    ),
    ...part(
      '来源',
      ['来源', '地位', '全称'],
      of('source').map((member) => [
        named(member),
        textOf(member, 'standing'),
        together(member, 'title', 'issuer', 'note'),
      ]),
    ),
  ].join('\n\n')}\n`;
}

const overview = (whole: Member): string =>
  table(
    ['', ''],
    (['year', 'procedure', 'season', 'once', 'fileTypes', 'fileSize'] as const).flatMap((key) => {
      const text = textOf(whole, key);
      return text === '' ? [] : [[words.aspects[key], key === 'fileTypes' ? text.replaceAll('<br>', '、') : text]];
    }),
  );

/** The sections of the form in printed order. */
function formParts(sections: readonly Member[], members: readonly Member[]): readonly string[] {
  const rows = sections.flatMap((section) => {
    const inside = members.filter(
      (one) =>
        (one.part === 'field' || one.part === 'table') &&
        one.aspects.some(({ key, text }) => key === 'section' && text === section.label),
    );
    const head = [`**${cell(section.label)}**`, textOf(section, 'open') === '' ? '' : '栏目不全', '', ''];
    return [
      head,
      ...inside.map((member) => [
        `${cell(member.label)}<br>${code(member.id)}`,
        together(member, member.part === 'table' ? 'columns' : 'type', 'computed', 'years', 'options'),
        together(member, 'required', 'limit', 'prompt'),
        textOf(member, 'cite'),
      ]),
    ];
  });
  return rows.length === 0 ? [] : ['## 申报表', table(['栏目', '内容', '填写', '依据'], rows)];
}

/** All categories, the newest first, with what each stands on. */
export function categoriesPage(entries: readonly CategoryEntry[]): string {
  const rows = [...entries]
    .sort((a, b) => b.year - a.year || (a.id < b.id ? -1 : 1))
    .map(({ id, title, year, standings }) => [
      String(year),
      id.split('/')[0] ?? '',
      `[${cell(title)}](${nameOf(id)}.md)`,
      code(id),
      standings.map((standing) => standingName(standing, 'zh')).join('、'),
    ]);
  return `${[
    made,
    '# 类别',
    '每个类别一页：申报条件、指标、附件、申报表、人工核对和来源，由定义文件生成。',
    table(['年度', '地区', '类别', '编号', '来源地位'], rows),
    `两个类别有哪些不同：${code('zjtx categories diff 编号 编号')}。`,
  ].join('\n\n')}\n`;
}
