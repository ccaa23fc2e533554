// What an official reads of a figure: its decimals, the limit and what is missing to it, why there is none, and all options of a choice.
import { describe, expect, it } from 'vitest';
import type { MetricResult } from '../../src/assessment.ts';
import { Decimal } from '../../src/expression/decimal.ts';
import { type Bar, CHART, drawBars } from '../../src/summary/chart.ts';
import { Page } from '../../src/summary/page.ts';
import { lay } from '../../src/summary/write.ts';
import { final, fonts } from './faces.ts';
import { boxOf, expectSound } from './geometry.ts';
import { chosen, criteria, field, metrics, number, operations, sample } from './sample.ts';

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

  it.each(['12345678.90', '12345678901.24', '61728394506090.50', `${'9'.repeat(40)}.50`])(
    'keeps a result of %s beside its unit in its column',
    (shown) => {
      for (const unit of ['%', '万元']) {
        const outcome = { is: 'value', value: new Decimal(shown), shown } as const;
        const { pages } = lay(sample({ metrics: margin({ outcome, unit, limits: [] }) }), final);
        expectSound(pages);
        const page = pages.find((each) => each.texts().some(({ text }) => text === '公式'));
        const label = page?.texts().find(({ text }) => text === '公式')?.x ?? 0;
        const left = page?.texts().filter(({ x, text }) => x < label - 1 && /^[\d,.]*\s?(?:%|万元)?$/.test(text)) ?? [];
        expect(left.filter((drawn) => boxOf(drawn).right > label)).toEqual([]);
      }
    },
  );

  it('names the facts that are missing once each, as the form does, and counts them when they are many', () => {
    const missing = (...needs: string[]): string => {
      const items = operations().items.map((item) => ({ ...item, fact: item.id }));
      const form = { sections: [{ ...operations(), items }], required: 1, filled: 1 };
      return said({ form, metrics: margin({ outcome: { is: 'undecided', needs } }), criteria: [] });
    };
    expect(missing('rd.2020', 'rd.2020')).toMatch(/缺：2020\s*年研发费用(?!、)/);
    expect(missing(...Array.from({ length: 14 }, (_, index) => `rd.${2001 + index}`))).toMatch(/等\s*14\s*项/);
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

describe('bars', () => {
  const labels = (unit: string, ...values: (string | undefined)[]) => {
    const page = new Page(fonts);
    const bars = values.map(
      (value, index): Bar => ({
        year: 2017 + index,
        forecast: false,
        ...(value === undefined ? {} : { value: new Decimal(value) }),
      }),
    );
    drawBars(page, 20, 20, bars, [], unit);
    const texts = page.texts().filter(({ text }) => !/^20\d\d$/.test(text));
    for (const { width } of texts) expect(width).toBeLessThan(CHART.width / values.length);
    return texts.map(({ text }) => text);
  };

  it('have their values over them in one unit where one suits all', () => {
    expect(labels('万元', '5200', '6100.5', undefined)).toEqual(['5,200.00', '6,100.50', '—']);
    expect(labels('万元', '1234500', '2345600', '3456700', '4000000')).toEqual([
      '1,234,500',
      '2,345,600',
      '3,456,700',
      '4,000,000',
    ]);
    expect(labels('万元', '123450', '234560', '345670', '400000', '390000')).toEqual([
      '123,450',
      '234,560',
      '345,670',
      '400,000',
      '390,000',
    ]);
  });

  it('never show as 0 what is not, nor leave out the highest', () => {
    expect(labels('万元', '0.01', '12345678901.23', '9999999999.9999')).toEqual(['0.01', '123.5万亿元', '100.0万亿元']);
    expect(labels('万元', '1234500', '1.5', '0', '3900000', '4000000')).toEqual([
      '123亿',
      '1.50',
      '0.00',
      '390亿',
      '400亿',
    ]);
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
