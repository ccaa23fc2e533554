// The days that options name, written in any way that a dossier may use.
import { takeDay } from '../values/date.ts';
import { textTaken } from '../values/taken.ts';
import type { OptionValues } from './command.ts';
import { textOption } from './options.ts';
import { usage } from './usage.ts';

/** `2021-08-31` for a text that means one day; nothing for another. */
export const dayOf = (written: string): string | undefined => textTaken(takeDay(written));

/** The day of `--as-of`. Throws for what is no day, or may be two. */
export function asOfOption(options: OptionValues, command: string): string | undefined {
  const written = textOption(options, 'asOf');
  const day = written === undefined ? undefined : dayOf(written);
  if (written !== undefined && day === undefined)
    throw usage(command, (words) => words.badValue('--as-of', written, 'YYYY-MM-DD'));
  return day;
}
