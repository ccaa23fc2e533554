// zjtx add: a client's messy files into the slots of a dossier, with the reason for each.
import type { Command } from '../command.ts';
import { common, config, ocrPapers, result, schemas, yes } from '../options.ts';

export const add: Command = {
  name: 'add',
  about: {
    zh: '把收到的文件（文件夹、zip、rar）放进材料的各项附件：按名称和正文认，写明理由，拿不准的问',
    en: 'put received files (folders, zip, rar) into the slots of a dossier: by name and text, with reasons, asking about the rest',
  },
  brief: { zh: '把收到的文件放进各项附件，写明理由', en: 'put received files into slots, with the reason for each' },
  argument: {
    syntax: '[source...]',
    about: { zh: '收到的文件夹、文件、zip 或 rar', en: 'folders, files, a zip or a rar as received' },
  },
  options: [
    {
      flags: '--to <dossier>',
      about: {
        zh: '放进哪份材料：文件，或它所在的文件夹；不写为当前文件夹',
        en: 'the dossier to put them into: its file or folder; default: the current folder',
      },
    },
    {
      flags: '--slot <attachment>',
      about: {
        zh: '都放进这一类附件，不再辨认：编号、名称，或名称里独有的几个字',
        en: 'put them all into this slot: its id, its label, or a part of the label that no other has',
      },
    },
    yes,
    {
      flags: '--dry-run',
      about: {
        zh: '只看计划，不改动任何文件；-f json 也是，加 --yes 才照办',
        en: 'show the plan and change nothing; so does -f json unless --yes is given',
      },
    },
    ...result,
    ocrPapers,
    {
      flags: '--confirm',
      about: {
        zh: '核对程序从文件里读出的内容：没有错的去掉“待核对”的记号（加 --yes：全部）',
        en: 'check what the program read from files: removes the mark “to be checked” from what is right (with --yes: from all)',
      },
    },
    config,
    schemas,
    ...common,
  ],
  run: async (context) => (await import('../add.ts')).run(context),
};
