// The real program on Windows: the same verdicts and bytes as here; what cmd, shares and open files do to it.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mount, openWindows, type Ran, whileHeld, zjtxHere, zjtxOnWindows } from './wine.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const bundle = '江苏示例精密机械有限公司-jiangsu-2021-product';
const day = ['--as-of', '2021-08-16'];

/** Folders that Wine and Node both know: one of each test, and one for what the harness leaves. */
const scratch = mkdtempSync(join(tmpdir(), 'zjtx-windows-'));
let cwd = '';

beforeAll(openWindows);
beforeEach(() => {
  cwd = mkdtempSync(join(scratch, '申报 材料-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const there = (...argv: string[]): Ran => zjtxOnWindows(argv, cwd, scratch);
const here = (...argv: string[]): Ran => zjtxHere(argv, cwd);
const ready = (name: string): string => {
  const folder = join(cwd, name);
  cpSync(join(examples, 'jiangsu-2021-product/ready'), folder, { recursive: true });
  return folder;
};
const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
const treeOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(folder.length), digest(file)]),
  );

/** What a report for GitLab tells of a dossier at a path: its marks of identity count the path in. */
const told = ({ code, stdout }: Ran, path: string): unknown => [
  code,
  stdout.replaceAll(JSON.stringify(path), '"…"').replace(/"fingerprint": "\w+"/g, ''),
];

test('reports are the same to the byte', () => {
  for (const name of ['faulty-form', 'faulty-attachments', 'faulty-evidence', 'ready'])
    cpSync(join(examples, 'jiangsu-2021-product', name), join(cwd, name), { recursive: true });
  for (const format of ['sarif', 'github', 'gitlab', 'text']) {
    const [a, b] = [here('validate', '-f', format, ...day), there('validate', '-f', format, ...day)];
    expect(b.code, b.stderr).toBe(a.code);
    expect(b.stdout, format).toBe(a.stdout);
  }
});

test('bundles, unpacked ones and workbooks are the same to the byte, and are whole on either system', () => {
  ready('甲');
  for (const [run, output] of [
    [here, 'here'],
    [there, 'there'],
  ] as const) {
    const ran = run('build', '甲', '-o', output, '--folder', '--merge-slots', ...day);
    expect([ran.code, ran.stderr], output).toEqual([0, expect.stringContaining('已展开')]);
    expect(run('sheet', 'export', '甲', '-o', output, ...day)).toMatchObject({ code: 0 });
  }
  expect(treeOf(join(cwd, 'there'))).toEqual(treeOf(join(cwd, 'here')));
  expect(here('verify', 'there/*.zip')).toMatchObject({ code: 0 });
  // As the shells of Windows hand it in, which expand nothing.
  for (const path of ['here\\*.zip', 'here', `Z:${cwd}/here/*.zip`.replaceAll('/', '\\')]) {
    const ran = there('verify', path);
    expect(ran, `${path}: ${ran.stderr}`).toMatchObject({ code: 0, stdout: expect.stringContaining(bundle) });
  }
  const [a, b] = [here, there].map((run) => run('sheet', 'import', 'here', '-o', 'back', '--force'));
  expect([a?.code, b?.code]).toEqual([0, 0]);
  expect(b?.stdout).toContain('与原来相同');
});

test('a share and a drive of its own are folders like others', () => {
  const papers = join(cwd, 'papers');
  cpSync(join(examples, 'jiangsu-2021-product/ready/附件'), papers, { recursive: true });
  mount(papers, 'unc/server/papers');
  const begun = there('init', '新', '--category', 'jiangsu/2021/product', '--yes', '--take', '\\\\server\\papers');
  expect([begun.code, begun.stdout]).toEqual([0, expect.stringContaining('营业执照')]);
  expect(
    readdirSync(join(cwd, '新/附件'), { recursive: true }).filter((name) => /\.pdf$/.test(String(name))).length,
  ).toBeGreaterThan(5);
  mount(ready('甲'), 'unc/server/share');
  const expected = told(here('validate', '甲', '-f', 'gitlab', ...day), '甲/dossier.yaml');
  for (const path of ['\\\\server\\share', '\\\\server\\share\\*', '\\\\server\\share\\dossier.yaml'])
    expect(told(there('validate', path, '-f', 'gitlab', ...day), '//server/share/dossier.yaml'), path).toEqual(
      expected,
    );
  mount(cwd, 'd:');
  for (const path of ['D:\\甲', 'D:\\甲*\\dossier.yaml', 'd:\\甲"'])
    expect(there('validate', path, ...day), path).toMatchObject({ code: 0, stdout: expect.stringContaining('就绪') });
  expect(there('build', 'D:\\甲" -o D:\\出 --quiet', ...day)).toMatchObject({ code: 0 });
  expect(existsSync(join(cwd, '出', `${bundle}.zip`))).toBe(true);
});

test('a name in other case is the same on both, spelled as the disk has it', () => {
  const folder = ready('甲');
  const file = join(folder, 'dossier.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('.pdf', '.PDF'));
  const [a, b] = [here, there].map((run) => run('validate', '甲', ...day)) as [Ran, Ran];
  expect([b.code, b.stdout]).toEqual([a.code, a.stdout]);
  expect(a).toMatchObject({ code: 0, stdout: expect.stringContaining('大小写不同') });
  for (const [run, output] of [
    [here, 'here'],
    [there, 'there'],
  ] as const)
    expect(run('build', '甲', '-o', output, ...day)).toMatchObject({ code: 0 });
  expect(treeOf(join(cwd, 'there'))).toEqual(treeOf(join(cwd, 'here')));
  renameSync(file, join(folder, 'Dossier.YAML.txt'));
  expect(there('validate', '甲')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('找到 甲/Dossier.YAML.txt'),
  });
});

test('a file that is open elsewhere is named, and nothing is lost for it', async () => {
  const folder = ready('甲');
  expect(there('build', '甲', '-o', 'out', '--folder', ...day)).toMatchObject({ code: 0 });
  const dossier = join(folder, 'dossier.yaml');
  writeFileSync(dossier, `${readFileSync(dossier, 'utf8')}# 改过\n`);
  const before = treeOf(join(cwd, 'out'));
  const again = (): Ran => there('build', '甲', '-o', 'out', '--folder', '--force', ...day);
  const held = { code: 2, stderr: expect.stringContaining('正被别的程序使用') };
  const zip = await whileHeld(join(cwd, 'out', `${bundle}.zip`), scratch, again);
  expect(zip).toMatchObject(held);
  expect(zip.stderr).toContain(`${bundle}.zip`);
  expect(treeOf(join(cwd, 'out'))).toEqual(before);
  const inside = await whileHeld(join(cwd, 'out', bundle, 'data/申请表.pdf'), scratch, again);
  expect(inside).toMatchObject(held);
  expect(inside.stderr).toContain('申请表.pdf');
  expect(readdirSync(join(cwd, 'out')).sort()).toEqual([bundle, `${bundle}.zip`]);
  expect(again()).toMatchObject({ code: 0 });
  expect(readdirSync(join(cwd, 'out')).sort()).toEqual([bundle, `${bundle}.zip`]);

  expect(there('preview', '甲', ...day)).toMatchObject({ code: 0 });
  expect(await whileHeld(join(folder, '申请表-预览.pdf'), scratch, () => there('preview', '甲', ...day))).toMatchObject(
    held,
  );
  expect(await whileHeld(dossier, scratch, () => there('validate', '甲', ...day))).toMatchObject(held);
});
