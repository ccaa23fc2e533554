// The strip below the title: the result of a final summary, or the errors of a draft (design.md A3, A13).
import type { Block } from '../setting.ts';
import { errorStrip } from './error-strip.ts';
import { resultStrip } from './result-strip.ts';

export const strip: Block = (setting) => (setting.draft ? errorStrip(setting) : resultStrip(setting));
