// What a dossier says of its files against its own form: names, validity, figures, and the pages of claims.
import { expect, test } from 'vitest';
import type { AttachmentEntries } from '../../src/attachments/entry.ts';
import { type Applicant, checkEvidence } from '../../src/attachments/evidence/check.ts';
import { checkClaims } from '../../src/attachments/evidence/claims.ts';
import type { AttachedFile, Evidence, Inventory } from '../../src/attachments/inventory-types.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { citeWith } from '../../src/category/open.ts';
import { givenFacts } from '../../src/category/test.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { placeOf, slotOf } from './dossier.ts';

const { vocabulary, definition } = await (await openCatalog()).open('jiangsu/2021/product');
const enterprise = '江苏示例精密机械（集团）有限公司';
const { facts } = givenFacts(
  {
    uscc: '91320115MADEM0011B',
    former_names: ['南京示例减速器有限公司'],
    main_revenue: { 2019: 7105, 2020: 8330 },
    profit_total: { 2020: -690 },
    employees: { 2020: 10000 },
    software_copyrights: 0,
    market_share: { share: 11.2 },
    product_name: '减速器',
  },
  vocabulary,
);

const fileOf = (evidence: Evidence, more: Partial<AttachedFile> = {}): AttachedFile => ({
  source: '附件/a.pdf',
  absolute: '/dossier/附件/a.pdf',
  name: 'a.pdf',
  bytes: 1000,
  traits: {},
  evidence,
  at: placeOf('attachments.other[0]', 10),
  ...more,
});

const inventoryOf = (...files: readonly AttachedFile[]): Inventory => ({
  slots: [{ ...slotOf(), files, at: placeOf('attachments.other', 9) }],
  rows: [],
});

const check = (evidence: Evidence, more: Partial<Applicant> = {}): Finding[] =>
  checkEvidence(inventoryOf(fileOf(evidence)), {
    enterprise,
    facts,
    vocabulary,
    asOf: '2021-08-16',
    reason: (row) => citeWith(definition.sources, `practice ${row}`),
    ...more,
  });

const told = (findings: readonly Finding[]): string[] => findings.map(({ severity, code }) => `${severity} ${code}`);

test.each([
  ['the name', enterprise, []],
  ['half-width brackets and spaces', ' 江苏示例精密机械 (集团)有限公司', []],
  ['other brackets', '江苏示例精密机械〔集团〕有限公司', []],
  ['the credit code', '91320115madem0011b', []],
  ['a former name', '南京示例 减速器有限公司', ['warning evidence-former-name']],
  ['another name', '江苏示例精密机械有限公司', ['error evidence-other-name']],
  ['nothing', '', ['error evidence-other-name']],
] as const)('issued to: %s', (_, issued_to, codes) => {
  expect(told(check({ issued_to }))).toEqual(codes);
});

test.each([
  ['其他第三方机构', '中国机械工业联合会', '中国机械工业 联合会', []],
  ['其他第三方机构', '中国机械工业联合会', '南京市工信局', ['answers-differ']],
  // Whoever proves its own share names no other body.
  ['企业自证', '中国机械工业联合会', '南京市工信局', []],
  ['其他第三方机构', undefined, '南京市工信局', []],
])('a share proved by %s, %s, with a paper of %s', (issuer_kind, stated, issuer, codes) => {
  const market_share = { share: 11.2, issuer_kind, ...(stated === undefined ? {} : { issuer: stated }) };
  const { facts: own, wrong } = givenFacts({ market_share }, vocabulary);
  expect(wrong).toEqual([]);
  const slots = [
    { ...slotOf({ id: 'market_share_proof' }), files: [fileOf({ issuer })], at: placeOf('attachments', 9) },
  ];
  const reason = (row: string) => citeWith(definition.sources, `practice ${row}`);
  const applicant = { enterprise, facts: own, vocabulary, asOf: '2021-08-16', reason };
  expect(checkEvidence({ slots, rows: [] }, applicant).map(({ code }) => code)).toEqual(codes);
});

test('without a name of the enterprise, or of the file, no name is compared', () => {
  expect(check({ issued_to: '别家' }, { enterprise: '' })).toEqual([]);
  expect(check({})).toEqual([]);
});

test.each([
  ['2021-08-15', ['error evidence-expired']],
  ['2021-08-16', ['warning evidence-expires-soon']],
  ['2021-09-14', ['warning evidence-expires-soon']],
  ['2021-09-15', []],
  ['2024-08-15', []],
  ['2021-02-30', ['error evidence-date-unknown']],
  ['2021-13-01', ['error evidence-date-unknown']],
] as const)('valid until %s on 2021-08-16', (valid_until, codes) => {
  expect(told(check({ valid_until }))).toEqual(codes);
});

test('the days left cross a leap day', () => {
  expect(check({ valid_until: '2024-03-01' }, { asOf: '2024-02-28' })).toMatchObject([{ args: { days: 2 } }]);
});

const differs = 'error evidence-figure-differs';
const near = 'note evidence-figure-near';
const unit = 'error evidence-unit';
const misplaced = 'error evidence-figure-misplaced';
test.each([
  ['main_revenue.2020', '8330.00', []],
  ['main_revenue.2020', '8334.16', [near]],
  ['main_revenue.2020', '8334.17', [differs]],
  ['main_revenue.2020', '8325.84', [near]],
  ['main_revenue.2020', '-8330', [differs]],
  ['main_revenue.2020', '83300', [differs]],
  ['main_revenue.2020', '83300000', [unit]],
  ['main_revenue.2020', '0.833', [unit]],
  ['main_revenue.2020', '79500000', [unit]],
  ['main_revenue.2020', '79000000', [differs]],
  ['main_revenue.2020', '0', [differs]],
  ['main_revenue.2020年', '8330', []],
  ['main_revenue.2018', '1', []],
  ['main_revenue.last', '8330', [misplaced]],
  ['main_revenue.2020.1', '8330', [misplaced]],
  ['profit_total.2020', '-690', []],
  ['profit_total.2020', '-6900000', [unit]],
  ['profit_total.2020', '690', [differs]],
  ['employees.2020', '10001', [differs]],
  ['employees.2020', '1', [differs]],
  ['software_copyrights', '0', []],
  ['software_copyrights', '1', [differs]],
  ['software_copyrights.2020', '0', [misplaced]],
  ['market_share.share', '11.20', []],
  ['market_share.share', '12', [differs]],
  ['market_share.shar', '12', ['error evidence-fact-unknown']],
  ['market_share', '12', [misplaced]],
  ['product_name', '1', [misplaced]],
  ['titles', '1', [misplaced]],
  ['main_revenu.2020', '8330', ['error evidence-fact-unknown']],
  ['main_revenue.2020', '8,330', ['note value-taken']],
  ['main_revenue.2020', '8330万元', ['note value-taken']],
  ['main_revenue.2020', '83,300,000元', ['note value-taken']],
  ['main_revenue.2020', '8,33', ['error value-ambiguous']],
  ['main_revenue.2020', '8330人', ['error evidence-figure-unreadable']],
  ['主营业务收入.2020', '8,330.00', ['note value-taken']],
  ['主营业务收入（万元）.2020年', '8330', []],
  ['market_share.市场占有率', '11.2%', ['note value-taken']],
  ['主营业务.2020', '8330', ['error evidence-fact-unknown']],
  ['main_revenue.2018', '八千', ['error evidence-figure-unreadable']],
  ['main_revenue.2020', '', []],
] as const)('the figure %s: %s', (key, written, codes) => {
  expect(told(check({ figures: { [key]: written } }))).toEqual(codes);
});

test('a figure without its year is of the only year that the file covers', () => {
  const figures = { main_revenue: '7105' };
  expect(check({ figures, covers: ['2019'] })).toEqual([]);
  expect(told(check({ figures, covers: ['2020'] }))).toEqual([differs]);
  for (const covers of [undefined, ['2019', '2020']]) {
    expect(check({ figures, ...(covers ? { covers } : {}) })).toMatchObject([{ args: { why: 'no-year' } }]);
  }
});

test('findings name both figures, the fact as people say it, and the nearest name', () => {
  expect(
    check({ figures: { 'main_revenue.2020': '8303.00', main_revenu: '1', 'market_share.shar': '2' } }),
  ).toMatchObject([
    {
      at: { path: 'attachments.other[0]' },
      args: { file: '附件/a.pdf', fact: '主营业务收入', year: 2020, stated: '8303', given: '8330', unit: '万元' },
    },
    { args: { fact: 'main_revenu', nearest: 'main_revenue' } },
    { args: { fact: 'market_share.shar', nearest: 'market_share.share' } },
  ]);
  expect(check({ figures: { 'main_revenue.2020': '83300000' } })).toMatchObject([{ args: { larger: 'file' } }]);
  expect(check({ figures: { 'main_revenue.2020': '0.833' } })).toMatchObject([{ args: { larger: 'dossier' } }]);
});

test('each stands on its reason for rejection, where the category cites one', () => {
  const evidence: Evidence = {
    issued_to: '别家',
    valid_until: '2020-01-01',
    figures: { 'main_revenue.2020': '1', 'main_revenue.2019': '71050000' },
  };
  const clauses = (findings: readonly Finding[]) => findings.flatMap(({ cite }) => cite.map(({ clause }) => clause));
  expect(clauses(check(evidence)).sort()).toEqual(['E-05', 'E-06', 'E-08', 'E-10']);
  const { practice: _, ...sources } = definition.sources;
  const bare = check(evidence, { reason: (row) => citeWith(sources, `practice ${row}`) });
  expect(bare.length).toBe(4);
  expect(clauses(bare)).toEqual([]);
});

test('an entry that stands for several files speaks once, two entries speak twice', () => {
  const at = placeOf('attachments.other[1]', 11);
  const evidence = { issued_to: '别家' };
  const inventory = inventoryOf(
    fileOf(evidence),
    fileOf(evidence, { source: '附件/b.pdf' }),
    fileOf(evidence, { source: '附件/c.pdf', at }),
  );
  const found = checkEvidence(inventory, { enterprise, facts, vocabulary, asOf: '2021-08-16', reason: () => [] });
  expect(found.map(({ at: { line } }) => line)).toEqual([10, 11]);
  expect(found).toMatchObject([{ args: { file: '附件/a.pdf' } }, { args: { file: '附件/c.pdf' } }]);
});

const none: AttachmentEntries = { entries: [], mentioned: new Map(), rows: [], at: placeOf('attachments', 9) };
const at = placeOf('claims[0]', 30);
const inFour = inventoryOf(fileOf({}, { traits: { pages: 4 } }));
const backward = [{ code: 'pages-backward', at, args: { file: '附件/a.pdf', first: 4, last: 3 } }];
const beyond = (page: number) => [{ code: 'claim-pages-beyond', at, args: { file: '附件/a.pdf', page, pages: 4 } }];

test.each([
  [4, []],
  ['1-4', []],
  ['1, 3-4', []],
  [undefined, []],
  [5, beyond(5)],
  [0, beyond(0)],
  ['3-5', beyond(5)],
  ['1-2, 9', beyond(9)],
  ['3-3', []],
  ['4-3', backward],
  ['1, 4-3', backward],
])('pages %s of a PDF of four', (pages, findings) => {
  expect(checkClaims([{ file: '附件/a.pdf', pages, place: at }], inFour, none)).toMatchObject(findings);
  expect(checkClaims([{ file: '附件/a.pdf', pages, place: at }], inFour, none).length).toBe(findings.length);
});

test('pages of a file whose pages are not known are not judged, but a range that runs backward', () => {
  expect(checkClaims([{ file: '附件/a.pdf', pages: '4-3', place: at }], inventoryOf(fileOf({})), none)).toMatchObject(
    backward,
  );
  expect(checkClaims([{ file: '附件/a.pdf', pages: 9, place: at }], inventoryOf(fileOf({})), none)).toEqual([]);
});

test.each(['附件/é.pdf'.normalize('NFD'), './附件/é.pdf', '附件\\é.pdf', '附件/../附件/é.pdf'])(
  'a claim finds its file as %s',
  (file) => {
    const inventory = inventoryOf(fileOf({}, { source: '附件/é.pdf'.normalize('NFC') }));
    expect(checkClaims([{ file, place: at }], inventory, none)).toEqual([]);
  },
);

test('a claim may name the file of a row', () => {
  const rows = [{ table: 'patents', row: 1, column: 'file', file: fileOf({}) }];
  expect(checkClaims([{ file: '附件/a.pdf', place: at }], { slots: [], rows }, none)).toEqual([]);
});

test('a claim of a file that is no attachment is an error, unless the attachment itself is missing', () => {
  const claim = { file: '附件/b.pdf', pages: 1, place: at };
  expect(checkClaims([claim], inFour, none)).toMatchObject([{ code: 'claim-file-missing', at, severity: 'error' }]);
  const entry = { slot: 'other', pattern: './附件/b.pdf', evidence: {}, at };
  expect(checkClaims([claim], inFour, { ...none, entries: [entry] })).toEqual([]);
});

test.each([
  [{ stamped: false }, ['warning evidence-unstamped']],
  [{ stamped: true }, []],
  [{}, []],
] as const)('stamped: %o', (evidence, codes) => {
  expect(told(check(evidence))).toEqual(codes);
});

test('what a program has read is told of until a person has checked it, and is compared all the same', () => {
  expect(told(check({ proposed: ['issued_to'] }))).toEqual(['warning evidence-proposed']);
  expect(told(check({ issued_to: '别家公司', proposed: ['issued_to'] }))).toEqual([
    'error evidence-other-name',
    'warning evidence-proposed',
  ]);
  expect(check({ proposed: ['covers', 'kind'] })).toMatchObject([{ args: { keys: ['covers', 'kind'] } }]);
  expect(told(check({ proposed: [] }))).toEqual([]);
});

test('a missing seal stands on its reason for rejection', () => {
  expect(check({ stamped: false })).toMatchObject([{ args: { file: '附件/a.pdf' }, cite: [{ clause: 'E-04' }] }]);
});

test.each([
  ['4', []],
  ['1-4', []],
  ['1, 5', [{ page: 5, pages: 4 }]],
  ['0', [{ page: 0, pages: 4 }]],
] as const)('pages that matter: %s of a PDF of four', (pages, beyond) => {
  const inventory = inventoryOf(fileOf({ pages }, { traits: { pages: 4 } }));
  const found = checkEvidence(inventory, { enterprise, facts, vocabulary, asOf: '2021-08-16', reason: () => [] });
  expect(found).toMatchObject(beyond.map((args) => ({ code: 'evidence-pages-beyond', args })));
  expect(found.length).toBe(beyond.length);
});

test('pages that matter of a file whose pages are not known are not judged, but a range that runs backward', () => {
  expect(check({ pages: '9' })).toEqual([]);
  expect(check({ pages: '10-9' })).toMatchObject([{ code: 'pages-backward', args: { first: 10, last: 9 } }]);
});
