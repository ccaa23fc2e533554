// zjtx attest: shows the checklist of a dossier, and writes a person's word on its points into the dossier.
import type { Command } from '../command.ts';
import { by, dossierPath, editing } from '../options.ts';

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
        en: 'a point that was looked at, by its id in the checklist; may be repeated',
      },
      repeatable: true,
    },
    {
      flags: '--all',
      about: { zh: '清单中待确认的各项都看过了', en: 'all open points of the checklist were looked at' },
    },
    by,
    {
      flags: '--on <date>',
      about: {
        zh: '看的日期，例如 2021-08-15（默认北京时间今天）',
        en: 'day of the look, such as 2021-08-15 (default: today in Shanghai)',
      },
    },
    ...editing,
  ],
  run: async (context) => (await import('../attest.ts')).run(context),
};
