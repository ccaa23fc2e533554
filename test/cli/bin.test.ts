// The built program as a process of its own: its version, a reader that leaves early, Ctrl-C, and threads.
import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { version } from '../../src/version.ts';
import { ready } from '../support/ready.ts';
import { emptyFolder } from '../support/terminal.ts';

const bin = resolve(import.meta.dirname, '../../bin/zjtx.js');

/** Has the program press Ctrl-C itself, at the same place on a slow and on a fast machine. */
const interrupting = ['--import', pathToFileURL(resolve(import.meta.dirname, '../support/interrupting.mjs')).href];

function start(argv: readonly string[], cwd: string, options: readonly string[] = []) {
  const env = { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8' };
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

test('--version', async () => {
  expect(await start(['--version'], emptyFolder()).ended).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('a refusal ends with 2', async () => {
  const ended = await start(['validate'], emptyFolder()).ended;
  expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('没有申报材料') });
});

test('a reader that leaves early is no fault', async () => {
  const { child, ended } = start(['categories', 'show', 'jiangsu/2021/product', '--json'], emptyFolder());
  child.stdout.destroy();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

test('Ctrl-C during a build ends with 130 and leaves nothing', async () => {
  const cwd = ready();
  const { code, stdout, stderr } = await start(['build'], cwd, interrupting).ended;
  expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  expect(stderr).toBe('已中断：完成 0/1 份，没有留下写了一半的文件\n');
  expect(readdirSync(join(cwd, 'out'))).toEqual([]);
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
  const cwd = clients(3);
  const build = (jobs: number) =>
    start(['build', '-o', `out${jobs}`, '--jobs', String(jobs), '-f', `json=${jobs}.json`, '-q'], cwd).ended;
  expect(await build(1)).toMatchObject({ code: 0, stderr: '' });
  expect(await build(3)).toMatchObject({ code: 0, stderr: '' });
  const text = (jobs: number): string => readFileSync(join(cwd, `${jobs}.json`), 'utf8');
  expect(text(3)).toBe(text(1));
  const bundles = readdirSync(join(cwd, 'out1')).sort();
  expect(bundles).toHaveLength(3);
  expect(readdirSync(join(cwd, 'out3')).sort()).toEqual(bundles);
  for (const name of bundles) {
    expect(readFileSync(join(cwd, 'out3', name)).equals(readFileSync(join(cwd, 'out1', name)))).toBe(true);
  }
});

test('Ctrl-C ends all threads and leaves nothing half-written', async () => {
  const cwd = clients(4);
  const { code, stderr } = await start(['build', '--jobs', '2'], cwd, interrupting).ended;
  expect(code).toBe(130);
  expect(stderr).toMatch(/已中断：完成 \d\/4 份，没有留下写了一半的文件\n$/);
  expect(readdirSync(join(cwd, 'out')).filter((name) => !name.endsWith('.zip'))).toEqual([]);
});
