// The files that a client has sent, as archives and folders hold them: how many are taken, and archives called after another kind.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { withPapers } from '../../../src/intake/add/sources.ts';
import { sample } from '../../attachments/dossier.ts';
import { zipOf } from './archives.ts';

const folder = mkdtempSync(join(tmpdir(), 'zjtx-sources-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const collected = (name: string) =>
  withPapers(
    [{ path: join(folder, name), shown: name }],
    () => false,
    async ({ papers, leftOut }) => ({ taken: papers.length, leftOut, first: papers[0]?.shown }),
  );

test('of more files than are looked at, the first beyond them is named, once', async () => {
  const members = Array.from({ length: 2_500 }, (_, index) => ({ name: `${index}.pdf`, content: 'x' }));
  writeFileSync(join(folder, 'many.zip'), zipOf(members));
  expect(await collected('many.zip')).toEqual({
    taken: 2_000,
    leftOut: [{ shown: 'many.zip/2000.pdf', why: 'many' }],
    first: 'many.zip/0.pdf',
  });
});

test('a folder too far down is named, and what lies beside it is taken', async () => {
  const way = Array.from({ length: 10 }, (_, index) => `${index}`);
  mkdirSync(join(folder, 'deep', ...way), { recursive: true });
  writeFileSync(join(folder, 'deep', ...way, 'a.pdf'), 'x');
  writeFileSync(join(folder, 'deep/b.pdf'), 'x');
  const shown = ['deep', ...way.slice(0, 9)].join('/');
  expect(await collected('deep')).toEqual({ taken: 1, leftOut: [{ shown, why: 'deep' }], first: 'deep/b.pdf' });
});

test.each([
  ['a zip called rar', 'a.rar', zipOf([{ name: 'a.pdf', content: 'x' }]), { taken: 1, leftOut: [] }],
  ['a rar called zip', 'a.zip', sample('corpus/good-5.rar'), { taken: 3, leftOut: [] }],
  [
    'a 7z called zip',
    'b.zip',
    Buffer.from('377abcaf271c0004', 'hex'),
    { taken: 0, leftOut: [{ shown: 'b.zip', why: 'format' }] },
  ],
  ['nothing', 'c.rar', Buffer.alloc(0), { taken: 0, leftOut: [{ shown: 'c.rar', why: 'broken' }] }],
])('%s is opened for what it is', async (_, name, content, expected) => {
  writeFileSync(join(folder, name), content);
  expect(await collected(name)).toMatchObject(expected);
});
