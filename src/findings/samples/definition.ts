// Plausible arguments for the codes of `definition`.
import type { definitionCodes } from '../codes/definition.ts';
import { each, type Samples } from './samples.ts';

const expression = { text: 'revenue.at(Y-1) / 2 > 3', part: 'Y / 2' };

export const definitionSamples: Samples<typeof definitionCodes> = {
  'category-id-wrong': [{ id: 'Jiangsu/2021/product' }],
  'definition-too-much': each(['members', 'characters', 'span', 'years'], (what) => ({ what, limit: 1000 })),
  'extends-unknown': [{ id: 'a/2021/bass', nearest: 'a/2021/base' }, { id: 'x' }],
  'extends-deep': [{ id: 'a/2021/base' }],
  'season-ends-first': [{ from: '2026-05-25', until: '2026-04-25' }],
  'superseded-unknown': [{ id: 'a/2022/gaint', nearest: 'a/2022/giant' }, { id: 'x' }],
  'fact-name-unknown': [{ fact: 'revenu', nearest: 'revenue' }, { fact: 'x' }],
  'fact-plausible-misfit': [
    { fact: 'founded', key: 'range', why: 'type' },
    ...each(['itself', 'figures', 'dates', 'years', 'units'], (why) => ({
      fact: 'rd_staff',
      key: 'part_of',
      to: 'employees',
      why,
    })),
  ],
  'list-unknown': [{ list: 'chain', nearest: 'chains' }, { list: 'x' }],
  'metric-unknown': [{ metric: 'dept_ratio', nearest: 'debt_ratio' }, { metric: 'x' }],
  'readings-too-many': [{ criterion: '甲', count: 9, most: 8 }],
  'metric-cycle': [{ metrics: ['a', 'b', 'a'] }],
  'metric-named-as-fact': [{ metric: 'revenue' }],
  'fact-printed-twice': [{ fact: 'revenue', first: 'a.revenue', second: 'b.revenue' }],
  'slot-name-unknown': [{ slot: 'tax', nearest: 'tax_certificate' }, { slot: 'x' }],
  'source-unknown': [{ source: 'faqs', nearest: 'faq' }, { source: 'x' }],
  'code-taken': [{ code: 'file-empty' }],
  'severity-above-standing': [{ criterion: 'growth', standing: 'secondary' }],
  'expression-syntax': [expression],
  'expression-name-unknown': [
    { ...expression, name: 'revenu', nearest: 'revenue' },
    { ...expression, name: 'x' },
  ],
  'expression-type': [expression],
  'expression-result': each(['Decimal', 'bool'], (expected) => ({ ...expression, expected, found: 'Yearly' })),
  'expression-int-division': [expression],
  'expression-matches': [expression],
  'expression-nested': [expression],
};
