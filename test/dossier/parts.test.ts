// What stands beside the form of a dossier: its head, attachments, claims, waivers, attestations and the checklist.
import { describe, expect, it, test } from 'vitest';
import type { SlotRule } from '../../src/attachments/slot.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { entryOf, type MapNode } from '../../src/document/node.ts';
import { readDocument } from '../../src/document/read.ts';
import { readAttachments } from '../../src/dossier/attachments.ts';
import { readAttestations, readClaims, readWaivers } from '../../src/dossier/beside.ts';
import { answerChecklist } from '../../src/dossier/checklist.ts';
import { readHead } from '../../src/dossier/head.ts';
import type { Finding } from '../../src/findings/finding.ts';

const { vocabulary } = await (await openCatalog()).open('jiangsu/2021/product');

function tree(text: string): MapNode {
  const { node, findings } = readDocument(Buffer.from(text), 'dossier.yaml');
  if (node?.kind !== 'map') throw new Error(`the YAML of the test is wrong: ${JSON.stringify(findings)}`);
  return node;
}
const brief = ({ code, at, ...finding }: Finding) => [
  code,
  `${at.line}:${at.column}`,
  'args' in finding ? finding.args : {},
];

describe('the head', () => {
  const head = (text: string) => readHead(tree(text), 'dossier.yaml');
  const sound = 'category: jiangsu/2021/product\nenterprise: 示例公司\n';

  it('has category, enterprise and day', () => {
    const read = head(`${sound}format: 1\nas_of: 2021-08-16\nform: {}\n`);
    expect(read).toMatchObject({
      category: 'jiangsu/2021/product',
      enterprise: '示例公司',
      asOf: '2021-08-16',
      findings: [],
    });
    expect(read.part('form')?.kind).toBe('map');
    expect(read.part('titles')).toBeUndefined();
  });
  test.each([
    [
      'an unknown key, with the nearest',
      'attachment: {}',
      ['key-unknown', '3:1', { key: 'attachment', within: '', nearest: 'attachments' }],
    ],
    ['an unknown key', 'nothing: 1', ['key-unknown', '3:1', { key: 'nothing', within: '' }]],
    ['another format', 'format: 2', ['value-wrong', '3:9', { key: 'format', expected: 'option', options: ['1'] }]],
    ['a day that is none', 'as_of: 2021-02-30', ['value-wrong', '3:8', { key: 'as_of', expected: 'date' }]],
    ['a month', 'as_of: 2021年8月', ['value-wrong', '3:8', { key: 'as_of', expected: 'date' }]],
    [
      'a day that may be two',
      'as_of: 03/04/2021',
      ['value-ambiguous', '3:8', { field: '判断日期', written: '03/04/2021', readings: ['2021-03-04', '2021-04-03'] }],
    ],
  ])('%s', (_, line, expected) => {
    expect(head(`${sound}${line}\n`).findings.map(brief)).toEqual([expected]);
    expect(head(`${sound}${line}\n`).asOf).toBeUndefined();
  });
  it.each(['2021.8.16', '2021年8月16日', '20210816', '"2021/8/16"', '44424'])(
    'a day written %s is taken',
    (written) => {
      const { asOf, findings } = head(`${sound}as_of: ${written}\n`);
      expect([asOf, findings.map(({ code, severity }) => [code, severity])]).toEqual([
        '2021-08-16',
        [['value-taken', 'note']],
      ]);
    },
  );
  it('without an enterprise, or with an empty one', () => {
    expect(head('category: x\n').findings.map(brief)).toEqual([['enterprise-missing', '1:1', {}]]);
    expect(head('category: x\nenterprise:\n').findings.map(brief)).toEqual([['enterprise-missing', '2:1', {}]]);
  });
  it.each(['暂无', '待补充', 'XXX', '否', '/', '合计', '（无）'])(
    'of an enterprise that is called %s',
    (enterprise) => {
      expect(head(`category: x\nenterprise: ${enterprise}\n`).findings.map(brief)).toEqual([
        ['value-placeholder', '2:13', { field: '企业名称', written: enterprise }],
      ]);
    },
  );
  it.each(['无锡示例有限公司', '合计量具（苏州）有限公司', '空间智能'])('of an enterprise called %s', (enterprise) => {
    expect(head(`category: x\nenterprise: ${enterprise}\n`).findings).toEqual([]);
  });
  it('with a category that is no text has none', () => {
    expect(head('category: [x]\nenterprise: 示例\n').category).toBeUndefined();
    expect(head('category:\nenterprise: 示例\n').category).toBeUndefined();
  });
});

describe('attachments', () => {
  const slots: SlotRule[] = ['完税证明', '前三年财务审计报告'].map((label, index) => ({
    id: ['tax', 'audits'][index] ?? '',
    order: index + 1,
    label,
    required: true,
    cite: [],
  }));
  const read = (text: string) => {
    const root = tree(text);
    return readAttachments(entryOf(root, 'attachments')?.value, root, slots, [], 'dossier.yaml');
  };

  it('are a path, a list, or files with evidence, by id or by label', () => {
    const { entries, findings } = read(
      'attachments:\n  完税证明: 附件/税.pdf\n  audits:\n    - 附件/一.pdf\n    - {file: 附件/二.pdf, covers: [2019, 2020], stamped: 是, figures: {revenue: {2020: 8330.00}, share: 11.20}}\n',
    );
    expect(findings).toEqual([]);
    expect(entries.entries).toMatchObject([
      { slot: 'tax', pattern: '附件/税.pdf', evidence: {}, at: { line: 2, column: 9 } },
      { slot: 'audits', pattern: '附件/一.pdf', at: { line: 4, path: 'attachments.audits[0]' } },
      {
        pattern: '附件/二.pdf',
        evidence: { covers: ['2019', '2020'], stamped: true, figures: { 'revenue.2020': '8330.00', share: '11.20' } },
      },
    ]);
  });
  it('may be none, which is a mention all the same', () => {
    const { entries } = read('attachments:\n  tax: []\n  audits:\n');
    expect(entries.entries).toEqual([]);
    expect([...entries.mentioned].map(([slot, place]) => `${slot} ${place.line}`)).toEqual(['tax 2', 'audits 3']);
  });
  it('without the part point to where it would stand', () => {
    expect(read('category: x\nform: {}\n').entries.at).toMatchObject({ line: 2, column: 1, path: 'attachments' });
    expect(read('category: x\nattachments:\n').entries.at).toMatchObject({ line: 2 });
  });
  test.each([
    [
      'a part of the name of one slot alone',
      '  税证: a.pdf',
      [['slot-unknown', '2:3', { key: '税证', nearest: '完税证明' }]],
    ],
    ['an unknown slot', '  taxx: a.pdf', [['slot-unknown', '2:3', { key: 'taxx', nearest: 'tax' }]]],
    [
      'one slot twice',
      '  tax: a.pdf\n  完税证明: b.pdf',
      [['slot-named-twice', '3:3', { slot: '完税证明', first: 'tax', second: '完税证明' }]],
    ],
    ['a list in a list', '  tax: [[a.pdf]]', [['value-wrong', '2:9', { key: 'tax', expected: 'path' }]]],
    ['no file', '  tax: {covers: 2020}', [['key-missing', '2:9', { key: 'file', within: 'attachments.tax[0]' }]]],
    [
      'an unknown word',
      '  tax: {file: a.pdf, cover: 2020}',
      [['key-unknown', '2:22', { key: 'cover', within: 'attachments.tax[0]', nearest: 'covers' }]],
    ],
    ['a wide colon', '  完税证明：附件/税.pdf', [['yaml-wide-colon', '2:7', { mended: '完税证明: 附件/税.pdf' }]]],
  ])('%s', (_, lines, expected) => {
    expect(read(`attachments:\n${lines}\n`).findings.map(brief)).toEqual(expected);
  });
  it('with wrong evidence keep the file and the rest of the evidence', () => {
    const { entries, findings } = read('attachments:\n  tax: {file: a.pdf, covers: 2020, valid_until: 永久}\n');
    expect(findings.map(brief)).toEqual([['value-wrong', '2:49', { key: 'valid_until', expected: 'date' }]]);
    expect(entries.entries).toMatchObject([{ pattern: 'a.pdf', evidence: { covers: ['2020'] } }]);
    expect(entries.entries[0]?.evidence).not.toHaveProperty('valid_until');
  });
  it('say nothing by a key without a value, and are told of a word that only holds the place', () => {
    const said = (issuer: string) =>
      read(`attachments:\n  tax: {file: a.pdf, issuer: ${issuer}}\n`).findings.map(({ code }) => code);
    expect(said('待补充')).toEqual(['value-placeholder']);
    for (const nothing of ['', 'null', '~', '""']) expect(said(nothing)).not.toContain('value-placeholder');
  });
  it('take days and ticks as people write them', () => {
    const { entries, findings } = read(
      'attachments:\n  tax: {file: a.pdf, valid_until: 2021年1月1日, stamped: √, figures: {revenue: 8,600.00}}\n',
    );
    expect(findings.map(({ code }) => code)).toEqual(['value-taken', 'value-taken']);
    const evidence = { valid_until: '2021-01-01', stamped: true, figures: { revenue: '8,600.00' } };
    expect(entries.entries).toMatchObject([{ evidence }]);
    const endless = read('attachments:\n  tax: {file: a.pdf, valid_until: 长期}\n');
    expect([endless.findings, endless.entries.entries[0]?.evidence]).toEqual([[], {}]);
  });
});

describe('claims, waivers and attestations', () => {
  const node = (text: string) => entryOf(tree(text), 'list')?.value;

  it('name known facts', () => {
    const { items, findings } = readClaims(
      node('list:\n  - {fact: revenue, year: 2020, file: a.pdf, pages: 3-5}\n  - {fact: revenues, file: a.pdf}\n'),
      'dossier.yaml',
      vocabulary,
    );
    expect(items).toHaveLength(2);
    expect(findings.map(brief)).toEqual([['claim-fact-unknown', '3:12', { fact: 'revenues', nearest: 'revenue' }]]);
  });
  it('say one thing that they prove', () => {
    const { findings } = readClaims(
      node(
        [
          'list:',
          '  - {file: a.pdf}',
          '  - {fact: revenue, title: 专精特新产品, file: a.pdf}',
          '  - {table: patents, row: 2, file: a.pdf}',
          '  - {table: patent, file: a.pdf}',
          '  - {table: revenue, file: a.pdf}',
          '  - {title: 专精特新产品, year: 2018, file: a.pdf}\n',
        ].join('\n'),
      ),
      'dossier.yaml',
      vocabulary,
    );
    expect(findings.map(brief)).toEqual([
      ['claim-about-unclear', '2:5', { count: 0 }],
      ['claim-about-unclear', '3:28', { count: 2 }],
      ['claim-fact-unknown', '5:13', { fact: 'patent', nearest: 'patents' }],
      ['claim-fact-unknown', '6:13', { fact: 'revenue' }],
    ]);
  });
  it('a wrong item spoils no other', () => {
    const good = '{code: slot-empty, at: attachments.tax, reason: 已另寄, by: 林晓雯, until: 2021-08-31}';
    const { items, findings } = readWaivers(node(`list:\n  - {code: x}\n  - ${good}\n`), 'dossier.yaml');
    expect(items).toMatchObject([{ code: 'slot-empty', place: { line: 3, path: 'waivers[1]' } }]);
    expect(new Set(findings.map(({ code, at }) => `${code} ${at.line}`))).toEqual(new Set(['key-missing 2']));
  });
  it.each(['2021-02-31', '2021-99-99'])('a waiver does not last until %s, which is no day', (until) => {
    const waiver = `{code: slot-empty, at: attachments.tax, reason: 已另寄, by: 林晓雯, until: ${until}}`;
    const { items, findings } = readWaivers(node(`list:\n  - ${waiver}\n`), 'dossier.yaml');
    expect(items).toEqual([]);
    expect(findings.map(({ code, at }) => [code, at.path])).toEqual([['value-wrong', 'waivers[0].until']]);
  });
  it('absent or empty are none', () => {
    for (const none of [undefined, node('list:\n'), node('list: []\n')])
      expect(readAttestations(none, 'dossier.yaml')).toEqual({ items: [], findings: [] });
  });
  it('are lists', () => {
    expect(readWaivers(node('list: 全部\n'), 'dossier.yaml').findings.map(brief)).toEqual([
      ['value-wrong', '1:7', { key: 'waivers', expected: 'list' }],
    ]);
  });
});

describe('the checklist', () => {
  const points = [
    { id: 'stamped', text: '企业简介已盖章', asked: true, slot: 'profile', cite: [] },
    { id: 'clear', text: '扫描件清晰', asked: false, cite: [] },
  ];
  const place = { file: 'dossier.yaml', path: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const file = { source: '附件/简介.pdf' };
  const inventory = { slots: [{ files: [file] }], rows: [] } as unknown as Parameters<typeof answerChecklist>[2];
  const answer = (files: { file: string; sha256: string }[], item = 'stamped') =>
    answerChecklist(
      points,
      [{ item, by: '林晓雯', on: '2021-08-15', files, place, keys: new Map() }],
      inventory,
      async () => 'now',
      place,
    );

  it('is open where the category asks and nobody answers', async () => {
    const { items, findings } = await answerChecklist(points, [], inventory, async () => 'now', place);
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning attestation-open']);
    expect(items.map((item) => item.attested)).toEqual([undefined, undefined]);
  });
  it('is answered by a word bound to a file that is still the same', async () => {
    const { items, findings } = await answer([{ file: '附件/简介.pdf', sha256: 'now' }]);
    expect(findings).toEqual([]);
    expect(items[0]?.attested).toEqual({ by: '林晓雯', on: '2021-08-15' });
  });
  test.each([
    ['another file now', [{ file: '附件/简介.pdf', sha256: 'then' }]],
    ['a file that is gone', [{ file: '附件/旧.pdf', sha256: 'now' }]],
  ])('%s voids the word', async (_, files) => {
    const { items, findings } = await answer(files);
    expect(findings.map(({ code }) => code)).toEqual(['attestation-void']);
    expect(items[0]?.attested).toBeUndefined();
    expect(items[0]?.voided).toEqual({ by: '林晓雯', on: '2021-08-15', file: files[0]?.file });
  });
  it('notes a word that is bound to no file', async () => {
    expect((await answer([])).findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'note attestation-unbound',
    ]);
  });
  it('names the nearest of an unknown item', async () => {
    expect((await answer([], 'stampd')).findings.map(brief)[0]).toEqual([
      'attestation-unknown',
      '1:1',
      { item: 'stampd', nearest: 'stamped' },
    ]);
  });
});

describe('days of waivers and attestations', () => {
  const waived = (until: string) =>
    readWaivers(
      entryOf(tree(`waivers:\n  - {code: x, at: form, reason: 已确认, by: 林晓雯, until: ${until}}\n`), 'waivers')
        ?.value,
      'dossier.yaml',
    );
  const confirmed = (on: string) =>
    readAttestations(
      entryOf(tree(`attestations:\n  - {item: sealed, by: 林晓雯, on: ${on}}\n`), 'attestations')?.value,
      'dossier.yaml',
    );
  it.each(['2021年8月31日', '20210831', '2021.8.31'])('are taken where %s has one reading', (written) => {
    const [waiver, word] = [waived(written), confirmed(written)];
    expect([waiver.items[0]?.until, word.items[0]?.on]).toEqual(['2021-08-31', '2021-08-31']);
    for (const { findings } of [waiver, word])
      expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['value-taken', 'note']]);
  });
  it('have nobody’s word where they may be two', () => {
    for (const { items, findings } of [waived('03/04/2021'), confirmed('03/04/2021')])
      expect([items, findings.map(({ code }) => code)]).toEqual([[], ['value-ambiguous']]);
  });
});
