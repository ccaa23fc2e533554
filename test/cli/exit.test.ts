// The exit codes of the program, row by row of their table, and which of the two outputs says what.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { ready, readyIn } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';
import { person } from './asker.ts';

const missingMobile = ['mobile: "13900000018"', 'mobile:'] as const;

/** A refusal: what is wrong, what to do, and nothing on standard output. */
const refusal = (message: string, fix: string) => ({
  code: 2,
  stdout: '',
  stderr: `zjtx 错误：${message}\n修正：${fix}\n`,
});

describe('0', () => {
  it('a dossier that is ready', async () => {
    const ran = await zjtx(['validate'], { cwd: ready() });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('就绪，可以生成材料：zjtx build -o 输出');
  });
  it('findings below --fail-on', async () => {
    const cwd = ready(missingMobile);
    expect((await zjtx(['validate', '--fail-on', 'never'], { cwd })).code).toBe(0);
    const warned = ready(['postcode: "211100"', 'postcode: "221100"']);
    expect((await zjtx(['validate'], { cwd: warned })).code).toBe(0);
    expect((await zjtx(['validate', '--fail-on=warning'], { cwd: warned })).code).toBe(1);
  });
  it('the version and the help', async () => {
    for (const argv of [['--version'], ['-V'], ['--lang', 'en', '--version']])
      expect(await zjtx(argv)).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
        stderr: '',
      });
    for (const argv of [['--help'], ['build', '-h'], ['categories', '--help']])
      expect(await zjtx(argv)).toMatchObject({ code: 0, stdout: expect.stringContaining('用法'), stderr: '' });
  });
});

describe('1', () => {
  it('a finding at or above --fail-on', async () => {
    const ran = await zjtx(['validate'], { cwd: ready(missingMobile) });
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout).toContain('✗ 错误  法定代表人 缺少 手机  (field-missing)');
  });
  it('a dossier whose YAML cannot be parsed, even with --fail-on never for the build', async () => {
    const cwd = ready(['enterprise: 江苏', 'enterprise：江苏']);
    expect((await zjtx(['validate'], { cwd })).code).toBe(1);
    expect((await zjtx(['build', '--fail-on', 'never', '--draft'], { cwd })).code).toBe(1);
  });
  it('a build that refuses, whatever --fail-on', async () => {
    const cwd = ready(missingMobile);
    const ran = await zjtx(['build', '--fail-on', 'never'], { cwd });
    expect(ran.code).toBe(1);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
  it('a bundle that is none', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'a.zip'), 'no zip');
    expect(await zjtx(['verify', 'a.zip'], { cwd })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('a.zip'),
    });
  });
});

describe('2: usage', () => {
  test.each([
    [['validate', '--formt', 'json'], '没有选项 --formt；是否指 --format', 'validate'],
    [['validate', '--xyzzy'], '没有选项 --xyzzy', 'validate'],
    [['validat'], '没有命令 validat；是否指 validate', ''],
    [['xyzzy'], '没有命令 xyzzy', ''],
    [['xyzzy', '--help'], '没有命令 xyzzy', ''],
    [['--lang', 'zh', 'validat', '--help'], '没有命令 validat；是否指 validate', ''],
    [['categories', 'sho', 'x'], '没有命令 sho；是否指 show', 'categories'],
    [['categories', 'show'], '缺少参数 id', 'categories show'],
    [['verify'], '缺少参数 bundle', 'verify'],
    [['categories', 'list', 'x'], '参数过多', 'categories list'],
    [['build', '--output'], '选项 --output 缺少值', 'build'],
    [['validate', '--lang', 'fr'], '选项 --lang 的值 fr 不对，可用：zh, en', 'validate'],
    [
      ['validate', '--fail-on', 'note'],
      '选项 --fail-on 的值 note 不对，可用：errors, incomplete, unsettled, warning, never',
      'validate',
    ],
    [
      ['validate', '--format', 'jsn'],
      '选项 --format 的值 jsn 不对，可用：text, json, sarif, junit, github, gitlab, html',
      'validate',
    ],
    [['validate', '--as-of', '2021-02-30'], '选项 --as-of 的值 2021-02-30 不对，可用：YYYY-MM-DD', 'validate'],
    [['validate', '-f', 'json', '-f', 'text'], '两种格式不能都写到标准输出；其中一种写成 格式=文件', 'validate'],
    [['validate', '-f', 'json=a/../r', '-f', 'junit=r'], '两种格式不能写进同一个文件 r；各写各的文件', 'validate'],
    [['validate', '-f', 'json='], '选项 --format 的值 json= 不对，可用：json=FILE', 'validate'],
  ])('%j', async (argv, message, command) => {
    expect(await zjtx(argv)).toEqual(refusal(message, `用法见 zjtx${command === '' ? '' : ` ${command}`} --help`));
  });
  it('no command at all: the help, on standard error', async () => {
    expect(await zjtx([])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('用法') });
    expect(await zjtx(['categories'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.not.stringContaining('错误'),
    });
  });
  it('an option of another command is not named as its own nearest', async () => {
    expect(await zjtx(['--quiet', 'validate'])).toEqual(refusal('没有选项 --quiet', '用法见 zjtx --help'));
  });
  it('options of every command may stand before it', async () => {
    const ran = await zjtx(['--lang', 'en', 'validate'], { cwd: ready() });
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('eady') });
    expect((await zjtx(['--lang', 'fr', 'validate'])).code).toBe(2);
  });
  it('in English', async () => {
    const ran = await zjtx(['validat'], { env: { LANG: 'en_GB.UTF-8' } });
    expect(ran.stderr).toBe('zjtx error: there is no command validat; did you mean validate?\nfix: See zjtx --help\n');
  });
});

describe('2: input', () => {
  it('an empty folder', async () => {
    const message = '. 中没有申报材料，什么也没有检查';
    expect(await zjtx(['validate'])).toEqual(refusal(message, '材料文件应名为 dossier.yaml；也可以直接写出文件路径。'));
    expect((await zjtx(['build'])).code).toBe(2);
  });
  it('a path that is not there, a glob without a match', async () => {
    expect(await zjtx(['validate', '材料'])).toEqual(
      refusal('找不到 材料', '核对路径；文件夹中的材料应名为 dossier.yaml。'),
    );
    expect(await zjtx(['validate', '材料/*'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('材料/* 中没有申报材料'),
    });
  });
  it('an unknown category, with the nearest and where it is written', async () => {
    const cwd = ready(['category: jiangsu/2021/product', 'category: jiangsu/2021/prodct']);
    expect(await zjtx(['validate'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'zjtx 错误：没有类别 jiangsu/2021/prodct\n  dossier.yaml:4:11\n修正：是否指 jiangsu/2021/product？已知类别见 zjtx categories list\n',
    });
    expect((await zjtx(['categories', 'show', 'jiangsu/2021/prodct'])).code).toBe(2);
  });
  it('a definition with errors, with its lines', async () => {
    const cwd = ready(['category: jiangsu/2021/product', 'category: nowhere/2021/product']);
    mkdirSync(join(cwd, '类别/nowhere/2021'), { recursive: true });
    writeFileSync(
      join(cwd, '类别/nowhere/2021/product.yaml'),
      'format: 1\nextends: jiangsu/2021/base\ntitle: 试\ncriterias: {}\n',
    );
    const ran = await zjtx(['validate', 'dossier.yaml', '--schemas', '类别'], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('nowhere/2021/product.yaml:4:1');
    expect(ran.stderr).toMatch(/> +4 \| criterias: \{\}/);
    expect(ran.stderr).toContain('类别定义有 1 处错误');
    expect((await zjtx(['categories', 'list', '--schemas', '类别'], { cwd })).code).toBe(2);
  });

  it('for a folder of definitions that is not there', async () => {
    const ran = await zjtx(['categories', 'list', '--schemas', '没有']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('没有（找不到）');
    expect(ran.stderr).toContain('--schemas');
  });
  it('a bundle that is not there, the others being verified all the same', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'b.zip'), 'no zip');
    const ran = await zjtx(['verify', 'a.zip', 'b.zip'], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: expect.stringContaining('b.zip') });
    expect(ran.stderr).toMatch(/^zjtx 错误：不能读取材料包 .*a\.zip（找不到）\n/);
  });
});

describe('2: output', () => {
  it('a folder for what is written is made, and is not where it cannot be', async () => {
    const cwd = ready();
    writeFileSync(join(cwd, 'file'), '');
    const into = (folder: string) => [
      ['validate', '-q', '-f', `text=${folder}/a.txt`],
      ['match', '-f', `json=${folder}/b.json`],
      ['build', '--preview', '-o', `${folder}/c.pdf`],
    ];
    for (const argv of into('新/报告')) expect(await zjtx(argv, { cwd }), argv.join(' ')).toMatchObject({ code: 0 });
    expect(readdirSync(join(cwd, '新/报告'))).toEqual(['a.txt', 'b.json', 'c.pdf']);
    // A folder is never taken for the name of a file.
    for (const folder of ['新', '另'])
      expect(await zjtx(['build', '--preview', '-o', `${folder}/`], { cwd })).toMatchObject({
        code: 0,
        stdout: `已写入 ${folder}/申请表-预览.pdf（5 页）\n`,
      });
    expect(await zjtx(['validate', '-f', 'json=报告/'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('json=FILE'),
    });
    for (const argv of into('file/x')) {
      const { code, stderr } = await zjtx(argv, { cwd });
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('路径中有一级不是文件夹') });
    }
    expect(readFileSync(join(cwd, 'file'), 'utf8')).toBe('');
  });
  it('an output folder that is written as a bundle', async () => {
    const cwd = ready();
    const wrong = { code: 2, stdout: '', stderr: expect.stringContaining('材料包按企业和类别命名') };
    expect(await zjtx(['build', '-o', '我的.zip'], { cwd })).toMatchObject(wrong);
    expect(existsSync(join(cwd, '我的.zip'))).toBe(false);
  });
  it('an output folder that is a file', async () => {
    const cwd = ready();
    writeFileSync(join(cwd, 'out'), '');
    const ran = await zjtx(['build'], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('zjtx 错误：不能写入');
  });
});

describe('2: internal error', () => {
  it('prints the stack and whom to tell, and never looks like a finding', async () => {
    const ran = await zjtx(['validate'], {
      cwd: ready(),
      onWrite: (_, to) => {
        if (to === 'stdout') throw new TypeError('boom');
      },
    });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/^程序内部错误，这不是材料的问题。[^\n]*维护者：\nTypeError: boom\n {4}at /);
  });
});

describe('130', () => {
  it.each([
    ['fix', ['fix', '--all', '材料'], '材料/dossier.yaml：以下各处'],
    ['add', ['add', '收到', '--to', '材料'], '放哪些'],
    ['init', ['init', '新', '--category', 'jiangsu/2021/product'], '企业名称'],
  ])('Ctrl-C at a question of %s', async (name, argv, question) => {
    const cwd = emptyFolder();
    const dossier = readyIn(cwd, '材料', [['91320115MADEM0011B', '91320115MADEM00118']]);
    mkdirSync(join(cwd, '收到'));
    writeFileSync(join(cwd, '收到/IMG_1.JPG'), 'a');
    const before = readFileSync(join(dossier, 'dossier.yaml'), 'utf8');
    const { asker, asked } = person([[question, 'Ctrl-C']]);
    const { code, stderr } = await zjtx(argv, { cwd, asker });
    expect([code, asked.length]).toEqual([130, 1]);
    // The wizard has begun something, and says how to go on.
    expect(stderr).toBe(name === 'init' ? '' : '已中断，没有留下写了一半的文件\n');
    expect(readFileSync(join(dossier, 'dossier.yaml'), 'utf8')).toBe(before);
  });
  it('an interrupt before the run', async () => {
    const ran = await zjtx(['build'], { cwd: ready(), signal: AbortSignal.abort() });
    expect(ran).toEqual({ code: 130, stdout: '', stderr: '已中断：完成 0/1 份，没有留下写了一半的文件\n' });
  });
  it('an interrupt in the middle of a bundle leaves nothing behind', async () => {
    const cwd = ready();
    const stop = new AbortController();
    const onWrite = (text: string): void => {
      if (text.includes('打包')) stop.abort();
    };
    const ran = await zjtx(['build'], { cwd, signal: stop.signal, screen: true, onWrite });
    expect(ran).toMatchObject({ code: 130, stdout: '' });
    expect(ran.stderr).toContain('已中断：完成 0/1 份');
    expect(existsSync(join(cwd, 'out')) ? readdirSync(join(cwd, 'out')) : []).toEqual([]);
  });
  it('an interrupt between two dossiers keeps what is done out of the report', async () => {
    const cwd = emptyFolder();
    for (const name of ['a', 'b']) readyIn(cwd, name);
    const stop = new AbortController();
    const onWrite = (text: string): void => {
      if (text.includes('检查 2/2')) stop.abort();
    };
    const ran = await zjtx(['validate'], { cwd, signal: stop.signal, screen: true, onWrite });
    expect(ran).toMatchObject({ code: 130, stdout: '' });
    expect(ran.stderr).toMatch(/已中断：完成 [12]\/2 份/);
  });
});

describe('a batch', () => {
  it('goes on after a broken dossier and ends with the highest code', async () => {
    const cwd = emptyFolder();
    readyIn(cwd, 'a', [['category: jiangsu/2021/product', 'category: nowhere/2021/product']]);
    readyIn(cwd, 'b', [missingMobile]);
    readyIn(cwd, 'c', [['enterprise: 江苏', 'enterprise：江苏']]);
    readyIn(cwd, 'd');
    const ran = await zjtx(['validate'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(
      /^a\/dossier\.yaml\nzjtx 错误：没有类别 nowhere\/2021\/product\n {2}a\/dossier\.yaml:4:11\n/,
    );
    expect(ran.stdout).toContain('检查 3 份');
    expect((await zjtx(['validate', 'b', 'c', 'd'], { cwd })).code).toBe(1);
    expect((await zjtx(['validate', 'd'], { cwd })).code).toBe(0);
  });
  it('tells the faults of one definition once', async () => {
    const cwd = emptyFolder();
    const foreign = ['category: jiangsu/2021/product', 'category: nowhere/2021/product'] as const;
    for (const name of ['a', 'b']) readyIn(cwd, name, [foreign]);
    mkdirSync(join(cwd, '类别/nowhere/2021'), { recursive: true });
    writeFileSync(join(cwd, '类别/nowhere/2021/product.yaml'), 'format: 1\nextends: jiangsu/2021/bas\ntitle: 试\n');
    const ran = await zjtx(['validate', 'a', 'b', '--schemas', '类别'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stderr.match(/product\.yaml:2:10/g)).toHaveLength(1);
    expect(ran.stderr.match(/类别定义有 1 处错误/g)).toHaveLength(2);
  });
});
