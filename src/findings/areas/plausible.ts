// What cannot be, or is hard to believe, of a figure or a date by itself or beside the next.
import { withUnit } from '../several.ts';
import { error, warning } from './spec.ts';

/** A value by its printed label, which ends with its year where there are several. */
export type Figure = { field: string; figure: string; unit: string };

/** What folding adds: one cause is told once. */
export type Also = {
  /** Further values of which the same can be said, by their labels. */
  likewise?: readonly string[];
  /** What else the value does not agree with. */
  against?: readonly string[];
  /** The figure in 万元, if it was written in 元. */
  fromYuan?: string;
  /** The figure, if it was written with one digit too many. */
  digitLess?: string;
};

/** So many values are named, the others counted. */
export const mostNamed = 4;

export const listZh = (labels: readonly string[]): string =>
  labels.length <= mostNamed ? labels.join('、') : `${labels.slice(0, mostNamed).join('、')}等 ${labels.length} 项`;

export const alsoZh = ({ likewise, against }: Also): string =>
  [
    against === undefined ? '' : `；${listZh(against)} 也与此不符`,
    likewise === undefined ? '' : `；${listZh(likewise)} 同样如此`,
  ].join('');

export const meantZh = ({ fromYuan, digitLess }: Also, otherwise: string): string => {
  if (fromYuan !== undefined) return `金额以万元计：是否按元填写？换算成万元是 ${fromYuan}。`;
  return digitLess === undefined ? otherwise : `是否多写了一位数字？${digitLess} 才合理；${otherwise}`;
};

export const value = ({ figure, unit }: { figure: string; unit: string }): string => withUnit(figure, unit);

export const withinZh = (least: string | undefined, most: string | undefined, unit = ''): string => {
  if (most === undefined) return `不低于 ${withUnit(least ?? '', unit)}`;
  return least === undefined ? `不超过 ${withUnit(most, unit)}` : `在 ${least} 至 ${withUnit(most, unit)} 之间`;
};

export const listEn = (labels: readonly string[]): string =>
  labels.length <= mostNamed
    ? labels.join(', ')
    : `${labels.slice(0, mostNamed).join(', ')} and ${labels.length - mostNamed} more`;

export const alsoEn = ({ likewise, against }: Also): string =>
  [
    against === undefined ? '' : `; it does not agree with ${listEn(against)} either`,
    likewise === undefined ? '' : `; the same holds for ${listEn(likewise)}`,
  ].join('');

export const meantEn = ({ fromYuan, digitLess }: Also, otherwise: string): string => {
  if (fromYuan !== undefined) return `Amounts are in 万元: was this written in yuan? In 万元 it is ${fromYuan}.`;
  return digitLess === undefined ? otherwise : `One digit too many? ${digitLess} would be plausible. ${otherwise}`;
};

export const withinEn = (least: string | undefined, most: string | undefined, unit = ''): string => {
  if (most === undefined) return `at least ${withUnit(least ?? '', unit)}`;
  return least === undefined ? `at most ${withUnit(most, unit)}` : `between ${least} and ${withUnit(most, unit)}`;
};

export const revenue = { field: '营业收入(万元) 2020年', figure: '86000000', unit: '万元' };

export const rank = { field: '全国排名', figure: '0', unit: '' };

const founded = { since: '成立时间', date: '2019-03-18' };

/** Errors are impossible by arithmetic or in time; what a real enterprise might have, however rarely, warns (E-06, E-18, E-19). */
export const singleCodes = {
  'figure-impossible': error<Figure & Also & { least?: string; most?: string }>({
    zh: (args) => ({
      message: `${args.field} 填 ${value(args)}，应${withinZh(args.least, args.most, args.unit)}${alsoZh(args)}`,
      hint: meantZh(args, '请核对后改正。'),
    }),
    en: (args) => ({
      message: `${args.field} is ${value(args)}; it must be ${withinEn(args.least, args.most, args.unit)}${alsoEn(args)}`,
      hint: meantEn(args, 'Check the figure and correct it.'),
    }),
    samples: [
      { field: '主导产品全国细分市场占有率(%)', figure: '141', unit: '%', least: '0', most: '100' },
      { field: '主导产品全国细分市场占有率(%)', figure: '141', unit: '%', least: '0', most: '100', digitLess: '14.1' },
      { ...rank, least: '1' },
      { ...rank, figure: '101', most: '100' },
    ],
  }),

  'figure-unusual': warning<Figure & Also & { least?: string; most?: string }>({
    zh: (args) => ({
      message: `${args.field} 填 ${value(args)}，通常${withinZh(args.least, args.most, args.unit)}${alsoZh(args)}`,
      hint: meantZh(args, '请核对数字和单位。'),
    }),
    en: (args) => ({
      message: `${args.field} is ${value(args)}; usually it is ${withinEn(args.least, args.most, args.unit)}${alsoEn(args)}`,
      hint: meantEn(args, 'Check the figure and its unit.'),
    }),
    samples: [
      { ...revenue, most: '4000000', fromYuan: '8600' },
      {
        ...revenue,
        most: '4000000',
        fromYuan: '8600',
        likewise: ['营业收入(万元) 2019年', '主营业务收入(万元) 2020年'],
      },
      { ...rank, figure: '60000', least: '1', most: '1000' },
    ],
  }),

  'date-impossible': error<Also & { field: string; date: string; least?: string; most?: string }>({
    zh: ({ field, date, least, most, ...rest }) => ({
      message:
        most !== undefined && date > most
          ? `${field} ${date} 晚于申报日 ${most}${alsoZh(rest)}`
          : `${field} ${date} 早于 ${least}${alsoZh(rest)}`,
      hint: '请与证照核对日期。',
    }),
    en: ({ field, date, least, most, ...rest }) => ({
      message:
        most !== undefined && date > most
          ? `${field} ${date} is after the day of the application, ${most}${alsoEn(rest)}`
          : `${field} ${date} is before ${least}${alsoEn(rest)}`,
      hint: 'Compare the date with the licence or certificate.',
    }),
    samples: [
      { field: '成立时间', date: '2061-03-18', most: '2021-08-16' },
      { field: '成立时间', date: '1216-03-18', least: '1900-01-01' },
    ],
  }),

  'date-unusual': warning<Also & { field: string; date: string; least?: string; most?: string }>({
    zh: ({ field, date, least, most, ...rest }) => ({
      message:
        most !== undefined && date > most
          ? `${field} ${date} 晚于 ${most}${alsoZh(rest)}`
          : `${field} ${date} 早于 ${least}${alsoZh(rest)}`,
      hint: '请与证照核对年份。',
    }),
    en: ({ field, date, least, most, ...rest }) => ({
      message:
        most !== undefined && date > most
          ? `${field} ${date} is after ${most}${alsoEn(rest)}`
          : `${field} ${date} is before ${least}${alsoEn(rest)}`,
      hint: 'Compare the year with the licence or certificate.',
    }),
    samples: [
      { field: '成立时间', date: '1916-03-18', least: '1949-10-01' },
      { field: '成立时间', date: '2061-03-18', most: '2049-10-01' },
    ],
  }),

  /** No paper ends before it begins. */
  'dates-reversed': error<Also & { field: string; date: string; before: string; beforeDate: string }>({
    zh: ({ field, date, before, beforeDate, ...rest }) => ({
      message: `${field} ${date} 早于 ${before} ${beforeDate}${alsoZh(rest)}`,
      hint: '请与证书核对两个日期。',
    }),
    en: ({ field, date, before, beforeDate, ...rest }) => ({
      message: `${field} ${date} is before ${before} ${beforeDate}${alsoEn(rest)}`,
      hint: 'Compare both dates with the certificate.',
    }),
    samples: [
      { field: '所持称号 有效期至', date: '2012-12-25', before: '所持称号 认定日期', beforeDate: '2022-12-26' },
    ],
  }),

  /** A title of one year may be granted early in the next, so it warns. */
  'year-of-other-date': warning<Figure & Also & { other: string; date: string }>({
    zh: ({ field, figure, other, date, ...rest }) => ({
      message: `${field} ${figure} 与 ${other} ${date} 相差一年以上${alsoZh(rest)}`,
      hint: '请与证书或认定公告核对年度和日期。',
    }),
    en: ({ field, figure, other, date, ...rest }) => ({
      message: `${field} ${figure} is more than a year away from ${other} ${date}${alsoEn(rest)}`,
      hint: 'Compare year and day with the certificate or the announcement.',
    }),
    samples: [{ field: '所持称号 认定年度', figure: '2019', unit: '', other: '所持称号 认定日期', date: '2025-12-20' }],
  }),

  /** A predecessor may have begun earlier, so it warns. `end`: to that day whole years count; without it those that have begun. */
  'years-beyond-age': warning<Figure & Also & { since: string; date: string; most: string; end?: string }>({
    zh: ({ since, date, most, end, ...args }) => ({
      message: `${args.field} ${value(args)}，而 ${since} ${date}，${end === undefined ? '至今至多' : `到 ${end} 至多满`} ${value({ ...args, figure: most })}${alsoZh(args)}`,
      hint: '请核对两项；由前身延续的，在申报材料中说明。',
    }),
    en: ({ since, date, most, end, ...args }) => ({
      message: `${args.field} is ${value(args)}, but ${since} is ${date}: at most ${value({ ...args, figure: most })}${end === undefined ? ' since' : `, whole ones, by ${end}`}${alsoEn(args)}`,
      hint: 'Check both; if a predecessor began earlier, say so in the application.',
    }),
    samples: [
      { field: '从事特定细分市场时间', figure: '9', unit: '年', ...founded, most: '3' },
      { field: '从事特定细分市场时间', figure: '9', unit: '年', ...founded, most: '2', end: '2020-12-31' },
    ],
  }),

  /** A predecessor may have had figures, so it warns. */
  'figure-before-foundation': warning<Figure & Also & { since: string; date: string }>({
    zh: ({ since, date, ...args }) => ({
      message: `${args.field} ${value(args)}，而 ${since} ${date}，当年尚未成立${alsoZh(args)}`,
      hint: '请核对成立时间和年度；成立以前的年度填 0。',
    }),
    en: ({ since, date, ...args }) => ({
      message: `${args.field} is ${value(args)}, but ${since} is ${date}: that year was before it${alsoEn(args)}`,
      hint: 'Check the date and the year; years before the foundation are 0.',
    }),
    samples: [
      { ...revenue, figure: '5200', ...founded },
      { ...revenue, figure: '5200', ...founded, against: ['主营业务收入(万元) 2017年'] },
    ],
  }),

  /** A forecast may have come among the figures of past years. */
  'year-not-over': warning<Figure & Also & { asOf: string }>({
    zh: ({ asOf, ...args }) => ({
      message: `${args.field} ${value(args)}，到申报日 ${asOf} 该年度尚未结束${alsoZh(args)}`,
      hint: '请核对年度；预计数不填在实际年度里。',
    }),
    en: ({ asOf, ...args }) => ({
      message: `${args.field} is ${value(args)}, but on ${asOf} that year is not over${alsoEn(args)}`,
      hint: 'Check the year; forecasts do not stand among the figures of past years.',
    }),
    samples: [{ ...revenue, figure: '8600', asOf: '2020-08-16' }],
  }),

  /** The day that the row of a patent states is later than its term allows. */
  'patent-term': warning<{ field: string; written: string; until: string; last: string }>({
    zh: ({ field, written, until, last }) => ({
      message: `${field} ${until} 晚于 ${written} 的保护期，保护期至迟于 ${last} 届满`,
      hint: '与专利证书核对有效期；有期限补偿的，附证明。',
    }),
    en: ({ field, written, until, last }) => ({
      message: `${field}: ${until} is later than the term of ${written}, which ends on ${last} at the latest`,
      hint: 'Compare with the certificate; if the term was extended, attach the proof.',
    }),
    samples: [{ field: '有效期至', written: 'ZL201810000016.0', until: '2048-03-11', last: '2038-12-31' }],
  }),
};
