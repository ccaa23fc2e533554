// zjtx categories: what can be applied for, one category in full, two side by side, its schema for editors, the tests of definitions.

import type { Category } from '../../category/category.ts';
import { jsonText } from '../../characters/shown.ts';
import type { Command, Context } from '../command.ts';
import { isSet, listOption, withSchemas } from '../options.ts';

async function openFor({ terminal, options }: Context) {
  const [{ resolve }, { openCatalog }] = await Promise.all([import('node:path'), import('../../category/catalog.ts')]);
  return openCatalog(listOption(options, 'schemas').map((folder) => resolve(terminal.cwd, folder)));
}

async function list(context: Context): Promise<number> {
  const [catalog, { categoryList }, { displayOf }] = await Promise.all([
    openFor(context),
    import('../category-text.ts'),
    import('../display.ts'),
  ]);
  const { stdout } = context.terminal;
  const entries = await catalog.list();
  if (isSet(context.options, 'json')) stdout.write(`${jsonText(entries, 2)}\n`);
  else stdout.write(categoryList(entries, displayOf(stdout, context)));
  return 0;
}

async function show(context: Context): Promise<number> {
  const [catalog, { categoryText }, { displayOf }] = await Promise.all([
    openFor(context),
    import('../category-text.ts'),
    import('../display.ts'),
  ]);
  const { stdout } = context.terminal;
  const category = await catalog.open(context.args[0] ?? '');
  if (isSet(context.options, 'json')) stdout.write(`${jsonText(JSON.parse(category.flattened), 1)}\n`);
  else stdout.write(categoryText(category, displayOf(stdout, context)));
  return 0;
}

async function schema(context: Context): Promise<number> {
  const [catalog, { dossierSchema }, { schemaWords }] = await Promise.all([
    openFor(context),
    import('../../dossier/json-schema.ts'),
    import('../../words/schema.ts'),
  ]);
  const category = await catalog.open(context.args[0] ?? '');
  context.terminal.stdout.write(`${jsonText(dossierSchema(category, schemaWords), 1)}\n`);
  return 0;
}

async function test(context: Context): Promise<number> {
  const [catalog, { runDefinitionTests }, { testedLines }, { displayOf }] = await Promise.all([
    openFor(context),
    import('../../category/test.ts'),
    import('../category-tests.ts'),
    import('../display.ts'),
  ]);
  const { stdout } = context.terminal;
  const ids = context.args.length > 0 ? context.args : (await catalog.list()).map(({ id }) => id);
  let failed = false;
  for (const id of ids) {
    const run = runDefinitionTests(await catalog.open(id));
    stdout.write(testedLines(id, run, displayOf(stdout, context)));
    failed ||= run.failed > 0;
  }
  return failed ? 1 : 0;
}

/** Two categories side by side; with a dossier also what that means for it. */
async function diff(context: Context): Promise<number> {
  const { args, options, terminal, language } = context;
  const [{ usage }, { textOption }] = await Promise.all([import('../usage.ts'), import('../options.ts')]);
  const [first, second] = args;
  if (first === undefined || second === undefined || args.length !== 2)
    throw usage('zjtx categories diff', (words) => words.twoCategories(args.length));
  const [catalog, { differenceOf, changesBetween }, { categoryDiffText }, { displayOf }, { version }] =
    await Promise.all([
      openFor(context),
      import('../../advise/explain/difference.ts'),
      import('../category-diff-text.ts'),
      import('../display.ts'),
      import('../../files/version.ts'),
    ]);
  const [a, b] = await Promise.all([catalog.open(first), catalog.open(second)]);
  const { members } = differenceOf(a, b, language);
  const shown = ({ id, definition: { title, year }, sha256 }: typeof a) => ({ id, title, year, sha256 });
  const path = textOption(options, 'dossier');
  const dossier = path === undefined ? {} : { dossier: await meaningFor(path, [a, b], context, catalog) };
  const changes = changesBetween({ members });
  const found = { a: shown(a), b: shown(b), changes, members, ...dossier };
  const program = { name: 'zjtx', version };
  terminal.stdout.write(
    isSet(options, 'json')
      ? `${jsonText({ format: 1, program, language, ...found }, 2)}\n`
      : categoryDiffText(found, displayOf(terminal.stdout, context)),
  );
  return changes > 0 && isSet(options, 'exitCode') ? 1 : 0;
}

async function meaningFor(
  path: string,
  sides: readonly [Category, Category],
  context: Context,
  catalog: Awaited<ReturnType<typeof openFor>>,
) {
  const [{ dossierFacts }, { decisionsBetween }] = await Promise.all([
    import('../dossier-facts.ts'),
    import('../../advise/explain/decisions.ts'),
  ]);
  const { one, facts } = await dossierFacts(path, context, 'zjtx categories diff', catalog);
  const { enterprise, asOf } = one.assessment;
  return { path: one.shown, enterprise, asOf, ...decisionsBetween(sides, facts, asOf, context.language) };
}

const textOnly = withSchemas.filter((option) => option.name !== 'json');

export const categories: Command = {
  name: 'categories',
  options: [],
  commands: [
    { name: 'list', options: withSchemas, run: list },
    { name: 'show', argument: { name: 'id', syntax: '<id>' }, options: withSchemas, run: show },
    { name: 'schema', argument: { name: 'id', syntax: '<id>' }, options: textOnly, run: schema },
    {
      name: 'diff',
      argument: { name: 'categories', syntax: '<ids...>' },
      options: [
        { name: 'dossier', flags: '--dossier <path>' },
        { name: 'exit-code', flags: '--exit-code' },
        { name: 'as-of', flags: '--as-of <date>' },
        { name: 'config', flags: '--config <file>' },
        ...withSchemas,
      ],
      run: diff,
    },
    { name: 'test', argument: { name: 'id', syntax: '[id...]' }, options: textOnly, run: test },
  ],
};
