// zjtx build and verify: one bundle a dossier, refused on errors, never overwritten, proved against its own manifest.
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ready, readyIn } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const wrong = ['mobile: "13900000018"', 'mobile:'] as const;
const name = '江苏示例精密机械有限公司-jiangsu-2021-product';
const written = (cwd: string, folder = 'out'): string[] =>
  existsSync(join(cwd, folder)) ? readdirSync(join(cwd, folder)).sort() : [];

describe('build', () => {
  it('writes a bundle that verify accepts, keeps it when nothing changed, and replaces it only by force', async () => {
    const cwd = ready();
    const ran = await zjtx(['build', '-o', '输出'], { cwd });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('✓ 已生成  江苏示例精密机械有限公司');
    expect(ran.stdout).toMatch(/填报指引 +data\/填报指引\.html/);
    expect(written(cwd, '输出')).toEqual([`${name}.zip`]);
    const bundle = join(cwd, '输出', `${name}.zip`);
    const verified = await zjtx(['verify', `输出/${name}.zip`], { cwd });
    expect(verified).toMatchObject({ code: 0, stderr: '' });
    expect(verified.stdout).toMatch(/^✓ 完整：\d+ 个文件/);

    const before = statSync(bundle).mtimeMs;
    for (const more of [[], ['--force']]) {
      const again = await zjtx(['build', '-o', '输出', ...more], { cwd });
      expect(again.code).toBe(0);
      expect(again.stdout).toContain('未变，保留原包');
      expect(statSync(bundle).mtimeMs).toBe(before);
    }

    const bytes = readFileSync(bundle);
    const text = readFileSync(join(cwd, 'dossier.yaml'), 'utf8');
    writeFileSync(join(cwd, 'dossier.yaml'), text.replace('示例路18号3幢', '示例路19号3幢'));
    const refused = await zjtx(['build', '-o', '输出'], { cwd });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('已存在，内容不同，没有覆盖');
    expect(readFileSync(bundle).equals(bytes)).toBe(true);
    expect((await zjtx(['build', '-o', '输出', '--force'], { cwd })).code).toBe(0);
    expect(readFileSync(bundle).equals(bytes)).toBe(false);
    expect(written(cwd, '输出')).toEqual([`${name}.zip`]);
  });

  it('a copy of it with one byte changed is refused, and the file is named', async () => {
    const cwd = ready();
    await zjtx(['build'], { cwd });
    const bytes = readFileSync(join(cwd, 'out', `${name}.zip`));
    // An attachment that is stored, so that the byte is one of the file itself.
    const at = bytes.indexOf('%PDF-', bytes.indexOf('%PDF-') + 5) + 20;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(join(cwd, '副本.zip'), bytes);
    const ran = await zjtx(['verify', '副本.zip'], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/data\/\S+\.pdf/);
    const both = await zjtx(['verify', '副本.zip', `out/${name}.zip`], { cwd });
    expect(both.code).toBe(1);
    expect(both.stdout).toContain('✓ 完整');
  });

  it('refuses on errors, says which, and writes nothing', async () => {
    const cwd = ready(wrong);
    const ran = await zjtx(['build'], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('法定代表人 缺少 手机');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it('--draft writes it, marked as a draft, and ends as validate would', async () => {
    const cwd = ready(wrong);
    const ran = await zjtx(['build', '--draft'], { cwd });
    expect(ran.code).toBe(1);
    expect(written(cwd)).toEqual([`${name}-草稿.zip`]);
    expect(ran.stdout).toContain('已生成草稿');
    expect(ran.stdout).toContain('法定代表人 缺少 手机');
    expect((await zjtx(['verify', `out/${name}-草稿.zip`], { cwd })).stdout).toContain('草稿');
    expect((await zjtx(['build', '--draft', '--fail-on', 'never'], { cwd })).code).toBe(0);
  });

  it('of a dossier that cannot be read writes nothing, not even a draft', async () => {
    const cwd = ready(['enterprise: 江苏', 'enterprise：江苏']);
    expect((await zjtx(['build', '--draft'], { cwd })).code).toBe(1);
    expect(written(cwd)).toEqual([]);
  });

  it('of several writes those without errors', async () => {
    const cwd = emptyFolder();
    readyIn(cwd, 'a', [wrong, ['enterprise: 江苏', 'enterprise: 甲江苏']]);
    readyIn(cwd, 'b');
    const ran = await zjtx(['build'], { cwd });
    expect(ran.code).toBe(1);
    expect(written(cwd)).toEqual([`${name}.zip`]);
  });

  it('never says that none was checked where one was built and the other could not be written', async () => {
    const cwd = emptyFolder();
    readyIn(cwd, '甲');
    readyIn(cwd, '乙');
    const ran = await zjtx(['build', '-o', '输出', '--shard', '1/1'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('✓ 已生成');
    expect(ran.stdout).toContain('✗ 没能检查或生成 1 处');
    expect(ran.stdout).not.toContain('检查 0 份');
  });

  it('counts all that were checked where several are not built', async () => {
    const cwd = emptyFolder();
    readyIn(cwd, 'a', [wrong]);
    readyIn(cwd, 'b', [wrong, ['enterprise: 江苏', 'enterprise: 甲江苏']]);
    readyIn(cwd, 'c');
    expect((await zjtx(['build'], { cwd })).stdout).toMatch(/检查 3 份，.*有错误 2/);
  });

  it('with --format gives only that document', async () => {
    const cwd = ready();
    const ran = await zjtx(['build', '-f', 'json'], { cwd });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(ran.stdout)).toBeTypeOf('object');
    expect(written(cwd)).toEqual([`${name}.zip`]);
  });

  it('gives the same bytes wherever it runs', async () => {
    const one = ready();
    const parent = emptyFolder();
    cpSync(one, join(parent, '另一处'), { recursive: true });
    await zjtx(['build'], { cwd: one });
    await zjtx(['build', '另一处', '--lang', 'en', '-o', '.'], { cwd: parent, env: { LANG: 'en_US.UTF-8' } });
    expect(readFileSync(join(parent, `${name}.zip`)).equals(readFileSync(join(one, 'out', `${name}.zip`)))).toBe(true);
  });
});
