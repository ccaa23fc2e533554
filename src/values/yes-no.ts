// Takes 是 and 否 in the marks and words that forms are ticked with.
import { halfWidth, type Taken, takenFrom } from './taken.ts';

/** In lower case and half width. */
export const yesWords = ['是', '是的', '有', '对', '√', '✓', '✔', '☑', 'yes', 'y', 'true'];
export const noWords = ['否', '不是', '无', '没有', '没', '×', '✕', '✖', '✗', '✘', 'no', 'n', 'false'];
/** A cross in a box ticks it for some and strikes it out for others. */
const either = ['☒', 'x', '[x]', '(x)'];

/** `☑是 □否`, as forms print it: the marked one. */
const printed = /^(?<yes>[√✓✔☑■□☐])是(?<no>[√✓✔☑■□☐])否$/u;
const isBlank = (mark: string | undefined): boolean => mark === '□' || mark === '☐';

export function takeYesNo(written: string): Taken {
  const text = halfWidth(written).replace(/\s/g, '').toLowerCase();
  const boxes = printed.exec(text)?.groups;
  if (boxes !== undefined) {
    if (isBlank(boxes.yes) === isBlank(boxes.no)) return { is: 'none' };
    return takenFrom(written, isBlank(boxes.yes) ? '否' : '是');
  }
  if (yesWords.includes(text)) return takenFrom(written, '是');
  if (noWords.includes(text)) return takenFrom(written, '否');
  return either.includes(text) ? { is: 'several', readings: ['是', '否'] } : { is: 'none' };
}
