// The map in ARCHITECTURE.md is made of the first sentence of each source file; `npm run update` writes it anew.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const file = resolve(root, 'ARCHITECTURE.md');
const begin = '<!-- map: made by the tests from the first sentence of each file -->';
const end = '<!-- end of map -->';

const sentence = (path: string): string => (readFileSync(path, 'utf8').split('\n')[0] ?? '').replace(/^\/\/ ?/, '');

function folderMap(folder: string, depth: number): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = entries.filter((entry) => entry.isFile());
  const folders = entries.filter((entry) => entry.isDirectory());
  const pad = '  '.repeat(depth);
  return [
    ...files.map(({ name }) => `${pad}- \`${name}\` ${sentence(join(folder, name))}`),
    ...folders.flatMap(({ name }) => [`${pad}- **${name}/**`, ...folderMap(join(folder, name), depth + 1)]),
  ];
}

it('has a map of every source file', async () => {
  const text = readFileSync(file, 'utf8');
  const [head = ''] = text.split(begin);
  const tail = text.split(end)[1] ?? '';
  const fresh = `${head}${begin}\n\n${folderMap(join(root, 'src'), 0).join('\n')}\n\n${end}${tail}`;
  await expect(fresh).toMatchFileSnapshot(file);
});
