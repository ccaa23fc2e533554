// Signatures before minisign itself: it accepts ours, we accept its own, and the password is asked without an echo.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './judges.ts';

const root = resolve(import.meta.dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'zjtx-sign-'));
const example = join(root, 'examples/jiangsu-2021-product/ready');
const out = join(work, 'out');
let zip = '';

const zjtx = (argv: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [join(root, 'bin/zjtx.js'), ...argv], {
    encoding: 'utf8',
    cwd: work,
    env: { ...process.env, ...env },
  });

/** minisign's own, with what it reads from its input: passwords. */
const minisign = (argv: readonly string[], input = '') =>
  spawnSync('minisign', argv, { encoding: 'utf8', cwd: work, input });

beforeAll(() => {
  // The judge is asserted present first; the keys are its own.
  expect(ask('minisign', ['-v']).code).toBe(0);
  expect(minisign(['-G', '-W', '-f', '-p', 'plain.pub', '-s', 'plain.key']).status).toBe(0);
  expect(minisign(['-G', '-f', '-p', 'locked.pub', '-s', 'locked.key'], '密码\n密码\n').status).toBe(0);
  const built = zjtx(['build', example, '-o', out, '--sign', 'plain.key', '--quiet']);
  expect(built.status, built.stderr).toBe(0);
  zip = join(out, readdirSync(out).find((name) => name.endsWith('.zip')) ?? '');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('our signature', () => {
  it('is good for minisign, which prints its comment', () => {
    const judged = ask('minisign', ['-Vm', zip, '-p', 'plain.pub'], { cwd: work });
    expect(judged.code, judged.err).toBe(0);
    expect(judged.out).toMatch(/Trusted comment: zjtx \S+ 江苏.*\.zip sha256:[0-9a-f]{64}/);
    expect(zjtx(['verify', zip, '--key', 'plain.pub']).status).toBe(0);
  });

  it('is not good for minisign over another file', () => {
    const other = join(work, 'other.zip');
    writeFileSync(other, Buffer.concat([readFileSync(zip), Buffer.from('x')]));
    copyFileSync(`${zip}.minisig`, `${other}.minisig`);
    expect(ask('minisign', ['-Vm', other, '-p', 'plain.pub'], { cwd: work }).code).not.toBe(0);
    expect(zjtx(['verify', other, '--key', 'plain.pub']).status).toBe(1);
  });

  it('is good when made with an encrypted key', () => {
    const made = zjtx(['build', example, '-o', out, '--sign', 'locked.key', '--force', '--quiet'], {
      ZJTX_KEY_PASSWORD: '密码',
    });
    expect(made.status, made.stderr).toBe(0);
    expect(ask('minisign', ['-Vm', zip, '-p', 'locked.pub'], { cwd: work }).code).toBe(0);
  });
});

it('a signature of minisign is good for us', () => {
  expect(minisign(['-S', '-s', 'plain.key', '-m', zip, '-t', '江苏示例 2021 年度']).status).toBe(0);
  const judged = zjtx(['verify', zip, '--key', 'plain.pub']);
  expect(judged.status, judged.stdout + judged.stderr).toBe(0);
  expect(judged.stdout).toContain('江苏示例 2021 年度');
  expect(zjtx(['verify', zip, '--key', 'locked.pub']).status).toBe(1);
});

const typed = `
import os, pexpect, sys
child = pexpect.spawn(sys.argv[1], sys.argv[2:], encoding='utf-8', timeout=600)
child.expect('locked.key')
child.expect('[:：]')
child.sendline('密码')
child.expect(pexpect.EOF)
child.close()
print(child.before)
sys.exit(child.exitstatus)
`;

it('the password is asked on a terminal and does not show there', () => {
  const run = ask(
    '/usr/bin/python3',
    [
      '-c',
      typed,
      process.execPath,
      join(root, 'bin/zjtx.js'),
      'build',
      example,
      '-o',
      out,
      '--sign',
      'locked.key',
      '--force',
    ],
    { cwd: work },
  );
  expect(run.code, run.out + run.err).toBe(0);
  expect(run.out).toContain('.minisig');
  expect(run.out).not.toContain('密码\r');
  expect(ask('minisign', ['-Vm', zip, '-p', 'locked.pub'], { cwd: work }).code).toBe(0);
});
