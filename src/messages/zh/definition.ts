// What a definition can have wrong: the sentences in Chinese.
import type { definitionCodes } from '../../findings/codes/definition.ts';
import type { Messages } from '../message.ts';

const near = (name: string | undefined): string => (name === undefined ? '核对名称。' : `是否指 ${name}？`);
const results = { Decimal: '一个数', bool: '是或否（比较的结果）' } as const;
/** Types of expressions in words; records and tables keep their names. */
const types: Readonly<Record<string, string>> = {
  Yearly: '按年度的一串数字',
  Decimal: '一个数',
  string: '文字',
  bool: '是或否',
  int: '整数',
  double: '小数',
};

export const definition: Messages<typeof definitionCodes> = {
  'category-id-wrong': ({ id }) => ({
    message: `类别编号 ${id} 只能用小写英文字母、数字和 -`,
    hint: '编号就是文件的路径：给文件夹和文件改名，例如 jiangsu/2021/product.yaml。',
  }),
  'definition-too-much': ({ what, limit }) => ({
    message: {
      members: `这里超过 ${limit} 项`,
      characters: `这段文字或算式超过 ${limit} 个字符`,
      span: `这里的年度跨度超过 ${limit} 年`,
      years: `定义里的年度合计超过 ${limit} 个`,
    }[what],
    hint: '现有的定义每组至多一百来项，每段文字一百多字，年度不超过十年；核对是否写错。',
  }),
  'extends-unknown': ({ id, nearest }) => ({ message: `extends 所指的 ${id} 不存在`, hint: near(nearest) }),
  'extends-deep': ({ id }) => ({
    message: `extends 至多两级，${id} 是第三级`,
    hint: '让文件直接扩展其原文所扩展的那一份。',
  }),
  'season-ends-first': ({ from, until }) => ({
    message: `适用日期 ${from} 在 ${until} 之后`,
    hint: 'from 写第一天，until 写最后一天；没有写的一头是 year 那一年的年初或年末。',
  }),
  'superseded-unknown': ({ id, nearest }) => ({
    message: `superseded.by 所指的 ${id} 不存在`,
    hint: near(nearest),
  }),
  'fact-name-unknown': ({ fact, nearest }) => ({ message: `没有名为 ${fact} 的事实`, hint: near(nearest) }),
  'fact-plausible-misfit': ({ fact, key, to, why }) => ({
    message: `事实 ${fact} 的 ${to === undefined ? key : `${key}: ${to}`} 不成立`,
    hint: {
      type: '该事实的类型没有这样的范围：数字用数字，日期用日期；steady 只用于逐年的数字。',
      itself: '不能指向自己，也不能互为部分。',
      figures: '两项都应是数字。',
      dates: '应指向一项日期。',
      years: '两项应同为逐年的数字，或同为单个数字。',
      units: '两项的单位应相同。',
    }[why],
  }),
  'list-unknown': ({ list, nearest }) => ({ message: `schemas/lists 中没有 ${list}`, hint: near(nearest) }),
  'metric-unknown': ({ metric, nearest }) => ({ message: `没有名为 ${metric} 的指标`, hint: near(nearest) }),
  'metric-cycle': ({ metrics }) => ({
    message: `指标互相引用，无法计算：${metrics.join(' → ')}`,
    hint: '改写其中一个公式，只用事实。',
  }),
  'readings-too-many': ({ criterion, count, most }) => ({
    message: `条件“${criterion}”有 ${count} 种口径，最多 ${most} 种`,
    hint: '减少条件的口径，或减少它所用指标的口径。',
  }),
  'metric-named-as-fact': ({ metric }) => ({ message: `指标 ${metric} 与事实同名`, hint: '给指标另起一个编号。' }),
  'fact-printed-twice': ({ fact, first, second }) => ({
    message: `事实 ${fact} 在表中出现两次：${first} 和 ${second}`,
    hint: '一个事实只留一栏。',
  }),
  'slot-name-unknown': ({ slot, nearest }) => ({ message: `没有名为 ${slot} 的附件栏`, hint: near(nearest) }),
  'source-unknown': ({ source, nearest }) => ({
    message: `依据 ${source} 不在 sources 之列`,
    hint: near(nearest),
  }),
  'code-taken': ({ code }) => ({ message: `${code} 是程序自身的代码，不能作条件的编号`, hint: '另起一个编号。' }),
  'severity-above-standing': ({ criterion, standing }) => ({
    message: `条件 ${criterion} 只有 ${standing} 一级的依据，不能定为错误`,
    hint: '改为 severity: warning，或补上来源更强的依据。',
  }),
  'expression-syntax': ({ text }) => ({ message: `公式写法有误：${text}`, hint: '检查括号、引号和运算符。' }),
  'expression-name-unknown': ({ name, nearest }) => ({
    message: `公式中的 ${name} 不是已知的名称`,
    hint: near(nearest),
  }),
  'expression-type': ({ part }) => ({
    message: `公式中的类型不合：${part}`,
    hint: '年度数据要用 .at(Y-1)；文字与数字不能相比。',
  }),
  'expression-result': ({ text, expected, found }) => ({
    message: `公式应得出${results[expected]}，现得出${types[found] ?? ` ${found}`}：${text}`,
    hint: expected === 'bool' ? '写成比较，例如 rd_ratio >= 3' : '写成算式，例如 a / b * 100',
  }),
  'expression-int-division': ({ part }) => ({
    message: `两个整数相除会舍去小数：${part}`,
    hint: '把其中一个写成小数，例如 7.0 / 2，或改用事实。',
  }),
  'expression-matches': ({ part }) => ({
    message: `公式不能用正则表达式：${part}`,
    hint: '用 contains、startsWith 或 in。',
  }),
  'expression-nested': ({ part }) => ({ message: `遍历嵌套超过两层：${part}`, hint: '拆成几条条件。' }),
};
