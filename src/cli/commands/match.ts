// zjtx match: the facts of dossiers against the categories of the year, what is missing, how far off, and what if.
import type { Command } from '../command.ts';
import { asOf, common, config, paths, quiet, redact, schemas } from '../options.ts';

export const match: Command = {
  name: 'match',
  about: {
    zh: '拿材料里的数据比对各个类别：符合、不符合、待定、还缺什么、还差多少',
    en: 'compare the facts of dossiers with the categories: met, not met, undecided, what is missing, how far off',
  },
  brief: { zh: '能申报哪些类别，还缺什么，还差多少', en: 'which categories fit, what is missing, how far off' },
  argument: paths,
  options: [
    {
      flags: '--all',
      about: {
        zh: '比对所有年份的类别（默认只比对判断日期那一年的）',
        en: 'categories of every year (by default those of the as-of year)',
      },
    },
    {
      flags: '--category <id>',
      about: { zh: '只比对这个类别，不论年份；可重复', en: 'only this category, whatever its year; may be repeated' },
      repeatable: true,
    },
    {
      flags: '--set <fact=value>',
      about: {
        zh: '假设一项数据，例如 rd_expense.2025=620 或 研发费用.2025=620，看哪些结论改变；可重复',
        en: 'suppose a fact, such as rd_expense.2025=620, and see which decisions change; may be repeated',
      },
      repeatable: true,
    },
    {
      flags: '-f, --format <name[=file]>',
      about: {
        zh: '格式：text、json、html；写成 html=文件 则写入文件，可重复',
        en: 'format: text, json, html; html=FILE writes to a file; may be repeated',
      },
      repeatable: true,
    },
    {
      flags: '-v, --verbose',
      about: {
        zh: '逐条列出每项条件及其依据；几份材料时逐份列出',
        en: 'every criterion with its clause; of several dossiers, each in full',
      },
    },
    redact,
    asOf,
    config,
    schemas,
    quiet,
    ...common,
  ],
  run: async (context) => (await import('../match.ts')).run(context),
};
