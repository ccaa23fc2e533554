// What was seen of files is kept: the second look says the same, and nothing that stands in the cache changes what is said.
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openKept } from '../../src/attachments/kept.ts';
import { ready } from '../support/ready.ts';
import { emptyFolder } from '../support/terminal.ts';
import { codesOf, folderOf, take } from './dossier.ts';

const name = '江苏示例精密机械有限公司';
const program = 'a'.repeat(64);
const patterns = ['完税证明', '营业执照', '省级表彰', '供应链证明'].map((slot) => `附件/${slot}/*`);
const asked = { entries: { other: patterns }, lookFor: { wanted: { name, code: '91320115MADEM0011B' } } };

/** Paths of all entries. */
const entriesIn = (cache: string): string[] =>
  existsSync(cache)
    ? readdirSync(cache, { recursive: true })
        .map((path) => join(cache, String(path)))
        .filter((path) => statSync(path).isFile())
        .sort()
    : [];

/** What an inventory says, in the bytes of a report. */
const said = async (folder: string, cache?: string, by = program): Promise<string> => {
  const kept = cache === undefined ? {} : { kept: openKept(cache, by) };
  return JSON.stringify(await take(folder, { ...asked, ...kept }), (key, value: unknown) =>
    typeof value === 'bigint' || key === 'identity' ? undefined : value,
  );
};

test('the second look says the same in the same bytes, and keeps nothing new', async () => {
  const [folder, cache] = [ready(), emptyFolder()];
  const without = await said(folder);
  expect(await said(folder, cache)).toBe(without);
  const entries = entriesIn(cache);
  expect(entries).toHaveLength(6);
  const before = entries.map((path) => statSync(path).mtimeMs);
  expect(await said(folder, cache)).toBe(without);
  expect(entriesIn(cache)).toEqual(entries);
  expect(entries.map((path) => statSync(path).mtimeMs)).toEqual(before);
  const all = entries.map((path) => readFileSync(path, 'utf8')).join('\n');
  for (const text of [name, '91320115', '附件', '执照', folder]) expect(all).not.toContain(text);
});

test('what was seen is used', async () => {
  const [folder, cache] = [ready(), emptyFolder()];
  await said(folder, cache);
  const find = openKept(cache, program).find;
  let found = 0;
  const counting = {
    find: async (look: Parameters<typeof find>[0]) => {
      const seen = await find(look);
      if (seen !== undefined) found += 1;
      return seen;
    },
    keep: async () => expect.unreachable(),
  };
  await take(folder, { ...asked, kept: counting });
  expect(found).toBe(6);
});

test('altered, cut off, exchanged and outdated entries change nothing', async () => {
  const [folder, cache] = [ready(), emptyFolder()];
  const without = await said(folder);
  await said(folder, cache);
  const entries = entriesIn(cache);
  const whole = entries.map((path) => readFileSync(path));
  const each = (make: (bytes: Buffer, index: number) => Buffer | string): void =>
    entries.forEach((path, index) => {
      writeFileSync(path, make(Buffer.from(whole[index] ?? []), index));
    });
  for (const make of [
    (bytes: Buffer) =>
      bytes
        .toString()
        .replace(/"pages":\d+/, '"pages":99')
        .replace('"text":true', '"text":false'),
    (bytes: Buffer) => bytes.subarray(0, bytes.length - 7),
    (bytes: Buffer) => bytes.subarray(0, 64),
    () => '',
    () => Buffer.alloc(100_000, 0x20),
    (_: Buffer, index: number) => whole[(index + 1) % whole.length] ?? '',
    (bytes: Buffer, index: number) => {
      bytes[index * 30] = (bytes[index * 30] ?? 0) ^ 1;
      return bytes;
    },
  ]) {
    each(make);
    expect(await said(folder, cache)).toBe(without);
  }
  each((bytes) => bytes);
  expect(await said(folder, cache, 'b'.repeat(64))).toBe(without);
});

test('an entry with a right sum and another shape is none', async () => {
  const [folder, cache] = [ready(), emptyFolder()];
  const without = await said(folder);
  await said(folder, cache);
  const { createHash } = await import('node:crypto');
  for (const make of [
    (text: string) => text.replace('"said":[]', '"said":[{"code":"pdf-blank","args":{"file":"<b>"}}]'),
    (text: string) => text.replace('"traits":{', '"traits":{"sound":true,'),
    (text: string) => `${text},`,
    () => 'null',
  ]) {
    for (const path of entriesIn(cache)) {
      const body = make(readFileSync(path, 'utf8').slice(65));
      writeFileSync(path, `${createHash('sha256').update(body).digest('hex')}\n${body}`);
    }
    expect(await said(folder, cache)).toBe(without);
  }
});

test('another file, another name and another question are looked at anew', async () => {
  const cache = emptyFolder();
  const folder = ready();
  await said(folder, cache);
  const pdf = join(folder, '附件/完税证明/2020年度完税证明.pdf');
  writeFileSync(pdf, Buffer.concat([readFileSync(pdf), Buffer.from('\n')]));
  expect(await said(folder, cache)).toBe(await said(folder));
  const kept = openKept(cache, program);
  const other = { ...asked, lookFor: { wanted: { name: '另一家公司' } } };
  const looked = await take(folder, { ...other, kept });
  expect(codesOf(looked)).toEqual(codesOf(await take(folder, other)));
});

test('errors are never kept', async () => {
  const folder = folderOf({ 'a.pdf': Buffer.from('%PDF-1.4\nnothing'), 'b.jpg': Buffer.from('no image') });
  const cache = emptyFolder();
  const only = { entries: { other: ['*'] }, kept: openKept(cache, program) };
  const first = codesOf(await take(folder, only));
  expect(first).toEqual(['pdf-broken', 'file-content-differs', 'slot-several']);
  expect(codesOf(await take(folder, only))).toEqual(first);
  expect(entriesIn(cache)).toEqual([]);
});

test('the oldest of a folder go, and what stands there otherwise is no fault', async () => {
  const cache = emptyFolder();
  const kept = openKept(cache, program);
  const look = (number: number) => ({
    sha256: String(number),
    extension: 'pdf',
    types: [],
    lookFor: {},
  });
  const seen = { traits: { pages: 1 }, said: [] };
  for (let number = 0; number < 200; number += 1) await kept.keep(look(number), seen);
  expect(await kept.find(look(7))).toEqual(seen);
  const [path = ''] = entriesIn(cache);
  const crowded = join(path, '..');
  for (let number = 0; number < 100; number += 1) {
    writeFileSync(join(crowded, `old-${number}`), '');
    utimesSync(join(crowded, `old-${number}`), 1, 1);
  }
  for (let number = 200; number < 900; number += 1) await kept.keep(look(number), seen);
  expect(readdirSync(crowded).length).toBeLessThanOrEqual(80);
  const file = join(emptyFolder(), 'file');
  writeFileSync(file, '');
  await openKept(file, program).keep(look(1), seen);
  expect(await openKept(file, program).find(look(1))).toBeUndefined();
});
