// Which files a path or a pattern means, and that none outside the root is ever read.
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pdfOf } from './build.ts';
import { codesOf, folderOf, slotOf, take } from './dossier.ts';

const sources = (taken: Awaited<ReturnType<typeof take>>): string[] =>
  taken.inventory.slots.flatMap(({ files }) => files.map(({ source }) => source));

const where = (folder: string, ...patterns: string[]) => take(folder, { entries: { other: patterns } });

test('patterns take files in order, none that begins with a dot, not the dossier itself', async () => {
  const pdf = pdfOf(1);
  const folder = folderOf({
    'b/2020.pdf': pdf,
    'b/2019.pdf': pdf,
    'b/.x.pdf': pdf,
    'b/.d/y.pdf': pdf,
    'b/c/1.pdf': pdf,
    'dossier.yaml': pdf,
  });
  expect(sources(await where(folder, 'b/*.pdf'))).toEqual(['b/2019.pdf', 'b/2020.pdf']);
  expect(sources(await where(folder, 'b/20{20,19}.pdf'))).toEqual(['b/2020.pdf', 'b/2019.pdf']);
  expect(sources(await where(folder, 'b/**'))).toEqual(['b/2019.pdf', 'b/2020.pdf', 'b/c/1.pdf']);
  expect(sources(await where(folder, 'b/20?[0-9].pdf', '*.yaml'))).toEqual(['b/2019.pdf', 'b/2020.pdf']);
  expect(sources(await where(folder, 'b\\c\\1.pdf'))).toEqual(['b/c/1.pdf']);
  expect((await where(folder, 'x/*.pdf')).findings).toMatchObject([{ code: 'file-missing', args: { glob: true } }]);
});

test('a file whose name looks like a pattern is taken by its name', async () => {
  const folder = folderOf({ '[2020]审计{a,b}.pdf': pdfOf(1), '2.pdf': pdfOf(1) });
  expect(sources(await where(folder, '[2020]审计{a,b}.pdf'))).toEqual(['[2020]审计{a,b}.pdf']);
});

test('a missing file is given with the nearest name that exists', async () => {
  const folder = folderOf({ '附件/2020审计报告.pdf': pdfOf(1), '附件/营业执照.pdf': pdfOf(1) });
  const near = async (path: string) =>
    (await where(folder, path)).findings.map((one) => ('args' in one ? one.args : undefined));
  expect(await near('附件/2020年审计报告.pdf')).toMatchObject([{ near: '附件/2020审计报告.pdf' }]);
  expect(await near('营业执照.pdf')).toMatchObject([{ near: '附件/营业执照.pdf' }]);
  expect(await near('附件/企业简介盖章扫描件.docx')).toEqual([{ file: '附件/企业简介盖章扫描件.docx', glob: false }]);
});

test('of files of one name the one in the nearest folder is meant', async () => {
  const folder = folderOf({ '附件/2020/审计报告.pdf': pdfOf(1), '附件/2021/审计报告.pdf': pdfOf(1) });
  expect((await where(folder, '附件/2021年/审计报告.pdf')).findings).toMatchObject([
    { code: 'file-missing', args: { near: '附件/2021/审计报告.pdf' } },
  ]);
});

test('a pattern that finds nothing says which folder is missing, the outermost one', async () => {
  const folder = folderOf({ '附件/a.pdf': pdfOf(1) });
  const missing = async (pattern: string) =>
    (await where(folder, pattern)).findings.map((one) => ('args' in one ? one.args : undefined));
  expect(await missing('附件/审计/2020/*.pdf')).toEqual([
    { file: '附件/审计/2020/*.pdf', glob: true, folder: '附件/审计' },
  ]);
  expect(await missing('附件/*.docx')).toEqual([{ file: '附件/*.docx', glob: true }]);
});

test('a name that the disk spells in NFD is found by its NFC spelling', async () => {
  const folder = folderOf({ 'Ma\u0308rz/Pru\u0308fung 1.pdf': pdfOf(1) });
  for (const pattern of [
    'M\u00e4rz/Pr\u00fcfung 1.pdf',
    'M\u00e4rz/Pr\u00fcf*.pdf',
    'Ma\u0308rz/Pru\u0308fung 1.pdf',
  ]) {
    const taken = await where(folder, pattern);
    expect(codesOf(taken)).toEqual([]);
    expect(sources(taken)).toEqual(['M\u00e4rz/Pr\u00fcfung 1.pdf']);
  }
});

test('a name in other case is found as on every system, spelled as on the disk, and told', async () => {
  const folder = folderOf({ '附件/Audit/A.pdf': pdfOf(1), '附件/Audit/b.pdf': pdfOf(1) });
  for (const [pattern, ...all] of [
    ['附件/audit/a.PDF', '附件/Audit/A.pdf'],
    ['附件/AUDIT/*.pdf', '附件/Audit/A.pdf', '附件/Audit/b.pdf'],
  ] as const) {
    const taken = await where(folder, pattern);
    expect(sources(taken)).toEqual(all);
    expect(codesOf(taken).filter((code) => code !== 'slot-several')).toEqual(['file-case-differs']);
  }
  expect(codesOf(await where(folder, '附件/Audit/A.pdf'))).toEqual([]);
  // What only Windows would take: a name trimmed or cut short.
  for (const pattern of ['附件/Audit/A.pdf.', '附件/Audit/A.pdf ', '附件/Audit/A~1.PDF'])
    expect(codesOf(await where(folder, pattern))).toEqual(['file-missing']);
});

test('of two names that differ in case only, none is meant by a third spelling', async () => {
  const folder = folderOf({ 'a.pdf': pdfOf(1), 'A.pdf': pdfOf(2) });
  expect(sources(await where(folder, 'A.pdf'))).toEqual(['A.pdf']);
  expect(codesOf(await where(folder, 'A.PDF'))).toEqual(['file-missing']);
});

test('the folder of a slot is found in any case', async () => {
  const folder = folderOf({ 'Attachments/other/a.pdf': pdfOf(1) });
  const taken = await take(folder, { entries: {} });
  expect(sources(taken)).toEqual(['Attachments/other/a.pdf']);
});

test('a folder is no file', async () => {
  const folder = folderOf({ 'a/b.pdf': pdfOf(1) });
  expect(codesOf(await where(folder, 'a', ''))).toEqual(['file-is-folder', 'file-is-folder']);
});

test('what is neither file nor folder is not opened', async () => {
  const folder = folderOf({});
  execFileSync('mkfifo', [join(folder, 'pipe.pdf')]);
  expect(codesOf(await where(folder, 'pipe.pdf', '*.pdf'))).toEqual(['file-unreadable', 'file-unreadable']);
});

test('paths may leave the dossier’s folder, never the root', async () => {
  const root = folderOf({ 'shared/a.pdf': pdfOf(1), 'one/b.pdf': pdfOf(2) });
  const entries = { other: ['../shared/a.pdf', '../shared/*.pdf', '../two/../shared/a.pdf'] };
  const within = await take(join(root, 'one'), { root, entries });
  expect(codesOf(within)).toEqual([]);
  expect(sources(within)).toEqual(['../shared/a.pdf']);
  expect(codesOf(await take(join(root, 'one'), { entries }))).toEqual(['file-outside', 'file-outside', 'file-outside']);
});

test.each([
  '/etc/hostname',
  'C:\\a.pdf',
  '\\\\server\\a.pdf',
  '../../../etc/hostname',
  '../**',
  '*/../../*',
  '{..,a}/*',
])('outside the root: %s', async (pattern) => {
  const folder = folderOf({ 'a/x.pdf': pdfOf(1) });
  const { findings } = await where(folder, pattern);
  expect(findings.map(({ code }) => code)).toContain('file-outside');
});

test('links are followed inside the root only', async () => {
  const outside = folderOf({ 'x.pdf': pdfOf(1), '附件/其他企业认为需提供的材料/y.pdf': pdfOf(1) });
  const folder = folderOf({ 'a/x.pdf': pdfOf(1) });
  mkdirSync(join(folder, 'b'));
  symlinkSync('../a/x.pdf', join(folder, 'b/inside.pdf'));
  symlinkSync(join(outside, 'x.pdf'), join(folder, 'b/outside.pdf'));
  symlinkSync(outside, join(folder, 'away'));
  symlinkSync(join(outside, '附件'), join(folder, '附件'));
  symlinkSync('nowhere', join(folder, 'b/dangling.pdf'));
  expect(sources(await where(folder, 'b/inside.pdf'))).toEqual(['b/inside.pdf']);
  for (const path of ['b/outside.pdf', 'away/x.pdf', 'away/*.pdf', 'away/X.pdf/../x.pdf']) {
    const taken = await where(folder, path);
    expect(taken.findings).toMatchObject([{ code: 'file-outside', args: { why: 'link' } }]);
    expect(sources(taken)).toEqual([]);
  }
  const all = await where(folder, '**/*.pdf');
  expect(codesOf(all)).toEqual(['file-missing', 'file-outside']);
  expect(sources(all)).toEqual(['a/x.pdf']);
  // The folder of the slot lies behind a link.
  expect(sources(await take(folder, { slots: [slotOf()] }))).toEqual([]);
});

test('a folder that is itself reached by a link works', async () => {
  const folder = folderOf({ 'real/a.pdf': pdfOf(1) });
  symlinkSync('real', join(folder, 'link'));
  writeFileSync(join(folder, 'real/b.pdf'), pdfOf(2));
  expect(sources(await where(join(folder, 'link'), '*.pdf'))).toEqual(['a.pdf', 'b.pdf']);
});
