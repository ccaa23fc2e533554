// zjtx categories: what can be applied for, one category in full, two side by side, its schema for editors, the tests of definitions.
import type { ArgumentSpec, Command } from '../command.ts';
import { asOf, common, config, exitCode, more, schemas, withSchemas } from '../options.ts';

const categoryId = (syntax: string): ArgumentSpec => ({
  syntax,
  about: { zh: '类别编号，例如 jiangsu/2021/product', en: 'id of a category, such as jiangsu/2021/product' },
  completes: 'categories',
});

export const categories: Command = {
  name: 'categories',
  about: { zh: '查看已知的申报类别', en: 'look at the known categories' },
  brief: { zh: '查看、比较、测试申报类别', en: 'list, show, compare, test categories' },
  options: [],
  commands: [
    {
      name: 'list',
      about: { zh: '列出各类别', en: 'list the categories' },
      options: withSchemas,
      run: async (context) => (await import('../categories.ts')).list(context),
    },
    {
      name: 'show',
      about: {
        zh: '展开一个类别：栏目、附件、指标、条件及其依据',
        en: 'one category in full: fields, slots, metrics, criteria and their clauses',
      },
      argument: categoryId('<id>'),
      options: [more, ...withSchemas],
      run: async (context) => (await import('../categories.ts')).show(context),
    },
    {
      name: 'schema',
      about: {
        zh: '输出一个类别的 JSON Schema，供编辑器补全、提示和检查材料',
        en: 'the JSON Schema of dossiers of a category, for editors to complete, explain and check',
      },
      argument: categoryId('<id>'),
      options: [schemas, ...common],
      run: async (context) => (await import('../categories.ts')).schema(context),
    },
    {
      name: 'diff',
      about: {
        zh: '逐项比较两个类别，例如今年的和去年的',
        en: 'compare two categories item by item, such as those of two years',
      },
      argument: {
        syntax: '<ids...>',
        about: {
          zh: '两个类别的编号，例如 national/2025/little-giant national/2026/little-giant',
          en: 'ids of two categories: national/2025/little-giant national/2026/little-giant',
        },
      },
      options: [
        {
          flags: '--dossier <path>',
          about: {
            zh: '另看对这份材料（文件或文件夹）的影响',
            en: 'also say what it changes for this dossier (file or folder)',
          },
        },
        exitCode,
        asOf,
        config,
        more,
        ...withSchemas,
      ],
      run: async (context) => (await import('../category-diff.ts')).diff(context),
    },
    {
      name: 'test',
      about: {
        zh: '运行类别定义自带的测试；不写编号则全部运行',
        en: 'run the tests that definitions carry; without ids, of all of them',
      },
      argument: categoryId('[id...]'),
      options: withSchemas,
      run: async (context) => (await import('../categories.ts')).test(context),
    },
    {
      name: 'new-year',
      about: {
        zh: '照一个类别写出下一年的版本，标明“预计”，列出通知发布后要核对的条款',
        en: 'write the edition of the next year from a category, marked as expected, and list the clauses to compare once the notice is out',
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
        { flags: '--year <year>', about: { zh: '哪一年的（默认下一年）', en: 'which year (default: the next)' } },
        {
          flags: '--force',
          about: { zh: '已有这个文件也重新生成', en: 'write it anew even if the file exists' },
        },
        ...withSchemas,
      ],
      run: async (context) => (await import('../new-year.ts')).newYear(context),
    },
  ],
};
