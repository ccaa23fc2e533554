// --ocr with the real engine: a scan that names nobody gets a note, and a photo is recognised by its text; without the option nothing is read.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { ready } from '../support/ready.ts';
import { zjtx } from '../support/terminal.ts';

const licence = '附件/营业执照/企业营业执照原件扫描件.jpg';

it('tells of a scan without the name, as a note', async () => {
  const cwd = ready();
  for (const folder of readdirSync(join(cwd, '附件')).filter((name) => name !== '营业执照'))
    rmSync(join(cwd, '附件', folder), { recursive: true });
  const noteOf = async (...options: string[]) => {
    const { stdout } = await zjtx(['validate', '-f', 'json', ...options], { cwd });
    const [{ findings }] = JSON.parse(stdout).dossiers;
    return findings.filter(({ code }: { code: string }) => code.startsWith('ocr-'));
  };
  expect(await noteOf('--ocr')).toEqual([]);
  const create = { width: 1000, height: 1000, channels: 3, background: 'white' } as const;
  writeFileSync(join(cwd, licence), await sharp({ create }).jpeg().toBuffer());
  expect(await noteOf('--ocr')).toMatchObject([
    { code: 'ocr-name-absent', severity: 'note', args: { file: licence, pages: 1 } },
  ]);
  expect(await noteOf()).toEqual([]);
});

it('begins a dossier with a photo that only its text tells', async () => {
  const cwd = ready();
  mkdirSync(join(cwd, '收到'));
  cpSync(join(cwd, licence), join(cwd, '收到/IMG_0001.jpg'));
  const begun = async (folder: string, ...options: string[]) =>
    zjtx(['init', folder, '--category', 'jiangsu/2021/product', '--yes', '--take', '收到', ...options], { cwd });
  expect((await begun('甲')).stdout).toContain('认不出是什么材料');
  expect((await begun('乙', '--ocr')).stdout).toContain('识别出的文字第 1 页有“营业执照”');
});
