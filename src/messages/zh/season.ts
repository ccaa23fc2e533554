// What the calendar of a client has wrong: the sentences in Chinese.
import type { seasonCodes } from '../../findings/codes/season.ts';
import type { Messages } from '../message.ts';

export const season: Messages<typeof seasonCodes> = {
  'deadline-past': ({ deadline, asOf }) => ({
    message: `截止日期 ${deadline} 已过，检查按 ${asOf} 进行`,
    hint: '与受理部门确认能否补报；日期有变的，改写 zjtx.config.yaml 中的 deadline。',
  }),
  'deadline-near': ({ deadline, days }) => ({
    message: days === 0 ? `今天（${deadline}）截止` : `离截止日期 ${deadline} 还有 ${days} 天`,
    hint: '尽早提交：临近截止时平台可能拥堵，县市区审核也要时间。',
  }),
};
