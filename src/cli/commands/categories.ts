// zjtx categories: what can be applied for, one category in full, its schema for editors, the tests of definitions.
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
  if (isSet(context.options, 'json')) stdout.write(`${JSON.stringify(entries, null, 2)}\n`);
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
  if (isSet(context.options, 'json')) stdout.write(category.flattened);
  else stdout.write(categoryText(category, displayOf(stdout, context)));
  return 0;
}

async function schema(context: Context): Promise<number> {
  const [catalog, { dossierSchema }, { schemaWords }] = await Promise.all([
    openFor(context),
    import('../../dossier/json-schema.ts'),
    import('../../messages/schema.ts'),
  ]);
  const category = await catalog.open(context.args[0] ?? '');
  context.terminal.stdout.write(`${JSON.stringify(dossierSchema(category, schemaWords), null, 1)}\n`);
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

const textOnly = withSchemas.filter((option) => option.name !== 'json');

export const categories: Command = {
  name: 'categories',
  options: [],
  commands: [
    { name: 'list', options: withSchemas, run: list },
    { name: 'show', argument: { name: 'id', syntax: '<id>' }, options: withSchemas, run: show },
    { name: 'schema', argument: { name: 'id', syntax: '<id>' }, options: textOnly, run: schema },
    { name: 'test', argument: { name: 'id', syntax: '[id...]' }, options: textOnly, run: test },
  ],
};
