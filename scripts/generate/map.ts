// The map of the house, made of the first sentence of each source file.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const src = resolve(import.meta.dirname, '../../src');
const sentence = (path: string): string => (readFileSync(path, 'utf8').split('\n')[0] ?? '').replace(/^\/\/ ?/, '');

function folderMap(folder: string, depth: number): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = entries.filter((entry) => entry.isFile());
  const folders = entries.filter((entry) => entry.isDirectory());
  const pad = '  '.repeat(depth);
  return [
    ...files.map(({ name }) => `${pad}- \`${name}\` ${sentence(join(folder, name))}`),
    ...folders.flatMap(({ name }) => {
      const below = folderMap(join(folder, name), depth + 1);
      // What git knows nothing of: a folder that a move has left empty.
      return below.length === 0 ? [] : [`${pad}- **${name}/**`, ...below];
    }),
  ];
}

const head = `# The map

What every file of \`src/\` is for, by its first sentence. [ARCHITECTURE.md](../../ARCHITECTURE.md) says how they work together.
`;

export const mapPage = (): string => `${head}\n${folderMap(src, 0).join('\n')}\n`;
