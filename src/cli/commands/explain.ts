// zjtx explain: what a code, criterion, metric, slot, field or fact means, why, what to do, with an example.
import type { Command } from '../command.ts';
import { asOf, config, redact, withSchemas } from '../options.ts';

export const explain: Command = {
  name: 'explain',
  about: {
    zh: '解释一个问题代码、条件、指标、附件、栏目：含义、依据、修正办法、例子',
    en: 'explain a code, criterion, metric, slot or field: what, why, what to do, an example',
  },
  brief: { zh: '解释代码、条件、指标、附件、栏目', en: 'explain a code, criterion, metric, slot or field' },
  argument: {
    syntax: '<what...>',
    about: {
      zh: '问题代码，或条件、指标、附件、栏目的编号或印出的名称；后面可以接一份材料',
      en: 'a code, or a criterion, metric, slot or field by id or printed label; a dossier may follow',
    },
  },
  options: [
    { flags: '--category <id>', about: { zh: '哪个类别的', en: 'of which category' } },
    {
      flags: '--dossier <path>',
      about: { zh: '哪份材料的（文件或文件夹）', en: 'the dossier meant (file or folder)' },
    },
    asOf,
    config,
    redact,
    ...withSchemas,
  ],
  run: async (context) => (await import('../explain.ts')).run(context),
};
