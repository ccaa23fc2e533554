// zjtx diff: what lies between two dossiers or bundles.
import type { Command } from '../command.ts';
import { asOf, common, config, exitCode, redact, result, schemas } from '../options.ts';

export const diff: Command = {
  name: 'diff',
  about: {
    zh: '逐项比较两份材料或材料包',
    en: 'compare two dossiers or bundles item by item',
  },
  brief: { zh: '比较两份材料或材料包', en: 'compare two dossiers or bundles' },
  argument: {
    syntax: '<sides...>',
    about: { zh: '两份材料（文件或文件夹）或材料包（.zip）', en: 'two dossiers (files or folders) or bundles (.zip)' },
  },
  options: [...result, exitCode, redact, asOf, config, schemas, ...common],
  run: async (context) => (await import('../diff.ts')).run(context),
};
