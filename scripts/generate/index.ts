// Every file of the repository that is made from others: by its path, with the text that it must have.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { configSchema } from '../../src/batch/config.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { digestsName } from '../../src/category/prebuilt.ts';
import { assessmentSchema, matchSchema, reportSchema } from '../../src/reporters/json-definition.ts';
import { resultSchemas } from '../../src/reporters/results.ts';
import { categoriesPage, categoryPage, nameOf } from './category.ts';
import { codesPage } from './codes.ts';
import { commandsPage } from './commands.ts';
import { coveragePage } from './coverage.ts';
import { definitionPage } from './definition.ts';
import { definitionSchema } from './definition-schema.ts';
import { dossierPage } from './dossier.ts';
import { facesSource } from './faces.ts';
import { factsPage } from './facts.ts';
import { functionsPage } from './functions.ts';
import { manPage } from './man.ts';
import { mapPage } from './map.ts';
import { withOutput } from './readme.ts';

const root = resolve(import.meta.dirname, '../..');

/** Where nothing else stands: a page whose category is gone goes too. */
export const categoryPages = 'docs/categories';

const written = (schema: object): string => `${JSON.stringify(schema, null, 1)}\n`;
const standing = (path: string): string => readFileSync(join(root, path), 'utf8');

/** By what they are: functions that give the texts by their paths from the root. */
export const makers: Readonly<Record<string, () => Promise<Readonly<Record<string, string>>>>> = {
  'the table of characters': async () => ({ 'src/characters/faces.ts': await facesSource() }),
  'the digests of all definitions so far': async () => ({ [`schemas/${digestsName}`]: await digestsSoFar() }),
  'the schemas for editors and readers': async () => ({
    'schemas/assessment.schema.json': written(assessmentSchema()),
    'schemas/config.schema.json': written(configSchema()),
    'schemas/definition.schema.json': written(definitionSchema()),
    'schemas/match.schema.json': written(matchSchema()),
    'schemas/report.schema.json': written(reportSchema()),
    ...Object.fromEntries(
      Object.entries(resultSchemas()).map(([name, schema]) => [`schemas/${name}.schema.json`, written(schema)]),
    ),
  }),
  'the man pages': async () => ({ 'man/zjtx.1': manPage('en'), 'man/zjtx.zh.1': manPage('zh') }),
  'the map': async () => ({ 'docs/reference/map.md': mapPage() }),
  'the output in the README': async () => ({
    'README.md': await withOutput(standing('README.md')),
    'README.zh-CN.md': await withOutput(standing('README.zh-CN.md')),
  }),
  'the reference': async () => ({
    'docs/reference/codes.md': codesPage(),
    'docs/reference/commands.en.md': commandsPage('en'),
    'docs/reference/commands.zh.md': commandsPage('zh'),
    'docs/reference/definition.md': definitionPage(),
    'docs/reference/dossier.md': dossierPage(standing('docs/reference/dossier.md')),
    'docs/reference/facts.md': await factsPage(),
    'docs/reference/functions.md': functionsPage(),
  }),
  'the pages of the categories': async () => {
    const catalog = await openCatalog();
    const entries = await catalog.list();
    const pages = entries.map(async ({ id }) => [
      `${categoryPages}/${nameOf(id)}.md`,
      categoryPage(await catalog.open(id)),
    ]);
    return {
      [`${categoryPages}/README.md`]: categoriesPage(entries),
      ...Object.fromEntries(await Promise.all(pages)),
    };
  },
  'what is covered': async () => ({ 'docs/coverage.md': coveragePage() }),
};

/** The record, with the digest that a definition has today behind those that it had before: bundles with these are verified still. */
async function digestsSoFar(): Promise<string> {
  const lines = standing(`schemas/${digestsName}`).split('\n').filter(Boolean);
  const catalog = await openCatalog();
  for (const { id } of await catalog.list()) {
    const line = `${(await catalog.open(id)).sha256}  ${id}`;
    const last = lines.findLastIndex((one) => one.endsWith(`  ${id}`));
    if (lines[last] !== line) lines.splice(last < 0 ? lines.length : last + 1, 0, line);
  }
  return `${lines.join('\n')}\n`;
}
