// A made-up province, one folder of YAML behind --schemas: every command works on it with no change in the program.
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../category/folder.ts';
import { dossier, files, id } from '../category/yunling.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const licence = resolve(
  import.meta.dirname,
  '../../examples/jiangsu-2021-product/ready/附件/完税证明/2020年度完税证明.pdf',
);

/** A folder with a dossier of the province, and the folder of its definitions. */
function province() {
  const cwd = emptyFolder();
  const schemas = folderOf(files);
  mkdirSync(join(cwd, '云岭'));
  writeFileSync(join(cwd, '云岭/dossier.yaml'), `${dossier}as_of: 2021-08-16\nattachments:\n  营业执照: 执照.pdf\n`);
  copyFileSync(licence, join(cwd, '云岭/执照.pdf'));
  return { cwd, run: (...argv: string[]) => zjtx([...argv, '--schemas', schemas], { cwd }) };
}

describe('a new province', () => {
  it('validates', async () => {
    const { run } = province();
    const { code, stdout } = await run('validate', '云岭');
    expect(stdout).toContain('种子企业认定');
    expect(code).toBe(0);
  });

  it('builds, and the bundle verifies without the definitions', async () => {
    const { cwd, run } = province();
    expect((await run('build', '云岭', '-o', 'out')).code).toBe(0);
    const [bundle = ''] = readdirSync(join(cwd, 'out'));
    expect(bundle).toBe('云岭示例科技有限公司-yunling-2021-seedling.zip');
    expect((await zjtx(['verify', `out/${bundle}`], { cwd })).code).toBe(0);
  });

  it('is shown, tested and has a schema for editors', async () => {
    const { run } = province();
    expect((await run('categories', 'show', id)).stdout).toContain('云岭省工业和信息化厅');
    expect(await run('categories', 'test', id)).toMatchObject({ code: 0 });
    const { properties } = JSON.parse((await run('categories', 'schema', id)).stdout) as { properties: object };
    expect(Object.keys(properties)).toContain('attachments');
  });

  it('is unknown without its folder, with the nearest known one', async () => {
    const { code, stderr } = await zjtx(['categories', 'show', 'jiangsu/2021/produkt'], { cwd: emptyFolder() });
    expect(code).toBe(2);
    expect(stderr).toContain('jiangsu/2021/product');
  });
});
