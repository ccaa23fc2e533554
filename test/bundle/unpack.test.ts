// Attachments are laid out as far as there is room; those beyond, and those that their size refuses, take none.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { OpenBundle } from '../../src/bundle/verify-open.ts';
import { withLaidOut } from '../../src/verify/unpack.ts';

const contents = new Map(
  ['a', 'b', 'c', 'd'].map((name, index) => [`data/${name}.pdf`, Buffer.alloc(10 * (index + 1), name)]),
);
const bundle = {
  copy: async (path: string, take: (chunk: Buffer) => void) => take(contents.get(path) ?? Buffer.alloc(0)),
} as unknown as OpenBundle;
const files = [...contents].map(([path, data]) => ({
  source: `附件/${path.slice(5)}`,
  path,
  bytes: data.length,
  sha256: path,
}));

it('lays out what has room, and says what has not', async () => {
  const told = await withLaidOut(
    bundle,
    files,
    { names: [], largest: 30, most: 35 },
    async ({ folder, digests, hollow }) => {
      const read = files.map(({ source }) => [
        statSync(join(folder, source)).size,
        readFileSync(join(folder, source), 'latin1')[0],
      ]);
      return { read, hollow: [...hollow], digests: digests.size };
    },
  );
  expect(told).toEqual({
    read: [
      [10, 'a'],
      [20, 'b'],
      [30, '\0'],
      [40, '\0'],
    ],
    // The last is larger than any file may be: that is known without looking into it.
    hollow: ['附件/c.pdf'],
    digests: 4,
  });
});
