// What the calendar has wrong: the sentences in English.
import type { Args } from '../../findings/codes/index.ts';
import type { seasonCodes } from '../../findings/codes/season.ts';
import type { Messages } from '../message.ts';

/** What to take on a day that the edition is not for. */
function otherwise({ asOf, from, instead }: Args<'out-of-season'>): string {
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

export const season: Messages<typeof seasonCodes> = {
  'out-of-season': (args) => ({
    message: `the as-of date ${args.asOf} is none of the days that this ${args.year} edition is for (${args.from} to ${args.until}): its verdict does not hold`,
    hint: `${[otherwise(args), ...(args.text === undefined ? [] : [args.text])].join('; ')}. For papers of that time write the day of the application as as_of.`,
  }),
  'edition-expected': ({ year, text, compare }) => ({
    message: `the call of ${year} is not out (${text}): this verdict does not hold yet`,
    hint: `When it is, compare one by one: ${compare.join(', ')}.`,
  }),
  'deadline-past': ({ deadline, asOf }) => ({
    message: `the deadline ${deadline} is past on ${asOf}`,
    hint: 'Ask the authority whether it still accepts; if the date has moved, change deadline in zjtx.config.yaml.',
  }),
  'deadline-near': ({ deadline, days }) => ({
    message:
      days === 0 ? `the deadline is today (${deadline})` : `${days} days are left until the deadline ${deadline}`,
    hint: 'Submit early: the portal may be crowded near the end, and the county office needs time too.',
  }),
};
