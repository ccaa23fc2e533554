// zjtx build --merge-slots: one PDF a slot in the bundle, listed, verified, the same each time; notes on what stays out.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inspect } from '../../src/bundle/inspect.ts';
import { openZip } from '../../src/files/zip/zip.ts';
import { assessmentSchema } from '../../src/reporters/json-definition.ts';
import { fits } from '../support/ajv.ts';
import { ready } from '../support/ready.ts';
import { zjtx } from '../support/terminal.ts';

const name = '江苏示例精密机械有限公司-jiangsu-2021-product';

/** Paths and digests of a bundle, and its assessment.json. */
async function opened(path: string) {
  const zip = await openZip(path);
  if (zip.kind === 'no zip') throw new Error(zip.detail);
  const digests = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const entry of zip.entries) {
    const isText = /\.(json|txt)$/.test(entry.name);
    const { sha256, text } = await inspect(zip, entry, isText);
    digests.set(entry.name.slice(name.length + 1), sha256);
    if (text !== undefined) texts.set(entry.name.slice(name.length + 1), text);
  }
  await zip.close();
  return { digests, texts };
}

it('writes them, lists them and proves them', async () => {
  const cwd = ready();
  const ran = await zjtx(['build', '--merge-slots'], { cwd });
  expect(ran.code).toBe(0);
  expect(ran.stdout).toMatch(/合并件 +data\/合并\/ +4 件 .*10 类中合并 4 类/);
  expect(ran.stderr.split('\n').slice(0, 2)).toEqual([
    '3 类只有一个 PDF，不另合并：上传 data/附件 里的原文件',
    '进入国内外龙头企业供应链证明(供货证明、供货合同、财务凭证等)：附件/供应链证明/2020年度供货合同.docx 没有并入，它不是 PDF、JPG 或 PNG。在 Office 或 WPS 里另存为 PDF，再生成',
  ]);
  const { digests, texts } = await opened(join(cwd, 'out', `${name}.zip`));
  expect([...digests.keys()].filter((path) => path.startsWith('data/合并/'))).toEqual([
    'data/合并/01-企业营业执照原件扫描件.pdf',
    'data/合并/03-前三年财务审计报告.pdf',
    'data/合并/07-研发机构、高新技术企业证明材料.pdf',
    'data/合并/09-获得省以上表彰、认定等证明.pdf',
  ]);
  const document = JSON.parse(texts.get('data/assessment.json') ?? '');
  const isValid = fits(assessmentSchema());
  expect([isValid(document), isValid.errors]).toEqual([true, null]);
  expect(document.merged.length).toBe(10);
  const [licence, , audits] = document.merged;
  expect(audits).toMatchObject({
    slot: 'audit_reports_3y',
    is: 'merged',
    pages: 12,
    parts: [{ first: 1, last: 4 }, {}, {}],
  });
  for (const merged of [licence, audits]) {
    expect(digests.get(merged.path)).toBe(merged.sha256);
    expect(texts.get('manifest-sha256.txt')).toContain(`${merged.sha256}  ${merged.path}\n`);
  }
  expect((await zjtx(['verify', `out/${name}.zip`], { cwd })).code).toBe(0);
  const again = await zjtx(['build', '--merge-slots', '-o', '再', '--lang', 'en'], { cwd });
  expect(again.stderr).toContain('3 slots with a single PDF, not merged');
  const digestOf = (folder: string): string =>
    createHash('sha256')
      .update(readFileSync(join(cwd, folder, `${name}.zip`)))
      .digest('hex');
  expect(digestOf('再')).toBe(digestOf('out'));
});

it('without it there are none, and a bundle of the same dossier with them is another one', async () => {
  const cwd = ready();
  expect((await zjtx(['build'], { cwd })).code).toBe(0);
  const { digests, texts } = await opened(join(cwd, 'out', `${name}.zip`));
  expect([...digests.keys()].some((path) => path.includes('合并'))).toBe(false);
  expect(JSON.parse(texts.get('data/assessment.json') ?? '')).not.toHaveProperty('merged');
  const refused = await zjtx(['build', '--merge-slots', '--quiet'], { cwd });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('已存在，内容不同，没有覆盖');
  const forced = await zjtx(['build', '--merge-slots', '--quiet', '--force'], { cwd });
  expect(forced).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(join(cwd, 'out', `${name}.zip`))).toBe(true);
});
