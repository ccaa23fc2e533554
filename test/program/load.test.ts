// How the built program is loaded: what it answers by itself, and when it uses code that an earlier run has kept.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { ready } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const bin = resolve(import.meta.dirname, '../../bin/zjtx.js');

const start = (argv: readonly string[], env: NodeJS.ProcessEnv, cwd = emptyFolder()) =>
  spawnSync(process.execPath, [bin, ...argv], { cwd, encoding: 'utf8', env: { PATH: process.env.PATH, ...env } });

test.each(['zh', 'en'])('--help in %s is what commander prints', async (language) => {
  const { stdout } = await zjtx(['--help', '--lang', language]);
  for (const option of ['--help', '-h'])
    expect(start([option], { ZJTX_LANG: language })).toMatchObject({ status: 0, stdout, stderr: '' });
});

test('--version is what commander prints', async () => {
  const { stdout } = await zjtx(['--version']);
  for (const option of ['--version', '-V'])
    expect(start([option], {})).toMatchObject({ status: 0, stdout, stderr: '' });
});

test.runIf(existsSync('/proc/self'))('a folder that can never be made is told, and does not hold the run', () => {
  const env = { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8', XDG_CACHE_HOME: '/proc/no such' };
  // Only for what never ends.
  const limits = { timeout: 300_000, killSignal: 'SIGKILL' } as const;
  const run = (...argv: string[]) =>
    spawnSync(process.execPath, [bin, ...argv], { cwd: ready(), env, encoding: 'utf8', ...limits });
  expect(run('validate')).toMatchObject({ status: 0, stderr: '' });
  for (const argv of [
    ['validate', '-f', 'json=/proc/no such/a.json'],
    ['build', '-o', '/proc/no such'],
  ])
    expect(run(...argv)).toMatchObject({ status: 2, stderr: expect.stringContaining('不能写入 /proc/no such') });
});

describe('what is asked of V8', () => {
  const flagsUnder = (node: string): readonly string[] => {
    const folder = emptyFolder();
    const preload = join(folder, 'other-node.cjs');
    const versions = `{ value: { ...process.versions, node: '${node}' } }`;
    writeFileSync(
      preload,
      `Object.defineProperty(process, 'versions', ${versions});
require('node:v8').setFlagsFromString = (flag) => require('node:fs').writeSync(2, flag + '\\n');`,
    );
    const { stderr } = spawnSync(process.execPath, ['-r', preload, bin, 'categories', 'list'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return stderr.split('\n').filter((line) => line.startsWith('--'));
  };
  const tiering = '--wasm-tiering-budget=200000000';

  it('is nothing that this V8 does not know: it would print an error at every start', () => {
    const known = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8' }).stdout;
    const flags = flagsUnder(process.versions.node);
    expect(flags).toContain(tiering);
    for (const flag of flags) expect(known).toContain(`  ${flag.replace(/=.*/, '')} `);
  });

  // Checked with node --v8-options of each of them.
  it.each(['22.23.3', '24.21.0', '26.10.0'])('is nothing that only Node 20 knows, on Node %s', (node) => {
    expect(flagsUnder(node)).toEqual([tiering]);
  });
});

describe('what is kept of the code', () => {
  const argv = ['categories', 'list', '--lang', 'en'];
  const plain = start(argv, {}, tmpdir());
  /** How many runs have added to each file: what is below a folder. */
  const runs = (folder: string): readonly number[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))[32] ?? -1);
  const made = (home: string): string => {
    const all = join(home, '.cache/zjtx-code');
    return join(all, readdirSync(all)[0] ?? '');
  };

  it('is the user’s own, grows for three runs, and changes nothing', () => {
    const home = emptyFolder();
    for (const most of [1, 2, 3, 3]) {
      expect(start(argv, { HOME: home })).toMatchObject({ status: 0, stdout: plain.stdout, stderr: '' });
      expect(new Set(runs(made(home)))).toEqual(new Set([most]));
    }
    for (const name of readdirSync(made(home))) expect(statSync(join(made(home), name)).mode & 0o777).toBe(0o600);
    expect(statSync(made(home)).mode & 0o777).toBe(0o700);
  });

  it('is used again where a thread has opened PDFs, which sets V8 for all of the program', () => {
    const home = emptyFolder();
    for (const most of [1, 2]) {
      expect(start(['validate', '--no-cache', '--quiet'], { HOME: home }, ready())).toMatchObject({
        status: 0,
        stderr: '',
      });
      // What is refused counts from the start again.
      expect(Math.min(...runs(made(home)))).toBe(most);
    }
  });

  /** Each makes of what is kept something that may not be run. */
  const unsound: Record<string, (folder: string) => void> = {
    'another byte': (folder) =>
      each(folder, (path, bytes) => writeFileSync(path, bytes.fill(bytes[99] === 1 ? 2 : 1, 99, 100))),
    'half of it': (folder) => each(folder, (path, bytes) => writeFileSync(path, bytes.subarray(0, bytes.length / 2))),
    'nothing in it': (folder) => each(folder, (path) => writeFileSync(path, '')),
    'files that others may write': (folder) => each(folder, (path) => chmodSync(path, 0o666)),
    'a folder that others may write': (folder) => chmodSync(folder, 0o777),
    'a folder of folders that others may write': (folder) => chmodSync(join(folder, '..'), 0o777),
    'a link to a folder': (folder) => {
      renameSync(folder, `${folder}-there`);
      symlinkSync(`${folder}-there`, folder);
    },
  };
  const each = (folder: string, change: (path: string, bytes: Buffer) => void): void => {
    for (const name of readdirSync(folder)) change(join(folder, name), readFileSync(join(folder, name)));
  };
  it.each(Object.entries(unsound))('with %s it is not used', (_, change) => {
    const home = emptyFolder();
    start(argv, { HOME: home });
    const folder = made(home);
    change(folder);
    const [before] = [runs(folder)];
    expect(start(argv, { HOME: home })).toMatchObject({ status: 0, stdout: plain.stdout, stderr: '' });
    // A file that was used would have been written once more, as that of two runs.
    expect(runs(folder)).not.toContain(2);
    expect(before.length).toBe(runs(folder).length);
  });

  it('is asked for neither below the folder of the run, nor by a relative path, nor where it is not wanted', () => {
    const home = emptyFolder();
    mkdirSync(join(home, 'clients'));
    for (const [env, cwd] of [
      [{ HOME: home }, home],
      [{ HOME: join(home, 'clients') }, home],
      [{ XDG_CACHE_HOME: '.' }, home],
      [{ ZJTX_CACHE_DIR: home }, join(home, 'clients')],
      [{ HOME: home, NODE_DISABLE_COMPILE_CACHE: '1' }, join(home, 'clients')],
    ] as const) {
      expect(start(argv, env, cwd).status).toBe(0);
      expect(readdirSync(home, { recursive: true })).toEqual(['clients']);
    }
  });
});
