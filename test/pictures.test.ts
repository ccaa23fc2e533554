// The pictures of the README show what the program prints today; `npm run pictures` makes them anew.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Picture, sourceOf } from '../scripts/picture-source.mjs';
import { main } from '../src/cli/main.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'docs/pictures');
const pictures = JSON.parse(readFileSync(join(folder, 'pictures.json'), 'utf8')) as readonly Picture[];

test.each(pictures)('$file', async (picture) => {
  expect(existsSync(join(folder, picture.file))).toBe(true);
  const { sha256 } = await sourceOf(main, picture, root);
  expect(sha256, 'npm run pictures').toBe(picture.sha256);
});
