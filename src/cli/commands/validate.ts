// zjtx validate: assesses dossiers and prints a report.
import type { Command } from '../command.ts';
import { assessing, compared, noCache, paths, watch } from '../options.ts';

export const validate: Command = {
  name: 'validate',
  about: { zh: '检查申报材料：填报、附件、指标、条件', en: 'check dossiers: form, attachments, metrics, criteria' },
  argument: paths,
  options: [...assessing, ...compared, noCache, watch],
  run: async (context) => (await import('../validate.ts')).run(context),
};
