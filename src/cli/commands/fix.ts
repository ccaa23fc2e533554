// zjtx fix: mends what has one certain mend, and says what is left.
import type { Command } from '../command.ts';
import { assessing, mending, noCache, paths } from '../options.ts';

export const fix: Command = {
  name: 'fix',
  about: {
    zh: '改正只有一种改法的问题（与 validate --fix 相同），原文件另存，注释和顺序不变',
    en: 'correct what can only be corrected in one way (as validate --fix does); keeps a backup, comments and order',
  },
  brief: {
    zh: '改正只有一种改法的问题，原文件另存',
    en: 'correct what can only be corrected in one way; keeps a backup',
  },
  argument: paths,
  options: [
    {
      flags: '--all',
      about: {
        zh: '要看过才能定的也改：逐处询问；还把已按一种读法采用的写法改成规范写法',
        en: 'also what a person must agree to, asking about each; and write values taken in one reading in the standard way',
      },
    },
    ...mending,
    // One dossier after the other.
    ...assessing.filter(({ flags }) => !flags.startsWith('--jobs')),
    noCache,
  ],
  run: async (context) => (await import('../fix.ts')).run(context, context.options.all === true),
};
