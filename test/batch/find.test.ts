// Which dossiers a command line names, in which order, and how each is shown.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rootFinder } from '../../src/batch/config.ts';
import { findDossiers, readDossier, stdinDossier } from '../../src/batch/find.ts';
import { Stop } from '../../src/findings/stop.ts';
import { emptyFolder } from '../support/terminal.ts';

function folderWith(...files: string[]): string {
  const folder = emptyFolder();
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `# ${file}\n`);
  }
  return folder;
}
const shown = async (paths: readonly string[], cwd: string): Promise<string[]> =>
  (await findDossiers(paths, cwd)).found.map((found) => `${found.shown} ${found.file}`);

describe('folders', () => {
  it('are searched for dossier.yaml, sorted by path', async () => {
    const cwd = folderWith(
      '乙/dossier.yaml',
      '丁/深/dossier.yaml',
      'a/dossier.yaml',
      'a/other.yaml',
      'a/dossier.yaml.bak',
    );
    expect(await shown([], cwd)).toEqual(['a dossier.yaml', '丁/深 dossier.yaml', '乙 dossier.yaml']);
    expect(await shown(['丁'], cwd)).toEqual(['丁/深 dossier.yaml']);
    expect(await shown(['.'], join(cwd, 'a'))).toEqual(['. dossier.yaml']);
  });
  it('leave out hidden ones, node_modules, and what links lead to', async () => {
    const cwd = folderWith('a/dossier.yaml', '.git/dossier.yaml', 'a/.old/dossier.yaml', 'node_modules/x/dossier.yaml');
    const other = folderWith('dossier.yaml');
    symlinkSync(other, join(cwd, 'b'));
    expect(await shown([], cwd)).toEqual(['a dossier.yaml']);
    expect(await shown(['b'], cwd)).toHaveLength(1);
  });
  it.runIf(process.platform !== 'win32')('may hold a line end in their names', async () => {
    const cwd = folderWith('a\nb/dossier.yaml', 'a\nb/深\r\n/dossier.yaml');
    const all = ['a\nb dossier.yaml', 'a\nb/深\r\n dossier.yaml'];
    expect(await shown([], cwd)).toEqual(all);
    expect(await shown(['*/dossier.yaml'], cwd)).toEqual(all.slice(0, 1));
    expect(await shown(['**/dossier.yaml'], cwd)).toEqual(all);
  });
  it('outside the working folder are shown in full', async () => {
    const other = folderWith('dossier.yaml');
    expect(await shown([other], emptyFolder())).toEqual([`${other} dossier.yaml`]);
  });
});

describe('files and globs', () => {
  it('may have any name; each is taken once, in the order of the arguments', async () => {
    const cwd = folderWith('b.yaml', 'a/dossier.yaml', 'c.yml', 'd.txt');
    expect(await shown(['d.txt', 'b.yaml'], cwd)).toEqual(['. d.txt', '. b.yaml']);
    expect(await shown(['b.yaml', '*', './b.yaml'], cwd)).toEqual(['. b.yaml', 'a dossier.yaml', '. c.yml']);
    expect(await shown(['**/*.yaml'], cwd)).toEqual(['a dossier.yaml', '. b.yaml']);
  });
  it('with signs of a glob in their name are taken by name', async () => {
    const cwd = folderWith('材料[1]/dossier.yaml', '材料1/dossier.yaml');
    expect(await shown(['材料[1]'], cwd)).toEqual(['材料[1] dossier.yaml']);
  });
});

describe('what is not found', () => {
  it.each([
    [['没有'], '找不到 没有'],
    [['没有/*.yaml'], '没有/*.yaml 中没有申报材料，什么也没有检查'],
    [[], '. 中没有申报材料，什么也没有检查'],
    [['a', '压缩'], '压缩/收到/甲.ZIP 是压缩包，不是申报材料，什么也没有检查'],
    [['压缩/收到/甲.ZIP'], '压缩/收到/甲.ZIP 是压缩包，不是申报材料，什么也没有检查'],
    [['a', '解压'], '解压/甲 是解压后的材料包，不是申报材料，什么也没有检查'],
    [['a', '扫描'], '扫描 中没有申报材料，什么也没有检查'],
    [['a', '空'], '空 中没有申报材料，什么也没有检查'],
  ])('is told of for %j', async (paths, message) => {
    const bundle = ['解压/甲/bagit.txt', '解压/甲/data/dossier.yaml', '解压/甲/data/附件/a.zip'];
    const papers = ['扫描/执照.jpg', '扫描/证书.rar'];
    const cwd = folderWith('a/dossier.yaml', '压缩/收到/甲.ZIP', '压缩/说明.txt', ...bundle, ...papers);
    const empty = emptyFolder();
    mkdirSync(join(cwd, '空'));
    const { found, missing } = await findDossiers(paths, paths.length === 0 ? empty : cwd);
    expect(missing).toEqual([expect.any(Stop)]);
    expect(missing).toMatchObject([{ zh: { message } }]);
    // It keeps no other argument from being searched.
    expect(found).toHaveLength(paths.includes('a') ? 1 : 0);
  });
  it('for what cannot be read', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'dossier.yaml'));
    await expect(readDossier({ folder: cwd, shown: '.', file: 'dossier.yaml' }, rootFinder())).rejects.toMatchObject({
      zh: { message: '不能读取 dossier.yaml（是文件夹）' },
    });
  });
});

describe('a dossier under another name', () => {
  it.each([
    'dossier.yaml.txt',
    'Dossier.YAML',
    'dossier.yml',
    'ｄｏｓｓｉｅｒ．ｙａｍｌ',
    'dossier .yaml',
    'dossier.yaml.yaml',
  ])('is told of: %s', async (name) => {
    const cwd = folderWith(`甲/${name}`, '乙/dossier.yaml', '乙/dossier.yaml.bak', '乙/dossier.yml', '丙/说明.txt');
    const { found, missing } = await findDossiers([], cwd);
    expect(found.map((one) => one.shown)).toEqual(['乙']);
    expect(missing).toMatchObject([{ zh: { message: expect.stringContaining(`找到 甲/${name}：`) } }]);
  });
  it('is guessed at where a folder holds no other', async () => {
    const cwd = folderWith('申报/某公司.yaml', '申报/深/a.yml', 'zjtx.config.yaml', '无/x.txt');
    expect((await findDossiers(['申报'], cwd)).missing).toMatchObject([
      {
        zh: { message: '找到 申报/某公司.yaml、申报/深/a.yml：是申报材料的，请改名为 dossier.yaml' },
        en: { message: 'found 申报/某公司.yaml, 申报/深/a.yml: rename what is a dossier to dossier.yaml' },
      },
    ]);
    const many = folderWith(...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `申报/${name}.yaml`));
    const [stop] = (await findDossiers(['申报'], many)).missing;
    expect(stop?.zh.message).toMatch(/、申报\/.\.yaml 等 6 个文件：/);
    expect(stop?.en.message).toMatch(/, 申报\/.\.yaml and [1-5] more: /);
    expect((await findDossiers(['无'], cwd)).missing).toMatchObject([
      { zh: { message: expect.stringContaining('没有申报材料') } },
    ]);
  });
});

describe('the root below which files may be named', () => {
  it('is the folder itself, unless a configuration above says root', async () => {
    const cwd = folderWith('省/企业/dossier.yaml');
    const folder = join(cwd, '省/企业');
    const found = { folder, shown: '省/企业', file: 'dossier.yaml' };
    expect((await readDossier(found, rootFinder())).root).toBe(folder);
    writeFileSync(join(cwd, 'zjtx.config.yaml'), 'root: true\n');
    expect((await readDossier(found, rootFinder())).root).toBe(cwd);
    writeFileSync(join(cwd, '省/zjtx.config.yaml'), 'root: false\n');
    expect((await readDossier(found, rootFinder())).root).toBe(cwd);
    writeFileSync(join(cwd, '省/zjtx.config.yaml'), 'root: true\n');
    expect((await readDossier(found, rootFinder())).root).toBe(join(cwd, '省'));
    expect((await stdinDossier(Buffer.from(''), folder, rootFinder())).root).toBe(join(cwd, '省'));
  });
  it('needs a configuration that can be read', async () => {
    const cwd = folderWith('dossier.yaml');
    writeFileSync(join(cwd, 'zjtx.config.yaml'), '- root\n');
    await expect(readDossier({ folder: cwd, shown: '.', file: 'dossier.yaml' }, rootFinder())).rejects.toBeInstanceOf(
      Stop,
    );
  });
});
