// zjtx config: what is set for a place, and by which file; and the scripts of completion, with the words that they ask for.
import type { Command } from '../command.ts';
import { common, config as configOption, result, schemas } from '../options.ts';

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

export const config: Command = {
  name: 'config',
  about: { zh: '查看生效的设置；命令行补全的脚本', en: 'what is set; scripts for command line completion' },
  brief: { zh: '生效的设置，命令行补全', en: 'what is set, and completion for shells' },
  options: [],
  commands: [
    {
      name: 'show',
      about: {
        zh: '列出对一份材料或一个文件夹生效的设置，各出自哪个 zjtx.config.yaml 的哪一行',
        en: 'what is set for a dossier or a folder, and which line of which zjtx.config.yaml sets it',
      },
      argument: {
        syntax: '[path]',
        about: { zh: '材料或文件夹；不写为当前文件夹', en: 'a dossier or a folder; default: the current folder' },
      },
      options: [...result, configOption, schemas, ...common],
      run: async (context) => (await import('../config.ts')).show(context),
    },
    completion,
  ],
};
