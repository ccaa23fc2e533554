// Every command that the documentation shows is run, in order, in a clean folder; what it prints is what stands there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepLoaded, rerun, showsCommands } from '../../scripts/generate/run.ts';

const docs = resolve(import.meta.dirname, '../../docs');
const pages = readdirSync(docs, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.md'))
  .sort();
const shown = pages.filter((path) => showsCommands(readFileSync(join(docs, path), 'utf8')));

let program: Awaited<ReturnType<typeof keepLoaded>>;
beforeAll(async () => {
  program = await keepLoaded();
});
afterAll(() => program.end());

// A page is a few dozen runs of the program, one after the other.
test.concurrent.for(shown)('%s shows what its commands print', async (path, { expect }) => {
  const page = readFileSync(join(docs, path), 'utf8');
  const { text, commands } = await rerun(page, program.socket);
  expect(commands).toBeGreaterThan(0);
  expect(page, 'npm run update').toBe(text);
});

test('no link of the documentation leads nowhere', () => {
  const dead: string[] = [];
  for (const path of pages) {
    const text = readFileSync(join(docs, path), 'utf8').replace(/```[\s\S]*?```/g, '');
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(?:https?:|mailto:|#)/.test(target)) continue;
      const [name = ''] = decodeURI(target).split('#');
      if (!existsSync(resolve(dirname(join(docs, path)), name))) dead.push(`${path}: ${target}`);
    }
  }
  expect(dead).toEqual([]);
});
