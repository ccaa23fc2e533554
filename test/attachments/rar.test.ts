// RAR archives: what they list, how their reader is kept in check, and what is said without it.
import { closeSync, copyFileSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { rarProbe } from '../../src/attachments/probes/rar.ts';
import { blocksOf, inspectorOf, inspectRar, type RarReport } from '../../src/files/rar/blocks.ts';
import { threadOf } from '../../src/files/thread.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { rarOfFiles } from './build.ts';
import { codesOf, fileRule, folderOf, openedOf, sample, slotOf, take } from './dossier.ts';

const good = sample('corpus/good-5.rar');

async function look(content: Buffer): Promise<readonly Finding[]> {
  return (await take(folderOf({ 'a.rar': content }), { entries: { other: ['a.rar'] } })).findings;
}

const reportOf = async (content: Buffer, inspect = inspectRar, limit?: number): Promise<RarReport> => {
  const file = openedOf(folderOf({}), 'a.rar', new Uint8Array(content));
  const report = await inspect(file.pieces, limit);
  file.close();
  return report;
};

/** A script for a thread, in a folder where no package is installed. */
function scriptOf(source: string | URL): URL {
  const folder = mkdtempSync(join(tmpdir(), 'zjtx-thread-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'worker.mjs');
  if (typeof source === 'string') writeFileSync(path, source);
  else copyFileSync(source, path);
  return pathToFileURL(path);
}

test.each([4, 5])('version %i lists its files, folders left out', async (version) => {
  const listing = { is: 'listed', encrypted: false, volume: false, more: false };
  expect(await reportOf(sample(`corpus/good-${version}.rar`))).toEqual({
    ...listing,
    names: ['附件/完税证明.pdf', '附件/营业执照.JPG', 'long.doc'],
  });
  expect(await reportOf(sample(`corpus/password-${version}.rar`))).toMatchObject({ encrypted: true });
  expect(await reportOf(sample(`corpus/headers-${version}.rar`))).toEqual({ is: 'password' });
});

test('data that do not agree with their check sum are damage, in the last file too', async () => {
  for (const name of ['corpus/good-4.rar', 'corpus/good-5.rar', 'corpus/mixed-4.rar']) {
    const content = sample(name);
    const at = content.indexOf(name.includes('mixed') ? 'PK' : '%PDF');
    const spoilt = Buffer.from(content);
    spoilt.write('x', at);
    expect((await look(spoilt)).map(({ code }) => code)).toEqual(['rar-broken']);
  }
});

test('what the portal would not take is named, the first three of it', async () => {
  expect(await look(rarOfFiles(['a.pdf', 'x/b.zip', 'c.exe', 'd', 'e.txt', 'f.JPG']))).toMatchObject([
    {
      code: 'rar-refused-inside',
      args: { file: 'a.rar', count: 4, names: ['x/b.zip', 'c.exe', 'd'], types: fileRule.types },
    },
  ]);
  expect((await look(rarOfFiles(['x.exe']))).map(({ code }) => code)).toEqual(['rar-only-refused']);
});

test('names are hostile: long ones are cut, and one says nothing of its folder', async () => {
  const folders = `${'目'.repeat(300)}/${'长'.repeat(100)}`;
  expect(await look(rarOfFiles(['a.pdf', `${folders}.exe`, 'b.exe/c.pdf', '.pdf']))).toMatchObject([
    { args: { names: [`…${'长'.repeat(56)}.exe`, '.pdf'] } },
  ]);
});

test('twenty thousand entries are looked at, no more', async () => {
  const many = rarOfFiles(Array.from({ length: 20_001 }, (_, index) => `${index}.pdf`));
  expect(await look(many)).toMatchObject([{ code: 'rar-many', args: { count: 20_000 } }]);
});

test('where the portal does not say what it takes, nothing inside is refused', async () => {
  const file = openedOf(folderOf({}), 'a.rar', new Uint8Array(sample('corpus/refused-5.rar')));
  const told: string[] = [];
  expect(await rarProbe(inspectRar)({ ...file, types: [] }, (code) => told.push(code))).toEqual({ files: 2 });
  expect(told).toEqual([]);
  file.close();
});

test('a RAR whose end is missing is not whole', () => {
  const whole = (content: Buffer) => blocksOf({ bytes: content.length, at: (at) => content.subarray(at) }).whole;
  for (const name of ['good-4', 'good-5', 'solid-4', 'solid-5', 'headers-4', 'headers-5', 'volume-4', 'volume-5']) {
    const content = sample(`corpus/${name}.rar`);
    expect(whole(content)).toBe(true);
    expect(whole(Buffer.concat([content, Buffer.alloc(100)]))).toBe(true);
    if (!name.startsWith('headers')) expect(whole(content.subarray(0, -30))).toBe(false);
  }
  expect(whole(Buffer.from('Rar!'))).toBe(false);
});

test('without the reader a note says that nothing was checked', async () => {
  const inspect = inspectorOf(scriptOf(new URL('../../src/files/rar/worker.js', import.meta.url)));
  expect(await reportOf(good, inspect)).toEqual({ is: 'unchecked' });
  const told: string[] = [];
  const file = openedOf(folderOf({}), 'a.rar', new Uint8Array(good));
  expect(await rarProbe(inspect)(file, (code) => told.push(code))).toEqual({});
  expect(told).toEqual(['rar-unchecked']);
  file.close();
  expect(await reportOf(good, inspectorOf(scriptOf('throw new Error("no thread")')))).toEqual({ is: 'unchecked' });
});

const begin = "import { parentPort as port } from 'node:worker_threads'; port.postMessage('ready');";

test('a thread that has run away or crashed has not inspected, and the next file is inspected', async () => {
  const script = scriptOf(`${begin} port.on('message', ({ job, bytes }) => {
    if (bytes === 1) for (;;);
    if (bytes === 2) throw new Error('crash');
    port.postMessage({ job, report: { is: 'broken' } });
  });`);
  const inspect = inspectorOf(script);
  expect(await inspect({ fd: 0, bytes: 1 }, 50)).toEqual({ is: 'not inspected' });
  expect(await inspect({ fd: 0, bytes: 2 })).toEqual({ is: 'not inspected' });
  expect(await inspect({ fd: 0, bytes: 3 })).toEqual({ is: 'broken' });
  const thread = threadOf<RarReport>(script);
  thread.warmUp();
  const answers = await Promise.all([4, 2, 5].map((bytes) => thread.ask({ bytes }, 100_000)));
  expect(answers.map(({ is }) => is)).toEqual(['answered', 'lost', 'answered']);
});

test('a thread hands a question back to be put to a fresh one, and is used no more when it is spent', async () => {
  const script = scriptOf(`${begin} const read = []; port.on('message', ({ job, bytes, handed }) => {
    read.push(bytes);
    if (bytes === 9 && job > 1) port.postMessage({ job, again: { bytes, handed }, handedOver: [handed] }, [handed]);
    else port.postMessage({ job, report: { read, handed: handed.byteLength }, spent: bytes === 3 });
  });`);
  const thread = threadOf<object>(script);
  const answers = await Promise.all(
    [1, 2, 9, 3, 4].map((bytes) => {
      const handed = new ArrayBuffer(bytes);
      return thread.ask({ bytes, handed }, 100_000, [handed]);
    }),
  );
  expect(answers.map((answer) => answer.is === 'answered' && answer.report)).toEqual([
    { read: [1], handed: 1 },
    { read: [1, 2], handed: 2 },
    { read: [9], handed: 9 },
    { read: [9, 3], handed: 3 },
    { read: [4], handed: 4 },
  ]);
});

test('a file that could not be read to its end is not inspected', async () => {
  const told: string[] = [];
  const file = openedOf(folderOf({}), 'a.rar', new Uint8Array(good));
  await rarProbe(async () => ({ is: 'not inspected' }))(file, (code) => told.push(code));
  expect(told).toEqual(['not-inspected']);
  file.close();
});

test('only the archive itself is read, and nothing is written', async () => {
  const folder = folderOf({
    'a.rar': sample('corpus/volume-5.rar'),
    'a.part2.rar': sample('corpus/volume-last-5.rar'),
  });
  const taken = await take(folder, {
    entries: { one: ['a.rar'], two: ['a.part2.rar'] },
    slots: [slotOf({ id: 'one' }), slotOf({ id: 'two' })],
  });
  expect(codesOf(taken)).toEqual(['rar-volume', 'rar-volume']);
  const path = join(folder, 'a.rar');
  const fd = openSync(path, 'r');
  expect(await inspectRar({ fd, bytes: statSync(path).size })).toMatchObject({ volume: true, names: [] });
  closeSync(fd);
});

test('names in GBK are read, told of, and judged by their types', async () => {
  const { findings } = await take(folderOf({ 'a.rar': sample('cases/gbk-name.rar') }), {
    entries: { other: ['a.rar'] },
  });
  expect(findings).toMatchObject([
    { code: 'rar-names-foreign', severity: 'note', args: { count: 1, names: ['合同.pdf'] } },
  ]);
});

test('a file that asks for a gigabyte to be unpacked is listed only', async () => {
  const blocks = (bytes: Buffer) => blocksOf({ bytes: bytes.length, at: (at) => bytes.subarray(at) });
  expect(blocks(Buffer.from(rarOfFiles(['a.pdf'])))).toMatchObject({ memory: 128 * 1024, names: ['a.pdf'] });
  // One file, a.pdf, that wants a dictionary of 1 GiB in 71 bytes.
  const greedy = Buffer.from(
    '526172211a070100c51a3332030100002d8fab441602021404e807a4830200000000806b0105612e70646600000000000000000000000000000000' +
      '0000000019b23a3503050000',
    'hex',
  );
  expect(blocks(greedy)).toMatchObject({ whole: true, memory: 2 ** 30, names: ['a.pdf'], foreign: [] });
  const file = openedOf(folderOf({}), 'a.rar', new Uint8Array(greedy));
  const asked: unknown[] = [];
  await rarProbe(async (given) => {
    asked.push(given);
    return { is: 'listed', names: ['a.pdf'], encrypted: false, volume: false, more: false };
  })(file, () => undefined);
  file.close();
  expect(asked).toMatchObject([{ listOnly: true }]);
  expect((await look(greedy)).map(({ code }) => code)).not.toContain('rar-broken');
});
