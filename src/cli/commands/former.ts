// Commands by their names from before, fill, preview and attachments: what each takes; they go on working, and stand in no list.
import type { Command } from '../command.ts';
import {
  answers,
  common,
  compared,
  dossierPath,
  drawing,
  listing,
  more,
  paths,
  result,
  schemas,
  take,
  watch,
  yes,
} from '../options.ts';

export const fill: Command = {
  name: 'fill',
  about: {
    zh: '接着填写一份材料：逐项提问，每答一项就写入，注释和顺序不变',
    en: 'go on with a dossier: asks, writes each answer in place, keeps comments and order',
  },
  argument: dossierPath,
  options: [yes, answers, take, ...result, schemas, ...common],
  run: async (context) => (await import('../init.ts')).goOn(context),
};

export const preview: Command = {
  name: 'preview',
  about: {
    zh: '只生成申请表 PDF，供查看；有错误时标明“草稿”',
    en: 'write only the PDF of the form, to look at; marked as a draft while there are errors',
  },
  argument: paths,
  options: [
    {
      flags: '-o, --output <file>',
      about: {
        zh: '写到哪个文件（默认 申请表-预览.pdf，在材料的文件夹里）',
        en: 'the file to write (default 申请表-预览.pdf in the folder of the dossier)',
      },
    },
    {
      flags: '--force',
      about: {
        zh: '覆盖已有的文件；不加时只替换以前的预览',
        en: 'overwrite an existing file; without it only an earlier preview is replaced',
      },
    },
    ...compared,
    watch,
    ...drawing,
  ],
  run: async (context) => (await import('../preview.ts')).run(context),
};

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
