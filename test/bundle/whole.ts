// The bundle that the tests of verify change: its bytes, the content of its entries, and what is said of it when they are packed anew.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { verifyBundle } from '../../src/bundle/verify.ts';
import { openZip } from '../../src/files/zip/zip.ts';
import { type RawEntry, type RawZip, rawZip } from './raw-zip.ts';
import { build, scratch } from './support.ts';

/** The folder on top, with its slash. */
export const top = '江苏示例精密机械有限公司-jiangsu-2021-product/';
export const whole: Buffer = await readFile((await build()).path);
/** The true content of every entry, by its path below the top folder. */
export const content: ReadonlyMap<string, Buffer> = await contentOf(whole);

async function contentOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await openZip(bytes);
  if (zip.kind === 'no zip') throw new Error(zip.detail);
  const found = new Map<string, Buffer>();
  for (const entry of zip.entries) {
    const chunks: Buffer[] = [];
    await zip.unpack(entry, (chunk) => chunks.push(chunk));
    found.set(entry.name.slice(top.length), Buffer.concat(chunks));
  }
  return found;
}

/** Verifies a bundle of these bytes; nothing may be written beside it. */
export async function verifyBytes(bytes: Buffer) {
  const folder = await scratch();
  const path = join(folder, '收到的.zip');
  await writeFile(path, bytes);
  const verified = await verifyBundle(path);
  expect(await readdir(folder)).toEqual(['收到的.zip']);
  return verified;
}

/** The entries of the bundle, some with other content. */
export const entriesOf = (changed: ReadonlyMap<string, string | Buffer> = new Map()): RawEntry[] =>
  [...content].map(([path, data]) => ({ name: `${top}${path}`, data: changed.get(path) ?? data }));

/** `code file` of each finding on a zip of these entries. */
export const codesOf = async (entries: readonly RawEntry[], zip?: RawZip): Promise<string[]> =>
  (await verifyBytes(rawZip(entries, zip))).findings.map(({ code, at }) => `${code} ${at.file}`);
