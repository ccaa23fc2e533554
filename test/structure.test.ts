// Every source file opens with a sentence that says what it is for, none is longer than 300 lines; what must be run under load is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import loaded from '../vitest.loaded.config.ts';

const src = resolve(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

it('opens every file with a sentence', () => {
  const without = files.filter((file) => !/^(\/\/|\/\*\*) ?\S.{15,}/.test(readFileSync(file, 'utf8')));
  expect(without).toEqual([]);
});

it('keeps files short', () => {
  const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300);
  expect(long).toEqual([]);
});

it('finds every file of the loaded part', () => {
  const named = (loaded.test?.include ?? []).flatMap((path) => {
    const [, before = '', names = '', after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(path) ?? [];
    return names === '' ? [path] : names.split(',').map((name) => `${before}${name}${after}`);
  });
  expect(named.length).toBeGreaterThan(10);
  // One that a move has left behind would be run no more, and nobody told.
  expect(named.filter((path) => !existsSync(join(src, '..', path.replace(/\/\*[^/]*$/, ''))))).toEqual([]);
});
