// A dossier is written anew whole or not at all: whatever stands in the way, the file is as it was and nothing lies beside it.
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { chown } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rewrite, rewriteAgain } from '../../src/batch/rewrite.ts';
import { Stop } from '../../src/findings/stop.ts';
import { withFault } from '../support/faults.ts';
import { emptyFolder } from '../support/terminal.ts';

const before = Buffer.from('a: 1\r\n');
const after = Buffer.from('a: 2\r\n');

function dossier(): { folder: string; path: string } {
  const folder = emptyFolder();
  chmodSync(folder, 0o777);
  const path = join(folder, 'dossier.yaml');
  writeFileSync(path, before, { mode: 0o640 });
  return { folder, path };
}

/** Root may write everywhere: as another user then. */
async function asSomebody<T>(path: string, run: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0 || process.seteuid === undefined) return run();
  const nobody = 65534;
  await chown(path, nobody, nobody);
  process.seteuid(nobody);
  try {
    return await run();
  } finally {
    process.seteuid(0);
  }
}

const stopped = async (run: Promise<unknown>): Promise<string> => {
  const error = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Stop ? error.zh.message : 'written';
};

it('keeps the mode, and the file as it was beside it', async () => {
  const { folder, path } = dossier();
  expect(await rewrite(path, before, after, 'x/dossier.yaml')).toBe('x/dossier.yaml.bak');
  expect(readFileSync(path)).toEqual(after);
  expect(readFileSync(`${path}.bak`)).toEqual(before);
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder)).toEqual(['dossier.yaml', 'dossier.yaml.bak']);
});

it.each([
  ['EBUSY', '正被别的程序使用'],
  ['EPERM', '系统不允许'],
])('gives up when another program holds the file: %s', async (code, said) => {
  const { folder, path } = dossier();
  const refused = withFault('rename', /dossier\.yaml$/, code, () => stopped(rewrite(path, before, after, 'd.yaml')));
  expect(await refused).toContain(`d.yaml（${said}）`);
  expect(readFileSync(path)).toEqual(before);
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

it('never loses a backup, whoever made it, and uses one again that holds the same', async () => {
  const { folder, path } = dossier();
  writeFileSync(`${path}.bak`, 'somebody wrote this\n');
  expect(await rewrite(path, before, after, 'dossier.yaml')).toBe('dossier.yaml.bak-2');
  expect(await rewrite(path, after, before, 'dossier.yaml')).toBe('dossier.yaml.bak-3');
  expect(await rewrite(path, before, after, 'dossier.yaml')).toBe('dossier.yaml.bak-2');
  expect(await rewriteAgain(path, after, before, 'dossier.yaml')).toBeUndefined();
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  expect(readdirSync(folder).map((name) => [name, read(name)])).toEqual([
    ['dossier.yaml', 'a: 1\r\n'],
    ['dossier.yaml.bak', 'somebody wrote this\n'],
    ['dossier.yaml.bak-2', 'a: 1\r\n'],
    ['dossier.yaml.bak-3', 'a: 2\r\n'],
  ]);
});

it('writes a backup through no link, and past a folder', async () => {
  const { folder, path } = dossier();
  const outside = join(emptyFolder(), 'mine');
  writeFileSync(outside, 'mine\n');
  symlinkSync(outside, `${path}.bak`);
  symlinkSync(join(folder, 'nowhere'), `${path}.bak-2`);
  mkdirSync(`${path}.bak-3`);
  expect(await rewrite(path, before, after, 'dossier.yaml')).toBe('dossier.yaml.bak-4');
  expect(readFileSync(outside, 'utf8')).toBe('mine\n');
  expect(readFileSync(`${path}.bak-4`)).toEqual(before);
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});

it('lets a link inside the folder stay one, and writes through none that leads out', async () => {
  const { folder, path } = dossier();
  const link = join(folder, 'link.yaml');
  symlinkSync('dossier.yaml', link);
  expect(await rewrite(link, before, after, 'link.yaml')).toBe('dossier.yaml.bak');
  expect([lstatSync(link).isSymbolicLink(), readFileSync(path)]).toEqual([true, after]);
  const outside = dossier();
  rmSync(link);
  symlinkSync(outside.path, link);
  expect(await stopped(rewrite(link, before, after, 'link.yaml'))).toBe('link.yaml 是指向别处的链接，没有改动');
  expect([readFileSync(outside.path), readdirSync(outside.folder)]).toEqual([before, ['dossier.yaml']]);
});

it('leaves a file alone that is read-only, and a folder', async () => {
  const file = dossier();
  chmodSync(file.path, 0o444);
  const said = await asSomebody(file.path, () => stopped(rewrite(file.path, before, after, 'd.yaml')));
  expect(said).toContain('d.yaml（没有权限），原有的文件没有改动');
  expect(readFileSync(file.path)).toEqual(before);
  expect(readdirSync(file.folder)).toEqual(['dossier.yaml']);

  const { folder, path } = dossier();
  chmodSync(folder, 0o555);
  expect(await asSomebody(path, () => stopped(rewrite(path, before, after, 'd.yaml')))).toContain('没有改动');
  chmodSync(folder, 0o755);
  expect(readFileSync(path)).toEqual(before);
  expect(readdirSync(folder)).toEqual(['dossier.yaml']);
});

it('does not write over what changed in the meantime', async () => {
  const { path } = dossier();
  writeFileSync(path, 'a: 3\n');
  expect(await stopped(rewrite(path, before, after, 'd.yaml'))).toContain('被改动过');
  expect(readFileSync(path, 'utf8')).toBe('a: 3\n');
});
