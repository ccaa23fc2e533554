// What the calendar has wrong: a day that an edition is not for, rules that others follow, the deadline of a client.
import { note, unsettling, warning } from './spec.ts';

/** Dates as `2021-08-31`. */
type Deadline = { readonly deadline: string; readonly asOf: string };

/** First and last day, both included. */
type Days = { readonly from: string; readonly until: string };

type Edition = Days & { readonly id: string; readonly title: string; readonly year: number };

type OutOfSeason = Days & {
  readonly asOf: string;
  readonly year: number;
  readonly instead?: Edition & { readonly fits: boolean };
  readonly text?: string;
};

/** What to take on a day that the edition is not for. */
function otherwiseZh({ asOf, from, instead }: OutOfSeason): string {
  if (instead !== undefined) {
    const named = `${instead.year} 年度的${instead.title}（${instead.from} 至 ${instead.until}）`;
    return instead.fits
      ? `改用 ${named}，“申报类别”写 ${instead.id}`
      : `没有适用于这一天的版本，最接近的是 ${named}，“申报类别”写 ${instead.id}，以正式通知为准`;
  }
  return asOf < from ? `${from} 起才适用，以正式通知为准` : '本程序没有更晚的版本，以当年的正式通知为准';
}

/** What to take on a day that the edition is not for. */
function otherwiseEn({ asOf, from, instead }: OutOfSeason): string {
  if (instead !== undefined) {
    const named = `the ${instead.year} edition ${instead.title} (${instead.from} to ${instead.until})`;
    return instead.fits
      ? `Take ${named}, category ${instead.id}`
      : `No edition is for that day; the nearest is ${named}, category ${instead.id}, and the official notice decides`;
  }
  return asOf < from
    ? `It is for days from ${from} on; the official notice decides`
    : 'No later edition comes with the program; the official notice of the year decides';
}

const deadline = '2021-08-31';

const season = { year: 2021, from: '2021-01-01', until: '2021-11-05' };

const later = {
  id: 'national/2026/srdi-sme',
  title: '专精特新中小企业',
  year: 2026,
  from: '2026-04-01',
  until: '2026-12-31',
};

export const seasonCodes = {
  /**
   * The as-of day is none of those that the edition is for. `instead` is the edition to take; when the day is not one of
   * its own (`fits`), it is only the nearest later one. `text` says what came after.
   */
  'out-of-season': unsettling(
    warning<OutOfSeason>({
      zh: (args) => ({
        message: `判断日期 ${args.asOf} 不在 ${args.year} 年度这一版的适用日期之内（${args.from} 至 ${args.until}），结论不能作准`,
        hint: `${[otherwiseZh(args), ...(args.text === undefined ? [] : [args.text])].join('；')}。核对当年材料的，“判断日期”写当年的申报日期。`,
      }),
      en: (args) => ({
        message: `the as-of date ${args.asOf} is outside the days that this ${args.year} edition is for (${args.from} to ${args.until}): its verdict does not hold`,
        hint: `${[otherwiseEn(args), ...(args.text === undefined ? [] : [args.text])].join('; ')}. To check papers of that time, write the day of the application as as_of.`,
      }),
      samples: [
        { asOf: '2026-11-28', ...season, instead: { ...later, fits: true }, text: '2026-04-01 起适用新办法' },
        { asOf: '2024-05-01', ...season, instead: { ...later, fits: false } },
        { asOf: '2027-03-01', ...season },
        { asOf: '2020-12-31', ...season },
      ],
    }),
  ),

  /** The call of the year is not out: what is decided goes by the edition before. `compare`: what to look at when it is. */
  'edition-expected': unsettling(
    warning<{ readonly year: number; readonly text: string; readonly compare: readonly string[] }>({
      zh: ({ year, text, compare }) => ({
        message: `${year} 年度的申报通知还没有发布：${text}，结论不能作准`,
        hint: `通知发布后逐项核对：${compare.join('、')}。`,
      }),
      en: ({ year, text, compare }) => ({
        message: `the call of ${year} is not out (${text}): this verdict does not hold yet`,
        hint: `When it is out, compare one by one: ${compare.join(', ')}.`,
      }),
      samples: [{ year: 2027, text: '按 2026 年口径预计，以正式通知为准', compare: ['各项数值', '附件清单'] }],
    }),
  ),

  'deadline-past': warning<Deadline>({
    zh: ({ deadline, asOf }) => ({
      message: `截止日期 ${deadline} 已过，检查按 ${asOf} 进行`,
      hint: '与受理部门确认能否补报；日期有变的，改写 zjtx.config.yaml 中的 deadline。',
    }),
    en: ({ deadline, asOf }) => ({
      message: `the deadline ${deadline} has passed; this check is as of ${asOf}`,
      hint: 'Ask the authority whether it still accepts applications; if the date has moved, change deadline in zjtx.config.yaml.',
    }),
    samples: [{ deadline, asOf: '2021-09-01' }],
  }),

  /** `days` from the as-of day to the deadline; 0 on the day itself. */
  'deadline-near': note<Deadline & { readonly days: number }>({
    zh: ({ deadline, days }) => ({
      message: days === 0 ? `今天（${deadline}）截止` : `离截止日期 ${deadline} 还有 ${days} 天`,
      hint: '尽早提交：临近截止时平台可能拥堵，县市区审核也要时间。',
    }),
    en: ({ deadline, days }) => ({
      message:
        days === 0
          ? `the deadline is today (${deadline})`
          : `${days} ${days === 1 ? 'day is' : 'days are'} left until the deadline ${deadline}`,
      hint: 'Submit early: the portal may be crowded near the end, and the county office needs time too.',
    }),
    samples: [
      { deadline, asOf: '2021-08-31', days: 0 },
      { deadline, asOf: '2021-08-26', days: 5 },
    ],
  }),
};
