// zjtx validate: assesses dossiers and prints a report.
import type { Command } from '../command.ts';
import { assessing, compared, mending, noCache, paths, watch } from '../options.ts';

export const validate: Command = {
  name: 'validate',
  about: { zh: '检查申报材料：填报、附件、指标、条件', en: 'check dossiers: form, attachments, metrics, criteria' },
  brief: {
    zh: '检查材料：填报、附件、指标、条件（--attachments 列附件）',
    en: 'check dossiers; --attachments lists their files',
  },
  argument: paths,
  options: [
    {
      flags: '--attachments',
      about: {
        zh: '只列出附件：类型、页数、大小、SHA-256、各项情况，必交而缺少的（text、json）',
        en: 'only list the attachments: type, pages, size, SHA-256, traits, required slots without a file (text, json)',
      },
    },
    ...assessing,
    ...compared,
    {
      flags: '--fix [which]',
      about: {
        zh: '先改正只有一种改法的问题，再检查；写 --fix=all 时连要看过才能定的也改，与 zjtx fix 相同',
        en: 'first correct what can only be corrected in one way; --fix=all also what a person must agree to, as zjtx fix does',
      },
      choices: ['all'],
    },
    ...mending,
    noCache,
    watch,
  ],
  run: async (context) => {
    const { fix, attachments } = context.options;
    if (attachments === true) return (await import('../attachments.ts')).run(context);
    if (fix !== undefined) return (await import('../fix.ts')).run(context, fix === 'all');
    return (await import('../validate.ts')).run(context);
  },
};
