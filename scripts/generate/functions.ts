// The reference of expressions: the functions of a formula, each with what it means.
import { functions } from '../../src/expression/functions.ts';
import { sizeClassOf } from '../../src/expression/size-class.ts';
import { cell, code, made, table } from './markdown.ts';

export const functionsPage = (): string =>
  `${[
    made,
    '# 表达式 / Expressions',
    '指标的公式和条件的判定写成 [CEL](https://cel.dev)。数字是十进制小数，四十位，四舍五入，不经浮点；数据项以编号引用，按年度的写 `revenue.at(Y-1)`，Y 是类别的年度。没有填写的数据项使结果“待定”，并列出缺哪些；`&&` 和 `||` 的另一边已经够定论时除外。',
    'Formulas and criteria are [CEL](https://cel.dev). Every figure is a decimal of forty digits, rounded half up, never a float. Facts go by their ids, yearly ones as `revenue.at(Y-1)`, Y being the year of the category. A fact that nobody gave makes the result undecided and is named, unless the other side of `&&` or `||` settles it.',
    '整数相除、`matches` 和两层以上的嵌套宏不允许。Division of whole numbers, `matches`, and macros nested more than two deep are refused.',
    table(
      ['函数 function', '说明', 'meaning'],
      [...functions, sizeClassOf({ sizes: [], classes: new Map(), mapping: new Map() })].map(
        ({ signature, meaning }) => [code(signature), cell(meaning.zh), cell(meaning.en)],
      ),
    ),
    '例 / Examples: `cagr(revenue, Y-4, Y-1)`, `rd_expense.at(Y-1) / revenue.at(Y-1) * 100`, `research_bodies.exists(b, b.level in ["市级", "省级", "国家级"])`.',
  ].join('\n\n')}\n`;
