// Two thousand damaged copies of the corpus: each gives findings or none, in bounded memory.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { examine } from '../../src/attachments/examine.ts';
import type { Tell } from '../../src/attachments/tell.ts';
import { fileCodes } from '../../src/findings/areas/index.ts';
import { fileRule, folderOf, sample } from './dossier.ts';

const samples = [
  'corpus/baseline.jpg',
  'corpus/interlaced.png',
  'word.doc',
  'sheet.xls',
  'word.docx',
  'sheet.xlsx',
  'corpus/solid-4.rar',
  'corpus/solid-5.rar',
];
const runsEach = 250;
const mostMemory = 200_000_000;

type Change = (content: Buffer) => Buffer;

/** Headers are short, and most of what a probe believes stands in them. */
const position = (length: number) => fc.oneof(fc.nat(Math.min(400, length - 1)), fc.nat(length - 1));

const changeOf = (length: number): fc.Arbitrary<Change> => {
  const at = position(length);
  const piece = fc.uint8Array({ minLength: 1, maxLength: 16 });
  return fc.oneof(
    fc.tuple(at, fc.integer({ min: 1, max: 255 })).map(
      ([where, bits]): Change =>
        (content) => {
          const copy = Buffer.from(content);
          if (where < copy.length) copy.writeUInt8(copy.readUInt8(where) ^ bits, where);
          return copy;
        },
    ),
    fc.tuple(at, fc.nat(64)).map(
      ([where, count]): Change =>
        (content) =>
          Buffer.concat([content.subarray(0, where), content.subarray(where + count)]),
    ),
    fc.tuple(at, piece).map(
      ([where, bytes]): Change =>
        (content) =>
          Buffer.concat([content.subarray(0, where), bytes, content.subarray(where)]),
    ),
    fc.tuple(at, at, fc.nat(2000)).map(
      ([from, to, count]): Change =>
        (content) =>
          Buffer.concat([content.subarray(0, to), content.subarray(from, from + count), content.subarray(to)]),
    ),
    at.map(
      (end): Change =>
        (content) =>
          content.subarray(0, end),
    ),
  );
};

test.each(samples)('%s', async (name) => {
  const content = sample(name);
  const folder = folderOf({});
  const file = name.slice(name.lastIndexOf('/') + 1);
  const absolute = join(folder, file);
  const before = process.memoryUsage().heapUsed;
  const outcomes = new Set<string>();
  const property = fc.asyncProperty(fc.array(changeOf(content.length), { minLength: 1, maxLength: 4 }), async (all) => {
    const bytes = all.reduce((changed, change) => change(changed), content);
    writeFileSync(absolute, bytes);
    const told: string[] = [];
    const tell: Tell = (code) => told.push(code);
    const { sound } = await examine({ source: file, absolute, bytes: bytes.length }, fileRule, tell);
    expect(sound).toBe(told.every((code) => fileCodes[code as keyof typeof fileCodes].severity !== 'error'));
    for (const code of told) outcomes.add(code);
  });
  await fc.assert(property, { numRuns: runsEach });
  expect(outcomes.size).toBeGreaterThan(0);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(mostMemory);
});
