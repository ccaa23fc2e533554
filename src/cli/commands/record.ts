// zjtx record: writes a person's word into a dossier: what was looked at on its checklist, or which finding is accepted on purpose.
import type { Command } from '../command.ts';
import { dossierPath, editing } from '../options.ts';

export const attest: Command = {
  name: 'attest',
  about: {
    zh: '列出人工核对清单；把谁在哪天看过哪些文件写入材料',
    en: 'list the checklist; write who looked at which files on which day into the dossier',
  },
  argument: dossierPath,
  options: [
    {
      flags: '--item <id>',
      about: {
        zh: '看过的一项，写清单中的编号；可重复',
        en: 'a point that has been looked at, by its id in the checklist; may be repeated',
      },
      repeatable: true,
    },
    {
      flags: '--all',
      about: { zh: '清单中待确认的各项都看过了', en: 'all open points of the checklist have been looked at' },
    },
    { flags: '--by <name>', about: { zh: '看过的人', en: 'who has looked' } },
    {
      flags: '--on <date>',
      about: {
        zh: '看的日期，例如 2021-08-15（默认北京时间今天）',
        en: 'the day of looking, such as 2021-08-15 (default: today in Shanghai)',
      },
    },
    ...editing,
  ],
  run: async (context) => (await import('../attest.ts')).run(context),
};

export const waive: Command = {
  name: 'waive',
  about: {
    zh: '把有意接受的一个问题写入材料：理由、经手人、期限',
    en: 'write a finding that is accepted on purpose into the dossier: why, by whom, until when',
  },
  argument: dossierPath,
  options: [
    {
      flags: '--code <code>',
      about: {
        zh: '问题的代码，在报告中写在问题后的括号里',
        en: 'code of the finding, which the report prints behind it in brackets',
      },
    },
    {
      flags: '--at <place>',
      about: {
        zh: '问题所在，例如 attachments.business_license，或一个文件；不用 *',
        en: 'place of the finding, such as attachments.business_license, or a file; no *',
      },
    },
    { flags: '--reason <text>', about: { zh: '为什么接受', en: 'why it is accepted' } },
    { flags: '--by <name>', about: { zh: '同意豁免的人', en: 'who agrees to the waiver' } },
    {
      flags: '--until <date>',
      about: { zh: '豁免到哪一天（含），例如 2021-08-31', en: 'last day of the waiver, such as 2021-08-31' },
    },
    ...editing,
  ],
  run: async (context) => (await import('../waive.ts')).run(context),
};

export const record: Command = {
  name: 'record',
  about: {
    zh: '把人的决定写入材料：人工核对过的各项，有意接受的问题',
    en: "write a person's decisions into the dossier: points looked at, findings accepted",
  },
  brief: {
    zh: '写入人的决定：核对过的各项、接受的问题',
    en: "write a person's decisions: points checked, findings accepted",
  },
  options: [],
  commands: [attest, waive],
};
