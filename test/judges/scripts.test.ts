// Every shell script of the repository before shellcheck.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ask } from './judges.ts';

const root = resolve(import.meta.dirname, '../..');
const scripts = ['.ci/run', 'ci', 'examples', 'test'].flatMap((path) => {
  if (path === '.ci/run') return [path];
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .map((file) => join(path, file))
    .filter((file) => file.endsWith('.sh') && /^#!.*sh/.test(readFileSync(join(root, file), 'utf8')));
});

it.each(scripts)('%s', (script) => {
  expect(ask('shellcheck', ['--severity=warning', script], { cwd: root })).toEqual({ code: 0, out: '', err: '' });
});

it('there are some', () => expect(scripts.length).toBeGreaterThan(3));
