// The pages of the categories and of the codes are made from the program; a stale one fails here and is remade by `npm run update`.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { categoriesPage, categoryPage, nameOf } from './category.ts';
import { codesPage } from './codes.ts';

const catalog = await openCatalog();
const entries = await catalog.list();
const folder = '../../docs/categories';

test.each(entries.map(({ id }) => id))('%s', async (id) => {
  const page = categoryPage(await catalog.open(id));
  expect(page).not.toMatch(/undefined|\[object|&&|\.at\(/);
  await expect(page).toMatchFileSnapshot(`${folder}/${nameOf(id)}.md`);
});

test('the list of categories', async () => {
  await expect(categoriesPage(entries)).toMatchFileSnapshot(`${folder}/README.md`);
});

test('there is no page of a category that is gone', () => {
  const pages = readdirSync(resolve(import.meta.dirname, folder)).filter((name) => name !== 'README.md');
  expect(pages.sort()).toEqual(entries.map(({ id }) => `${nameOf(id)}.md`).sort());
});

test('the codes', async () => {
  const page = codesPage();
  expect(page).not.toMatch(/undefined|\[object/);
  await expect(page).toMatchFileSnapshot('../../docs/reference/codes.md');
});
