// zjtx sheet: the intake workbook for a client, back into dossiers, and the results of a batch as a workbook.
import type { Command } from '../command.ts';
import { common, config, drawing, paths, quiet, redact, result, schemas, yes } from '../options.ts';
import { ids } from './init.ts';

export const sheet: Command = {
  name: 'sheet',
  about: {
    zh: '填写用的 Excel 工作簿：导出、读回，或导出一批材料的结果',
    en: 'Excel workbooks to fill in: export, read back, or the results of a batch',
  },
  brief: { zh: '填写用的 Excel 工作簿：导出、读回', en: 'Excel workbooks to fill in: export, read back' },
  options: [],
  commands: [
    {
      name: 'export',
      about: {
        zh: '导出工作簿：空表（--category）、已有材料的内容、宽表，或检查结果',
        en: 'export workbooks: empty (--category), of dossiers, as a wide table, or results',
      },
      argument: paths,
      options: [
        {
          flags: '-o, --output <file>',
          about: {
            zh: '写到哪个 .xlsx 文件，或哪个文件夹（每份材料一个）',
            en: 'the .xlsx file, or a folder (one workbook per dossier)',
          },
        },
        {
          flags: '--category <id>',
          about: {
            zh: '哪个类别的；不写材料就导出空表',
            en: 'which category; without dossiers an empty workbook is written',
          },
        },
        {
          flags: '--wide',
          about: {
            zh: '宽表：一行一家企业，不含子表和附件',
            en: 'a wide table: one enterprise per row, without tables and attachments',
          },
        },
        {
          flags: '--results',
          about: {
            zh: '检查各份材料，把总表、问题和指标写成工作簿',
            en: 'assess the dossiers and write matrix, findings and metrics as a workbook',
          },
        },
        { flags: '--force', about: { zh: '覆盖已有的工作簿', en: 'overwrite workbooks that exist' } },
        ...drawing,
      ],
      run: async (context) => (await import('../sheet-export.ts')).exportSheets(context),
    },
    {
      name: 'import',
      about: {
        zh: '读回填好的工作簿或宽表：没有材料的企业写一份，已有的按信用代码更新，先显示改动',
        en: 'read workbooks or wide tables: write a dossier for a new enterprise, update others by credit code, changes shown first',
      },
      argument: {
        syntax: '<file...>',
        about: {
          zh: '填好的工作簿或宽表（.xlsx、.csv）、写好的答案（.yaml、.json）、放工作簿的文件夹、通配符',
          en: 'workbooks or wide tables (.xlsx, .csv), answers (.yaml, .json), folders that hold workbooks, globs',
        },
      },
      options: [
        {
          flags: '-o, --output <folder>',
          about: {
            zh: '材料写入的文件夹，每家企业一个子文件夹',
            en: 'folder for the dossiers, with one folder per enterprise',
          },
        },
        {
          flags: '--category <id>',
          about: {
            zh: '哪个类别的；工作簿里已写明的不用写',
            en: 'which category, where the workbook does not say',
          },
        },
        {
          flags: '--force',
          about: {
            zh: '按工作簿整份重写已有的材料，原来的内容另存为 .bak（已有时为 .bak-2）',
            en: 'rewrite existing dossiers from the workbook; the old ones are kept as .bak, or .bak-2',
          },
        },
        {
          flags: '--dry-run',
          about: {
            zh: '只显示会新写哪些材料、已有的会怎样改，不写入',
            en: 'write nothing; show which dossiers are new, and what would change in the others',
          },
        },
        ids,
        yes,
        ...result,
        redact,
        config,
        schemas,
        quiet,
        ...common,
      ],
      run: async (context) => (await import('../sheet-import.ts')).importSheets(context),
    },
  ],
};
