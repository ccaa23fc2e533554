// One changed byte anywhere in the headers of a bundle is refused: both headers of an entry, and the end record.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyBundle } from '../../src/bundle/verify.ts';
import { build, scratch } from './support.ts';

/** Every offset of the central and the local header of the entry at `index`, and of the end record. */
function headerBytes(zip: Buffer, index: number): number[] {
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, step) => from + step);
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  let central = zip.readUInt32LE(end + 16);
  const lengthAt = (at: number) =>
    46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  for (let entry = 0; entry < index; entry += 1) central += lengthAt(central);
  const local = zip.readUInt32LE(central + 42);
  const head = 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  return [...range(central, central + lengthAt(central)), ...range(local, local + head), ...range(end, zip.length)];
}

it('refuses a changed byte in any header', async () => {
  const whole = await readFile((await build()).path);
  const path = join(await scratch(), 'changed.zip');
  const taken: number[] = [];
  for (const offset of headerBytes(whole, 2)) {
    const changed = Buffer.from(whole);
    changed[offset] = (changed[offset] ?? 0) ^ 1;
    await writeFile(path, changed);
    if ((await verifyBundle(path)).findings.length === 0) taken.push(offset);
  }
  expect(taken).toEqual([]);
});
