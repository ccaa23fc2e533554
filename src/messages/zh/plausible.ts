// What of the figures and dates cannot be, or is hard to believe: the sentences in Chinese.
import type { Also, plausibleCodes } from '../../findings/codes/plausible.ts';
import type { Messages } from '../message.ts';

/** So many values are named, the others counted. */
const mostNamed = 4;

const list = (labels: readonly string[]): string =>
  labels.length <= mostNamed ? labels.join('、') : `${labels.slice(0, mostNamed).join('、')}等 ${labels.length} 项`;

const also = ({ likewise, against }: Also): string =>
  [
    against === undefined ? '' : `；${list(against)} 也与此不符`,
    likewise === undefined ? '' : `；${list(likewise)} 同样如此`,
  ].join('');

const meant = ({ fromYuan, digitLess }: Also, otherwise: string): string => {
  if (fromYuan !== undefined) return `金额以万元计：是否按元填写？换算成万元是 ${fromYuan}。`;
  return digitLess === undefined ? otherwise : `是否多写了一位数字？${digitLess} 才合理；${otherwise}`;
};

const value = ({ figure, unit }: { figure: string; unit: string }): string =>
  unit === '' ? figure : `${figure} ${unit}`;

const within = (least: string | undefined, most: string | undefined, unit = ''): string => {
  const end = unit === '' ? '' : ` ${unit}`;
  if (least !== undefined && most !== undefined) return `在 ${least} 至 ${most}${end} 之间`;
  return least === undefined ? `不超过 ${most}${end}` : `不低于 ${least}${end}`;
};

const audited = '请与审计报告核对。';

export const plausible: Messages<typeof plausibleCodes> = {
  'figure-impossible': (args) => ({
    message: `${args.field} 填 ${value(args)}，应${within(args.least, args.most, args.unit)}${also(args)}`,
    hint: meant(args, '请核对后改正。'),
  }),
  'figure-unusual': (args) => ({
    message: `${args.field} 填 ${value(args)}，通常${within(args.least, args.most, args.unit)}${also(args)}`,
    hint: meant(args, '请核对数字和单位。'),
  }),
  'date-impossible': ({ field, date, least, most, ...rest }) => ({
    message:
      most !== undefined && date > most
        ? `${field} ${date} 晚于申报日 ${most}${also(rest)}`
        : `${field} ${date} 早于 ${least}${also(rest)}`,
    hint: '请与证照核对日期。',
  }),
  'date-unusual': ({ field, date, least, most, ...rest }) => ({
    message:
      most !== undefined && date > most
        ? `${field} ${date} 晚于 ${most}${also(rest)}`
        : `${field} ${date} 早于 ${least}${also(rest)}`,
    hint: '请与证照核对年份。',
  }),
  'dates-reversed': ({ field, date, before, beforeDate, ...rest }) => ({
    message: `${field} ${date} 早于 ${before} ${beforeDate}${also(rest)}`,
    hint: '请与证书核对两个日期。',
  }),
  'year-of-other-date': ({ field, figure, other, date, ...rest }) => ({
    message: `${field} ${figure} 与 ${other} ${date} 相差一年以上${also(rest)}`,
    hint: '请与证书或认定公告核对年度和日期。',
  }),
  'part-above-whole': ({ whole, wholeFigure, percent, ...args }) => ({
    message: `${args.field} ${value(args)}，大于 ${whole} ${value({ ...args, figure: wholeFigure })}${percent === undefined ? '' : `(占 ${percent}%)`}；部分不会大于全部${also(args)}`,
    hint: meant(args, audited),
  }),
  'figure-above': ({ other, otherFigure, ...args }) => ({
    message: `${args.field} ${value(args)}，大于 ${other} ${value({ ...args, figure: otherFigure })}，少见${also(args)}`,
    hint: meant(args, '请与审计报告核对；确实如此的，如实填写。'),
  }),
  'figure-ratio': ({ other, otherFigure, otherUnit, ratio, least, most, perHead, ...args }) => {
    const both = `${args.field} ${value(args)}，${other} ${value({ figure: otherFigure, unit: otherUnit })}`;
    const usual = perHead ? within(least, most, args.unit) : within(least, most, '倍');
    const found = ratio === undefined ? '' : perHead ? `，人均 ${ratio} ${args.unit}` : `，为其 ${ratio} 倍`;
    return {
      message: `${both}${found}；通常${perHead && ratio === undefined ? '人均' : ''}${usual}${also(args)}`,
      hint: meant(args, '请核对两项数字和单位。'),
    };
  },
  'figure-jump': ({ other, otherFigure, times, ...args }) => ({
    message: `${args.field} ${value(args)}，是 ${other} ${value({ ...args, figure: otherFigure })}的 ${times} 倍${also(args)}`,
    hint: meant(args, '请核对两年的数字和单位。'),
  }),
  'figure-difference': ({ first, firstFigure, second, secondFigure, difference, ...args }) => ({
    message: `${args.field} ${value(args)}，而 ${first} ${firstFigure} 减 ${second} ${secondFigure} 为 ${value({ ...args, figure: difference })}${also(args)}`,
    hint: meant(args, '请与审计报告核对三项；取自合并报表、口径不同的，如实填写。'),
  }),
  'rank-beyond-share': ({ share, shareFigure, most, ...args }) => ({
    message: `${args.field} 第 ${args.figure} 位，而 ${share} ${shareFigure}%：排在前面的都不低于此数，至多排第 ${most} 位${also(args)}`,
    hint: '请核对占有率和排名是否为同一市场、同一口径。',
  }),
  'years-beyond-age': ({ since, date, most, ...args }) => ({
    message: `${args.field} ${value(args)}，而 ${since} ${date}，至今至多 ${value({ ...args, figure: most })}${also(args)}`,
    hint: '请核对两项；由前身延续的，在申报材料中说明。',
  }),
  'figure-before-foundation': ({ since, date, ...args }) => ({
    message: `${args.field} ${value(args)}，而 ${since} ${date}，当年尚未成立${also(args)}`,
    hint: '请核对成立时间和年度；成立以前的年度填 0。',
  }),
  'year-not-over': ({ asOf, ...args }) => ({
    message: `${args.field} ${value(args)}，到申报日 ${asOf} 该年度尚未结束${also(args)}`,
    hint: '请核对年度；预计数不填在实际年度里。',
  }),
};
