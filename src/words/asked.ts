// What a category asks, in words: its rules and points, and what is said of fields, slots and days.
import type { Days } from '../expression/day.ts';
import { type Said, speak } from './speak.ts';

const zh = {
  yes: '是',
  no: '否',
  required: '必填',
  optional: '选填',
  /** Of an attachment slot. */
  requiredSlot: '必交',
  optionalSlot: '选交',
  /** A section that is printed without a heading stands first. */
  untitled: '表头',
  colon: '：',
  /** What is said, and in brackets what decided it. */
  shown: (said: string, shown: string) => `${said}（${shown}）`,
  /** Between things of a list. */
  comma: '、',
  /** Between parts of a sentence. */
  sentenceComma: '，',
  none: '无',
  yearly: '每年一个数',
  more: (count: number) => `等，另有 ${count} 处`,
  pointsText: (points: string) => `${points} 分`,
  /** Between sentences of one aspect. */
  semicolon: '；',
  reading: (label: string, words: string) => `${label}：${words}`,
  points: (points: number) => `${points} 分`,
  characters: (max: number, inferred: boolean) => `不超过 ${max} 字${inferred ? '（推断，超出只警告）' : ''}`,
  decimals: (count: number) => `${count} 位小数`,
  column: (label: string, required: boolean) => (required ? label : `${label}（选填）`),
  coversYears: (years: readonly string[]) => `覆盖${years.join('、')}`,
  coversMonth: (month: string) => `覆盖${month}`,
  singleBasis: '须有单体报表口径，只有合并口径不行',
  issued: '每件写明出具单位',
  /** `named`: the ends that a source names; the others are those of the calendar year. */
  season: (
    { from, until }: Days,
    named: { readonly from?: string | undefined; readonly until?: string | undefined },
  ) => {
    const days = `${from} 至 ${until}`;
    if (named.from === undefined)
      return named.until === undefined ? `${days}（未见申报时间，按年度）` : `${days}（起日按年度）`;
    return named.until === undefined ? `${days}（止日按年度）` : days;
  },
  yearsOf: (years: readonly string[]) => years.join('、'),
  proof: { proved: '须写明出处的数字', superlatives: '须有佐证的用语' },
};

const listEn = (texts: readonly string[]): string => texts.join(', ');

const en: Said<typeof zh> = {
  yes: 'yes',
  no: 'no',
  required: 'required',
  optional: 'optional',
  requiredSlot: 'required',
  optionalSlot: 'optional',
  untitled: 'head of the form',
  colon: ': ',
  shown: (said, shown) => `${said} (${shown})`,
  comma: ', ',
  sentenceComma: ', ',
  none: 'none',
  yearly: 'one figure per year',
  more: (count) => `and ${count} more`,
  pointsText: (points) => `${points} ${points === '1' ? 'point' : 'points'}`,
  semicolon: '; ',
  reading: (label, words) => `${label}: ${words}`,
  points: (points) => `${points} point${points === 1 ? '' : 's'}`,
  characters: (max, inferred) =>
    `at most ${max} characters${inferred ? ' (inferred: going over is a warning only)' : ''}`,
  decimals: (count) => `${count} decimal${count === 1 ? '' : 's'}`,
  column: (label, required) => (required ? label : `${label} (optional)`),
  coversYears: (years) => `covers ${listEn(years)}`,
  coversMonth: (month) => `covers ${month}`,
  singleBasis: 'single statements required; consolidated ones alone are not enough',
  issued: 'each file must say who issued it',
  season: ({ from, until }, named) => {
    const days = `${from} to ${until}`;
    if (named.from === undefined)
      return named.until === undefined ? `${days} (no window is known: the year)` : `${days} (begins with the year)`;
    return named.until === undefined ? `${days} (ends with the year)` : days;
  },
  yearsOf: (years) => listEn(years),
  proof: {
    proved: 'figures whose source must be given',
    superlatives: 'words that need evidence',
  },
};

export const askedWords = speak({ zh, en });
