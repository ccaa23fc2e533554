// Every file that is made from others is as it would be made today; `npm run update` makes them anew.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { categoryPages, makers } from '../scripts/generate/index.ts';

const root = resolve(import.meta.dirname, '..');

test.each(Object.entries(makers))('%s', async (_, make) => {
  const made = Object.entries(await make());
  expect(made.length).toBeGreaterThan(0);
  for (const [path, text] of made) {
    expect(readFileSync(join(root, path), 'utf8'), `${path}: npm run update`).toBe(text);
    // Nothing that a program means and a reader does not.
    if (path.startsWith('docs/')) expect(text, path).not.toMatch(/undefined|\[object/);
    if (path.startsWith(categoryPages)) expect(text, path).not.toMatch(/&&|\.at\(/);
  }
  const pages = made.flatMap(([path]) => (path.startsWith(categoryPages) ? [path] : []));
  if (pages.length > 0)
    expect(
      readdirSync(join(root, categoryPages))
        .map((name) => `${categoryPages}/${name}`)
        .sort(),
    ).toEqual(pages.sort());
});
