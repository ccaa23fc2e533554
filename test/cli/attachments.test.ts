// zjtx attachments: every slot with its files, in both languages and widths, as data, and when it cannot list.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { digestFile } from '../../src/files/read.ts';
import { ready, readyIn } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const licence = '附件/营业执照/企业营业执照原件扫描件.jpg';
const tax = '附件/完税证明/2020年度完税证明.pdf';

for (const language of ['zh', 'en']) {
  for (const columns of ['60', '100']) {
    test(`in ${language} at ${columns} cells`, async () => {
      const cwd = ready();
      rmSync(join(cwd, tax));
      writeFileSync(join(cwd, licence), 'no image');
      const ran = await zjtx(['attachments'], { cwd, env: { ZJTX_LANG: language, COLUMNS: columns } });
      expect(ran).toMatchObject({ code: 0, stderr: '' });
      await expect(ran.stdout).toMatchFileSnapshot(`attachments.${language}.${columns}.txt`);
    });
  }
}

it('gives data: whole digests, traits, what is missing, rows with their table, totals', async () => {
  const cwd = ready();
  rmSync(join(cwd, tax));
  const ran = await zjtx(['attachments', '--json'], { cwd });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const { format, program, dossiers } = JSON.parse(ran.stdout);
  expect([format, program.name, dossiers.length]).toEqual([1, 'zjtx', 1]);
  const [{ slots, rows, totals, path, category }] = dossiers;
  expect([path, category]).toEqual(['dossier.yaml', 'jiangsu/2021/product']);
  expect(slots[0]).toMatchObject({ id: 'business_license', order: 1, required: true, missing: false });
  expect(slots[0].files).toEqual([
    {
      source: licence,
      bytes: expect.any(Number),
      sha256: await digestFile(join(cwd, licence)),
      format: 'jpg',
      traits: { width: 1579, height: 1117 },
      evidence: { issued_to: '江苏示例精密机械有限公司', issuer: '南京市江宁区示例登记机关' },
    },
  ]);
  expect(slots[3]).toMatchObject({ id: 'tax_certificate', missing: true, files: [] });
  expect(slots[9]).toMatchObject({ required: false, missing: false });
  expect(rows[0]).toMatchObject({ row: 1, label: '产品采用相关授权专利技术情况(发明专利或实用新型专利)' });
  for (const file of [...slots.flatMap((slot: { files: object[] }) => slot.files), ...rows]) {
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
  }
  expect(totals).toMatchObject({ filled: 9, all: 10, files: 20 });
  expect(ran.stdout).not.toContain(cwd);
});

it('lists several, and ends with 2 when one cannot be listed', async () => {
  const cwd = emptyFolder();
  readyIn(cwd, 'a');
  readyIn(cwd, 'b', [['enterprise: 江苏', 'enterprise：江苏']]);
  const ran = await zjtx(['attachments', '--quiet'], { cwd });
  expect(ran.code).toBe(2);
  expect(ran.stdout).toContain('附件 10/10 类，21 件');
  expect(ran.stderr).toContain('b/dossier.yaml 读不出，没有列出');
  expect(ran.stderr).toContain('zjtx validate b/dossier.yaml');
});

it('of nothing ends with 2 and prints nothing', async () => {
  const ran = await zjtx(['attachments', '不在'], { cwd: emptyFolder() });
  expect(ran).toMatchObject({ code: 2, stdout: '' });
});

it('--redact shows no name', async () => {
  const ran = await zjtx(['attachments', '--redact'], { cwd: ready() });
  expect(ran.code).toBe(0);
  expect(ran.stdout).not.toContain('示例精密');
});
