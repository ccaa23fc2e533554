// Faults of the disk: each is told in words with the file and what to do, ends with 2 where nothing could be done, and leaves nothing.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { forget } from '../../src/batch/task.ts';
import { type Call, withCalls, withFault } from '../support/faults.ts';
import { ready, readyIn } from '../support/ready.ts';
import { emptyFolder, type Ran, zjtx } from '../support/terminal.ts';

// What another test has opened would not be read again.
beforeEach(forget);

const plain = /^zjtx 错误：[^\n]+\n修正：[^\n]+\n$/;

/** A run that could not: in words, with what to do, no code of the system and no stack. */
function expectTold({ code, stdout, stderr }: Ran, ...said: string[]): void {
  expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(plain);
  expect(stderr).not.toMatch(/(?<![-\w])E[A-Z]{3,}\b|node:|程序内部错误/);
  for (const one of said) expect(stderr).toContain(one);
}

const left = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.includes(`-${process.pid}-`)) : [];

describe('reading', () => {
  test.each<[Call, RegExp, string, string]>([
    ['read', /ready\/dossier\.yaml$/, 'EIO', '不能读取 dossier.yaml（磁盘读写出错）'],
    ['open', /ready\/dossier\.yaml$/, 'EACCES', '不能读取 dossier.yaml（没有权限）'],
    ['open', /ready\/dossier\.yaml$/, 'EBUSY', '不能读取 dossier.yaml（正被别的程序使用）'],
    ['open', /ready\/dossier\.yaml$/, 'EMFILE', '不能读取 dossier.yaml（打开的文件太多）'],
    ['lstat', /ready\/zjtx\.config\.yaml$/, 'EIO', '不能读取配置文件 zjtx.config.yaml（找不到）'],
    ['read', /schemas\/jiangsu\/2021\/product\.yaml$/, 'EIO', '不能读取类别定义 schemas/jiangsu/2021/product.yaml'],
    ['open', /schemas\/facts\.yaml$/, 'EPERM', '不能读取类别定义 schemas/facts.yaml（系统不允许）'],
    ['readdir', /ready\/?$/, 'EACCES', '不能读取 .（没有权限）'],
  ])('%s on %s: %s', async (call, path, code, said) => {
    const cwd = ready();
    expectTold(await withFault(call, path, code, () => zjtx(['validate'], { cwd })), said);
  });

  it('a folder below the one that is searched: the others are checked, and it is not passed over', async () => {
    const cwd = emptyFolder();
    readyIn(cwd, 'a');
    readyIn(cwd, 'b');
    const { code, stdout, stderr } = await withFault('readdir', /\/b\/?$/, 'EACCES', () => zjtx(['validate'], { cwd }));
    const told = /^zjtx 错误：不能读取 b（没有权限）\n修正：[^\n]+\n另有 1 处没能检查或生成[^\n]+\n$/;
    expect([code, stderr]).toEqual([2, expect.stringMatching(told)]);
    expect(stdout).toContain('a/dossier.yaml');
    mkdirSync(Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from([0xc4, 0xe3])]));
    expect((await zjtx(['validate'], { cwd })).stderr).toContain('文件名不是 UTF-8 编码');
  });

  it('a folder of definitions', async () => {
    const cwd = ready();
    const run = () => zjtx(['validate', 'dossier.yaml', '--schemas', '附件'], { cwd });
    expectTold(await withFault('readdir', /附件$/, 'EIO', run), '不能读取类别定义的文件夹', '磁盘读写出错');
    expect((await run()).code).toBe(0);
  });

  test.each<[Call, RegExp, string, string]>([
    ['open', /附件\/营业执照\/[^/]+$/, 'EACCES', '没有权限'],
    ['read', /附件\/营业执照\/[^/]+$/, 'EIO', '磁盘读写出错'],
    ['realpath', /附件\/营业执照\/[^/]+$/, 'ELOOP', '链接互相指向'],
    ['readdir', /附件\/省级表彰$/, 'EACCES', '没有权限'],
    ['stat', /附件\/省级表彰$/, 'EIO', '磁盘读写出错'],
  ])('an attachment: %s on %s: %s is a finding, and not that it is missing', async (call, path, code, said) => {
    const cwd = ready(['附件/省级表彰/2020年江苏省示例机械工业科技进步奖二等奖.jpg', '附件/省级表彰/*.jpg']);
    const {
      code: exit,
      stdout,
      stderr,
    } = await withFault(call, path, code, () => zjtx(['validate', 'dossier.yaml'], { cwd }));
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: '' });
    expect(stdout).toContain('(file-unreadable)');
    expect(stdout.replace(/\n +/g, '')).toContain(said);
    expect(stdout).not.toMatch(/file-missing|file-damaged|truncated/);
  });

  it('a name that is too long, a loop of links, a name that is no UTF-8', async () => {
    const named = '附件/营业执照/企业营业执照原件扫描件.jpg';
    const cwd = ready([named, '附件/营业执照/*']);
    writeFileSync(
      Buffer.concat([Buffer.from(`${cwd}/附件/营业执照/`), Buffer.from([0xc4, 0xe3]), Buffer.from('.pdf')]),
      'x',
    );
    symlinkSync('loop.pdf', join(cwd, '附件/营业执照/loop.pdf'));
    const { code, stdout } = await zjtx(['validate'], { cwd });
    expect(code).toBe(1);
    expect(stdout.replace(/\n +/g, '')).toContain('链接互相指向');
    expect(stdout.replace(/\n +/g, '')).toContain('文件名不是 UTF-8 编码');
    const long = await zjtx(['validate', `${'名'.repeat(100)}.yaml`], { cwd });
    expectTold(long, '（名称或路径太长）');
    expectTold(await zjtx(['validate', '\ufffd.yaml'], { cwd }), '文件名不是 UTF-8 编码');
  });
});

describe('writing', () => {
  test.each<[Call, RegExp, string, string]>([
    ['mkdir', /ready\/out$/, 'EROFS', '磁盘只读'],
    ['open', /out\/\.zjtx-/, 'EACCES', '没有权限'],
    ['write', /out\/\.zjtx-/, 'ENOSPC', '磁盘已满'],
    ['write', /out\/\.zjtx-/, 'EFBIG', '文件超过磁盘允许的大小'],
    ['sync', /out\/\.zjtx-/, 'EIO', '磁盘读写出错'],
    ['link', /out\/\.zjtx-/, 'EIO', '磁盘读写出错'],
    ['read', /out\/\.zjtx-/, 'EIO', '磁盘读写出错'],
    ['read', /templates\/guide\.css$/, 'EIO', '磁盘读写出错'],
  ])('a bundle: %s on %s: %s', async (call, path, code, said) => {
    const cwd = ready();
    expectTold(await withFault(call, path, code, () => zjtx(['build'], { cwd })), said);
    expect(existsSync(join(cwd, 'out')) ? readdirSync(join(cwd, 'out')) : []).toEqual([]);
  });

  it('a folder that is removed while the bundle is written', async () => {
    const cwd = ready();
    const remove = () => rmSync(join(cwd, 'out'), { recursive: true });
    const { result } = await withCalls('link', /out\/\.zjtx-/, remove, () => zjtx(['build'], { cwd }));
    expectTold(result, '不能写入', '找不到');
  });

  it('a disk that knows no second name for a file gets the bundle by another way', async () => {
    const cwd = ready();
    const { code } = await withFault('link', /out\/\.zjtx-/, 'EPERM', () => zjtx(['build'], { cwd }));
    expect([code, readdirSync(join(cwd, 'out')).length]).toEqual([0, 1]);
  });

  test.each<[Call, RegExp, string]>([
    ['write', /out\/\.zjtx-[^/]+\/.*dossier\.yaml$/, 'ENOSPC'],
    ['openSync', /out\/\.zjtx-[^/]+\/.*dossier\.yaml$/, 'ENOSPC'],
  ])('the unpacked tree on a full disk: %s', async (call, path, code) => {
    const cwd = ready();
    const ran = await withFault(call, path, code, () => zjtx(['build', '--folder'], { cwd }));
    expectTold(ran, '磁盘已满', 'jiangsu-2021-product（');
    expect(ran.stderr).not.toContain('不同');
    expect(readdirSync(join(cwd, 'out')).every((name) => name.endsWith('.zip'))).toBe(true);
  });

  it('a report: the old one stays whole', async () => {
    const cwd = ready();
    const file = join(cwd, 'r.json');
    writeFileSync(file, 'old');
    const run = () => zjtx(['validate', '-f', 'json=r.json'], { cwd });
    for (const [call, code, said, fix] of [
      ['write', 'ENOSPC', '磁盘已满', '腾出磁盘空间'],
      ['sync', 'EIO', '磁盘读写出错', '换一个磁盘'],
      ['rename', 'EBUSY', '正被别的程序使用', '先关闭'],
    ] as const) {
      expectTold(await withFault(call, /ready\/\.zjtx-/, code, run), '不能写入 r.json', said, fix);
      expect([readFileSync(file, 'utf8'), left(cwd)]).toEqual(['old', []]);
    }
  });

  it('a dossier that is written anew: it is as it was', async () => {
    const cwd = ready();
    const before = readFileSync(join(cwd, 'dossier.yaml'));
    const run = () => zjtx(['attest', '--by', '林晓雯', '--all'], { cwd });
    for (const [call, path, code, said] of [
      ['write', /\/\.zjtx-/, 'ENOSPC', '磁盘已满'],
      ['rename', /\/\.zjtx-/, 'EBUSY', '正被别的程序使用'],
    ] as const) {
      expectTold(await withFault(call, path, code, run), '没有改动', said);
      expect([readFileSync(join(cwd, 'dossier.yaml')), left(cwd)]).toEqual([before, []]);
    }
  });
});

describe('verify', () => {
  it('says of a disk that fails, and of a full one, what they are', async () => {
    const cwd = ready();
    await zjtx(['build'], { cwd });
    const zip = join('out', readdirSync(join(cwd, 'out'))[0] ?? '');
    const run = () => zjtx(['verify', zip], { cwd });
    expectTold(await withFault('read', /\.zip$/, 'EIO', run), '不能读取材料包', '磁盘读写出错');
    expectTold(await withFault('open', /\.zip$/, 'EACCES', run), '不能读取材料包', '没有权限');
    expectTold(await withFault('mkdir', /\/\.zjtx-[^/]*$/, 'ENOSPC', run), '临时文件夹', '磁盘已满', 'TMPDIR');
    expectTold(await withFault('write', /\/\.zjtx-[^/]*\/.*\.pdf$/, 'ENOSPC', run), '临时文件夹', '磁盘已满');
    expect(left(tmpdir())).toEqual([]);
    expect((await run()).code).toBe(0);
  });
});
