// Shards part a set of dossiers: each dossier in exactly one, whatever folder the set stands in.
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { inShard, readShard } from '../../src/batch/pool.ts';

it('is read from 1', () => {
  expect(readShard('2/4')).toEqual({ index: 2, of: 4 });
  for (const text of ['0/4', '5/4', '1', '1/', '/4', '-1/4', '1/4/2', 'a/b', '1.5/4', '1/0', '']) {
    expect(readShard(text)).toBeUndefined();
  }
});

it('every dossier is in exactly one', () => {
  const path = fc.array(fc.stringMatching(/^[\p{L}\p{N} ._-]{1,12}$/u), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(path, fc.integer({ min: 1, max: 50 }), (parts, of) => {
      const file = join('/a', ...parts.map((part) => `x${part}`), 'dossier.yaml');
      const own = Array.from({ length: of }, (_, at) => ({ index: at + 1, of })).filter((shard) =>
        inShard(shard, file, '/a'),
      );
      expect(own).toHaveLength(1);
    }),
  );
});

it('is the same wherever the set stands, and however the name is composed', () => {
  const of = 7;
  for (let index = 1; index <= of; index += 1) {
    const shard = { index, of };
    const there = inShard(shard, '/客户/é/dossier.yaml'.normalize('NFC'), '/客户');
    expect(inShard(shard, '/b/c/é/dossier.yaml'.normalize('NFD'), '/b/c')).toBe(there);
  }
});

it('parts many about evenly', () => {
  const files = Array.from({ length: 4000 }, (_, at) => `/c/客户${at}/dossier.yaml`);
  const sizes = [1, 2, 3, 4].map((index) => files.filter((file) => inShard({ index, of: 4 }, file, '/c')).length);
  for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(150);
});
