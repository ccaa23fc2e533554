// The pages of docs/reference are made from the program; a stale one fails here and is remade by `npm run update`.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { commandsPage } from './commands.ts';
import { definitionPage } from './definition.ts';
import { dossierPage } from './dossier.ts';
import { factsPage } from './facts.ts';
import { functionsPage } from './functions.ts';

const dossier = resolve(import.meta.dirname, '../../docs/reference/dossier.md');

test.each([
  ['commands.zh.md', () => commandsPage('zh')],
  ['commands.en.md', () => commandsPage('en')],
  ['facts.md', factsPage],
  ['functions.md', functionsPage],
  ['definition.md', definitionPage],
  ['dossier.md', () => dossierPage(readFileSync(dossier, 'utf8'))],
])('docs/reference/%s', async (file, page) => {
  const text = await page();
  expect(text).not.toMatch(/undefined|\[object/);
  await expect(text).toMatchFileSnapshot(`../../docs/reference/${file}`);
});
