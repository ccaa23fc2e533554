// Probes read hostile files: whatever a file holds, they come to an end and throw nothing.

import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatOf } from '../../src/attachments/examine.ts';
import { formats } from '../../src/attachments/probes/index.ts';
import { fileCodes } from '../../src/findings/areas/index.ts';
import { compoundOf } from './build.ts';
import { folderOf, openedOf, sample } from './dossier.ts';

const samples = readdirSync(new URL('samples', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => name);

test.each([
  ['word.doc', 'doc'],
  ['sheet.xls', 'xls'],
  ['word.docx', 'docx'],
  ['sheet.xlsx', 'xlsx'],
  ['macros.docm', 'docm'],
  ['scan.png', 'png'],
  ['scan.jpg', 'jpg'],
  ['progressive.jpg', 'jpg'],
  ['text.pdf', 'pdf'],
])('%s is %s', async (name, format) => {
  expect(await formatOf(sample(name))).toBe(format);
});

test('what is embedded in a compound file does not decide its type', async () => {
  const one = compoundOf([{ name: 'Workbook' }, { name: 'Objects', storage: true }]);
  expect(await formatOf(one)).toBe('xls');
  expect(await formatOf(compoundOf([{ name: 'anything' }]))).toBe('cfb');
});

/** The content with some bytes replaced, and perhaps cut off. */
const spoilt = (content: Buffer): fc.Arbitrary<Uint8Array<ArrayBuffer>> => {
  const byte = fc.nat(255);
  // Headers are short, and most of what a probe believes stands in them.
  const at = fc.oneof(fc.nat(Math.min(600, content.length - 1)), fc.nat(content.length - 1));
  const changes = fc.array(fc.tuple(at, byte), { minLength: 1, maxLength: 12 });
  const length = fc.oneof(fc.constant(content.length), fc.nat(content.length));
  return fc.tuple(changes, length).map(([made, end]) => {
    const copy = new Uint8Array(content);
    for (const [position, value] of made) copy[position] = value;
    return copy.slice(0, end);
  });
};

const compound = {
  'encrypted.docx': compoundOf([{ name: 'EncryptionInfo' }, { name: 'EncryptedPackage' }]),
  'macros.doc': compoundOf([{ name: 'WordDocument' }, { name: 'Macros', storage: true }]),
};

test.each([...samples, ...Object.keys(compound)])('three hundred spoilt copies of %s', async (name) => {
  const content = name in compound ? compound[name as keyof typeof compound] : sample(name);
  const folder = folderOf({});
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const property = fc.asyncProperty(spoilt(content), async (bytes) => {
    await formatOf(bytes);
    const probe = formats[extension]?.probe;
    const told: string[] = [];
    const file = openedOf(folder, name, bytes);
    const traits = await probe?.(file, (code) => told.push(code));
    file.close();
    expect(told.every((code) => code in fileCodes)).toBe(true);
    expect(Object.values(traits ?? {}).every((value) => typeof value !== 'number' || value >= 0)).toBe(true);
  });
  await fc.assert(property, { numRuns: 300 });
});
