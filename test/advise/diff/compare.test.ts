// What lies between two assessments: nothing between one and itself, as much in one direction as in the other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesIn, compare } from '../../../src/advise/diff/compare.ts';
import type { Assessment, FilledRow, FilledTable } from '../../../src/assessment.ts';
import { Decimal } from '../../../src/expression/decimal.ts';
import { assessment, at, attached, criterion, field, notMet, slot } from '../../support/assessment.ts';

const few: fc.Arbitrary<string> = fc.constantFrom('甲', '乙', '丙', '丁');
const number = fc.integer({ min: 0, max: 3 });

const table = (rows: readonly Readonly<Record<string, string>>[]): FilledTable => ({
  kind: 'table',
  id: 'patents',
  title: '专利',
  columns: [
    { id: 'name', label: '名称', type: 'text' },
    { id: 'number', label: '专利号', type: 'patent_number' },
  ],
  rows: rows.map((cells, index): FilledRow => ({ number: index + 1, cells, at: at(1, 1, 2) })),
  at: at(1, 1, 2),
});

const given = fc.record({
  enterprise: few,
  texts: fc.dictionary(fc.constantFrom('address', 'website', 'product'), few),
  years: fc.dictionary(fc.constantFrom('2018', '2019', '2020'), number),
  rows: fc.array(fc.record({ name: few, number: few }), { maxLength: 5 }),
  files: fc.uniqueArray(fc.record({ source: few, sha256: few }), { selector: ({ source }) => source }),
  met: fc.array(
    few.map((id) => id),
    { maxLength: 4 },
  ),
  findings: fc.array(fc.tuple(few, number), { maxLength: 4 }),
});
type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;

function made({ enterprise, texts, years, rows, files, met, findings }: Given): Assessment {
  const one = assessment({
    enterprise,
    fields: [
      ...Object.entries(texts).map(([id, text]) => field(id, id, { value: { kind: 'text', text } })),
      field('revenue', '营业收入', {
        value: {
          kind: 'years',
          cells: Object.entries(years).map(([year, figure]) => ({
            year: Number(year),
            forecast: false,
            value: new Decimal(figure),
            source: `${figure}`,
          })),
        },
      }),
    ],
    slots: [
      slot(
        'audits',
        '审计报告',
        files.map(({ source, sha256 }) => attached(source, { sha256 })),
      ),
    ],
    criteria: ['甲', '乙', '丙', '丁'].map((id) =>
      criterion(id, { decision: { is: met.includes(id) ? 'met' : 'not met' } }),
    ),
    findings: findings.map(([code, line]) => notMet(code, code, at(line + 1, 1, 2))),
  });
  const [section] = one.form.sections;
  if (section === undefined) throw new Error('no section');
  return { ...one, form: { ...one.form, sections: [{ ...section, items: [...section.items, table(rows)] }] } };
}

const of = (more: Partial<Given>): Assessment =>
  made({ enterprise: '甲', texts: {}, years: {}, rows: [], files: [], met: [], findings: [], ...more });

describe('any two', () => {
  it('one and itself: nothing', () => {
    fc.assert(fc.property(given, (one) => changesIn(compare(made(one), made(one))) === 0));
  });

  it('both directions: as much', () => {
    fc.assert(
      fc.property(given, given, (one, other) => {
        const [there, back] = [compare(made(one), made(other)), compare(made(other), made(one))];
        expect(changesIn(there)).toBe(changesIn(back));
        for (const part of ['head', 'fields', 'metrics', 'decisions', 'findings'] as const)
          expect(there[part].length, part).toBe(back[part].length);
      }),
    );
  });

  it('rows in another order: nothing, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: few, number: few }), { maxLength: 6 }), (rows) => {
        expect(compare(of({ rows }), of({ rows: [...rows].reverse() })).tables).toEqual([]);
      }),
    );
  });

  it('a finding on another line: nothing', () => {
    expect(compare(of({ findings: [['甲', 1]] }), of({ findings: [['甲', 3]] })).findings).toEqual([]);
  });
});

describe('rows', () => {
  it('are known by their number, cell by cell', () => {
    const a = of({
      rows: [
        { name: '甲', number: '1' },
        { name: '乙', number: '2' },
      ],
    });
    const b = of({
      rows: [
        { name: '丙', number: '2' },
        { name: '丁', number: '3' },
      ],
    });
    expect(compare(a, b).tables[0]?.rows).toEqual([
      { key: '1', is: 'removed', cells: [expect.anything(), expect.anything()] },
      { key: '2', is: 'changed', cells: [{ column: 'name', label: '名称', a: '乙', b: '丙' }] },
      { key: '3', is: 'added', cells: [expect.anything(), expect.anything()] },
    ]);
  });
});

describe('files', () => {
  it('are renamed, changed, added and removed', () => {
    const a = of({
      files: [
        { source: '甲', sha256: '1' },
        { source: '乙', sha256: '2' },
        { source: '丙', sha256: '3' },
      ],
    });
    const b = of({
      files: [
        { source: '甲', sha256: '9' },
        { source: '丁', sha256: '2' },
        { source: '戊', sha256: '4' },
      ],
    });
    expect(compare(a, b).slots[0]?.files.map(({ is, a: was, b: now }) => [is, was, now])).toEqual([
      ['changed', '甲', '甲'],
      ['renamed', '乙', '丁'],
      ['removed', '丙', undefined],
      ['added', undefined, '戊'],
    ]);
  });
});

it('tells of a decision, and of a figure, under another reading than the first', () => {
  const side = (is: 'met' | 'not met', growth: string) =>
    assessment({
      criteria: [
        criterion('rd', {
          title: '研发投入',
          decision: { is: 'met' },
          readings: [
            { label: '合计', decision: { is: 'met' } },
            { label: '每年', decision: { is } },
          ],
        }),
      ],
      metrics: [
        {
          id: 'growth',
          label: '增长率',
          unit: '%',
          decimals: 2,
          outcome: { is: 'value', value: new Decimal('21.97'), shown: '21.97' },
          formula: '',
          limits: [],
          readings: [
            { label: '平均', outcome: { is: 'value', value: new Decimal('21.97'), shown: '21.97' } },
            { label: '复合', outcome: { is: 'value', value: new Decimal(growth), shown: growth } },
          ],
          cite: [],
        },
      ],
    });
  const { decisions, metrics } = compare(side('met', '14.47'), side('not met', '15.00'));
  expect(decisions).toEqual([
    { id: 'rd（每年）', label: '研发投入（每年）', labelEn: '研发投入 (每年)', a: 'met', b: 'not met' },
  ]);
  expect(metrics).toEqual([
    { id: 'growth（复合）', label: '增长率（复合）', labelEn: '增长率 (复合)', a: '14.47', b: '15.00' },
  ]);
});

it('names the year of a figure that only one of two editions prints in a row of years', () => {
  const cell = (year: number, text: string) => ({ year, forecast: false, value: new Decimal(text), source: text });
  const one = (...cells: ReturnType<typeof cell>[]) => {
    const [first] = cells;
    if (first === undefined) throw new Error('no year');
    const value =
      cells.length > 1
        ? ({ kind: 'years', cells } as const)
        : ({ ...first, kind: 'number', source: first.source } as const);
    return assessment({ fields: [field('employees', '职工人数', { years: cells, value })] });
  };
  const [before, after] = [one(cell(2023, '189'), cell(2024, '208')), one(cell(2025, '224'))];
  const told = (a: Assessment, b: Assessment) => compare(a, b).fields.map(({ part, a: was, b: is }) => [part, was, is]);
  expect(told(before, after)).toEqual([
    ['2023', '189', undefined],
    ['2024', '208', undefined],
    ['2025', undefined, '224'],
  ]);
  expect(told(before, one(cell(2024, '208')))).toEqual([['2023', '189', undefined]]);
  // From year to year of one edition it is one figure that changed.
  expect(told(one(cell(2024, '208')), after)).toEqual([[undefined, '208', '224']]);
});
