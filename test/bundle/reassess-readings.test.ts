// A record whose readings were altered is told of by criterion and reading, under another program version too.
import { describe, expect, it } from 'vitest';
import { isCriterion } from '../../src/findings/finding.ts';
import { type AssessmentRecord, recordFindings } from '../../src/verify/compare.ts';

const record = (second: 'met' | 'not met', growth: string, label = '每年'): AssessmentRecord => ({
  criteria: [
    {
      id: 'rd',
      title: '研发投入',
      severity: 'error',
      binding: true,
      cite: [],
      decision: { is: 'met' },
      readings: [
        { label: '合计', decision: { is: 'met' } },
        { label, decision: { is: second } },
      ],
    },
  ],
  metrics: [
    {
      id: 'growth',
      label: '增长率',
      unit: '%',
      decimals: 2,
      formula: '',
      limits: [],
      cite: [],
      outcome: { is: 'value', value: '21.97', shown: '21.97' },
      readings: [
        { label: '平均', outcome: { is: 'value', value: '21.97', shown: '21.97' } },
        { label: '复合', outcome: { is: 'value', value: growth, shown: growth } },
      ],
    },
  ],
});

const told = (stated: AssessmentRecord, words: boolean): unknown[] =>
  recordFindings(stated, record('not met', '14.47'), { words }).map((finding) =>
    isCriterion(finding) ? finding.code : [finding.code, finding.args],
  );

describe.each([true, false])('with every word compared: %s', (words) => {
  it('says nothing of a record that the dossier gives', () => {
    expect(told(record('not met', '14.47'), words)).toEqual([]);
  });

  it('tells of a reading that was decided otherwise', () => {
    expect(told(record('met', '14.47'), words)).toEqual([
      ['bundle-decision-differs', { criterion: '研发投入（每年）', stated: 'met', found: 'not met' }],
    ]);
  });

  it('tells of a metric that is another under a reading', () => {
    expect(told(record('not met', '20.00'), words)).toEqual([
      ['bundle-metric-differs', { metric: '增长率（复合）', stated: '20.00', found: '14.47' }],
    ]);
  });

  it('tells of a reading left out, and of one that is not the definition’s', () => {
    expect(told(record('not met', '14.47', '随意'), words)).toEqual([
      ['bundle-decision-differs', { criterion: '研发投入（每年）', stated: 'none', found: 'not met' }],
      ['bundle-decision-differs', { criterion: '研发投入（随意）', stated: 'not met', found: 'none' }],
    ]);
  });
});
