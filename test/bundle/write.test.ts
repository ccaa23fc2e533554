// A bundle has the layout of a bag, and the same bytes whatever surrounds the run.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../src/bundle/bag.ts';
import { inspect } from '../../src/bundle/inspect.ts';
import { verifyBundle } from '../../src/bundle/verify.ts';
import { writeBundle } from '../../src/bundle/write.ts';
import { openZip } from '../../src/files/zip/zip.ts';
import { build, makeDossier, options, rowFile, scratch, sha256, slotFiles } from './support.ts';

async function texts(path: string): Promise<Map<string, string>> {
  const zip = await openZip(path);
  if (zip.kind === 'no zip') throw new Error(zip.detail);
  const found = new Map<string, string>();
  for (const entry of zip.entries) found.set(entry.name, (await inspect(zip, entry, true)).text ?? '');
  await zip.close();
  return found;
}

const top = '江苏示例精密机械有限公司-jiangsu-2021-product';

describe('a bundle', () => {
  it('has attachments by slot and row, the dossier, what was found, and the tag files, in this order', async () => {
    const { path } = await build();
    expect([...(await texts(path)).keys()]).toEqual(
      [
        'data/产品附证/1-2/专利 café.jpg',
        'data/附件/01-企业营业执照原件扫描件/营业执照.pdf',
        'data/附件/02-近三年获得的知识产权、质量认证／质量荣誉等相关证明材料/2019： 报告 100％.pdf',
        'data/附件/02-近三年获得的知识产权、质量认证／质量荣誉等相关证明材料/报告-2.DOC',
        'data/附件/02-近三年获得的知识产权、质量认证／质量荣誉等相关证明材料/报告.doc',
        'data/附件/02-近三年获得的知识产权、质量认证／质量荣誉等相关证明材料/空.png',
        'data/category.json',
        'data/dossier.yaml',
        'data/assessment.json',
        'data/申请表.pdf',
        'data/填报指引.html',
        'bag-info.txt',
        'bagit.txt',
        'manifest-sha256.txt',
        'tagmanifest-sha256.txt',
      ].map((name) => `${top}/${name}`),
    );
  });

  it('is a bag: declaration, info, and manifests that tell every file', async () => {
    const { path, files, pages } = await build({ stamp: 'draft' });
    expect(path).toMatch(/-草稿\.zip$/);
    const bag = await texts(path);
    const text = (name: string): string => bag.get(`${top}-草稿/${name}`) ?? '';
    expect({ files, pages }).toEqual({ files: 15, pages: 3 });
    expect(text('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    const info = text('bag-info.txt');
    expect(info).toContain('Bagging-Date: 2021-08-16\n');
    expect(info).toContain('Bag-Software-Agent: zjtx 0.1.0\n');
    expect(info).toContain('External-Identifier: 91320115MADEM0011B\n');
    expect(info).toContain('Zjtx-Status: draft\n');
    const manifest = readManifest(text('manifest-sha256.txt')) as ReadonlyMap<string, string>;
    expect([...manifest.keys()]).toEqual([...manifest.keys()].sort());
    expect(manifest.size).toBe(11);
    const octets = [...bag].filter(([name]) => name.includes('/data/')).length;
    expect(info).toMatch(new RegExp(`Payload-Oxum: \\d+\\.${octets}\n`));
    expect(manifest.get('data/附件/01-企业营业执照原件扫描件/营业执照.pdf')).toBe(
      sha256(slotFiles[0]?.[0]?.content ?? ''),
    );
    expect(text('tagmanifest-sha256.txt')).toContain(`${sha256(text('manifest-sha256.txt'))}  manifest-sha256.txt\n`);
    expect(text('data/dossier.yaml')).toBe('# 申报材料\r\ncategory: jiangsu/2021/product\r\n');
  });

  it('lists its files in assessment.json, and gives their digests to the summary', async () => {
    const { path } = await build();
    const bag = await texts(path);
    const { files, enterprise } = JSON.parse(bag.get(`${top}/data/assessment.json`) ?? '');
    expect(enterprise).toBe('江苏示例精密机械有限公司');
    expect(files[1]).toEqual({
      slot: 'slot_2',
      source: '附件/审计/2019: 报告 100%.pdf',
      path: 'data/附件/02-近三年获得的知识产权、质量认证／质量荣誉等相关证明材料/2019： 报告 100％.pdf',
      bytes: 2000,
      sha256: sha256(slotFiles[1]?.[0]?.content ?? ''),
      traits: { pages: 1 },
    });
    expect(files[5]).toMatchObject({ row: { table: 'patents', row: 2, column: 'file' }, bytes: 1500 });
    expect(bag.get(`${top}/data/申请表.pdf`)).toContain(sha256(slotFiles[0]?.[0]?.content ?? ''));
  });

  it('is whole, and every path in it is short enough to unpack', async () => {
    const folder = await scratch();
    const long = { path: `附件/${'很'.repeat(70)}.pdf`, content: Buffer.from('x'), format: 'pdf' };
    const assessment = { ...(await makeDossier(folder, [[long]])), enterprise: `${'公'.repeat(90)}\r\n有限公司` };
    const { path } = await writeBundle(assessment, options(folder));
    expect(await verifyBundle(path)).toMatchObject({ findings: [], status: 'final', category: 'jiangsu/2021/product' });
    for (const name of (await texts(path)).keys()) {
      expect(name.length).toBeLessThanOrEqual(200);
      for (const part of name.split('/')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(240);
    }
  });

  it('has the same bytes from files made in another order, elsewhere, later', async () => {
    const first = await build();
    const folder = await scratch();
    const assessment = await makeDossier(folder, slotFiles, [rowFile, ...slotFiles.flat().reverse()]);
    const second = await writeBundle(assessment, options(folder));
    expect(second.sha256).toBe(first.sha256);
    expect(second.content).toBe(first.content);
    expect(sha256(await readFile(second.path))).toBe(second.sha256);
  });

  it('has the same bytes under any time zone, umask and working folder', async () => {
    const before = { TZ: process.env.TZ, cwd: process.cwd(), umask: process.umask() };
    const offsets: number[] = [];
    const digests: string[] = [];
    try {
      for (const [TZ, umask] of [
        ['UTC', 0o022],
        ['Asia/Shanghai', 0o077],
        ['America/Los_Angeles', 0o000],
      ] as const) {
        process.env.TZ = TZ;
        process.umask(umask);
        process.chdir(await scratch());
        offsets.push(new Date('2021-08-16').getTimezoneOffset());
        digests.push((await build()).sha256);
      }
    } finally {
      process.env.TZ = before.TZ ?? '';
      if (before.TZ === undefined) delete process.env.TZ;
      process.umask(before.umask);
      process.chdir(before.cwd);
    }
    expect(offsets).toEqual([0, -480, 420]);
    expect(new Set(digests).size).toBe(1);
  });

  it('tells its progress in bytes of attachments', async () => {
    const seen: [number, number, string][] = [];
    await build({ onProgress: (done, total, name) => seen.push([done, total, name]) });
    const total = [...slotFiles.flat(), rowFile].reduce((sum, file) => sum + file.content.length, 0);
    expect(seen.at(-1)?.slice(0, 2)).toEqual([total, total]);
    expect(seen.map(([done]) => done)).toEqual([...seen.map(([done]) => done)].sort((a, b) => a - b));
    expect(seen[0]?.[2]).toBe('附证/专利 café.jpg');
  });
});

describe('an output that is there already', () => {
  it('is left alone when it has the same content, also with force', async () => {
    const { folder, sha256: first } = await build();
    const assessment = await makeDossier(folder);
    const output = join(folder, 'out');
    for (const force of [false, true]) {
      const again = await writeBundle(assessment, { ...options(output), force });
      expect(again).toMatchObject({ skipped: true, sha256: first });
    }
    expect(await readdir(output)).toHaveLength(1);
  });

  it('is not overwritten by other content, but with force', async () => {
    const { folder, path, sha256: first } = await build();
    const licence = { path: '附件/营业执照.pdf', content: Buffer.from('other'), format: 'pdf' };
    const other = await makeDossier(folder, [[licence]]);
    const output = join(folder, 'out');
    await expect(writeBundle(other, options(output))).rejects.toMatchObject({ name: 'Stop', message: /exists/ });
    expect(sha256(await readFile(path))).toBe(first);
    const forced = await writeBundle(other, { ...options(output), force: true });
    expect(forced).toMatchObject({ skipped: false, path });
    expect(forced.sha256).not.toBe(first);
    expect(await readdir(output)).toHaveLength(1);
  });

  it('is not overwritten when it is no bundle, or damaged', async () => {
    const { folder, path } = await build();
    const assessment = await makeDossier(folder);
    const bytes = await readFile(path);
    for (const content of [Buffer.from('notes'), Buffer.concat([bytes, Buffer.from('x')])]) {
      await writeFile(path, content);
      await expect(writeBundle(assessment, options(join(folder, 'out')))).rejects.toThrow(/exists/);
    }
    const mended = await writeBundle(assessment, { ...options(join(folder, 'out')), force: true });
    expect(mended.skipped).toBe(false);
    expect(await readFile(path)).toEqual(bytes);
  });
});
