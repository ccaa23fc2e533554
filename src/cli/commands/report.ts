// zjtx report: joins the JSON reports of shards into one, in every format.
import type { Command } from '../command.ts';
import { common, reporting } from '../options.ts';

export const report: Command = {
  name: 'report',
  about: { zh: '合并报告', en: 'join reports' },
  brief: { zh: '合并各组的报告', en: 'join the reports of shards' },
  options: [],
  commands: [
    {
      name: 'merge',
      about: {
        zh: '把各组的 JSON 报告合为一份，缺一组就不合并',
        en: 'join the JSON reports of shards; refused when one is missing',
      },
      argument: {
        syntax: '<file...>',
        about: {
          zh: 'JSON 报告（zjtx validate -f json=文件），放报告的文件夹或通配符',
          en: 'JSON reports (zjtx validate -f json=FILE), folders that hold some, globs',
        },
      },
      options: [...reporting, ...common],
      run: async (context) => (await import('../merge.ts')).merge(context),
    },
  ],
};
