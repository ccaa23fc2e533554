// zjtx completion: the script that a shell loads, and the words that it then asks for.
import type { Command } from '../command.ts';
import { common } from '../options.ts';

export const completion: Command = {
  name: 'completion',
  about: { zh: '输出命令行补全脚本：bash、zsh、fish、powershell', en: 'print a script for command line completion' },
  argument: {
    syntax: '<shell>',
    about: { zh: 'bash、zsh、fish 或 powershell', en: 'bash, zsh, fish or powershell' },
    completes: 'shells',
  },
  options: common,
  commands: [
    {
      name: 'words',
      about: { zh: '给补全脚本用', en: 'for the scripts of completion' },
      argument: { syntax: '[word...]', about: { zh: '命令行上已有的词', en: 'the words of the line so far' } },
      options: common,
      hidden: true,
      run: async (context) => (await import('../completion/candidates.ts')).words(context),
    },
  ],
  run: async (context) => (await import('../completion/candidates.ts')).script(context),
};
