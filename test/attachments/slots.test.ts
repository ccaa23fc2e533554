// What a slot asks of its files together: some file, the expected type, its years; nothing twice.
import { expect, test } from 'vitest';
import { digestFile } from '../../src/files/read.ts';
import { codes } from '../../src/findings/areas/index.ts';
import { pdfOf, rarOf } from './build.ts';
import { codesOf, folderOf, slotOf, take } from './dossier.ts';

const required = slotOf({ id: 'tax_certificate', label: '完税证明', required: true, hint: '一页说明也可。' });

test('a required slot without files is an error at its mention, else at attachments', async () => {
  const folder = folderOf({});
  const unmentioned = await take(folder, { slots: [required] });
  expect(unmentioned.findings[0]).toMatchObject({
    code: 'slot-empty',
    args: { slot: '完税证明', folder: '附件/完税证明/', hint: '一页说明也可。' },
    at: { line: 9, path: 'attachments.tax_certificate' },
    cite: [{ clause: '2.1.2' }],
  });
  const mentioned = await take(folder, { slots: [required], entries: { tax_certificate: [] } });
  expect(mentioned.findings[0]).toMatchObject({
    code: 'slot-empty',
    at: { line: 10, path: 'attachments.tax_certificate' },
  });
  expect(codesOf(await take(folder, { slots: [slotOf()] }))).toEqual([]);
});

test('a file that is missing or broken is not also an empty slot; one left by the system is', async () => {
  const folder = folderOf({ 'empty.pdf': Buffer.alloc(0), 'Thumbs.db': Buffer.alloc(1) });
  const with_ = (pattern: string) => take(folder, { slots: [required], entries: { tax_certificate: [pattern] } });
  expect(codesOf(await with_('none.pdf'))).toEqual(['file-missing']);
  expect(codesOf(await with_('empty.pdf'))).toEqual(['file-empty']);
  expect(codesOf(await with_('Thumbs.db'))).toEqual(['file-system', 'slot-empty']);
});

test('several files in a slot are a note', async () => {
  const folder = folderOf({ 'a.pdf': pdfOf(1), 'b.pdf': pdfOf(2) });
  expect((await take(folder, { entries: { other: ['*.pdf'] } })).findings).toMatchObject([
    { code: 'slot-several', severity: 'note', args: { slots: [{ count: 2 }] } },
  ]);
});

test('also in a slot that asks for one year', async () => {
  const folder = folderOf({ 'a.pdf': pdfOf(1), 'b.pdf': pdfOf(2) });
  const { cite } = slotOf();
  const slots = [slotOf({ id: 'audit', label: '审计', covers: { years: [2020], cite } })];
  const entries = { audit: [['*.pdf', { covers: ['2020'] }] as const] };
  expect((await take(folder, { slots, entries })).findings).toMatchObject([
    { code: 'slot-several', args: { slots: [{ slot: '审计', count: 2 }] } },
  ]);
});

test('and one note for the whole dossier, without the slots that ask for a file a year', async () => {
  const folder = folderOf({
    'a.pdf': pdfOf(1),
    'b.pdf': pdfOf(2),
    'c.pdf': pdfOf(3),
    'd.pdf': pdfOf(4),
    'e.pdf': pdfOf(5),
    'f.pdf': pdfOf(6),
  });
  const { cite } = slotOf();
  const years = { covers: { years: [2019, 2020], cite } };
  const slots = [
    slotOf({ id: 'audits', label: '审计', ...years }),
    slotOf({ id: 'one', label: '甲' }),
    slotOf({ id: 'two', label: '乙' }),
  ];
  const entries = {
    audits: [['a.pdf', { covers: ['2019'] }] as const, ['b.pdf', { covers: ['2020'] }] as const],
    one: ['c.pdf', 'd.pdf'],
    two: ['e.pdf', 'f.pdf'],
  };
  expect((await take(folder, { slots, entries })).findings).toMatchObject([
    {
      code: 'slot-several',
      args: {
        slots: [
          { slot: '甲', count: 2 },
          { slot: '乙', count: 2 },
        ],
      },
      at: { path: 'attachments.one' },
    },
  ]);
});

test('the folder of a slot stands for it, by id or label, unless the dossier mentions it', async () => {
  const slot = slotOf({ id: 'profile_stamped', label: '企业简介(盖章)', required: true });
  for (const way of [
    'attachments/profile_stamped',
    '附件/企业简介(盖章)',
    '附件/企业简介（盖章）',
    '附件/企业简介 (盖章)',
  ]) {
    const taken = await take(folderOf({ [`${way}/sub/简介.pdf`]: pdfOf(1), [`${way}/.hidden.pdf`]: pdfOf(1) }), {
      slots: [slot],
    });
    expect(codesOf(taken)).toEqual([]);
    expect(taken.inventory.slots[0]?.files.map(({ source }) => source)).toEqual([`${way}/sub/简介.pdf`]);
  }
  // The folders of other slots, and of none, are not its own.
  const beside = folderOf({
    '附件/企业简介（盖章）/a.pdf': pdfOf(1),
    '附件/营业执照/b.pdf': pdfOf(1),
    '附件/c.pdf': pdfOf(2),
  });
  const [own] = (await take(beside, { slots: [slot] })).inventory.slots;
  expect(own?.files.map(({ source }) => source)).toEqual(['附件/企业简介（盖章）/a.pdf']);
  const folder = folderOf({ 'attachments/profile_stamped/a.pdf': pdfOf(1) });
  expect(codesOf(await take(folder, { slots: [slot], entries: { profile_stamped: [] } }))).toEqual(['slot-empty']);
});

test('a file of an unexpected type is a warning that cites the slot', async () => {
  const cite = slotOf().cite.map((one) => ({ ...one, clause: '2.2.2' }));
  const slot = slotOf({ expect: { types: ['pdf'], cite, hint: '盖章后扫描。' } });
  const folder = folderOf({ 'a.docx': 'word.docx', 'a.PDF': pdfOf(1), 'a.zip': rarOf() });
  const of = (file: string) => take(folder, { slots: [slot], entries: { other: [file] } });
  expect((await of('a.docx')).findings).toMatchObject([
    {
      code: 'slot-type-unexpected',
      severity: 'warning',
      cite: [{ clause: '2.2.2' }],
      args: { extension: 'docx', hint: '盖章后扫描。' },
    },
  ]);
  expect(codesOf(await of('a.PDF'))).toEqual([]);
  expect(codesOf(await of('a.zip'))).toEqual(['file-type-refused']);
});

const monthsOf = (year: number, from: number, until: number) =>
  Array.from({ length: until - from + 1 }, (_, at) => `${year}-${String(from + at).padStart(2, '0')}`);
const years = (covers: number[]) => slotOf({ covers: { years: covers, cite: [] } });
const audits = { 'a.pdf': pdfOf(1), 'b.pdf': pdfOf(2), 'c.pdf': pdfOf(3) };

test.each([
  ['all said', [['2018'], ['2019'], ['2020']], []],
  ['a month is no year', [['2018'], ['2019'], ['2020-06']], ['slot-years-missing']],
  [
    'eleven months are no year',
    [['2018', '2019'], monthsOf(2020, 1, 6), monthsOf(2020, 8, 12)],
    ['slot-years-missing'],
  ],
  ['all months of several files are', [['2018', '2019'], monthsOf(2020, 1, 6), monthsOf(2020, 6, 12)], []],
  ['one file for all', [['2018', '2019', '2020']], []],
  ['another year beside', [['2018'], ['2019', '2020'], ['2017']], []],
  ['another year instead', [['2018'], ['2019'], ['2017']], ['slot-years-missing']],
  ['one does not say', [['2018'], ['2019'], undefined], ['slot-years-unknown']],
  // That it cannot be read is told of each already.
  ['one cannot be read', [['2018'], ['2019'], []], []],
  ['none says', [undefined, undefined, undefined], ['slot-years-unknown', 'slot-years-unknown', 'slot-years-unknown']],
  ['said by one for all', [['2018', '2019', '2020'], undefined], []],
] as const)('years: %s', async (_, covers, codes) => {
  const patterns = covers.map(
    (one, index) => [`${'abc'[index]}.pdf`, one === undefined ? {} : { covers: one }] as const,
  );
  const taken = await take(folderOf(audits), { slots: [years([2018, 2019, 2020])], entries: { other: patterns } });
  expect(codesOf(taken).filter((code) => code !== 'slot-several')).toEqual(codes);
});

test('missing years are named; those before the foundation are not asked for', async () => {
  const entries = { other: [['a.pdf', { covers: ['2017'] }] as const] };
  const slots = [years([2018, 2019, 2020])];
  const taken = await take(folderOf(audits), { slots, entries });
  expect(taken.findings).toMatchObject([{ severity: 'error', args: { years: [2018, 2019, 2020], covered: ['2017'] } }]);
  const young = await take(folderOf(audits), { slots, entries, foundedYear: 2020 });
  expect(young.findings).toMatchObject([{ args: { years: [2020] } }]);
  expect(codesOf(await take(folderOf(audits), { slots, entries, foundedYear: 2021 }))).toEqual([]);
});

test.each([
  ['of the year of the foundation any month will do', '2020-06', { foundedYear: 2020 }, {}, []],
  [
    'a report is of the year at whose end it is',
    '2020-12',
    {},
    { kinds: { noneOf: [], severity: 'error', cite: [] } },
    [],
  ],
  ['not so of a paper that is no report', '2020-12', {}, {}, ['slot-years-missing']],
] as const)('a month: %s', async (_, covers, run, rule, codes) => {
  const slot = { ...years([2020]), ...rule };
  const entries = { other: [['a.pdf', { covers: [covers] }] as const] };
  expect(codesOf(await take(folderOf(audits), { slots: [slot], entries, ...run }))).toEqual(codes);
});

test.each([
  ['完税证明2020年6月', ['slot-years-unknown']],
  ['完税证明2020年1-12月', []],
  ['完税证明2020', []],
  ['完税证明2019年6月', ['slot-years-missing']],
] as const)('%s says so by its name alone', async (name, codes) => {
  const folder = folderOf({ [`附件/${slotOf().label}/${name}.pdf`]: pdfOf(1) });
  expect(codesOf(await take(folder, { slots: [years([2020])], entries: {} }))).toEqual(codes);
});

test('a year that two files cover is named once', async () => {
  const entries = {
    other: [['a.pdf', { covers: ['2018'] }] as const, ['b.pdf', { covers: ['2018', '2020'] }] as const],
  };
  const { findings } = await take(folderOf(audits), { slots: [years([2018, 2019, 2020])], entries });
  expect(findings.find(({ code }) => code === 'slot-years-missing')).toMatchObject({
    args: { covered: ['2018', '2020'] },
  });
});

test('a missing file is not also a missing year', async () => {
  const entries = { other: [['a.pdf', { covers: ['2018'] }] as const, ['z.pdf', { covers: ['2019'] }] as const] };
  expect(codesOf(await take(folderOf(audits), { slots: [years([2018, 2019])], entries }))).toEqual(['file-missing']);
});

const slots = [slotOf({ id: 'one', label: '甲' }), slotOf({ id: 'two', label: '乙', order: 2 })];

test('one content in two slots is a warning, with digests of the files compared', async () => {
  const folder = folderOf({
    'a.pdf': pdfOf(1, 'x'),
    'b.pdf': pdfOf(1, 'x'),
    'c.pdf': pdfOf(1, 'y'),
    'd.pdf': pdfOf(4),
  });
  const taken = await take(folder, { slots, entries: { one: ['a.pdf', 'd.pdf'], two: ['b.pdf', 'c.pdf'] } });
  expect(taken.findings.filter(({ severity }) => severity === 'warning')).toMatchObject([
    {
      code: 'file-twice',
      args: { file: 'b.pdf', slot: '乙', other: 'a.pdf', otherSlot: '甲' },
      at: { path: 'attachments.two[0]' },
    },
  ]);
  const digests = taken.inventory.slots.flatMap(({ files }) => files.map(({ sha256 }) => sha256));
  expect(digests[0]).toBe(await digestFile(`${folder}/a.pdf`));
  expect(digests[2]).toBe(digests[0]);
  expect(digests[3]).toMatch(/^[0-9a-f]{64}$/);
  expect(digests[1]).toBeUndefined();
});

test('one file in two slots is found without reading it again', async () => {
  const taken = await take(folderOf({ 'a.pdf': pdfOf(1) }), { slots, entries: { one: ['a.pdf'], two: ['./a.pdf'] } });
  expect(codesOf(taken)).toEqual(['file-twice']);
  expect(taken.inventory.slots[0]?.files[0]?.sha256).toBeUndefined();
});

test('the same content twice in one slot, or other content of equal size, is no finding', async () => {
  const folder = folderOf({ 'a.pdf': pdfOf(1, 'x'), 'b.pdf': pdfOf(1, 'x'), 'c.pdf': pdfOf(1, 'y') });
  expect(codesOf(await take(folder, { slots, entries: { one: ['a.pdf', 'b.pdf'], two: ['c.pdf'] } }))).toEqual([
    'slot-several',
  ]);
});

test('the same content in one slot for two years is told, also behind one without a year', async () => {
  const folder = folderOf({ 'a.pdf': pdfOf(1, 'x'), 'b.pdf': pdfOf(1, 'x'), 'c.pdf': pdfOf(1, 'x') });
  const [of2019, of2020] = [['b.pdf', { covers: ['2019'] }] as const, ['c.pdf', { covers: ['2020'] }] as const];
  const twice = { code: 'file-twice', args: { file: 'c.pdf', slot: '甲', other: 'b.pdf', otherSlot: '甲' } };
  for (const one of [
    [of2019, of2020],
    ['a.pdf', of2019, of2020],
  ]) {
    const { findings } = await take(folder, { slots, entries: { one } });
    expect(findings.filter(({ severity }) => severity === 'warning')).toMatchObject([twice]);
  }
});

test('one name twice in a slot, whatever its capitals', async () => {
  const folder = folderOf({ 'x/Bericht é.pdf': pdfOf(1), 'y/bericht e\u0301.PDF': pdfOf(2), 'y/other.pdf': pdfOf(3) });
  const taken = await take(folder, { entries: { other: ['**/*'] } });
  expect(taken.findings).toMatchObject([
    { code: 'name-twice', args: { file: 'y/bericht é.PDF', other: 'x/Bericht é.pdf' } },
    { code: 'slot-several' },
  ]);
});

test('a file named twice stands once, with the evidence of the entry that says most', async () => {
  const folder = folderOf({ 'a.pdf': pdfOf(1) });
  const entries = { other: ['*.pdf', ['a.pdf', { covers: ['2020'] }] as const] };
  const { inventory, findings } = await take(folder, { entries });
  expect(findings).toEqual([]);
  expect(inventory.slots[0]?.files.map(({ evidence, at }) => [evidence, at.line])).toEqual([
    [{ covers: ['2020'] }, 11],
  ]);
});

test('two files that only the disk tells apart are an error that no waiver lifts, also in two slots', async () => {
  const folder = folderOf({ 'é.pdf': pdfOf(1), 'e\u0301.pdf': pdfOf(2), 'b.pdf': pdfOf(3) });
  const slots = ['one', 'two'].map((id) => ({ ...slotOf(), id, label: id }));
  const same = { code: 'name-same', severity: 'error', args: { file: 'é.pdf' } };
  const inOne = await take(folder, { slots, entries: { one: ['*.pdf'] } });
  expect(inOne.findings.filter(({ code }) => code.startsWith('name-'))).toMatchObject([same]);
  const inTwo = await take(folder, { slots, entries: { one: ['é.pdf', 'b.pdf'], two: ['[!b]*.pdf'] } });
  expect(inTwo.findings.filter(({ code }) => code.startsWith('name-'))).toMatchObject([same]);
  expect(codes['name-same'].hard).toBe(true);
});
