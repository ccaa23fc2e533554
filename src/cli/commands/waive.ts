// zjtx waive: writes into a dossier that a finding is accepted on purpose, why, by whom and until when.
import type { Command } from '../command.ts';
import { by, dossierPath, editing } from '../options.ts';

export const waive: Command = {
  name: 'waive',
  about: {
    zh: '把有意接受的一个问题写入材料：理由、经手人、期限',
    en: 'write into the dossier that a finding is accepted on purpose: why, by whom, until when',
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
    by,
    {
      flags: '--until <date>',
      about: { zh: '豁免到哪一天（含），例如 2021-08-31', en: 'last day of the waiver, such as 2021-08-31' },
    },
    ...editing,
  ],
  run: async (context) => (await import('../waive.ts')).run(context),
};
