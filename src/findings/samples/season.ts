// Arguments for the sentences about deadlines.
import type { seasonCodes } from '../codes/season.ts';
import type { Samples } from './samples.ts';

const deadline = '2021-08-31';

export const seasonSamples: Samples<typeof seasonCodes> = {
  'deadline-past': [{ deadline, asOf: '2021-09-01' }],
  'deadline-near': [
    { deadline, asOf: '2021-08-31', days: 0 },
    { deadline, asOf: '2021-08-26', days: 5 },
  ],
};
