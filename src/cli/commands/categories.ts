// zjtx categories: what can be applied for, one category in full, two side by side, its schema for editors, the tests of definitions.
import type { Category } from '../../category/category.ts';
import { jsonText } from '../../characters/shown.ts';
import type { ArgumentSpec, Command, Context } from '../command.ts';
import { asOf, config, dossierOption, exitCode, isSet, json, listOption, withSchemas } from '../options.ts';

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
    import('../category-text.ts'),
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

const textOnly = withSchemas.filter((option) => option !== json);

const categoryId = (syntax: string): ArgumentSpec => ({
  syntax,
  about: { zh: '类别编号，例如 jiangsu/2021/product', en: 'id of a category, such as jiangsu/2021/product' },
  completes: 'categories',
});

export const categories: Command = {
  name: 'categories',
  about: { zh: '查看已知的申报类别', en: 'what can be applied for' },
  options: [],
  commands: [
    { name: 'list', about: { zh: '列出各类别', en: 'list the categories' }, options: withSchemas, run: list },
    {
      name: 'show',
      about: {
        zh: '展开一个类别：栏目、附件、指标、条件及其依据',
        en: 'one category in full: fields, slots, metrics, criteria and their clauses',
      },
      argument: categoryId('<id>'),
      options: withSchemas,
      run: show,
    },
    {
      name: 'schema',
      about: {
        zh: '输出一个类别的 JSON Schema，供编辑器补全、提示和检查材料',
        en: 'the JSON Schema of dossiers of a category, for editors to complete, explain and check',
      },
      argument: categoryId('<id>'),
      options: textOnly,
      run: schema,
    },
    {
      name: 'diff',
      about: {
        zh: '逐项比较两份材料或材料包；在 categories 之下比较两个类别',
        en: 'compare two dossiers or bundles item by item; under categories: two categories',
      },
      argument: {
        syntax: '<ids...>',
        about: {
          zh: '两个类别的编号，例如 national/2025/little-giant national/2026/little-giant',
          en: 'ids of two categories: national/2025/little-giant national/2026/little-giant',
        },
      },
      options: [dossierOption, exitCode, asOf, config, ...withSchemas],
      run: diff,
    },
    {
      name: 'test',
      about: {
        zh: '运行类别定义自带的测试；不写编号则全部运行',
        en: 'run the tests of definitions; without ids, of all of them',
      },
      argument: categoryId('[id...]'),
      options: textOnly,
      run: test,
    },
    {
      name: 'new-year',
      about: {
        zh: '照一个类别写出下一年的版本，标明“预计”，列出通知发布后要核对的条款',
        en: 'write the edition of the next year from a category, marked as expected, and list the clauses to compare',
      },
      argument: categoryId('<id>'),
      options: [
        {
          flags: '-o, --output <folder>',
          about: {
            zh: '写到哪个类别定义的文件夹（默认 schemas）',
            en: 'folder of definitions to write to (default schemas)',
          },
        },
        { flags: '--year <year>', about: { zh: '哪一年的（默认下一年）', en: 'of which year (default: the next)' } },
        {
          flags: '--force',
          about: { zh: '已有这个文件也重新生成', en: 'write it anew where it exists' },
        },
        ...textOnly,
      ],
      run: async (context) => (await import('../new-year.ts')).newYear(context),
    },
  ],
};
