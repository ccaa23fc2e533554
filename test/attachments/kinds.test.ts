// Slots that ask for a kind of paper, a month, or only under a condition; and how strongly, by the standing of the clause.
import { expect, test } from 'vitest';
import type { KindsRule, SlotRule } from '../../src/attachments/slot.ts';
import { askedSlots } from '../../src/attachments/slots.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { givenFacts } from '../../src/category/test.ts';
import { compile } from '../../src/expression/compile.ts';
import { pdfOf } from './build.ts';
import { codesOf, folderOf, slotOf, take } from './dossier.ts';

const seed = slotOf().cite;
const weak = seed.map((one) => ({ ...one, standing: 'secondary' as const }));
const files = { 'a.pdf': pdfOf(1), 'b.pdf': pdfOf(2) };
const said = (slot: SlotRule, ...evidence: readonly object[]) =>
  take(folderOf(files), {
    slots: [slot],
    entries: { other: evidence.map((one, index) => [`${'ab'[index]}.pdf`, one] as const) },
  });

const audits = (more: Partial<KindsRule> = {}): SlotRule =>
  slotOf({ kinds: { oneOf: ['audit'], noneOf: ['statements'], severity: 'error', cite: seed, ...more } });

test.each([
  ['the right kind', { kind: 'audit' }, []],
  ['a refused kind', { kind: 'statements' }, ['error slot-kind-wrong']],
  ['another kind', { kind: 'tax' }, ['error slot-kind-wrong']],
  ['nothing said', {}, ['warning slot-kind-unknown']],
] as const)('kind: %s', async (_, evidence, told) => {
  const { findings } = await said(audits(), evidence);
  expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(told);
});

test.each([
  ['年度财务审计报告', []],
  ['审 计报告（赋码）', []],
  ['未经审计的财务报表', ['slot-kind-wrong']],
  ['非审计报告', ['slot-kind-wrong']],
  ['资产负债表', ['slot-kind-wrong']],
  ['XXX', ['slot-kind-wrong']],
  ['2020年度合并财务报表审计报告(含研发费用专项说明)', []],
  ['研发费用专项审计报告', ['slot-kind-wrong']],
  ['内部审计报告', ['slot-kind-wrong']],
  ['离任审计', ['slot-kind-wrong']],
  ['经济责任审计报告', ['slot-kind-wrong']],
  ['审计业务约定书', ['slot-kind-wrong']],
  ['审计报告（初稿）', ['slot-kind-wrong']],
  ['审计报告征求意见稿', ['slot-kind-wrong']],
] as const)('a kind as people write it: %s', async (kind, told) => {
  expect(codesOf(await said(audits(), { kind }))).toEqual(told);
});

test.each([
  ['合并', '单体', 0],
  ['合并报表', '母公司', 0],
  ['合并口径', '合并口径', 2],
  ['合并及母公司', '合并及母公司', 0],
] as const)('basis: %s, %s', async (first, second, lacking) => {
  const slot = slotOf({ basis: { cite: seed } });
  const told = codesOf(await said(slot, { basis: first, covers: ['2020'] }, { basis: second, covers: ['2020'] }));
  expect(told.filter((code) => code === 'evidence-basis-missing')).toHaveLength(lacking);
});

test('each file answers for itself, at its own place, with the clause of the rule', async () => {
  const { findings } = await said(audits({ hint: '换成审计报告。' }), { kind: 'audit' }, { kind: 'statements' });
  expect(findings.filter(({ code }) => code !== 'slot-several')).toMatchObject([
    {
      code: 'slot-kind-wrong',
      at: { path: 'attachments.other[1]' },
      cite: [{ clause: '2.1.2' }],
      args: { file: 'b.pdf', kind: 'statements', expected: ['audit'], refused: ['statements'], hint: '换成审计报告。' },
    },
  ]);
});

test('without a list of right kinds only the refused one is wrong', async () => {
  const slot = slotOf({ kinds: { noneOf: ['statements'], severity: 'error', cite: seed } });
  expect(codesOf(await said(slot))).toEqual([]);
  expect(codesOf(await said(slot, { kind: 'statements' }))).toEqual(['slot-kind-wrong']);
  expect(codesOf(await said(slot, { kind: '报告' }))).toEqual(['slot-kind-unknown']);
  const other = slotOf({ kinds: { noneOf: ['draft'], severity: 'error', cite: seed } });
  expect(codesOf(await said(other, { kind: '报告' }))).toEqual([]);
});

test('a kind that the rule, or a weak clause, asks for lightly is a warning', async () => {
  for (const light of [audits({ severity: 'warning' }), audits({ cite: weak })]) {
    expect((await said(light, { kind: 'statements' })).findings).toMatchObject([
      { code: 'slot-kind-wrong', severity: 'warning' },
    ]);
  }
});

const december = (cite = seed): SlotRule => slotOf({ coversMonth: { month: '2022-12', cite } });

test.each([
  ['the month', [{ covers: ['2022-12'] }], []],
  ['one of several', [{ covers: ['2022-11'] }, { covers: ['2022-12'] }], []],
  ['another month', [{ covers: ['2022-11'] }], ['error slot-month-missing']],
  ['the month of another year', [{ covers: ['2023-12'] }], ['error slot-month-missing']],
  ['only the year', [{ covers: ['2022'] }], ['warning slot-month-unknown']],
  ['nothing', [{}], ['warning slot-month-unknown']],
] as const)('month: %s', async (_, evidence, told) => {
  const { findings } = await said(december(), ...evidence);
  const found = findings.filter(({ code }) => code !== 'slot-several');
  expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(told);
});

test('an empty slot is not also a missing month', async () => {
  const taken = await take(folderOf({}), { slots: [{ ...december(), required: true }], entries: { other: [] } });
  expect(codesOf(taken)).toEqual(['slot-empty']);
});

test('what only restatements ask for is a warning: the file, the month, the years', async () => {
  const empty = await take(folderOf({}), { slots: [slotOf({ required: true, cite: weak })] });
  expect(empty.findings).toMatchObject([{ code: 'slot-empty-doubtful', severity: 'warning' }]);
  expect((await said(december(weak), { covers: ['2021-12'] })).findings).toMatchObject([
    { code: 'slot-month-missing', severity: 'warning' },
  ]);
  const years = slotOf({ covers: { years: [2022], cite: weak } });
  expect((await said(years, { covers: ['2021'] })).findings).toMatchObject([
    { code: 'slot-years-missing', severity: 'warning' },
  ]);
  const mixed = await take(folderOf({}), { slots: [slotOf({ required: true, cite: [...weak, ...seed] })] });
  expect(codesOf(mixed)).toEqual(['slot-empty']);
});

test('facts make a slot required; one that waits for a fact says for which', async () => {
  const { scope, vocabulary } = await (await openCatalog()).open('national/2023/little-giant');
  const compiled = compile('revenue.at(Y-1) < 5000', scope, 'bool');
  if ('problem' in compiled) throw new Error(compiled.problem.kind);
  const slots = [slotOf(), slotOf({ id: 'equity_proof', requiredWhen: compiled.ok })];
  const asked = (given: Record<string, unknown>) => {
    const { facts } = givenFacts(given, vocabulary);
    const found = askedSlots(slots, [{ facts, metrics: new Map(), asOf: '2023-03-28' }], scope);
    return found.map(({ required, waitsFor }) => waitsFor ?? required);
  };
  expect(asked({ revenue: { 2022: 4999.99 } })).toEqual([false, true]);
  expect(asked({ revenue: { 2022: 5000 } })).toEqual([false, false]);
  expect(asked({})).toEqual([false, [expect.stringContaining('营业收入')]]);
});

test('without limits named by any source every type and size is taken', async () => {
  const { examine } = await import('../../src/attachments/examine.ts');
  const folder = folderOf({ 'a.pdf': pdfOf(1) });
  const told: string[] = [];
  const found = { source: 'a.pdf', absolute: `${folder}/a.pdf`, bytes: 60_000_000 };
  await examine(found, { types: [], cite: [] }, (code) => told.push(code));
  expect(told).toEqual([]);
  await examine(found, { types: ['jpg'], maxMib: 50, cite: [] }, (code) => told.push(code));
  expect(told).toEqual(['file-too-large']);
});

const withBasis = slotOf({ basis: { cite: weak } });
const group = { basis: '合并', covers: ['2025'] };
test.each([
  ['only consolidated', [group], [['2025']]],
  ['single beside it', [group, { basis: '单体', covers: ['2025'] }], []],
  ['single of another year', [group, { basis: '单体', covers: ['2024'] }], [['2025']]],
  ['single of no year', [group, { basis: '单体' }], []],
  ['of no year', [{ basis: 'consolidated' }], [[]]],
  ['of no year, single beside it', [{ basis: 'consolidated' }, { basis: 'single', covers: ['2025'] }], []],
  [
    'of one year too few',
    [
      { basis: '合并', covers: ['2024', '2025'] },
      { basis: '单体', covers: ['2024'] },
    ],
    [['2025']],
  ],
  ['only single', [{ basis: '单体', covers: ['2025'] }], []],
  ['nothing said', [{ covers: ['2025'] }], []],
] as const)('basis: %s', async (_, evidence, years) => {
  const { findings } = await said(withBasis, ...evidence);
  const found = findings.filter(({ code }) => code !== 'slot-several');
  expect(found).toMatchObject(
    years.map((one) => ({ code: 'evidence-basis-missing', severity: 'warning', args: { years: one } })),
  );
  expect(found.length).toBe(years.length);
  expect(codesOf(await said(slotOf(), ...evidence))).not.toContain('evidence-basis-missing');
});

test('a slot may ask who issued each file', async () => {
  const slot = slotOf({ issuer: { cite: seed, hint: '写明事务所。' } });
  const { findings } = await said(slot, { issuer: '示例会计师事务所' }, {});
  expect(findings.filter(({ code }) => code !== 'slot-several')).toMatchObject([
    {
      code: 'evidence-issuer-unknown',
      severity: 'warning',
      args: { file: 'b.pdf', hint: '写明事务所。' },
      cite: [{ clause: '2.1.2' }],
    },
  ]);
});

test.each([
  ['2020年度审计报告.pdf', [{ word: '审计', other: '审计报告' }]],
  ['2020 年度 审 计 报告.pdf', [{ word: '审计', other: '审计报告' }]],
  ['完税证明及审计说明.pdf', []],
  ['2020.pdf', []],
  ['其他.pdf', []],
])('a file of the tax slot named %s', async (name, misplaced) => {
  const words = (word: string) => ({ any: [word], cite: weak });
  const slots = [
    slotOf({ id: 'tax', label: '完税证明', words: words('完税') }),
    slotOf({ id: 'audit', label: '审计报告', words: words('审计') }),
    slotOf({ id: 'other', label: '其他' }),
  ];
  const folder = folderOf({ [name]: pdfOf(1) });
  const inTax = await take(folder, { slots, entries: { tax: [[name, {}]] } });
  expect(inTax.findings).toMatchObject(
    misplaced.map((args) => ({ code: 'slot-misplaced-name', severity: 'warning', args })),
  );
  expect(inTax.findings.length).toBe(misplaced.length);
  // A slot without words of its own takes any name.
  expect(codesOf(await take(folder, { slots, entries: { other: [[name, {}]] } }))).toEqual([]);
});
