// The trees that the build keeps of the shipped definitions are those of their YAML, every one of them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Node } from '../../src/document/node.ts';
import { readDocument } from '../../src/document/read.ts';

const root = resolve(import.meta.dirname, '../..');
const trees = JSON.parse(brotliDecompressSync(readFileSync(join(root, 'dist/schemas.json.br'))).toString()) as Record<
  string,
  { sha256: string; node: Node }
>;
const names = readdirSync(join(root, 'schemas'), { recursive: true })
  .map((path) => `schemas/${String(path).replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.yaml'));

it('has every file', () => expect(Object.keys(trees).sort()).toEqual(names.sort()));

it.each(names)('%s is what its text says', (name) => {
  const bytes = readFileSync(join(root, name));
  expect(trees[name]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(trees[name]?.node).toEqual(readDocument(bytes, name).node);
});
