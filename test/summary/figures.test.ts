// What an official reads of a figure: its decimals, the limit and what is missing to it, why there is none, and all options of a choice.
import { describe, expect, it } from 'vitest';
import type { MetricResult } from '../../src/assessment.ts';
import { Decimal } from '../../src/expression/decimal.ts';
import { lay } from '../../src/summary/write.ts';
import { final } from './faces.ts';
import { chosen, criteria, field, metrics, number, sample } from './sample.ts';

type More = Parameters<typeof sample>[0];
const textsOf = (more: More = {}): readonly string[] =>
  lay(sample(more), final).pages.flatMap((page) => page.texts().map(({ text }) => text));
const said = (more: More = {}): string => textsOf(more).join('');
/** The metric of a limit that is missed, otherwise. */
const margin = (more: Partial<MetricResult> = {}): MetricResult[] =>
  metrics().flatMap((one) => (one.id === 'avg_profit_margin' ? [{ ...one, ...more }] : []));

describe('a metric', () => {
  it('says by how much it misses its limit, and where its condition is met all the same', () => {
    const missed = said({ metrics: margin() });
    expect(missed).toContain('≥ 8.00%，差 0.33 个百分点');
    expect(missed).not.toContain('条件已由另一项满足');
    const met = criteria().map((one) =>
      one.id === 'margin' ? { ...one, decision: { is: 'met', shown: '或有市级称号' } as const } : one,
    );
    expect(said({ metrics: margin(), criteria: met })).toContain('差 0.33 个百分点；条件已由另一项满足');
    const kept = margin({ outcome: { is: 'value', value: new Decimal(8), shown: '8.00' } });
    expect(said({ metrics: kept, criteria: met })).not.toMatch(/差 |条件已由另一项满足/);
  });

  it('draws its limit and its mean beside the bars of its years', () => {
    const texts = textsOf({ metrics: margin() });
    expect(texts).toContain('限值 8.00');
    expect(texts).toContain('平均 7.67');
  });

  it('says why it cannot be computed, what a limit then rests on, and whether it is as stated', () => {
    const none = { is: 'not computable', why: 'zero-divisor' } as const;
    expect(said({ metrics: margin({ outcome: none }) })).toContain('除数为 0，无法计算');
    expect(said({ metrics: margin() })).not.toContain('无法计算');
    const open = margin({ outcome: { is: 'undecided', needs: ['profit.2020'] } });
    expect(said({ metrics: open })).toContain('缺：');
    const [debt] = metrics();
    if (debt?.stated === undefined) throw new Error('nothing stated');
    expect(said({ metrics: [debt] })).toContain('填报值一致');
    const other = { ...debt, stated: { ...debt.stated, source: '38.5', agrees: false } };
    expect(said({ metrics: [other] })).toContain('填报值 38.5，不一致');
  });
});

describe('a field', () => {
  const withField = (more: Parameters<typeof field>[2]): readonly string[] =>
    textsOf({
      form: {
        sections: [{ id: 'a', title: '一、基本情况', open: false, items: [field('x', '某数', more)] }],
        required: 1,
        filled: 1,
      },
    });
  it.each([
    ['amount', '3731.5', '3,731.50'],
    ['percent', '12.5', '12.50'],
    ['count', '1234', '1,234'],
    ['number', '3.5', '3.5'],
  ] as const)('of type %s prints %s as %s', (type, written, shown) => {
    expect(withField({ type, value: number(written) })).toContain(shown);
  });

  it('with options prints all of them while they are few, else those that are chosen', () => {
    const options = Array.from({ length: 61 }, (_, index) => `选项${index + 1}`);
    const few = withField({ type: 'choices', options: options.slice(0, 60), value: chosen('选项7') });
    for (const option of options.slice(0, 60)) expect(few).toContain(option);
    const many = withField({ type: 'choices', options, value: chosen('选项7') });
    expect(many.filter((one) => one.startsWith('选项'))).toEqual(['选项7']);
    expect(many).toContain('（共 61 项可选）');
  });
});

it('what the signs mean is said once', () => {
  expect(textsOf().filter((text) => text === '已选')).toHaveLength(1);
});
