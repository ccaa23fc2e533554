// Arguments for the sentences about the calendar.
import type { seasonCodes } from '../codes/season.ts';
import type { Samples } from './samples.ts';

const deadline = '2021-08-31';
const season = { year: 2021, from: '2021-01-01', until: '2021-11-05' };
const later = {
  id: 'national/2026/srdi-sme',
  title: '专精特新中小企业',
  year: 2026,
  from: '2026-04-01',
  until: '2026-12-31',
};

export const seasonSamples: Samples<typeof seasonCodes> = {
  'out-of-season': [
    { asOf: '2026-11-28', ...season, instead: { ...later, fits: true }, text: '2026-04-01 起适用新办法' },
    { asOf: '2024-05-01', ...season, instead: { ...later, fits: false } },
    { asOf: '2027-03-01', ...season },
    { asOf: '2020-12-31', ...season },
  ],
  'edition-expected': [{ year: 2027, text: '按 2026 年口径预计，以正式通知为准', compare: ['各项数值', '附件清单'] }],
  'deadline-past': [{ deadline, asOf: '2021-09-01' }],
  'deadline-near': [
    { deadline, asOf: '2021-08-31', days: 0 },
    { deadline, asOf: '2021-08-26', days: 5 },
  ],
};
