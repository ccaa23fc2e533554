// What a category asks, in words: its rules and points, and what is said of fields, slots and days.
import type { Days } from '../expression/day.ts';
import { type Said, speak } from './speak.ts';

const listZh = (texts: readonly string[]): string => texts.join('、');

const zh = {
  yes: '是',
  no: '否',
  required: '必填',
  optional: '选填',
  /** Of an attachment slot. */
  requiredSlot: '必交',
  optionalSlot: '选交',
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
  rule: {
    oneWay: (ways: readonly string[]) => `以下一项即可：${ways.map((way, at) => `(${at + 1}) ${way}`).join('；')}`,
    way: (title: string, words: string) => `${title}：${words}`,
    declared: (label: string, answer: string) => `“${label}”须答“${answer}”，不能空着`,
    noTitle: ({
      kinds,
      levels,
      sameProduct,
    }: {
      readonly kinds: readonly string[];
      readonly levels: readonly string[];
      readonly sameProduct: boolean;
    }) =>
      `没有在有效期内的${sameProduct ? '同一产品的' : ''}${levels.length === 0 ? '' : listZh(levels)}${listZh(kinds)}称号`,
    /** Answers to the field with this label, and the labels of what they ask for. */
    followUp: (label: string, answers: readonly string[], asks: readonly string[]) =>
      `“${label}”为${listZh(answers)}时才填${listZh(asks)}`,
    /** The answer to the field with this label says whether such a title is held. */
    agrees: (label: string, title: string) => `“${label}”答“是”当且仅当${title}`,
    hasTitle: ({
      kinds,
      levels,
      also,
      years,
      inForce,
      endsInYear,
      sameProduct,
    }: {
      readonly kinds: readonly string[];
      readonly levels: readonly string[];
      /** Levels that count as well where a condition, in words, holds. */
      readonly also?: { readonly levels: readonly string[]; readonly when: string };
      readonly years: readonly number[];
      readonly inForce: boolean;
      readonly endsInYear: boolean;
      readonly sameProduct: boolean;
    }) =>
      [
        `持有${sameProduct ? '同一产品的' : ''}${listZh(kinds)}称号`,
        ...(levels.length === 0 ? [] : [`级别为${listZh(levels)}`]),
        ...(also === undefined ? [] : [`${also.when} 的，${listZh(also.levels)}的也算`]),
        ...(years.length === 0 ? [] : [`${years.join('、')} 年认定`]),
        ...(inForce ? ['在有效期内'] : []),
        ...(endsInYear ? ['有效期在类别所属年度届满'] : []),
      ].join('，'),
    scored: (pass: string) => `评价达标：${pass}`,
    advise: '程序不能判断，由人核对',
    unknown: '原文未得，程序不检查，也不算符合',
    reading: (label: string, words: string) => `${label}：${words}`,
  },
  item: {
    bands: (figure: string, bands: readonly string[]) => `${figure}：${bands.join('，')}`,
    band: (limit: string, points: string) => `${limit} 得 ${points}`,
    choice: (title: string, points: string, when: string | undefined) =>
      `${title} 得 ${points}${when === undefined ? '' : `（${when}）`}`,
    each: (points: string, titles: readonly string[]) => `每项得 ${points}：${listZh(titles)}`,
    per: (figure: string, every: string, points: string) => `${figure}每满 ${every} 得 ${points}`,
    stated: (figure: string) => `按自报的${figure}计`,
  },
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
  proof: { proved: '须写明出处的数据', superlatives: '须有佐证的用语' },
};

const listEn = (texts: readonly string[]): string => texts.join(', ');

const en: Said<typeof zh> = {
  yes: 'yes',
  no: 'no',
  required: 'required',
  optional: 'optional',
  requiredSlot: 'required',
  optionalSlot: 'optional',
  colon: ': ',
  shown: (said, shown) => `${said} (${shown})`,
  comma: ', ',
  sentenceComma: ', ',
  none: 'none',
  yearly: 'one figure a year',
  more: (count) => `and ${count} more`,
  pointsText: (points) => `${points} points`,
  semicolon: '; ',
  rule: {
    oneWay: (ways) => `one of: ${ways.map((way, at) => `(${at + 1}) ${way}`).join('; ')}`,
    way: (title, words) => `${title}: ${words}`,
    declared: (label, answer) => `“${label}” must be answered “${answer}”`,
    noTitle: ({ kinds, levels, sameProduct }) =>
      `no title in force of ${listEn(kinds)}${levels.length === 0 ? '' : ` of level ${levels.join(' or ')}`}${sameProduct ? ' for the same product' : ''}`,
    followUp: (label, answers, asks) => `${listEn(asks)} go with “${label}” being ${answers.join(' or ')}`,
    agrees: (label, title) => `“${label}” is answered 是 exactly when the applicant ${title}`,
    hasTitle: ({ kinds, levels, also, years, inForce, endsInYear, sameProduct }) =>
      [
        `holds a title of ${listEn(kinds)}${sameProduct ? ' for the same product' : ''}`,
        ...(levels.length === 0 ? [] : [`of level ${levels.join(' or ')}`]),
        ...(also === undefined ? [] : [`or of level ${also.levels.join(' or ')} where ${also.when}`]),
        ...(years.length === 0 ? [] : [`granted in ${years.join(', ')}`]),
        ...(inForce ? ['in force'] : []),
        ...(endsInYear ? ['whose validity ends in the year of the category'] : []),
      ].join(', '),
    scored: (pass) => `scorecard passed: ${pass}`,
    advise: 'no program can decide it; a person checks it',
    unknown: 'its text is not known: not checked, and never counted as met',
    reading: (label, words) => `${label}: ${words}`,
  },
  item: {
    bands: (figure, bands) => `${figure}: ${listEn(bands)}`,
    band: (limit, points) => `${limit} gives ${points}`,
    choice: (title, points, when) => `${title} gives ${points}${when === undefined ? '' : ` (${when})`}`,
    each: (points, titles) => `${points} for each of: ${listEn(titles)}`,
    per: (figure, every, points) => `${points} for every ${every} of ${figure}`,
    stated: (figure) => `as stated: ${figure}`,
  },
  points: (points) => `${points} point${points === 1 ? '' : 's'}`,
  characters: (max, inferred) =>
    `at most ${max} characters${inferred ? ' (inferred: going over is a warning only)' : ''}`,
  decimals: (count) => `${count} decimal${count === 1 ? '' : 's'}`,
  column: (label, required) => (required ? label : `${label} (optional)`),
  coversYears: (years) => `covers ${listEn(years)}`,
  coversMonth: (month) => `covers ${month}`,
  singleBasis: 'single statements, consolidated ones alone do not do',
  issued: 'each file says who issued it',
  season: ({ from, until }, named) => {
    const days = `${from} to ${until}`;
    if (named.from === undefined)
      return named.until === undefined ? `${days} (no window is known: the year)` : `${days} (begins with the year)`;
    return named.until === undefined ? `${days} (ends with the year)` : days;
  },
  yearsOf: (years) => listEn(years),
  proof: {
    proved: 'figures that need a place of proof',
    superlatives: 'words that need evidence',
  },
};

export const askedWords = speak({ zh, en });
