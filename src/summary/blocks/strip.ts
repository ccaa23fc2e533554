// The strips below the title: the result, or the errors of a draft, and what is open where it is not formal (design.md A3, A13).
import type { Block } from '../setting.ts';
import { errorStrip } from './error-strip.ts';
import { openStrip } from './open-strip.ts';
import { resultStrip } from './result-strip.ts';

export const strip: Block = (setting) => {
  if (setting.stamp === 'draft') errorStrip(setting);
  else resultStrip(setting);
  if (setting.stamp !== 'final') openStrip(setting);
};
