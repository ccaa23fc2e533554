// zjtx init: begins a dossier: commented YAML, a folder for each slot, what editors need; asks on a terminal.
import type { Command, OptionSpec } from '../command.ts';
import { answers, common, ocrPapers, result, schemas, take, yes } from '../options.ts';

export const ids: OptionSpec = {
  flags: '--ids',
  about: {
    zh: '新写的材料用英文编号作键；不写则用申请表上印刷的名称',
    en: 'write a new dossier with ids as keys (default: the printed labels)',
  },
};

export const init: Command = {
  name: 'init',
  about: {
    zh: '新建一份材料：带说明的 YAML、各项附件的文件夹、编辑器的提示；在终端里逐项提问',
    en: 'begin a dossier: commented YAML, a folder for each slot, help for editors; asks field by field on a terminal',
  },
  brief: { zh: '新建一份材料，或接着填写已有的', en: 'begin a dossier, or go on with one' },
  argument: {
    syntax: '[folder]',
    about: { zh: '材料放在哪个文件夹；不写为当前文件夹', en: 'the folder of the dossier; default: the current folder' },
  },
  options: [
    {
      flags: '--category <id>',
      about: {
        zh: '申报类别的编号，例如 jiangsu/2021/product（已知类别见 zjtx categories list）',
        en: 'id of the category, such as jiangsu/2021/product (see zjtx categories list)',
      },
    },
    yes,
    answers,
    {
      flags: '--from <dossier>',
      about: {
        zh: '从另一份材料（去年的，或另一类的）带来内容；带了哪些、没带哪些会列出来',
        en: 'carry over the content of another dossier (of last year, of another category); lists what was carried over and what not',
      },
    },
    take,
    ocrPapers,
    ids,
    {
      flags: '--force',
      about: {
        zh: '已有 dossier.yaml 也重新开始，原文件留作 dossier.yaml.bak（已有时为 .bak-2）',
        en: 'begin anew even if there is a dossier.yaml; the old one becomes dossier.yaml.bak, or .bak-2 where that is taken',
      },
    },
    ...result,
    schemas,
    ...common,
  ],
  run: async (context) => (await import('../init.ts')).run(context),
};
