// What the calendar has wrong: the sentences in Chinese.
import type { Args } from '../../findings/codes/index.ts';
import type { seasonCodes } from '../../findings/codes/season.ts';
import type { Messages } from '../message.ts';

/** What to take on a day that the edition is not for. */
function otherwise({ asOf, from, instead }: Args<'out-of-season'>): string {
  if (instead !== undefined) {
    const named = `${instead.year} 年度的${instead.title}（${instead.from} 至 ${instead.until}）`;
    return instead.fits
      ? `改用 ${named}，category 写 ${instead.id}`
      : `没有适用于这一天的版本，最接近的是 ${named}，category 写 ${instead.id}，以正式通知为准`;
  }
  return asOf < from ? `${from} 起才适用，以正式通知为准` : '本程序没有更晚的版本，以当年的正式通知为准';
}

export const season: Messages<typeof seasonCodes> = {
  'out-of-season': (args) => ({
    message: `判定日期 ${args.asOf} 不在 ${args.year} 年度这一版的适用日期之内（${args.from} 至 ${args.until}），结论不能作准`,
    hint: `${[otherwise(args), ...(args.text === undefined ? [] : [args.text])].join('；')}。核对当年材料的，as_of 写当年的申报日期。`,
  }),
  'edition-expected': ({ year, text, compare }) => ({
    message: `${year} 年度的申报通知还没有发布：${text}，结论不能作准`,
    hint: `通知发布后逐项核对：${compare.join('、')}。`,
  }),
  'deadline-past': ({ deadline, asOf }) => ({
    message: `截止日期 ${deadline} 已过，检查按 ${asOf} 进行`,
    hint: '与受理部门确认能否补报；日期有变的，改写 zjtx.config.yaml 中的 deadline。',
  }),
  'deadline-near': ({ deadline, days }) => ({
    message: days === 0 ? `今天（${deadline}）截止` : `离截止日期 ${deadline} 还有 ${days} 天`,
    hint: '尽早提交：临近截止时平台可能拥堵，县市区审核也要时间。',
  }),
};
