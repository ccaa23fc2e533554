// What a run prints: the document to standard output, in the form and the language asked for, and all else beside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { describe, expect, it, test } from 'vitest';
import { ready, readyIn, readyText } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const wrong = ['mobile: "13900000018"', 'mobile:'] as const;

type Report = { readonly outcomes?: unknown; readonly [key: string]: unknown };
const parsed = (text: string): Report => JSON.parse(text) as Report;

describe('formats', () => {
  it('JSON is the whole of standard output, the text goes to its file', async () => {
    const cwd = ready(wrong);
    const ran = await zjtx(['validate', '-f', 'json', '-f', 'text=报告.txt'], {
      cwd,
      screen: true,
      env: { FORCE_COLOR: '1' },
    });
    expect(ran).toMatchObject({ code: 1, stderr: '用时 0.00 秒\n' });
    expect(JSON.stringify(parsed(ran.stdout))).toContain('field-missing');
    const text = readFileSync(join(cwd, '报告.txt'), 'utf8');
    expect(text).toContain('法定代表人 缺少 手机');
    expect(text).not.toContain('\u001b');
  });
  it('JSON goes to its file, the text to standard output', async () => {
    const cwd = ready();
    const ran = await zjtx(['validate', '--format=text', '--format', 'json=报告.json'], { cwd });
    expect(ran.stdout).toContain('就绪');
    expect(parsed(readFileSync(join(cwd, '报告.json'), 'utf8'))).toBeTypeOf('object');
  });
  it('a path of the file is relative to the working folder, and may hold a =', async () => {
    const cwd = ready();
    await zjtx(['validate', '-f', 'text=a=b.txt'], { cwd });
    expect(readFileSync(join(cwd, 'a=b.txt'), 'utf8')).toContain('就绪');
  });
});

describe('language', () => {
  test.each([
    [['--lang', 'en'], { ZJTX_LANG: 'zh' }, 'en'],
    [['--lang=en'], {}, 'en'],
    [[], { ZJTX_LANG: 'en', LANG: 'zh_CN.UTF-8' }, 'en'],
    [[], { LANG: 'en_US.UTF-8' }, 'en'],
    [[], { LANG: 'C.UTF-8' }, 'zh'],
    [[], {}, 'zh'],
    [['--lang', 'zh'], { LANG: 'en_US.UTF-8' }, 'zh'],
  ] as const)('%j %j: %s', async (more, env, language) => {
    const ran = await zjtx(['validate', ...more], { cwd: ready(wrong), env });
    expect(ran.stdout).toContain(language === 'en' ? 'error' : '错误');
    expect(ran.stdout.includes('修正')).toBe(language === 'zh');
    expect(ran.stdout).toContain('field-missing');
  });
});

describe('colour', () => {
  const coloured = async (more: readonly string[], env: Record<string, string>, screen: boolean) =>
    (await zjtx(['validate', ...more], { cwd: ready(wrong), env, screen })).stdout.includes('\u001b[');
  it('on a screen only, and never against --no-color', async () => {
    expect(await coloured([], {}, true)).toBe(true);
    expect(await coloured([], {}, false)).toBe(false);
    expect(await coloured(['--no-color'], { FORCE_COLOR: '1' }, true)).toBe(false);
    expect(await coloured([], { NO_COLOR: '1' }, true)).toBe(false);
  });
  it('refusals have none either', async () => {
    const cwd = ready(['category: jiangsu/2021/product', 'category: jiangsu/2021/prodct']);
    const ran = await zjtx(['validate', '--no-color'], { cwd, screen: true });
    expect(ran.stderr).not.toContain('\u001b[');
  });
});

describe('standard input', () => {
  it('is a dossier whose files lie below the working folder', async () => {
    const ran = await zjtx(['validate', '-'], { cwd: ready(), stdin: readyText });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('附件 10/10 类');
  });
  it('with a fault is named as - with line and column', async () => {
    const ran = await zjtx(['validate', '-'], { stdin: 'category: jiangsu/2021/product\nenterprise：示例\n' });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/^ {2}-:2:11$/m);
  });
  it('without a text is a fault, not a success', async () => {
    expect((await zjtx(['validate', '-'])).code).toBe(1);
  });
});

describe('progress', () => {
  it('shows on a screen only, on standard error, and leaves nothing there', async () => {
    const cwd = emptyFolder();
    for (const name of ['a', 'b']) readyIn(cwd, name);
    const screen = await zjtx(['validate'], { cwd, screen: true });
    expect(screen.stderr).toContain('检查 2/2  b');
    expect(screen.stderr.endsWith('\r\u001b[2K用时 0.00 秒\n')).toBe(true);
    for (const quiet of [await zjtx(['validate'], { cwd }), await zjtx(['validate', '-q'], { cwd, screen: true })])
      expect(quiet.stderr).toBe('');
  });
  it('never wraps, since what wraps cannot be erased', async () => {
    const cwd = emptyFolder();
    for (const name of ['甲'.repeat(60), '乙'.repeat(60)]) readyIn(cwd, name);
    const { stderr } = await zjtx(['validate'], { cwd, screen: true });
    const lines = stderr.split('\r\u001b[2K').filter((line) => line !== '');
    expect(lines.pop()).toBe('用时 0.00 秒\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(stringWidth(line)).toBeLessThan(80);
  });
});

describe('several dossiers', () => {
  it('come as one table, in the order of their paths', async () => {
    const cwd = emptyFolder();
    readyIn(cwd, '乙', [wrong, ['enterprise: 江苏示例精密机械有限公司', 'enterprise: 乙公司']]);
    readyIn(cwd, '丁', [['enterprise: 江苏示例精密机械有限公司', 'enterprise: 丁公司']]);
    const ran = await zjtx(['validate'], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stdout.indexOf('丁公司')).toBeLessThan(ran.stdout.indexOf('乙公司'));
    expect(ran.stdout).toContain('检查 2 份');
    const given = await zjtx(['validate', '乙', '丁'], { cwd });
    expect(given.stdout).toBe(ran.stdout);
  });
  it('named twice are checked once', async () => {
    const cwd = ready();
    const ran = await zjtx(['validate', '.', 'dossier.yaml', '*.yaml'], { cwd });
    expect(ran.code).toBe(0);
    expect(ran.stdout).not.toContain('检查 2 份');
  });
});

describe('the day', () => {
  const today = ['as_of: 2021-08-16 ', '# as_of: 2021-08-16 '] as const;
  it('is today in Shanghai, unless the dossier or --as-of names one', async () => {
    const day = async (cwd: string, ...more: string[]) =>
      /截至 (\S+)/.exec((await zjtx(['validate', ...more], { cwd })).stdout)?.[1];
    expect(await day(ready(today))).toBe('2021-08-16');
    expect(await day(ready())).toBe('2021-08-16');
    expect(await day(ready(['as_of: 2021-08-16', 'as_of: 2021-09-01']))).toBe('2021-09-01');
    expect(await day(ready(), '--as-of', '2021-07-01')).toBe('2021-07-01');
  });
});
