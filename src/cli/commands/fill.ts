// zjtx fill, a name from before: goes on with a dossier: asks what is still open, writes each answer in place, keeps comments and order.
import type { Command } from '../command.ts';
import { answers, common, dossierPath, result, schemas, take, yes } from '../options.ts';

export const fill: Command = {
  name: 'fill',
  about: {
    zh: '接着填写一份材料：逐项提问，每答一项就写入，注释和顺序不变',
    en: 'go on with a dossier: asks, writes each answer in place, keeps comments and order',
  },
  argument: dossierPath,
  options: [yes, answers, take, ...result, schemas, ...common],
  run: async (context) => (await import('../fill.ts')).run(context),
};
