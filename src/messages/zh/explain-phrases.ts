// How expressions are said in prose, in Chinese.
import type { PhraseWords } from '../explain.ts';

const names = ['当年', '上年', '前年', '大前年'];
/** A year by how far it is from that of the category. */
export const yearName = (offset: number): string =>
  names[-offset] ?? (offset < 0 ? `${-offset} 年前` : offset === 1 ? '下一年' : `${offset} 年后`);

export const phraseWords: PhraseWords = {
  and: ' 且 ',
  or: ' 或 ',
  not: (condition) => `不是（${condition}）`,
  holds: (label) => `${label} = 是`,
  fails: (label) => `${label} = 否`,
  equals: (label, value) => `${label} = ${value}`,
  differs: (label, value) => `${label} ≠ ${value}`,
  oneOf: (label, options) => `${label}为 ${options.join('、')} 之一`,
  includes: (label, option) => `${label}包括 ${option}`,
  filled: (label) => `${label}已填写`,
  empty: (label) => `${label}未填写`,
  count: (label) => `${label}的数量`,
  length: (label) => `${label}的字数`,
  some: (label, condition) => `${label}中至少一项：${condition}`,
  none: (label, condition) => `${label}中没有一项：${condition}`,
  every: (label, condition) => `${label}每一项：${condition}`,
  where: (label, condition) => `${label}（${condition}）`,
  part: (label, part) => (label === '' ? part : `${label}的${part}`),
  quote: (text) => `“${text}”`,
  asOf: '截至日',
  noSize: '划型标准之外',
  unit: (figure, unit) => (unit === '%' ? `${figure}%` : `${figure} ${unit}`),
  inYear: (label, year) => `${year}年${label}`,
  offset: (label, offset) => `${yearName(offset)}${label}`,
};
