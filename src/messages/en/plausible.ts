// What of the figures and dates cannot be, or is hard to believe: the sentences in English.
import type { Also, plausibleCodes } from '../../findings/codes/plausible.ts';
import type { Messages } from '../message.ts';

/** So many values are named, the others counted. */
const mostNamed = 4;

const list = (labels: readonly string[]): string =>
  labels.length <= mostNamed
    ? labels.join(', ')
    : `${labels.slice(0, mostNamed).join(', ')} and ${labels.length - mostNamed} more`;

const also = ({ likewise, against }: Also): string =>
  [
    against === undefined ? '' : `; it does not agree with ${list(against)} either`,
    likewise === undefined ? '' : `; the same holds for ${list(likewise)}`,
  ].join('');

const meant = ({ fromYuan, digitLess }: Also, otherwise: string): string => {
  if (fromYuan !== undefined) return `Amounts are in 万元: was this written in 元? In 万元 it is ${fromYuan}.`;
  return digitLess === undefined ? otherwise : `One digit too many? ${digitLess} would be plausible. ${otherwise}`;
};

const value = ({ figure, unit }: { figure: string; unit: string }): string =>
  unit === '' ? figure : `${figure} ${unit}`;

const within = (least: string | undefined, most: string | undefined, unit = ''): string => {
  const end = unit === '' ? '' : ` ${unit}`;
  if (least !== undefined && most !== undefined) return `between ${least} and ${most}${end}`;
  return least === undefined ? `at most ${most}${end}` : `at least ${least}${end}`;
};

const audited = 'Compare with the audit report.';

export const plausible: Messages<typeof plausibleCodes> = {
  'figure-impossible': (args) => ({
    message: `${args.field} is ${value(args)}, which must be ${within(args.least, args.most, args.unit)}${also(args)}`,
    hint: meant(args, 'Check the figure and correct it.'),
  }),
  'figure-unusual': (args) => ({
    message: `${args.field} is ${value(args)}, usually ${within(args.least, args.most, args.unit)}${also(args)}`,
    hint: meant(args, 'Check the figure and its unit.'),
  }),
  'date-impossible': ({ field, date, least, most, ...rest }) => ({
    message:
      most !== undefined && date > most
        ? `${field} ${date} is after the day of the application, ${most}${also(rest)}`
        : `${field} ${date} is before ${least}${also(rest)}`,
    hint: 'Compare the date with the licence or certificate.',
  }),
  'date-unusual': ({ field, date, least, most, ...rest }) => ({
    message:
      most !== undefined && date > most
        ? `${field} ${date} is after ${most}${also(rest)}`
        : `${field} ${date} is before ${least}${also(rest)}`,
    hint: 'Compare the year with the licence or certificate.',
  }),
  'dates-reversed': ({ field, date, before, beforeDate, ...rest }) => ({
    message: `${field} ${date} is before ${before} ${beforeDate}${also(rest)}`,
    hint: 'Compare both dates with the certificate.',
  }),
  'year-of-other-date': ({ field, figure, other, date, ...rest }) => ({
    message: `${field} ${figure} is more than a year away from ${other} ${date}${also(rest)}`,
    hint: 'Compare year and day with the certificate or the announcement.',
  }),
  'part-above-whole': ({ whole, wholeFigure, percent, ...args }) => ({
    message: `${args.field} is ${value(args)}, more than ${whole}, ${value({ ...args, figure: wholeFigure })}${percent === undefined ? '' : ` (${percent} %)`}: a part is never more than its whole${also(args)}`,
    hint: meant(args, audited),
  }),
  'figure-above': ({ other, otherFigure, ...args }) => ({
    message: `${args.field} is ${value(args)}, more than ${other}, ${value({ ...args, figure: otherFigure })}, which is rare${also(args)}`,
    hint: meant(args, 'Compare with the audit report; if it is so, leave it.'),
  }),
  'figure-ratio': ({ other, otherFigure, otherUnit, ratio, least, most, perHead, ...args }) => {
    const both = `${args.field} is ${value(args)}, ${other} ${value({ figure: otherFigure, unit: otherUnit })}`;
    const usual = perHead ? `${within(least, most, args.unit)} per head` : within(least, most, 'times as much');
    const found = ratio === undefined ? '' : perHead ? `, ${ratio} ${args.unit} per head` : `, ${ratio} times as much`;
    return {
      message: `${both}${found}; usually it is ${usual}${also(args)}`,
      hint: meant(args, 'Check both figures and their units.'),
    };
  },
  'figure-jump': ({ other, otherFigure, times, ...args }) => ({
    message: `${args.field} is ${value(args)}, ${times} times ${other}, ${value({ ...args, figure: otherFigure })}${also(args)}`,
    hint: meant(args, 'Check the figures of both years and their units.'),
  }),
  'figure-difference': ({ first, firstFigure, second, secondFigure, difference, ...args }) => ({
    message: `${args.field} is ${value(args)}, but ${first} ${firstFigure} less ${second} ${secondFigure} is ${value({ ...args, figure: difference })}${also(args)}`,
    hint: meant(
      args,
      'Compare all three with the audit report; if they come from statements of another scope, leave them.',
    ),
  }),
  'rank-beyond-share': ({ share, shareFigure, most, ...args }) => ({
    message: `${args.field} is rank ${args.figure}, but with ${share} ${shareFigure} % and no less for everybody before it, it is rank ${most} at most${also(args)}`,
    hint: 'Check whether share and rank are of the same market.',
  }),
  'years-beyond-age': ({ since, date, most, ...args }) => ({
    message: `${args.field} is ${value(args)}, but ${since} is ${date}: at most ${value({ ...args, figure: most })} since${also(args)}`,
    hint: 'Check both; if a predecessor began earlier, say so in the application.',
  }),
  'figure-before-foundation': ({ since, date, ...args }) => ({
    message: `${args.field} is ${value(args)}, but ${since} is ${date}: that year was before it${also(args)}`,
    hint: 'Check the date and the year; years before the foundation are 0.',
  }),
  'year-not-over': ({ asOf, ...args }) => ({
    message: `${args.field} is ${value(args)}, but on ${asOf} that year is not over${also(args)}`,
    hint: 'Check the year; forecasts do not stand among the figures of past years.',
  }),
};
