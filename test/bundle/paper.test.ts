// The paper set of a bundle: what is in it and where, margins that mirror, the same bytes again, and a forged one refused.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { pageTexts } from '../../src/files/pdf/library.ts';
import { verify } from '../../src/verify/verify.ts';
import { readyIn } from '../support/ready.ts';
import { zjtx } from '../support/terminal.ts';
import { apart, copied, editJson, type Parts, sealed, zipped } from './forge.ts';
import { strayed } from './merged/samples.ts';

const outer = mkdtempSync(join(tmpdir(), 'zjtx-paper-'));
afterAll(() => rmSync(outer, { recursive: true, force: true }));

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const paperPath = 'data/报送件.pdf';
let folder: string;
let whole: Parts;
let texts: readonly string[];
let said: string;

const built = async (output: string, ...more: readonly string[]): Promise<Parts> => {
  const run = await zjtx(['build', '-o', output, '--paper', ...more], { cwd: folder });
  said = run.stdout + run.stderr;
  const [zip = ''] = readdirSync(join(folder, output));
  return apart(readFileSync(join(folder, output, zip)));
};
const paperOf = ({ files }: Parts): Buffer => files.get(paperPath) ?? Buffer.alloc(0);
const refusals = async (parts: Parts): Promise<string[]> => {
  const path = join(mkdtempSync(join(outer, 'case-')), 'x.zip');
  writeFileSync(path, zipped(sealed(parts)));
  const { findings } = await verify(path, { catalog: await openCatalog() });
  return findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
};

beforeAll(async () => {
  folder = readyIn(outer, 'ready');
  whole = await built('out');
  texts = (await pageTexts(paperOf(whole))).map((text) => text.replace(/\s/g, ''));
});

const pageWith = (text: string): number => texts.findIndex((page) => page.includes(text)) + 1;

it('has its parts in order, each on an odd page, and the contents name the pages', () => {
  expect(said).toContain('报送件');
  const [front = '', note = '', contents = ''] = texts;
  expect(front).toContain(
    '专精特新产品认定申请表申报单位（盖章）江苏示例精密机械有限公司统一社会信用代码91320115MADEM0011B',
  );
  expect(front).toContain('推荐单位（盖章）');
  expect(note).toContain('不是主管部门印发的格式');
  expect(contents).toContain('目录');
  const starts = [
    '公司声明：本次申报',
    '由推荐单位填写',
    '附件1企业营业执照原件扫描件序号',
    '附件10其他企业认为需提供的材料序号',
    // The certificates that rows of the form name stand behind the slots.
    '附证1产品采用相关授权专利技术情况(发明专利或实用新型专利)序号',
    '附证2产品附证资料序号',
    '附证3其它附证资料序号',
  ].map(pageWith);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  for (const page of starts) expect(page % 2).toBe(1);
  const all = texts.slice(2, 6).join('');
  expect(all).toContain(`真实性声明${starts[0]}`);
  expect(all).toContain(`推荐意见${starts[1]}`);
  expect(all).toContain(`附件1企业营业执照原件扫描件${starts[2]}`);
  const record = JSON.parse(String(whole.files.get('data/assessment.json')));
  expect(record.paper).toMatchObject({ path: paperPath, pages: texts.length, sides: 'both' });
  // What cannot be merged is named, with its reason, and the record says it too.
  for (const { source } of record.paper.apart) expect(all).toContain(source.split('/').at(-1));
});

it('says where the pages of every file stand, and those are the pages of the file', async () => {
  const record = JSON.parse(String(whole.files.get('data/assessment.json')));
  const document = await PDFDocument.load(paperOf(whole), { updateMetadata: false });
  expect(document.getPageCount()).toBe(texts.length);
  const [audit] = record.files.filter(
    ({ slot, path }: { slot?: string; path: string }) => slot === 'audit_reports_3y' && path.endsWith('.pdf'),
  );
  const own = await pageTexts(whole.files.get(audit.path) ?? Buffer.alloc(0));
  const divider = pageWith('附件3前三年财务审计报告序号');
  expect(texts[divider - 1]).toContain(
    `${audit.path.split('/').at(-1)}${own.length}${divider + 2}—${divider + 1 + own.length}`,
  );
  expect(texts[divider]).toBe('');
  expect(texts.slice(divider + 1, divider + 1 + own.length)).toEqual(own.map((text) => text.replace(/\s/g, '')));
});

it('claims nothing of what others made, and holds no id of ours on a page', () => {
  expect(paperOf(whole).toString('latin1')).not.toContain('<pdfaid:part>');
  const ours = texts.filter((text) => new RegExp(`第\\d+页共${texts.length}页`).test(text)).join('');
  expect(ours).not.toMatch(/business_license|profile_stamped|jiangsu\/2021|audit_reports/);
});

it('is the same to the byte when it is made again, and verify makes it again', async () => {
  expect(paperOf(await built('again')).equals(paperOf(whole))).toBe(true);
  expect(await refusals(copied(whole))).toEqual([]);
});

it('on one side of the sheets has no empty page and one margin', async () => {
  const single = await pageTexts(paperOf(await built('single', '--single-sided')));
  expect(single.length).toBeLessThan(texts.length);
  expect(single.filter((text) => text.trim() === '').length).toBeLessThan(
    texts.filter((text) => text.trim() === '').length,
  );
});

it('leaves out what a copy would show otherwise, and says why on its divider', async () => {
  const name = '完税证明/2020年度完税证明.pdf';
  const path = join(folder, '附件', name);
  const before = readFileSync(path);
  writeFileSync(path, strayed);
  const parts = await built('changed', '--unsettled');
  writeFileSync(path, before);
  const record = JSON.parse(String(parts.files.get('data/assessment.json')));
  expect(record.paper.apart).toContainEqual({ source: `附件/${name}`, why: 'changed' });
  const pages = (await pageTexts(paperOf(parts))).map((text) => text.replace(/\s/g, ''));
  expect(pages.join('')).toContain('2020年度完税证明.pdf1另附（合并后显示不同）');
});

it('a draft says so on every page of ours', async () => {
  const parts = await built('draft', '--draft');
  const pages = (await pageTexts(paperOf(parts))).map((text) => text.replace(/\s/g, ''));
  for (const text of pages) if (text.includes(`页共${pages.length}页`)) expect(text).toContain('草稿');
});

it('--single-sided alone is wrong usage', async () => {
  const { code, stderr } = await zjtx(['build', '--single-sided'], { cwd: folder });
  expect(code).toBe(2);
  expect(stderr).toContain('--paper');
});

it.each<[string, (parts: Parts) => void, string[]]>([
  [
    'another file in its place',
    ({ files }) => void files.set(paperPath, files.get('data/申请表.pdf') as Buffer),
    ['bundle-list-broken'],
  ],
  [
    'another file in its place, and the record says so',
    (parts) => {
      const other = parts.files.get('data/申请表.pdf') as Buffer;
      parts.files.set(paperPath, other);
      editJson(parts, 'data/assessment.json', (record) => {
        record.paper.bytes = other.length;
        record.paper.sha256 = digest(other);
      });
    },
    ['bundle-paper-differs'],
  ],
  [
    'a record that does not name it',
    (parts) => editJson(parts, 'data/assessment.json', (record) => delete record.paper),
    ['bundle-file-extra'],
  ],
  [
    'a record that names a file that is left out',
    (parts) =>
      editJson(parts, 'data/assessment.json', (record) => {
        record.paper.apart = [{ source: '附件/营业执照.pdf', why: 'type' }];
      }),
    ['bundle-paper-differs'],
  ],
])('is refused with %s', async (_, change, codes) => {
  const parts = copied(whole);
  change(parts);
  expect(await refusals(parts)).toEqual(codes);
});
