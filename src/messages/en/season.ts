// What the calendar of a client has wrong: the sentences in English.
import type { seasonCodes } from '../../findings/codes/season.ts';
import type { Messages } from '../message.ts';

export const season: Messages<typeof seasonCodes> = {
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
