// The keys of a dossier beside its form: read by id and by what people call them, written as the file does.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { entryOf } from '../../src/document/node.ts';
import { readDocument } from '../../src/document/read.ts';
import { editedDossier } from '../../src/dossier/edit.ts';
import { dossierSchema } from '../../src/dossier/json-schema.ts';
import { byIds, inFileWords } from '../../src/dossier/own-keys.ts';
import { report } from '../../src/findings/report.ts';
import { ownLabels } from '../../src/findings/shapes.ts';
import { wordsOf } from '../../src/words/of-finding.ts';
import { schemaWords } from '../../src/words/schema.ts';
import { fits as compiled } from '../support/ajv.ts';
import { ready, readyText } from '../support/ready.ts';
import { zjtx } from '../support/terminal.ts';

type Report = {
  dossiers: { counts: object; state: string; findings: { code: string }[]; attachments: unknown; claims: unknown }[];
};

/** The ready example anew, with all its keys in labels or by ids. */
async function spelled(...options: string[]): Promise<string> {
  const folder = ready();
  writeFileSync(join(folder, 'answers.yaml'), readyText);
  const path = join(folder, 'dossier.yaml');
  const args = ['init', folder, '--force', '--yes', '--category', 'jiangsu/2021/product', ...options];
  expect(await zjtx([...args, '--answers', join(folder, 'answers.yaml')])).toMatchObject({ code: 0 });
  return path;
}

const reported = async (path: string): Promise<Report> =>
  JSON.parse((await zjtx(['validate', path, '-f', 'json', '--as-of', '2021-08-16'])).stdout) as Report;

const tops = (text: string): string[] =>
  text.split('\n').flatMap((line) => (/^[^\s#]/.test(line) ? [line.split(':')[0] ?? ''] : []));

it('is one dossier by labels and by ids', async () => {
  const [labels, ids] = [await spelled(), await spelled('--ids')];
  const [inLabels, inIds] = [readFileSync(labels, 'utf8'), readFileSync(ids, 'utf8')];
  expect(tops(inLabels)).toEqual(tops(inIds).map((key) => ownLabels.dossier[key]?.[0]));
  expect(tops(inIds)).toContain('attestations');
  expect(inLabels).toMatch(/\{文件: 附件\/完税证明\/2020年度完税证明.pdf, 所属年度: 2020, 企业名称: /);
  const [one, other] = [(await reported(labels)).dossiers[0], (await reported(ids)).dossiers[0]];
  expect(one?.state).toBe('ready');
  expect({ ...one?.counts }).toEqual({ ...other?.counts });
  // A paper's figures are reported under the names that the dossier gives them.
  const names = { 主营业务收入: 'main_revenue', 资产总额: 'assets_total', 负债总额: 'liabilities_total' };
  const said = Object.entries(names).reduce(
    (text, [label, id]) => text.replaceAll(`"${label}.20`, `"${id}.20`),
    JSON.stringify(one?.attachments),
  );
  expect(JSON.parse(said)).toEqual(other?.attachments);
  expect(one?.claims).toEqual(other?.claims);
});

const rootOf = (text: string) => {
  const { node } = readDocument(Buffer.from(text), 'dossier.yaml');
  if (node?.kind !== 'map') throw new Error('no map');
  return node;
};

test('two spellings of one key are told, at the second', () => {
  const text = '附件:\n  a: {文件: x.pdf, 所属年度: 2020, covers: 2021}\nattachments:\n  b: y.pdf\n';
  const { node, findings } = byIds(rootOf(text), 'dossier.yaml');
  expect(findings.map((one) => [one.code, one.at.line, one.at.column, 'args' in one && one.args])).toEqual([
    ['field-twice', 2, 30, { field: '所属年度', first: '所属年度', second: 'covers' }],
    ['field-twice', 3, 1, { field: '附件', first: '附件', second: 'attachments' }],
  ]);
  expect(findings.map((one) => one.at.path)).toEqual(['attachments.a.covers', 'attachments']);
  expect(node.entries.map(({ key }) => key)).toEqual(['attachments']);
});

const start = '申报类别: jiangsu/2021/product\n企业名称: 江苏示例精密机械有限公司\n附件:\n  完税证明:\n';

describe('findings name keys as the file does', () => {
  it.each([
    ['    - {文件: a.pdf, 所属年分: 2020}\n', 'key-unknown', '中没有“所属年分”', '是否指“所属年度”'],
    ['    - {所属年度: 2020}\n', 'key-missing', '附件“完税证明”第 1 项缺少 文件', '加上一行  文件: …'],
    ['    - {文件: a.pdf, 页码: 三}\n', 'value-wrong', '页码 应为', ''],
    [
      '    - {文件: a.pdf}\n豁免:\n  - {问题代码: x, 理由: y}\n',
      'key-missing',
      '豁免第 1 项缺少 问题所在、经手人、截止日',
      '',
    ],
  ])('%s', async (lines, code, message, hint) => {
    const folder = ready();
    writeFileSync(join(folder, 'dossier.yaml'), start + lines);
    const { stdout } = await zjtx(['validate', folder, '-f', 'json']);
    const { dossiers } = JSON.parse(stdout) as {
      dossiers: { findings: { code: string; message: Sentence; hint?: Sentence }[] }[];
    };
    const found = dossiers[0]?.findings.find((one) => one.code === code);
    expect(found?.message.zh).toContain(message);
    expect(found?.hint?.zh ?? '').toContain(hint);
  });
});
type Sentence = { readonly zh: string };

it('names a slot in its line as the file does', () => {
  const at = {
    file: 'dossier.yaml',
    path: 'attachments.tax_certificate',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
  };
  const finding = report('slot-empty', { slot: '完税证明', folder: '附件/完税证明/' }, at);
  const hint = (slots: 'ids' | 'labels') => wordsOf(inFileWords(finding, 'labels', slots), 'zh').hint;
  expect(hint('ids')).toContain('例如  tax_certificate: 附件/文件名.pdf');
  expect(hint('labels')).toContain('例如  完税证明: 附件/文件名.pdf');
});

describe('what is written is written in the way of the file', () => {
  const value = [
    { file: 'a.pdf', covers: 2020, kind: 'audit', figures: { 营业收入: 1 }, proposed: ['covers', 'issued_to'] },
  ];
  it('by labels', () => {
    const after = editedDossier(Buffer.from(start), { path: ['attachments', '完税证明'], value }, 'dossier.yaml');
    expect(Buffer.from(after).toString()).toBe(
      `${start}    - {文件: a.pdf, 所属年度: 2020, 材料种类: 审计报告, 数字: {营业收入: 1}, 待核对: [所属年度, 企业名称]}\n`,
    );
    const marked = editedDossier(after, { path: ['附件', '完税证明', 0, 'proposed'], value: [] }, 'dossier.yaml');
    expect(Buffer.from(marked).toString()).toContain('待核对: []');
    const proposed = entryOf(byIds(rootOf(Buffer.from(after).toString())).node, 'attachments')?.value;
    expect(JSON.stringify(proposed)).toContain('"value":"issued_to"');
    expect(JSON.stringify(proposed)).toContain('"value":"audit"');
  });
  it('by ids', () => {
    const ids = 'category: jiangsu/2021/product\nenterprise: 示例\nattachments:\n  完税证明:\n';
    const after = editedDossier(Buffer.from(ids), { path: ['attachments', '完税证明'], value }, 'dossier.yaml');
    expect(Buffer.from(after).toString()).toContain('{file: a.pdf, covers: 2020, kind: audit, ');
    const claims = { path: ['claims', 0], value: { fact: 'revenue', file: 'a.pdf' } };
    expect(Buffer.from(editedDossier(after, claims, '')).toString()).toMatch(/\nclaims:\n {2}- \{?fact: revenue/);
  });
});

test('the schema for editors takes both, and nothing else', async () => {
  const fits = compiled(dossierSchema(await (await openCatalog()).open('jiangsu/2021/product'), schemaWords));
  const ids = { category: 'jiangsu/2021/product', attachments: { tax_certificate: [{ file: 'a.pdf', pages: 3 }] } };
  const labels = { 申报类别: 'jiangsu/2021/product', 附件: { 完税证明: [{ 文件: 'a.pdf', 页码: 3 }] } };
  expect([ids, labels].map((one) => fits(one))).toEqual([true, true]);
  expect(fits({ 附件: { 完税证明: [{ 文件: 'a.pdf', 页: 3 }] } })).toBe(false);
  expect(fits({ 附近: {} })).toBe(false);
});
