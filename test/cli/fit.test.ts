// zjtx build --fit: an oversized scan goes into the bundle smaller, its loss is told, the dossier stays as it is.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openEncoder } from '../../src/bundle/fit/fitted.ts';
import { inspect } from '../../src/bundle/inspect.ts';
import { digestFile } from '../../src/files/read.ts';
import { openZip } from '../../src/files/zip/zip.ts';
import { ready } from '../support/ready.ts';
import { zjtx } from '../support/terminal.ts';

const name = '江苏示例精密机械有限公司-jiangsu-2021-product';
const licence = '附件/营业执照/企业营业执照原件扫描件.jpg';

/** The JPEG with 53 MB of comments, as a camera that keeps a preview would write it. */
function enlarged(jpeg: Buffer): Buffer {
  const segment = Buffer.alloc(2 + 65_535, 0x20);
  segment.set([0xff, 0xfe, 0xff, 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), ...Array<Buffer>(820).fill(segment), jpeg.subarray(2)]);
}

it('brings a scan below the limit, says so, and leaves the file alone', async () => {
  const cwd = ready();
  writeFileSync(join(cwd, licence), enlarged(readFileSync(join(cwd, licence))));
  const before = await digestFile(join(cwd, licence));
  const refused = await zjtx(['build'], { cwd });
  expect(refused.code).toBe(1);
  expect(refused.stdout).toContain('file-too-large');
  const ran = await zjtx(['build', '--fit'], { cwd });
  expect(ran.code, ran.stdout + ran.stderr).toBe(0);
  expect(ran.stderr).toMatch(
    /^附件\/营业执照\/企业营业执照原件扫描件\.jpg 由 53\.\d\d MB 压缩为 0\.\d\d MB 放入材料包：像素不变（1579×1117），JPEG 质量 85\n$/,
  );
  expect(await digestFile(join(cwd, licence))).toBe(before);
  expect(readdirSync(join(cwd, 'out'))).toEqual([`${name}.zip`]);
  expect((await zjtx(['verify', `out/${name}.zip`], { cwd })).code).toBe(0);
  const zip = await openZip(join(cwd, 'out', `${name}.zip`));
  if (zip.kind === 'no zip') throw new Error(zip.detail);
  const entryOf = (path: string) => {
    const entry = zip.entries.find((one) => one.name === `${name}/${path}`);
    if (entry === undefined) throw new Error(path);
    return entry;
  };
  const document = JSON.parse((await inspect(zip, entryOf('data/assessment.json'), true)).text ?? '');
  const [file] = document.files;
  expect(file).toMatchObject({ source: licence, traits: { width: 1579, height: 1117 } });
  expect(file.bytes).toBeLessThan(200_000);
  expect((await inspect(zip, entryOf(file.path), false)).sha256).toBe(file.sha256);
  await zip.close();
  const [finding] = document.findings.filter(({ code }: { code: string }) => code === 'file-fitted');
  expect(finding).toMatchObject({ severity: 'note', args: { file: licence, width: 1579, quality: 85 } });
  expect(document.counts.errors).toBe(0);
});

it('says what cannot be made smaller, and still refuses', async () => {
  const cwd = ready();
  writeFileSync(join(cwd, licence), Buffer.alloc(52_500_000, 1));
  const ran = await zjtx(['build', '--fit', '--lang', 'en'], { cwd });
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain('cannot be brought down to 50.00 MB: the picture cannot be read in full');
  expect(ran.stdout).toContain('file-too-large');
  expect(existsSync(join(cwd, 'out')) ? readdirSync(join(cwd, 'out')) : []).toEqual([]);
});

it('without sharp says how to install it', async () => {
  const absent = openEncoder(() => Promise.reject(new Error("Cannot find package 'sharp'")));
  await expect(absent).rejects.toMatchObject({
    name: 'Stop',
    zh: { hint: expect.stringContaining('npm install -g sharp') },
  });
});

it('without an oversized file writes the same bundle', async () => {
  const cwd = ready();
  expect((await zjtx(['build', '-o', 'a'], { cwd })).code).toBe(0);
  expect((await zjtx(['build', '-o', 'b', '--fit'], { cwd })).code).toBe(0);
  expect(await digestFile(join(cwd, 'b', `${name}.zip`))).toBe(await digestFile(join(cwd, 'a', `${name}.zip`)));
});
