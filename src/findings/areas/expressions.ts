// What an expression of a definition can have wrong.
import { expression, nearEn, nearZh } from './definition.ts';
import { each, error } from './spec.ts';

type In = { readonly text: string };

const resultsZh = { Decimal: '一个数', bool: '是或否（比较的结果）' } as const;

/** Types of expressions in words; records and tables keep their names. */
const typesZh: Readonly<Record<string, string>> = {
  Yearly: '按年度的一串数字',
  Decimal: '一个数',
  string: '文字',
  bool: '是或否',
  int: '整数',
  double: '小数',
};

const resultsEn = { Decimal: 'a figure', bool: 'yes or no (a comparison)' } as const;

/** Types of expressions in words; records and tables keep their names. */
const typesEn: Readonly<Record<string, string>> = {
  Yearly: 'figures by year',
  Decimal: 'a figure',
  string: 'a text',
  bool: 'yes or no',
  int: 'a whole number',
  double: 'a decimal',
};

export const expressionCodes = {
  'expression-syntax': error<In>({
    zh: ({ text }) => ({ message: `公式写法有误：${text}`, hint: '检查括号、引号和运算符。' }),
    en: ({ text }) => ({
      message: `the expression cannot be read: ${text}`,
      hint: 'Check brackets, quotes and operators.',
    }),
    samples: [expression],
  }),

  'expression-name-unknown': error<In & { name: string; nearest?: string }>({
    zh: ({ name, nearest }) => ({
      message: `公式中的 ${name} 不是已知的名称`,
      hint: nearZh(nearest),
    }),
    en: ({ name, nearest }) => ({
      message: `${name} in the expression is not a known name`,
      hint: nearEn(nearest),
    }),
    samples: [
      { ...expression, name: 'revenu', nearest: 'revenue' },
      { ...expression, name: 'x' },
    ],
  }),

  'expression-type': error<In & { part: string }>({
    zh: ({ part }) => ({
      message: `公式中的类型不合：${part}`,
      hint: '年度数据要用 .at(Y-1)；文字与数字不能相比。',
    }),
    en: ({ part }) => ({
      message: `types do not match in the expression: ${part}`,
      hint: 'Yearly facts need .at(Y-1); a text cannot be compared with a figure.',
    }),
    samples: [expression],
  }),

  'expression-result': error<In & { expected: 'Decimal' | 'bool'; found: string }>({
    zh: ({ text, expected, found }) => ({
      message: `公式应得出${resultsZh[expected]}，现得出${typesZh[found] ?? ` ${found}`}：${text}`,
      hint: expected === 'bool' ? '写成比较，例如 rd_ratio >= 3' : '写成算式，例如 a / b * 100',
    }),
    en: ({ text, expected, found }) => ({
      message: `the expression should give ${resultsEn[expected]} and gives ${typesEn[found] ?? found}: ${text}`,
      hint: expected === 'bool' ? 'Write a comparison, such as rd_ratio >= 3' : 'Write arithmetic, such as a / b * 100',
    }),
    samples: each(['Decimal', 'bool'], (expected) => ({ ...expression, expected, found: 'Yearly' })),
  }),

  'expression-int-division': error<In & { part: string }>({
    zh: ({ part }) => ({
      message: `两个整数相除会舍去小数：${part}`,
      hint: '把其中一个写成小数，例如 7.0 / 2，或改用数据项。',
    }),
    en: ({ part }) => ({
      message: `dividing whole numbers drops the decimals: ${part}`,
      hint: 'Write one of them with a decimal point, such as 7.0 / 2, or use facts.',
    }),
    samples: [expression],
  }),

  'expression-matches': error<In & { part: string }>({
    zh: ({ part }) => ({
      message: `公式不能用正则表达式：${part}`,
      hint: '用 contains、startsWith 或 in。',
    }),
    en: ({ part }) => ({
      message: `an expression cannot use regular expressions: ${part}`,
      hint: 'Use contains, startsWith or in.',
    }),
    samples: [expression],
  }),

  'expression-nested': error<In & { part: string }>({
    zh: ({ part }) => ({ message: `遍历嵌套超过两层：${part}`, hint: '拆成几条条件。' }),
    en: ({ part }) => ({
      message: `loops are nested more than two deep: ${part}`,
      hint: 'Split it into several criteria.',
    }),
    samples: [expression],
  }),
};
