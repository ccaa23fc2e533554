// zjtx diff: two dossiers or bundles, as text in both languages and as JSON by its schema; exit codes.
import { copyFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { resultSchemas } from '../../src/reporters/results.ts';
import { fits } from '../support/ajv.ts';
import { type Edit, readyIn } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const edits: readonly Edit[] = [
  ['示例路18号3幢', '示例路19号3幢'],
  ['mobile: "13900000018"', 'mobile: "13900000019"'],
];

/** Two copies of the example, the second edited. */
function two(): string {
  const cwd = emptyFolder();
  readyIn(cwd, '甲');
  readyIn(cwd, '乙', edits);
  return cwd;
}

const json = async (cwd: string, ...argv: string[]) => {
  const ran = await zjtx(['diff', ...argv, '--json'], { cwd });
  return { ...ran, document: JSON.parse(ran.stdout) };
};

describe('two dossiers', () => {
  it('shows what differs, label by label, and keeps to its schema', async () => {
    const cwd = two();
    const { code, document, stderr } = await json(cwd, '甲', '乙');
    expect([code, stderr]).toEqual([0, '']);
    const isValid = fits(resultSchemas().diff ?? {});
    expect([isValid(document), isValid.errors]).toEqual([true, null]);
    expect(document).toMatchObject({ changes: 2, head: [], tables: [], slots: [], findings: [] });
    expect(document.fields.map(({ part, a, b }: Record<string, string>) => [part, a, b])).toContainEqual([
      '手机',
      '13900000018',
      '13900000019',
    ]);
    const text = await zjtx(['diff', '甲', '乙'], { cwd });
    expect(text.stdout).toContain('    − 13900000018\n    + 13900000019\n');
    expect(text.stdout).toContain('共 2 处不同');
    expect((await zjtx(['diff', '甲', '乙', '--lang', 'en'], { cwd })).stdout).toContain('2 differences');
  });

  it('keeps to the width', async () => {
    const cwd = two();
    const { stdout } = await zjtx(['diff', '甲', '乙'], { cwd, env: { COLUMNS: '60' } });
    expect(stdout).toMatchInlineSnapshot(`
      "− 甲
        江苏示例精密机械有限公司  jiangsu/2021/product  2021-08-16
      + 乙
        江苏示例精密机械有限公司  jiangsu/2021/product  2021-08-16

      申请表
        注册通讯地址
          − 南京市江宁区示例路18号3幢
          + 南京市江宁区示例路19号3幢
        法定代表人 · 手机
          − 13900000018
          + 13900000019

      共 2 处不同
      "
    `);
  });

  it.each([
    ['diff', 'a/dossier.yaml', 'b/dossier.yaml'],
    ['match', 'a/dossier.yaml'],
    ['validate', 'a/dossier.yaml'],
    ['attachments', 'a/dossier.yaml'],
    ['record', 'attest', 'a/dossier.yaml'],
  ])('%s breaks the name of an enterprise that is wider than the terminal', async (...argv) => {
    const long = '江苏示例精密机械制造与智能装备研究开发及技术服务（集团）控股股份有限公司昆山第二分公司';
    const cwd = emptyFolder();
    readyIn(cwd, 'a', [['enterprise: 江苏示例精密机械有限公司', `enterprise: ${long}`]]);
    readyIn(cwd, 'b', [['enterprise: 江苏示例精密机械有限公司', `enterprise: ${long}`], ...edits]);
    const { stdout } = await zjtx(argv, { cwd, env: { COLUMNS: '50' } });
    const head = stdout.slice(0, stdout.indexOf('分公司') + 3);
    expect(head.replace(/\s/g, '')).toContain(long);
    for (const line of head.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(50);
  });

  it('ends with 1 only when asked, and only when they differ', async () => {
    const cwd = two();
    expect((await zjtx(['diff', '甲', '乙', '--exit-code'], { cwd })).code).toBe(1);
    const same = await zjtx(['diff', '甲', '甲', '--exit-code'], { cwd });
    expect(same).toMatchObject({ code: 0, stdout: expect.stringContaining('没有不同') });
  });

  it('cannot compare what is not there, not two, or unreadable', async () => {
    const cwd = two();
    writeFileSync(join(cwd, 'x.zip'), 'no zip');
    for (const argv of [['甲'], ['甲', '乙', '甲'], ['甲', '丙'], ['甲', 'x.zip'], ['甲', 'none.zip']])
      expect(await zjtx(['diff', ...argv], { cwd })).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining('zjtx 错误'),
      });
  });
});

describe('attachments', () => {
  it('tells a renamed file from another one', async () => {
    const cwd = emptyFolder();
    readyIn(cwd, '甲');
    const b = readyIn(cwd, '乙', [['企业简介(盖章).pdf', '简介.pdf']]);
    const found = readdirSync(b, { recursive: true, encoding: 'utf8' }).find((path) =>
      path.endsWith('企业简介(盖章).pdf'),
    );
    if (found === undefined) throw new Error('no such file');
    renameSync(join(b, found), join(b, found.replace('企业简介(盖章)', '简介')));
    const { document } = await json(cwd, '甲', '乙');
    expect(document.slots).toEqual([
      { id: 'profile_stamped', label: '企业简介(盖章)', files: [expect.objectContaining({ is: 'renamed', a: found })] },
    ]);
  });
});

describe('a bundle', () => {
  it('is compared with the dossier that it was built from, by what is inside', async () => {
    const cwd = two();
    await zjtx(['build', '甲', '-o', 'out'], { cwd });
    const [name = ''] = readdirSync(join(cwd, 'out'));
    const { document } = await json(cwd, `out/${name}`, '甲');
    // A mail program called it otherwise.
    copyFileSync(join(cwd, 'out', name), join(cwd, '附件1.bin'));
    const renamed = await json(cwd, '附件1.bin', '甲');
    expect([renamed.document.a.is, renamed.document.changes]).toEqual(['bundle', document.changes]);
    expect((await zjtx(['validate', '甲', '--against', '附件1.bin'], { cwd })).code).toBe(0);
    expect(document).toMatchObject({ changes: 0, a: { is: 'bundle' }, b: { is: 'dossier' } });
    expect((await json(cwd, `out/${name}`, '乙')).document).toMatchObject({ changes: 2 });
  });
});
