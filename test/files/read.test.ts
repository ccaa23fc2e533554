// The door for reading: what is no plain file, too large, or not the same any more is refused in time, and never hangs.
import { appendFileSync, mkdirSync, renameSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { codeOf } from '../../src/files/fault.ts';
import { see } from '../../src/files/folder.ts';
import { digestFile, openPlain, piecesIn, readPlain, withPlain } from '../../src/files/read.ts';
import { pipeIn, socketIn, zerosIn } from '../support/odd-files.ts';
import { emptyFolder } from '../support/terminal.ts';

const codeFrom = (run: Promise<unknown>): Promise<string> => run.then(() => 'read', codeOf);

const file = (text: string | Uint8Array = 'text'): string => {
  const path = join(emptyFolder(), 'a.txt');
  writeFileSync(path, text);
  return path;
};

it('reads a plain file, also through a link, whole or piece by piece', async () => {
  const bytes = Buffer.alloc(3 * 1024 * 1024 + 1, 'zjtx');
  const path = file(bytes);
  const link = `${path}.link`;
  symlinkSync(path, link);
  expect((await readPlain(link, bytes.length)).equals(bytes)).toBe(true);
  const pieces: Buffer[] = [];
  for await (const piece of piecesIn(path)) pieces.push(piece);
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  expect(await digestFile(file(''))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect((await readPlain(file(''), 0)).length).toBe(0);
});

it('reads many at once, a few at a time', async () => {
  const [path, none] = [file(), join(emptyFolder(), 'none')];
  const all = Array.from({ length: 60 }, (_, at) => codeFrom(readPlain(at % 3 === 0 ? none : path, 4)));
  expect(new Set(await Promise.all(all))).toEqual(new Set(['read', 'ENOENT']));
  expect(await codeFrom(readPlain(path, 4))).toBe('read');
});

test('a folder, a pipe, a socket and a device are refused without being opened', async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'folder'));
  expect(await codeFrom(readPlain(join(folder, 'folder'), 9))).toBe('EISDIR');
  const odd = [pipeIn(folder, 'pipe'), await socketIn(folder, 'socket'), zerosIn(folder, 'zeros'), '/dev/zero'];
  for (const path of odd) {
    expect(await codeFrom(readPlain(path, 9)), path).toBe('not a regular file');
    expect(await codeFrom(openPlain(path)), path).toBe('not a regular file');
    expect(await codeFrom(digestFile(path)), path).toBe('not a regular file');
  }
  expect(await codeFrom(readPlain(join(folder, 'none'), 9))).toBe('ENOENT');
});

test('a file that is too large is refused before it is read', async () => {
  const path = file('1234');
  expect(await codeFrom(readPlain(path, 4))).toBe('read');
  expect(await codeFrom(readPlain(path, 3))).toBe('too large');
  truncateSync(path, 300 * 1024 ** 3);
  expect(await codeFrom(readPlain(path, 16 * 1024 * 1024))).toBe('too large');
});

test('a link is refused where a plain name is asked for', async () => {
  const path = file();
  symlinkSync(path, `${path}.link`);
  expect(await codeFrom(readPlain(`${path}.link`, 9, { plainName: true }))).toBe('link');
  expect(await codeFrom(readPlain(path, 9, { plainName: true }))).toBe('read');
});

test('a file that was seen before has to be the same', async () => {
  const changes: Record<string, (path: string) => void> = {
    'written anew with its old times': (path) => {
      writeFileSync(path, 'TEXT');
      utimesSync(path, 1_000_000, 1_000_000);
    },
    longer: (path) => appendFileSync(path, '!'),
    'another file of the same size': (path) => {
      writeFileSync(`${path}.new`, 'text');
      renameSync(`${path}.new`, path);
    },
    'a link to a file of the same size': (path) => {
      renameSync(path, `${path}.old`);
      symlinkSync(`${path}.old`, path);
    },
    'a pipe': (path) => {
      renameSync(path, `${path}.old`);
      pipeIn(join(path, '..'), 'a.txt');
    },
  };
  for (const [name, change] of Object.entries(changes)) {
    const path = file();
    utimesSync(path, 1_000_000, 1_000_000);
    const { identity } = await see(path);
    expect(await codeFrom(readPlain(path, 9, { plainName: true, as: identity }))).toBe('read');
    change(path);
    expect(await codeFrom(readPlain(path, 9, { plainName: true, as: identity })), name).toBe('changed');
    expect(await codeFrom(digestFile(path, { plainName: true, as: identity })), name).toBe('changed');
  }
  const path = file();
  const { identity } = await see(path);
  // Each by itself: what a system does not change with the others may still be told.
  for (const key of ['dev', 'ino', 'size', 'mtimeNs', 'ctimeNs'] as const)
    expect(await codeFrom(readPlain(path, 9, { as: { ...identity, [key]: identity[key] + 1n } })), key).toBe('changed');
});

test('a file that is written while it is read is refused in the end', async () => {
  const path = file('text');
  const read = async (change: () => void): Promise<void> => {
    for await (const _ of piecesIn(path)) change();
  };
  expect(await codeFrom(read(() => writeFileSync(path, 'TEXT')))).toBe('changed');
  expect(await codeFrom(read(() => appendFileSync(path, '!')))).toBe('changed');
  const opened = withPlain(path, {}, async (plain) => {
    truncateSync(path, 1);
    await plain.assertSame();
  });
  expect(await codeFrom(opened)).toBe('changed');
});
