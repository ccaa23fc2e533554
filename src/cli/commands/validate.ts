// zjtx validate: assesses dossiers and prints a report.
import type { Command, OptionSpec } from '../command.ts';
import { assessing, noCache, paths, watch } from '../options.ts';

const compared: readonly OptionSpec[] = [
  {
    flags: '--against <path>',
    about: {
      zh: '与以往的申报对照：写材料包、材料，或放它们的文件夹，可重复；同年数字、称号、知识产权应当一致',
      en: 'hold against what was filed before: a bundle, a dossier or a folder of them; may be repeated',
    },
    repeatable: true,
  },
  {
    flags: '--returned <file>',
    about: {
      zh: '退回修改的意见（文本一行一条，或 YAML）：逐条看与送出的（--against）相比改了没有',
      en: 'what the office sent back (a text, one point a line, or YAML): is each changed since --against was sent',
    },
  },
];

export const validate: Command = {
  name: 'validate',
  about: { zh: '检查申报材料：填报、附件、指标、条件', en: 'check dossiers: form, attachments, metrics, criteria' },
  argument: paths,
  options: [...assessing, ...compared, noCache, watch],
  run: async (context) => (await import('../validate.ts')).run(context),
};
