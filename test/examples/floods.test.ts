// One cause is one finding, with its places: what used to flood a report, and what a hostile file may still say.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { assess } from '../../src/assess.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { allPlaces, type Finding } from '../../src/findings/finding.ts';
import { wordsOf } from '../../src/words/of-finding.ts';
import { cache } from '../support/looked.ts';

const folder = resolve(import.meta.dirname, '../../examples/jiangsu-2021-product/ready');
const ready = readFileSync(`${folder}/dossier.yaml`, 'utf8');
const catalog = await openCatalog();

async function found(text: string): Promise<readonly Finding[]> {
  const dossier = { folder, shown: folder, file: 'dossier.yaml', bytes: Buffer.from(text), root: folder };
  return (await assess(dossier, { catalog, today: '2021-08-16', cache })).findings;
}
/** The findings of a code: how many places each has, and what it says. */
const told = (findings: readonly Finding[], code: string): readonly string[] =>
  findings
    .filter((finding) => finding.code === code)
    .map((finding) => `${allPlaces(finding).length} ${wordsOf(finding, 'zh').message}`);
const head = 'category: jiangsu/2021/product\nenterprise: 江苏示例精密机械有限公司\n';

describe('one cause', () => {
  it('of empty slots, at the place of attachments, without a frame', async () => {
    const empties = mkdtempSync(join(tmpdir(), 'zjtx-floods-'));
    onTestFinished(() => rmSync(empties, { recursive: true, force: true }));
    const bytes = Buffer.from(`${head}form: {}\nattachments:\n  business_license: []\n`);
    const { findings } = await assess(
      { folder: empties, shown: '.', file: 'dossier.yaml', bytes, root: empties },
      { catalog, today: '2021-08-16' },
    );
    const [empty, ...others] = findings.filter(({ code }) => code === 'slot-empty');
    expect(others).toEqual([]);
    expect(empty && allPlaces(empty).length).toBe(5);
    expect(empty?.at).toMatchObject({ line: 4, absent: true });
    expect(empty?.also?.some(({ line, absent }) => line === 5 && absent === undefined)).toBe(true);
    expect(empty && wordsOf(empty, 'zh').message).toMatch(/^5 项附件没有文件：.*企业营业执照/u);
  });

  it('of an empty form, and of a section that lacks much', async () => {
    const [form, ...more] = told(await found(`${head}form: {}\n`), 'field-missing');
    expect(more).toEqual([]);
    expect(form).toContain('企业基本情况 缺少 ');
    const one = told(
      await found(ready.replace('    postcode: "211100"', '    # 缺').replace(/ {4}uscc: .*/, '')),
      'field-missing',
    );
    expect(one).toEqual(['2 1、企业基本情况 缺少 邮编、统一社会信用代码']);
  });

  it('of a wrong name in many files, where a waiver lifts one place only', async () => {
    const wrong = ready.replaceAll('issued_to: 江苏示例精密机械有限公司', 'issued_to: 苏州别家有限公司');
    const [name, ...others] = told(await found(wrong), 'evidence-other-name');
    expect(others).toEqual([]);
    expect(name).toMatch(/^9 .* 等 9 个文件的单位名称是“苏州别家有限公司”/u);
    const waived = wrong.replace(
      'attestations: []',
      'waivers:\n  - {code: evidence-other-name, at: attachments.tax_certificate, reason: 已说明, by: 林晓雯, until: 2021-12-31}\n',
    );
    const findings = (await found(waived)).filter(({ code }) => code === 'evidence-other-name');
    expect(findings.map((finding) => [finding.waived !== undefined, allPlaces(finding).length])).toEqual([
      [false, 8],
      [true, 1],
    ]);
  });

  it('of one file in several slots', async () => {
    const paper = '附件/完税证明/2020年度完税证明.pdf';
    const slots = ['profile_stamped', 'mgmt_it_statement', 'provincial_honors', 'rd_hitech_proof'];
    const text = `${head}attachments:\n  tax_certificate: ${paper}\n${slots.map((slot) => `  ${slot}: ${paper}\n`).join('')}`;
    const [twice, ...others] = told(await found(text), 'file-twice');
    expect(others).toEqual([]);
    expect(twice).toMatch(/^4 同一文件 附件\/完税证明\/2020年度完税证明\.pdf 用在 5 处：/u);
    const [misplaced, ...more] = told(await found(`${text}  business_license: ${paper}\n`), 'slot-misplaced-name');
    expect(more).toEqual([]);
    expect(misplaced).toMatch(
      /^2 附件\/完税证明\/2020年度完税证明\.pdf 放在“.*”、“.*”，文件名有“完税”，像是“完税证明”$/u,
    );
  });

  it('of paths outside, and of a folder that is not there', async () => {
    const outside = await found(ready.replaceAll('附件/', '../../别处/附件/'));
    expect(told(outside, 'file-outside')).toHaveLength(1);
    const gone = await found(ready.replaceAll('附件/', '材料/'));
    const [missing, ...others] = told(gone, 'file-missing');
    expect(others).toEqual([]);
    expect(missing).toMatch(/^\d+ 没有 材料 这个文件夹，找不到其中的 .* 等 \d+ 个文件$/u);
  });

  it('of unknown keys of one parent', async () => {
    const keys = await found(
      `${head}一: 1\n二: 2\nform:\n  basics:\n    甲: 1\n    乙: 2\n  丙: {}\n  丁: {}\nfacts:\n  戊: 1\n  己: 2\n`,
    );
    expect(told(keys, 'key-unknown')).toEqual(['2 没有“一”、“二”这几项']);
    expect(told(keys, 'field-unknown')).toEqual(['2 1、企业基本情况 中没有“甲”、“乙”这几项']);
    expect(told(keys, 'section-unknown')).toEqual(['2 申请表没有“丙”、“丁”这几部分']);
    expect(told(keys, 'fact-unknown')).toEqual(['2 “其他情况”中的“戊”、“己”不是已知的名称']);
  });

  it('of each row that lacks cells', async () => {
    const rows = ready.replace(/ {8}issuer: 江苏.*\n {8}issued_on: 2021-0.*\n/gu, '');
    expect(told(await found(rows), 'cell-missing')).toEqual([
      '2 产品附证资料 第 1 行缺少 报告(证书)提供单位、报告(证书)提供时间',
      '2 产品附证资料 第 2 行缺少 报告(证书)提供单位、报告(证书)提供时间',
    ]);
  });

  it.each([
    ['yaml-wide-colon', ready.replaceAll(/^(form|facts|attachments|claims):/gmu, '$1：')],
    ['yaml-tab', ready.replaceAll(/^ {4}(?=\S)/gmu, '\t')],
    ['yaml-wide-indent', ready.replaceAll(/^ {4}(?=\S)/gmu, '\u3000\u3000')],
    [
      'yaml-alias',
      `a: &a [1,1,1,1,1,1,1,1,1,1]\n${'bcdefgh'.replace(/./g, (key) => `${key}: &${key} [${`*${String.fromCharCode(key.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
    ],
  ])('of the same slip: %s', async (code, text) => {
    const findings = await found(text);
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    const [slip] = findings;
    expect(slip && allPlaces(slip).length).toBeGreaterThan(1);
    expect(told(findings, code)[0]).toMatch(/（这类问题共 \d+ 处）$/u);
  });
});

describe('a hostile file of many faults says little', () => {
  const lines = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('');
  it.each([
    ['unknown keys', `${head}${lines(4_000, (index) => `k${index}: 1\n`)}`],
    ['unknown slots', `${head}attachments:\n${lines(2_000, (index) => `  k${index}: a\n`)}`],
    ['wrong claims', `${head}claims:\n${lines(2_000, (index) => `  - {fact: f${index}, file: a}\n`)}`],
    ['unknown options', `${head}form:\n  basics:\n    chains:\n${lines(2_000, (index) => `      - 链${index}\n`)}`],
    ['missing files', `${head}attachments:\n  other:\n${lines(1_200, (index) => `    - 没有/${index}.pdf\n`)}`],
  ])('%s', async (_, text) => {
    const findings = await found(text);
    expect(findings.length).toBeLessThan(60);
    expect(Math.max(...findings.map((finding) => allPlaces(finding).length))).toBe(1000);
    expect(JSON.stringify(findings).length).toBeLessThan(1_500_000);
  });
});
