// Every source file opens with a sentence that says what it is for, and none is longer than 300 lines.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

it('opens every file with a sentence', () => {
  const without = files.filter((file) => !/^(\/\/|\/\*\*) ?\S.{15,}/.test(readFileSync(file, 'utf8')));
  expect(without).toEqual([]);
});

it('keeps files short', () => {
  const long = files.filter(
    (file) => readFileSync(file, 'utf8').split('\n').length > 300 && !/messages\/(zh|en)\//.test(file),
  );
  expect(long).toEqual([]);
});
