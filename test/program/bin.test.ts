// The built program as a process of its own: a reader that leaves early, signals and what they leave, and threads.
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import stringWidth from 'fast-string-width';
import { PDFDocument, PDFNumber } from 'pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import { ready, readyIn } from '../support/ready.ts';
import { emptyFolder } from '../support/terminal.ts';

const bin = resolve(import.meta.dirname, '../../bin/zjtx.js');

/** Has the program press Ctrl-C itself, at the same place on a slow and on a fast machine. */
const interrupting = ['--import', pathToFileURL(resolve(import.meta.dirname, '../support/interrupting.mjs')).href];

function start(argv: readonly string[], cwd: string, options: readonly string[] = [], more: NodeJS.ProcessEnv = {}) {
  // What Node itself keeps in the temporary folder is no file of ours.
  const env = { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8', NODE_DISABLE_COMPILE_CACHE: '1', ...more };
  const child = spawn(process.execPath, [...options, bin, ...argv], { cwd, env });
  const texts = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    texts.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    texts.stderr += chunk.toString();
  });
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    child.on('close', (code) => done({ code, ...texts }));
  });
  return { child, ended };
}

test('--help is set for a terminal of fewer columns than the page that was built', async () => {
  // A terminal of so many columns, as far as the program asks.
  const terminal = (columns: number): readonly string[] => {
    const code = `import tty from 'node:tty'; tty.isatty = () => true;
      Object.assign(process.stdout, { isTTY: true, columns: ${columns}, getColorDepth: () => 1, hasColors: () => false });`;
    return ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
  };
  const help = async (options: readonly string[]) => (await start(['--help'], emptyFolder(), options).ended).stdout;
  const widest = (text: string) => Math.max(...text.split('\n').map((line) => stringWidth(line)));
  const [narrow, wide, piped] = [await help(terminal(50)), await help(terminal(80)), await help([])];
  expect(wide).toBe(piped);
  expect(widest(piped)).toBeGreaterThan(50);
  expect(widest(narrow)).toBeLessThanOrEqual(50);
  expect(narrow.replace(/\s/g, '')).toBe(piped.replace(/\s/g, ''));
});

test('a refusal ends with 2', async () => {
  const ended = await start(['validate'], emptyFolder()).ended;
  expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('没有申报材料') });
});

test('a reader that leaves early is told of no fault, and nothing has passed', async () => {
  const { child, ended } = start(['categories', 'show', 'jiangsu/2021/product', '--json'], emptyFolder());
  child.stdout.destroy();
  expect(await ended).toMatchObject({ code: 141, stderr: '' });
});

test('validate keeps what it saw of files, says the same the second time, and keeps nothing where it is not to', async () => {
  const [cwd, cache] = [ready(), emptyFolder()];
  const run = (folder: string, ...more: readonly string[]) =>
    start(['validate', '-f', 'json', ...more], cwd, [], { ZJTX_CACHE_DIR: folder }).ended;
  const without = await run('');
  expect(without.code).toBe(0);
  expect(await run(cache, '--no-cache')).toMatchObject({ stdout: without.stdout });
  expect(readdirSync(cache)).toEqual([]);
  expect(await run(cache)).toMatchObject({ stdout: without.stdout });
  expect(readdirSync(cache)).toEqual(['traits']);
  expect(await run(cache)).toMatchObject({ stdout: without.stdout });
  // What comes with a dossier is no cache.
  expect(await run('附件')).toMatchObject({ stdout: without.stdout });
  expect(readdirSync(join(cwd, '附件'))).not.toContain('traits');
  expect((await start(['build'], cwd, [], { ZJTX_CACHE_DIR: emptyFolder() }).ended).code).toBe(0);
});

test('what a library says of a PDF does not stand beside what the program says', async () => {
  const cwd = ready();
  const file = join(cwd, '附件/审计报告/2018年度审计报告.pdf');
  const pdf = await PDFDocument.load(readFileSync(file));
  pdf.context.register(PDFNumber.of(1e20));
  writeFileSync(file, await pdf.save({ useObjectStreams: false }));
  expect(await start(['build', '--merge-slots', '-q'], cwd).ended).toMatchObject({ code: 0, stderr: '' });
});

let built: Promise<string> | undefined;

/** The path of a bundle, built once. */
function bundle(): Promise<string> {
  const make = async (): Promise<string> => {
    const cwd = readyIn(mkdtempSync(join(tmpdir(), 'zjtx-bin-')), 'ready');
    await start(['build'], cwd).ended;
    return join(cwd, 'out', readdirSync(join(cwd, 'out'))[0] ?? '');
  };
  built ??= make();
  return built;
}
afterAll(async () => {
  if (built !== undefined) rmSync(join(await built, '../../..'), { recursive: true, force: true });
  if (prepared !== undefined) rmSync(await prepared, { recursive: true, force: true });
});

let prepared: Promise<string> | undefined;

/** A folder with one of everything that a command is given, made once and changed by nobody. */
function atWork(): Promise<string> {
  const make = async (): Promise<string> => {
    const cwd = mkdtempSync(join(tmpdir(), 'zjtx-bin-'));
    cpSync(await bundle(), join(cwd, 'bundle.zip'));
    readyIn(cwd, 'ready');
    await start(['validate', 'ready', '-f', 'json=report.json'], cwd).ended;
    await start(['sheet', 'export', 'ready', '-o', 'book.xlsx'], cwd).ended;
    return cwd;
  };
  prepared ??= make();
  return prepared;
}

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])('%s ends a build and leaves nothing', async (signal, number) => {
  const cwd = ready();
  const { code, stdout, stderr } = await start(['build'], cwd, interrupting, { ZJTX_TEST_SIGNAL: signal }).ended;
  expect({ code, stdout }, stderr).toEqual({ code: number, stdout: '' });
  expect(stderr).toMatch(/^已中断.*没有留下写了一半的文件\n$/);
  expect(existsSync(join(cwd, 'out'))).toBe(false);
});

describe('a signal ends any command, and leaves nothing', () => {
  test.each([
    ['SIGTERM', 143, 'bundle.zip', ['verify', 'bundle.zip', 'bundle.zip']],
    ['SIGHUP', 129, 'bundle.zip', ['diff', 'bundle.zip', 'ready']],
    ['SIGTERM', 143, 'dossier.yaml', ['sheet', 'export', 'ready', '-o', 'new/a.xlsx']],
    ['SIGINT', 130, 'book.xlsx', ['sheet', 'import', 'book.xlsx', '-o', 'new']],
    ['SIGHUP', 129, 'report.json', ['report', 'merge', 'report.json', '-f', 'html=new.html']],
    ['SIGTERM', 143, 'dossier.yaml', ['preview', 'ready', '-o', 'new.pdf']],
    ['SIGINT', 130, 'dossier.yaml', ['attachments', 'ready']],
    ['SIGTERM', 143, 'schemas', ['init', 'new', '--category', 'jiangsu/2021/product', '--yes']],
  ] as const)('%s (%i) at %s: %j', async (signal, number, when, argv) => {
    const cwd = await atWork();
    const temporary = emptyFolder();
    const more = { ZJTX_TEST_SIGNAL: signal, ZJTX_TEST_WHEN: when, TMPDIR: temporary };
    const { code, stdout, stderr } = await start(argv, cwd, interrupting, more).ended;
    expect({ code, stdout }, stderr).toEqual({ code: number, stdout: '' });
    expect(stderr).toMatch(/^已中断[^\n]*没有留下写了一半的文件\n$/);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(cwd).sort()).toEqual(['book.xlsx', 'bundle.zip', 'ready', 'report.json']);
  });
});

test.each([
  ['build', 'ready', '-o', 'new/er'],
  ['build', 'ready', '-o', 'new/er', '--jobs', '2'],
  ['build', 'ready', '--preview', '-o', 'new.pdf'],
  ['sheet', 'export', 'ready', '-o', 'new/er/a.xlsx'],
  ['init', 'new', '--category', 'jiangsu/2021/product', '--yes'],
])('a run that cannot end by itself is ended, and leaves nothing: %s %s %s %s', async (...argv) => {
  const cwd = await atWork();
  const temporary = emptyFolder();
  const more = { ZJTX_TEST_SIGNAL: 'SIGTERM', ZJTX_TEST_WHEN: 'nothing', ZJTX_TEST_DISK: 'stuck', TMPDIR: temporary };
  const { code, stderr } = await start(argv, cwd, interrupting, more).ended;
  expect(code, stderr).toBe(143);
  expect(stderr).toMatch(/已中断[^\n]*没有留下写了一半的文件\n$/);
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(cwd).sort()).toEqual(['book.xlsx', 'bundle.zip', 'ready', 'report.json']);
  expect(readdirSync(join(cwd, 'ready'))).not.toContain('out');
});

test('what is asked of a busy system is not made once all is cleared away', async () => {
  const cwd = await atWork();
  const more = { ZJTX_TEST_WHEN: 'nothing', ZJTX_TEST_DISK: 'late', UV_THREADPOOL_SIZE: '1' };
  const argv = ['sheet', 'export', 'ready', '-o', 'a.xlsx'];
  const { code, stderr } = await start(argv, cwd, interrupting, more).ended;
  expect(code, stderr).toBe(130);
  expect(readdirSync(cwd).sort()).toEqual(['book.xlsx', 'bundle.zip', 'ready', 'report.json']);
});

test('a signal ends a verification, and nothing of the bundle stays', async () => {
  const temporary = emptyFolder();
  const env = { ZJTX_TEST_SIGNAL: 'SIGTERM', TMPDIR: temporary };
  expect((await start(['verify', await bundle()], emptyFolder(), interrupting, env).ended).code).toBe(143);
  expect(readdirSync(temporary)).toEqual([]);
});

test('what a killed run has left goes with the next one, and only that', async () => {
  const cwd = ready();
  const temporary = emptyFolder();
  const env = { ZJTX_TEST_SIGNAL: 'SIGKILL', TMPDIR: temporary };
  const left = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('.zjtx-'));
  expect((await start(['build'], cwd, interrupting, env).ended).code).toBeNull();
  const [part = ''] = left(join(cwd, 'out'));
  // Of a run that is at work still, of another machine, and what is only named alike.
  const others = [
    part.replace(/-\d+-/, `-${process.ppid}-`).replace(/-\d+-(\w+)$/, '-0-$1'),
    part.replace(/zjtx-\w{8}/, 'zjtx-00000000'),
    `${part}.txt`,
  ];
  for (const name of others) writeFileSync(join(cwd, 'out', name), '');
  expect((await start(['build'], cwd, [], { TMPDIR: temporary }).ended).code).toBe(0);
  expect([...left(join(cwd, 'out'))].sort()).toEqual([...others].sort());
  expect((await start(['verify', await bundle()], cwd, interrupting, env).ended).code).toBeNull();
  expect(left(temporary)).toHaveLength(1);
  expect((await start(['validate'], cwd, [], { TMPDIR: temporary }).ended).code).toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
});

test('an output that cannot be written is told in words', async () => {
  const cwd = ready();
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [bin, 'validate'], {
    cwd,
    env: { PATH: process.env.PATH },
    stdio: ['ignore', full, 'pipe'],
  });
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const code = await new Promise((done) => child.on('close', done));
  closeSync(full);
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^zjtx 错误：不能写到标准输出（磁盘已满）\n修正：[^\n]+\n$/),
  ]);
});

/** With how many open files a version of Node starts at all: with 18 or 21; below it only crashes. */
function fewest(): number {
  for (let most = 12; ; most += 1) {
    const argv = ['-c', `ulimit -c 0; ulimit -n ${most}; exec "$0" -e 0`, process.execPath];
    if (most === 64 || spawnSync('sh', argv).status === 0) return most;
  }
}

test.each([64, fewest() + 2])('a system that lets only few files be open is told of in words: %i', (most) => {
  const env = { PATH: process.env.PATH, LANG: 'en_GB.UTF-8' };
  const argv = ['-c', `ulimit -n ${most}; exec "$0" "$@"`, process.execPath, bin, 'validate'];
  const { status, stderr } = spawnSync('sh', argv, { cwd: ready(), env, encoding: 'utf8' });
  // With more the program may find room enough.
  if (most === 64 && status === 0) return;
  expect(status).toBe(2);
  expect(stderr).toMatch(/^zjtx(?: error)?: .*ulimit -n|^zjtx error: [^\n]*too many open files/s);
  expect(stderr).not.toMatch(/\n {4}at /);
});

/** Copies of one dossier under other names of enterprises, so that each has a bundle of its own. */
function clients(count: number): string {
  const [cwd, pattern] = [emptyFolder(), ready()];
  for (let index = 0; index < count; index += 1) {
    const own = join(cwd, `客户${index}`);
    cpSync(pattern, own, { recursive: true });
    const file = join(own, 'dossier.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('江苏示例精密', `江苏示例${'甲乙丙丁'[index] ?? ''}`));
  }
  return cwd;
}

test('several threads give the same reports and bundles as one', async () => {
  const cwd = clients(2);
  const build = (jobs: number) =>
    start(['build', '-o', `out${jobs}`, '--jobs', String(jobs), '-f', `json=${jobs}.json`, '-q'], cwd).ended;
  expect(await build(1)).toMatchObject({ code: 0, stderr: '' });
  expect(await build(2)).toMatchObject({ code: 0, stderr: '' });
  // The report names what was written, and where.
  const text = (jobs: number): string =>
    readFileSync(join(cwd, `${jobs}.json`), 'utf8').replaceAll(`out${jobs}/`, 'out/');
  expect(text(2)).toBe(text(1));
  const bundles = readdirSync(join(cwd, 'out1')).sort();
  expect(bundles).toHaveLength(2);
  expect(readdirSync(join(cwd, 'out2')).sort()).toEqual(bundles);
  for (const name of bundles) {
    expect(readFileSync(join(cwd, 'out2', name)).equals(readFileSync(join(cwd, 'out1', name)))).toBe(true);
  }
});

test('Ctrl-C ends all threads and leaves nothing half-written', async () => {
  const cwd = clients(4);
  const { code, stderr } = await start(['build', '--jobs', '2'], cwd, interrupting).ended;
  expect(code).toBe(130);
  expect(stderr).toMatch(/已中断.*没有留下写了一半的文件\n$/);
  // Where none of them was whole yet, there is no folder either.
  const left = existsSync(join(cwd, 'out')) ? readdirSync(join(cwd, 'out')) : [];
  expect(left.filter((name) => !name.endsWith('.zip'))).toEqual([]);
});
