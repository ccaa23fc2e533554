// zjtx config: what is set for a place, and by which file.
import type { Command } from '../command.ts';
import { common, config as configOption, result, schemas } from '../options.ts';

export const config: Command = {
  name: 'config',
  about: { zh: '查看生效的设置', en: 'what is set' },
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
        about: { zh: '材料或文件夹；不写为当前文件夹', en: 'a dossier or a folder; none for this folder' },
      },
      options: [...result, configOption, schemas, ...common],
      run: async (context) => (await import('../config.ts')).show(context),
    },
  ],
};
