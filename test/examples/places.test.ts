// Where findings stand: at the very key or value that is wrong, not at the item around it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import type { Place } from '../../src/findings/finding.ts';
import { cache } from '../support/looked.ts';

const folder = resolve(import.meta.dirname, '../../examples/jiangsu-2021-product/ready');
const ready = readFileSync(`${folder}/dossier.yaml`, 'utf8');
const catalog = await openCatalog();

/** What stands at a place of a text, quotes and comments as written. */
function textAt(text: string, { line, column, endLine, endColumn }: Place): string {
  const points = [...(text.split('\n')[line - 1] ?? '')];
  return points.slice(column - 1, line === endLine ? endColumn - 1 : undefined).join('');
}

/** The ready dossier with a change; the findings of a code, as id path and the text they stand at. */
async function told(change: readonly (readonly [string, string])[], code: string): Promise<string[]> {
  let text = ready;
  for (const [from, to] of change) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  const dossier = { folder, shown: folder, file: 'dossier.yaml', bytes: Buffer.from(text), root: folder };
  const { findings } = await assess(dossier, { catalog, today: '2021-08-16', cache });
  return findings.filter((finding) => finding.code === code).map(({ at }) => `${at.path} | ${textAt(text, at)}`);
}

const licence = '    - file: 附件/营业执照/企业营业执照原件扫描件.jpg\n';
const said = (line: string): readonly [string, string] => [licence, `${licence}      ${line}\n`];
const own = '      issued_to: 江苏示例精密机械有限公司\n      issuer: 南京市江宁区示例登记机关\n';
const claims = (item: string): readonly [string, string] => ['claims:\n', `claims:\n  - {${item}}\n`];
const waiver = (more: string): readonly [string, string] => [
  'attestations: []',
  `waivers:\n  - {${more}, reason: 已说明, by: 林晓雯}\nattestations: []`,
];
const word = (more: string): readonly [string, string] => [
  'attestations: []',
  `attestations:\n  - {${more}, by: 林晓雯, on: 2021-08-15}`,
];

describe('a finding about an attachment stands at the evidence key', () => {
  const at = 'attachments.business_license[0]';
  it.each([
    ['evidence-other-name', [[own, '      issued_to: 苏州别家有限公司\n']], `${at}.issued_to | 苏州别家有限公司`],
    ['evidence-expired', [said('valid_until: 2021-08-15')], `${at}.valid_until | 2021-08-15`],
    ['evidence-expires-soon', [said('valid_until: 2021-08-20')], `${at}.valid_until | 2021-08-20`],
    ['evidence-date-unknown', [said('valid_until: 2021-02-30')], `${at}.valid_until | 2021-02-30`],
    ['evidence-unstamped', [said('stamped: 否')], `${at}.stamped | 否`],
    ['evidence-figure-differs', [said('figures: {share_rank_national: 8}')], `${at}.figures.share_rank_national | 8`],
    [
      'evidence-figure-differs',
      [said('figures: {main_revenue: {2019: 7105, 2020: 8300}}')],
      `${at}.figures.main_revenue.2020 | 8300`,
    ],
    ['evidence-unit', [said('figures: {assets_total.2020: 98000000}')], `${at}.figures.assets_total.2020 | 98000000`],
    [
      'evidence-figure-unreadable',
      [said('figures: {share_rank_national: 八}')],
      `${at}.figures.share_rank_national | 八`,
    ],
    ['evidence-fact-unknown', [said('figures: {main_revenu: {2020: 1}}')], `${at}.figures.main_revenu | main_revenu`],
    [
      'evidence-figure-misplaced',
      [said('figures: {share_rank_national: {2020: 6}}')],
      `${at}.figures.share_rank_national.2020 | 2020`,
    ],
    ['evidence-figure-misplaced', [said('figures: {main_revenue: 8330}')], `${at}.figures.main_revenue | main_revenue`],
    ['key-unknown', [said('valid: 2021-08-20')], `${at}.valid | valid`],
    ['value-wrong', [said('pages: 前三页')], `${at}.pages | 前三页`],
  ] as const)('%s %#', async (code, change, place) => {
    expect(await told(change as never, code)).toEqual([place]);
  });

  it('at what the papers of a slot are said to be', async () => {
    const reports = 'attachments.audit_reports_3y';
    const pages = await told(
      [['      covers: 2018\n', '      covers: 2018\n      pages: 3-400\n']],
      'evidence-pages-beyond',
    );
    expect(pages).toEqual([`${reports}[0].pages | 3-400`]);
    const years = await told([['      covers: 2019\n', '      covers: 2018\n']], 'slot-years-missing');
    expect(years).toEqual([`${reports} | audit_reports_3y`]);
    const sole = await told(
      [['完税证明.pdf\n      covers: 2020', '完税证明.pdf\n      covers: 2019']],
      'slot-years-missing',
    );
    expect(sole).toEqual(['attachments.tax_certificate[0].covers | 2019']);
  });
});

describe('a finding about what stands beside the form stands at the key', () => {
  const paper = 'file: 附件/审计报告/2020年度审计报告.pdf';
  it.each([
    ['claim-pages-beyond', [['pages: 3-4}', 'pages: 3-400}']], 'claims[0].pages | 3-400'],
    ['claim-file-missing', [claims('fact: employees, file: 附件/没有.pdf')], 'claims[0].file | 附件/没有.pdf'],
    ['claim-fact-unknown', [claims(`fact: employes, ${paper}`)], 'claims[0].fact | employes'],
    ['claim-fact-unknown', [claims(`table: patent, ${paper}`)], 'claims[0].table | patent'],
    ['claim-row-missing', [claims(`table: patents, row: 9, ${paper}`)], 'claims[0].row | 9'],
    ['claim-title-missing', [claims(`title: 专精特新产品, year: 2018, ${paper}`)], 'claims[0].title | 专精特新产品'],
    [
      'claim-title-missing',
      [
        claims(`title: 专精特新产品, year: 2018, ${paper}`),
        ['titles: []', 'titles: [{kind: 专精特新产品, level: 省级, year: 2019}]'],
      ],
      'claims[0].year | 2018',
    ],
    ['claim-about-unclear', [claims(`fact: employees, table: patents, ${paper}`)], 'claims[0].table | patents'],
    ['value-wrong', [claims(`fact: employees, year: 去年, ${paper}`)], 'claims[0].year | 去年'],
    [
      'waiver-expired',
      [waiver('code: slot-several, at: attachments, until: 2021-08-15')],
      'waivers[0].until | 2021-08-15',
    ],
    [
      'waiver-ends-soon',
      [waiver('code: slot-several, at: attachments, until: 2021-08-20')],
      'waivers[0].until | 2021-08-20',
    ],
    ['waiver-hard', [waiver('code: slot-empty, at: attachments, until: 2021-12-31')], 'waivers[0].code | slot-empty'],
    ['waiver-overbroad', [waiver('code: slot-several, at: "*", until: 2021-12-31')], 'waivers[0].at | "*"'],
    ['waiver-unused', [waiver('code: slot-several, at: form, until: 2021-12-31')], 'waivers[0].at | form'],
    ['waiver-unused', [waiver('code: pdf-coarse, at: form, until: 2021-12-31')], 'waivers[0].code | pdf-coarse'],
    ['attestation-unknown', [word('item: profile-stampd')], 'attestations[0].item | profile-stampd'],
    [
      'attestation-void',
      [word(`item: profile-sealed, files: [{file: 附件/企业简介/企业简介(盖章).pdf, sha256: ${'a'.repeat(64)}}]`)],
      `attestations[0].files[0].sha256 | ${'a'.repeat(64)}`,
    ],
    [
      'attestation-void',
      [word(`item: profile-sealed, files: [{file: 附件/没有.pdf, sha256: ${'a'.repeat(64)}}]`)],
      'attestations[0].files[0].file | 附件/没有.pdf',
    ],
    ['attestation-unbound', [word('item: profile-sealed, files: []')], 'attestations[0].files | []'],
    ['attestation-unbound', [word('item: profile-sealed')], 'attestations[0].item | profile-sealed'],
  ] as const)('%s %#', async (code, change, place) => {
    expect(await told(change as never, code)).toEqual([place]);
  });
});

describe('a finding about a row stands at its cell', () => {
  const number = 'number: ZL201819900016.3';
  it.each([
    ['patent-check', [[number, 'number: ZL201819900016.4']], 'form.annex.patents[0].number | ZL201819900016.4'],
    [
      'row-expired',
      [['valid_until: 2023-12-01', 'valid_until: 2021-08-01']],
      'form.annex.other_evidence[0].valid_until | 2021-08-01',
    ],
    ['field-unknown', [[number, `${number}\n        nummer: 1`]], 'form.annex.patents[0].nummer | nummer'],
    ['field-twice', [[number, `${number}\n        专利授权号: "1"`]], 'form.annex.patents[0].number | 专利授权号'],
    ['choice-unknown', [['type: 发明专利   ', 'type: 外观设计   ']], 'form.annex.patents[0].type | 外观设计'],
    ['date-unreadable', [['granted_on: 2020-05-12', 'granted_on: 去年']], 'form.annex.patents[0].granted_on | 去年'],
    [
      'file-missing',
      [['证书-2-低回程间隙行星减速器.pdf', '证书-9.pdf']],
      'form.annex.patents[1].file | 附件/产品附证/专利证书-9.pdf',
    ],
    ['choice-unknown', [['titles: []', 'titles: [{kind: 专精特新产品, level: 乡级}]']], 'titles[0].level | 乡级'],
    ['field-unknown', [['titles: []', 'titles: [{kind: 专精特新产品, 级别哦: 省级}]']], 'titles[0].级别哦 | 级别哦'],
    [
      'date-unreadable',
      [['titles: []', 'titles: [{kind: 专精特新产品, valid_until: 明年}]']],
      'titles[0].valid_until | 明年',
    ],
    ['choice-unknown', [['issuer_level: 省级', 'issuer_level: 乡级']], 'facts.market_share.issuer_level | 乡级'],
  ] as const)('%s %#', async (code, change, place) => {
    expect(await told(change as never, code)).toEqual([place]);
  });
});
