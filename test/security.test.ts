// SECURITY.md promises nothing without a test: each row of its table names files that are there and test something.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const text = readFileSync(join(root, 'SECURITY.md'), 'utf8');
const promises = text
  .slice(text.indexOf('## Promises'), text.indexOf('## What is not promised'))
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| promise'));

it('has a test behind each promise', () => {
  expect(promises.length).toBeGreaterThan(15);
  for (const line of promises) {
    const named = [...line.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);
    expect(named.length, line).toBeGreaterThan(0);
    for (const path of named) {
      expect(existsSync(join(root, path)), path).toBe(true);
      expect(readFileSync(join(root, path), 'utf8'), path).toMatch(/\bexpect\(/);
    }
  }
});

it('comes with the package', () => {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: readonly string[] };
  expect(files).toContain('SECURITY.md');
});
