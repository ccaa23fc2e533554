// The door for writing: whole or not at all, never through a link, never over what is somebody's.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { codeOf } from '../../src/files/fault.ts';
import { realPath } from '../../src/files/folder.ts';
import { makeFolder } from '../../src/files/temporary.ts';
import { exchangeFolder, fillNew, writeOutput, writeWhole } from '../../src/files/write.ts';
import { systemError, withCalls } from '../support/faults.ts';
import { pipeIn } from '../support/odd-files.ts';
import { emptyFolder } from '../support/terminal.ts';

const codeFrom = (run: Promise<unknown>): Promise<string> => run.then(() => 'written', codeOf);
const read = (path: string): string => readFileSync(path, 'utf8');

it('writes a file whole, with its mode, and leaves nothing beside it', async () => {
  const folder = emptyFolder();
  const path = join(folder, 'a.txt');
  await writeWhole(path, ['one ', 'two'], { over: false, mode: 0o600 });
  expect([read(path), statSync(path).mode & 0o777]).toEqual(['one two', 0o600]);
  await writeWhole(path, 'three', { over: true });
  expect([read(path), readdirSync(folder)]).toEqual(['three', ['a.txt']]);
});

test('what stands there stays, unless it may be replaced', async () => {
  const folder = emptyFolder();
  const path = join(folder, 'a.txt');
  writeFileSync(path, 'mine');
  // Whoever reads of it knows the name that was asked for, and not that of the file meanwhile.
  await expect(writeWhole(path, 'x', { over: false })).rejects.toMatchObject({ code: 'EEXIST', path });
  expect([read(path), readdirSync(folder)]).toEqual(['mine', ['a.txt']]);
});

test('a fault while it is written names the file that was asked for', async () => {
  const path = join(emptyFolder(), '证书.pdf');
  for (const [call, code] of [
    ['open', 'EACCES'],
    ['write', 'ENOSPC'],
    ['link', 'EEXIST'],
  ] as const) {
    const fail = (failing: string): never => {
      throw systemError(code, call, call === 'write' ? undefined : failing);
    };
    const writing = withCalls(call, /\.zjtx-/, fail, () => writeWhole(path, 'x', { over: false }));
    await expect(writing).rejects.toMatchObject({ code, path });
  }
  expect(readdirSync(join(path, '..'))).toEqual([]);
});

test('no link, folder or pipe is written through or over', async () => {
  const folder = emptyFolder();
  const outside = join(emptyFolder(), 'mine');
  writeFileSync(outside, 'mine');
  symlinkSync(outside, join(folder, 'link'));
  symlinkSync(`${outside}.none`, join(folder, 'dangling'));
  mkdirSync(join(folder, 'folder'));
  pipeIn(folder, 'pipe');
  const odd = { link: 'link', dangling: 'link', folder: 'EISDIR', pipe: 'not a regular file' };
  for (const [name, code] of Object.entries(odd)) {
    const path = join(folder, name);
    expect(await codeFrom(writeWhole(path, 'x', { over: true })), name).toBe(code);
    expect(await codeFrom(writeOutput(path, ['x'])), name).toBe(code);
    expect(await codeFrom(writeWhole(path, 'x', { over: false })), name).toBe('EEXIST');
  }
  expect([read(outside), existsSync(`${outside}.none`)]).toEqual(['mine', false]);
  expect(readdirSync(folder).sort()).toEqual(['dangling', 'folder', 'link', 'pipe']);
});

test('nothing is left when the content fails in the middle', async () => {
  const folder = emptyFolder();
  const content = function* (): Generator<string> {
    yield 'half';
    throw new Error('boom');
  };
  writeFileSync(join(folder, 'a.txt'), 'mine');
  await expect(writeWhole(join(folder, 'a.txt'), content(), { over: true })).rejects.toThrow('boom');
  expect([read(join(folder, 'a.txt')), readdirSync(folder)]).toEqual(['mine', ['a.txt']]);
});

test('folders are made, behind no link that leads out', async () => {
  const folder = emptyFolder();
  const outside = emptyFolder();
  symlinkSync(outside, join(folder, '附件'));
  symlinkSync(join(outside, 'none'), join(folder, '.zjtx'));
  mkdirSync(join(folder, 'real'));
  symlinkSync('real', join(folder, 'inside'));
  expect(await codeFrom(makeFolder(join(folder, '附件/01'), folder))).toBe('link');
  expect(await codeFrom(writeWhole(join(folder, '附件/01/a.txt'), 'x', { over: false, within: folder }))).toBe('link');
  expect(await codeFrom(makeFolder(join(folder, '.zjtx/a'), folder))).toBe('ENOENT');
  expect(readdirSync(outside)).toEqual([]);
  await writeWhole(join(folder, 'inside/a/b.txt'), 'x', { over: false, within: folder });
  expect(read(join(folder, 'real/a/b.txt'))).toBe('x');
});

test('the place that a person names may be one of the system', async () => {
  expect(await codeFrom(writeOutput('/dev/null', ['x']))).toBe('written');
  expect(await codeFrom(writeOutput('/dev/full', ['x']))).toBe('ENOSPC');
  expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
});

test('a new file of a folder of our own; a folder that takes the place of another', async () => {
  const folder = emptyFolder();
  await fillNew(join(folder, 'a'), 0o644, async (write) => write(Buffer.from('x')));
  symlinkSync('b', join(folder, 'c'));
  expect(await codeFrom(fillNew(join(folder, 'c'), 0o644, async () => undefined))).toBe('EEXIST');
  expect(readlinkSync(join(folder, 'c'))).toBe('b');
  mkdirSync(join(folder, 'old'));
  writeFileSync(join(folder, 'old/a'), 'old');
  expect(await codeFrom(exchangeFolder(join(folder, 'none'), join(folder, 'old'), true))).toBe('ENOENT');
  expect(read(join(folder, 'old/a'))).toBe('old');
});

describe('on Windows', () => {
  const onWindows = (): void => {
    const { platform } = process;
    Object.defineProperty(process, 'platform', { value: 'win32' });
    onTestFinished(() => {
      Object.defineProperty(process, 'platform', { value: platform });
    });
  };
  /** Calls that fail while `times` is not used up. */
  const failing = (code: string, times: number) => {
    let left = times;
    return (path: string): void => {
      left -= 1;
      if (left >= 0) throw systemError(code, 'rename', path);
    };
  };

  it('a name that a scanner looks at just now is waited for', async () => {
    onWindows();
    const folder = emptyFolder();
    const path = join(folder, 'a.zip');
    writeFileSync(path, 'old');
    await withCalls('rename', /a\.zip$/, failing('EPERM', 2), () => writeWhole(path, 'new', { over: true }));
    expect([read(path), readdirSync(folder)]).toEqual(['new', ['a.zip']]);
  });

  it('a file that another program holds is told from one that may not be written', async () => {
    onWindows();
    const folder = emptyFolder();
    const path = join(folder, 'a.zip');
    writeFileSync(path, 'old');
    const always = failing('EPERM', 99);
    const code = (): Promise<string> =>
      withCalls('rename', /a\.zip$/, always, () => codeFrom(writeWhole(path, 'new', { over: true }))).then(
        ({ result }) => result,
      );
    expect(await code()).toBe('EBUSY');
    const { result } = await withCalls(
      'open',
      /a\.zip$/,
      (at) => {
        throw systemError('EPERM', 'open', at);
      },
      code,
    );
    expect(result).toBe('EPERM');
    expect([read(path), readdirSync(folder)]).toEqual(['old', ['a.zip']]);
  });

  it('a folder that cannot be replaced is where it was, or beside it, never gone', async () => {
    onWindows();
    const folder = emptyFolder();
    const [made, old] = [join(folder, 'made'), join(folder, 'old')];
    for (const one of [made, old]) mkdirSync(one);
    writeFileSync(join(old, 'a'), 'old');
    const exchange = () => codeFrom(exchangeFolder(made, old, true));
    // A share of another system would let it be moved.
    const inside = await withCalls('open', /old\/a$/, failing('EBUSY', 99), exchange);
    expect([inside.result, readdirSync(folder).sort()]).toEqual(['EBUSY', ['made', 'old']]);
    const onWay = (path: RegExp): Promise<string> =>
      withCalls('rename', path, failing('EBUSY', 99), exchange).then(({ result }) => result);
    expect(await onWay(/made$/)).toBe('EBUSY');
    expect([read(join(old, 'a')), readdirSync(folder).sort()]).toEqual(['old', ['made', 'old']]);
    // Neither the new one in its place nor the old one back: both are on the way to the same name.
    let moved = 0;
    const { result } = await withCalls(
      'rename',
      /old/,
      (path) => {
        moved += 1;
        if (moved > 1) throw systemError('EBUSY', 'rename', path);
      },
      exchange,
    );
    expect([result, read(join(folder, 'old（原有）', 'a'))]).toEqual(['set aside', 'old']);
  });

  it('where the system cannot tell a path without links, they are followed step by step', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    const fails = (): Promise<string> =>
      withCalls('realpath', /b$/, failing('EISDIR', 1), () => realPath(join(folder, 'b'))).then(({ result }) => result);
    await expect(fails()).rejects.toMatchObject({ code: 'EISDIR' });
    onWindows();
    expect(await fails()).toBe(join(folder, 'a'));
  });
});
