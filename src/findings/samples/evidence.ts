// Plausible arguments for the codes of `evidence`.
import type { evidenceCodes } from '../codes/evidence.ts';
import { each, file, files, hint, type Samples, slot, slots } from './samples.ts';

const named = { file, issued: '南京示例减速器有限公司', enterprise: '江苏示例精密机械有限公司' };
const revenue = { file, fact: '主营业务收入', stated: '8330', given: '8303', unit: '万元' };

export const evidenceSamples: Samples<typeof evidenceCodes> = {
  'evidence-other-name': [named, { ...named, files }],
  'evidence-former-name': [named, { ...named, files }],
  'evidence-expired': [{ file, until: '2021-08-15', asOf: '2021-08-16' }],
  'evidence-expires-soon': [
    { file, until: '2021-08-16', days: 0 },
    { file, until: '2021-08-17', days: 1 },
    { file, until: '2021-09-01', days: 16 },
  ],
  'evidence-date-unknown': [{ file, until: '2021-02-30' }],
  'evidence-figure-differs': [
    { ...revenue, year: 2020 },
    revenue,
    { file, fact: '占有率', stated: '11.2', given: '12.2', unit: '%' },
    { file, fact: '有效专利', stated: '3', given: '4' },
  ],
  'evidence-figure-near': [{ ...revenue, year: 2020, stated: '12451', given: '12450' }, revenue],
  'evidence-unit': each(['file', 'dossier'], (larger) => ({ ...revenue, year: 2020, larger })),
  'evidence-fact-unknown': [
    { file, fact: 'main_revenu', nearest: 'main_revenue' },
    { file, fact: 'x' },
    { file, files, fact: 'x' },
  ],
  'evidence-figure-unreadable': [{ file, figure: 'main_revenue.2020', written: '8330万元' }],
  'evidence-figure-misplaced': each(['no-year', 'year', 'plain', 'kind'], (why) => ({
    file,
    figure: 'main_revenue',
    fact: '主营业务收入',
    why,
  })),
  'evidence-unstamped': [{ file }, { file, files }],
  'evidence-basis-missing': [
    { file, slot, years: ['2024', '2025'] },
    { file, slot, years: [], hint },
  ],
  'evidence-issuer-unknown': [
    { file, slot },
    { file, slot, hint },
    { file, files, slot, slots },
  ],
  'slot-misplaced-name': [{ file, slot, word: '审计', other: '前三年财务审计报告' }],
  'evidence-pages-beyond': [{ file, page: 9, pages: 4 }],
  'claim-pages-beyond': [{ file, page: 9, pages: 4 }],
};
