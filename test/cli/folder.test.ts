// zjtx build --folder: the same tree unzipped, whole or not at all, and nothing of anybody else's is removed.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readManifest } from '../../src/bundle/bag.ts';
import { ready } from '../support/ready.ts';
import { zjtx } from '../support/terminal.ts';

const name = '江苏示例精密机械有限公司-jiangsu-2021-product';

it('unpacks the bundle beside it, once, and replaces it only with --force', async () => {
  const cwd = ready();
  const folder = join(cwd, 'out', name);
  const first = await zjtx(['build', '--folder'], { cwd });
  expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining(`已展开到文件夹 out/${name}\n`) });
  const listed = readManifest(readFileSync(join(folder, 'manifest-sha256.txt'), 'utf8'));
  expect(listed).toBeInstanceOf(Map);
  for (const path of (listed as ReadonlyMap<string, string>).keys())
    expect(existsSync(join(folder, path)), path).toBe(true);
  expect(readdirSync(join(cwd, 'out')).sort()).toEqual([name, `${name}.zip`]);
  const again = await zjtx(['build', '--folder'], { cwd });
  expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('文件夹未变') });

  const guide = join(folder, 'data', '填报指引.html');
  writeFileSync(guide, '改过');
  expect(await zjtx(['build', '--folder'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('已存在，内容不同，没有覆盖'),
  });
  expect(readFileSync(guide, 'utf8')).toBe('改过');
  expect(await zjtx(['build', '--folder', '--force'], { cwd })).toMatchObject({ code: 0 });
  expect(readFileSync(guide, 'utf8')).toContain('<title>填报指引</title>');
  expect(readdirSync(join(cwd, 'out')).sort()).toEqual([name, `${name}.zip`]);
});

it('removes no folder, file or link that is no unpacked bundle, not even with --force', async () => {
  const cwd = ready();
  const folder = join(cwd, 'out', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '要紧.txt'), '我的');
  const refused = { code: 2, stderr: expect.stringContaining('不是展开的材料包，没有改动') };
  expect(await zjtx(['build', '--folder', '--force'], { cwd })).toMatchObject(refused);
  expect(readFileSync(join(folder, '要紧.txt'), 'utf8')).toBe('我的');
  // An unpacked bundle into which somebody has put a file.
  const mine = ready();
  await zjtx(['build', '--folder'], { cwd: mine });
  writeFileSync(join(mine, 'out', name, 'data/笔记.txt'), '我的');
  expect(await zjtx(['build', '--folder', '--force'], { cwd: mine })).toMatchObject(refused);
  expect(readFileSync(join(mine, 'out', name, 'data/笔记.txt'), 'utf8')).toBe('我的');
  // One that looks like it, without its list of files.
  rmSync(join(mine, 'out', name, 'data/笔记.txt'));
  rmSync(join(mine, 'out', name, 'manifest-sha256.txt'));
  expect(await zjtx(['build', '--folder', '--force'], { cwd: mine })).toMatchObject(refused);
  const other = ready();
  mkdirSync(join(other, 'out'));
  symlinkSync(folder, join(other, 'out', name));
  expect(await zjtx(['build', '--folder', '--force'], { cwd: other })).toMatchObject(refused);
  expect(readdirSync(folder)).toEqual(['要紧.txt']);
});

it('without it there is only the zip', async () => {
  const cwd = ready();
  await zjtx(['build'], { cwd });
  expect(readdirSync(join(cwd, 'out'))).toEqual([`${name}.zip`]);
});

it('is not taken for a further dossier, unless it is named', async () => {
  const cwd = ready();
  await zjtx(['build', '--folder'], { cwd });
  expect(
    (await zjtx(['validate', '-f', 'json'], { cwd })).stdout.match(/"kind":"assessed"|"enterprise":/g),
  ).toHaveLength(1);
  expect(await zjtx(['validate', join('out', name, 'data')], { cwd })).toMatchObject({
    stdout: expect.stringContaining('江苏示例精密机械有限公司'),
  });
});
