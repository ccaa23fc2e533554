// The reference of facts: each with its type, its unit, and the labels under which the forms print it.
import { openCatalog } from '../../src/category/catalog.ts';
import type { Fact } from '../../src/expression/types.ts';
import { cell, code, made, table } from './markdown.ts';
import { written } from './values.ts';

const words = new Map(written);

const typeOf = ({ type }: Fact): string => words.get(type) ?? '';

const rowOf = (fact: Fact, id: string, labels: readonly string[]): string[] => [
  code(id),
  cell(fact.meaning),
  cell(`${typeOf(fact)}${fact.options ? `：${fact.options.join('、')}` : ''}`),
  cell(
    [fact.unit ?? '', fact.yearly ? '按年度' : '', fact.negative ? '可为负' : '']
      .filter((text) => text !== '')
      .join('，'),
  ),
  cell(labels.join('；')),
];

export async function factsPage(): Promise<string> {
  const catalog = await openCatalog();
  const printed = new Map<string, Set<string>>();
  let vocabulary: ReadonlyMap<string, Fact> = new Map();
  for (const { id } of await catalog.list()) {
    const category = await catalog.open(id);
    vocabulary = category.vocabulary;
    for (const { items } of category.form.sections)
      for (const item of items) {
        const label = item.kind === 'table' ? item.title : item.label;
        if (item.fact) printed.set(item.fact.id, (printed.get(item.fact.id) ?? new Set()).add(label));
      }
  }
  const rows = [...vocabulary.values()].flatMap((fact) => [
    rowOf(fact, fact.id, [...(printed.get(fact.id) ?? [])]),
    ...[...fact.fields].map(([key, inner]) => rowOf(inner, `${fact.id}.${key}`, [])),
  ]);
  return `${[
    made,
    '# 数据项 / Facts',
    '一个数据项在所有类别中编号、类型、单位相同；各类别的申请表印着不同的名称，填写时两种都可以作键。申请表没有印的，写在 `facts:` 下。按年度的写成 `{2019: 7105.00, 2020: 8330.00}`。',
    'A fact has one id, type and unit in every category. Forms print it under labels of their own; either serves as the key. What no form of the category prints stands under `facts:`.',
    table(['编号 id', '含义 meaning', '写法 type', '单位 unit', '申请表上的名称 printed labels'], rows),
  ].join('\n\n')}\n`;
}
