// zjtx fix: mends what has one certain mend, and says what is left.
import type { Command } from '../command.ts';
import { assessing, mending, noCache, paths } from '../options.ts';

export const fix: Command = {
  name: 'fix',
  about: {
    zh: '改正改法唯一的问题（与 validate --fix 相同），原文件另存，注释和顺序不变',
    en: 'mend what has one certain mend (as validate --fix does); keeps a backup, comments and order',
  },
  brief: { zh: '改正改法唯一的问题，原文件另存', en: 'mend what has one certain mend, and keep a backup' },
  argument: paths,
  options: [
    {
      flags: '--all',
      about: {
        zh: '要看过才能定的也改：逐处询问；还把已按一种读法采用的写法改成规范写法',
        en: 'also what a person must agree to, and asks; and writes what was understood as a dossier writes it',
      },
    },
    ...mending,
    // One dossier after the other.
    ...assessing.filter(({ flags }) => !flags.startsWith('--jobs')),
    noCache,
  ],
  run: async (context) => (await import('../fix.ts')).run(context, context.options.all === true),
};
