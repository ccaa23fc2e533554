// How expressions are said in prose, and their years: absolute ones, or counted from that of the category.
import { type Said, speak } from './speak.ts';

const names = ['当年', '上年', '前年', '大前年'];

const yearNameZh = (offset: number): string =>
  names[-offset] ?? (offset < 0 ? `${-offset} 年前` : offset === 1 ? '下一年' : `${offset} 年后`);

const zh = {
  and: ' 且 ',
  or: ' 或 ',
  not: (condition: string) => `不是（${condition}）`,
  /** A yes-or-no fact. */
  holds: (label: string) => `${label} = 是`,
  fails: (label: string) => `${label} = 否`,
  equals: (label: string, value: string) => `${label} = ${value}`,
  differs: (label: string, value: string) => `${label} ≠ ${value}`,
  oneOf: (label: string, options: readonly string[]) => `${label}为 ${options.join('、')} 之一`,
  includes: (label: string, option: string) => `${label}包括 ${option}`,
  filled: (label: string) => `${label}已填写`,
  empty: (label: string) => `${label}未填写`,
  /** Entries of a table or a list. */
  count: (label: string) => `${label}的数量`,
  /** Characters of a text. */
  length: (label: string) => `${label}的字数`,
  some: (label: string, condition: string) => `${label}中至少一项：${condition}`,
  none: (label: string, condition: string) => `${label}中没有一项：${condition}`,
  every: (label: string, condition: string) => `${label}每一项：${condition}`,
  where: (label: string, condition: string) => `${label}（${condition}）`,
  /** A field of a record. */
  part: (label: string, part: string) => (label === '' ? part : `${label}的${part}`),
  quote: (text: string) => `“${text}”`,
  asOf: '截至日',
  /** What `size_class` gives for an industry that no standard covers. */
  noSize: '划型标准之外',
  unit: (figure: string, unit: string) => (unit === '%' ? `${figure}%` : `${figure} ${unit}`),
  /** `2025年营业收入`. */
  inYear: (label: string, year: number) => `${year}年${label}`,
  /** `上年营业收入`: `offset` is −1 for the year before that of the category. */
  offset: (label: string, offset: number) => `${yearNameZh(offset)}${label}`,
  /** A year of a form, by how far it is from that of the category. */
  yearName: yearNameZh,
};

const listEn = (texts: readonly string[]): string => texts.join(', ');

const yearNameEn = (offset: number): string => (offset === 0 ? 'Y' : offset < 0 ? `Y−${-offset}` : `Y+${offset}`);

const en: Said<typeof zh> = {
  and: ' and ',
  or: ' or ',
  not: (condition) => `not (${condition})`,
  holds: (label) => `${label} = 是`,
  fails: (label) => `${label} = 否`,
  equals: (label, value) => `${label} = ${value}`,
  differs: (label, value) => `${label} ≠ ${value}`,
  oneOf: (label, options) => `${label} is one of ${listEn(options)}`,
  includes: (label, option) => `${label} includes ${option}`,
  filled: (label) => `${label} is given`,
  empty: (label) => `${label} is not given`,
  count: (label) => `number of ${label}`,
  length: (label) => `characters of ${label}`,
  some: (label, condition) => `at least one of ${label}: ${condition}`,
  none: (label, condition) => `none of ${label}: ${condition}`,
  every: (label, condition) => `each of ${label}: ${condition}`,
  where: (label, condition) => `${label} (${condition})`,
  part: (label, part) => (label === '' ? part : `${label}/${part}`),
  quote: (text) => `“${text}”`,
  asOf: 'as-of date',
  noSize: 'outside the size standard',
  unit: (figure, unit) => (unit === '%' ? `${figure}%` : `${figure} ${unit}`),
  inYear: (label, year) => `${label} of ${year}`,
  offset: (label, offset) => `${label} of ${yearNameEn(offset)}`,
  yearName: yearNameEn,
};

export const phraseWords = speak({ zh, en });
