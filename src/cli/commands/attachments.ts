// zjtx attachments, a name from before: the inventory of dossiers, slot by slot.
import type { Command } from '../command.ts';
import { listing, more, paths } from '../options.ts';

export const attachments: Command = {
  name: 'attachments',
  about: {
    zh: '列出材料的附件：类型、页数、大小、SHA-256、各项情况，必交而缺少的',
    en: 'list the attachments: type, pages, size, SHA-256, traits, and required slots without a file',
  },
  argument: paths,
  options: [...listing, more],
  run: async (context) => (await import('../attachments.ts')).run(context),
};
