// zjtx fill: goes on with a dossier: asks what is still open, writes each answer in place, keeps comments and order.
import type { Command, Context } from '../command.ts';
import { answers, common, dossierPath, isSet, listOption, schemas, take, textOption, yes } from '../options.ts';

const command = 'zjtx fill';

async function run(context: Context): Promise<number> {
  const [{ resolve }, { openCatalog }, { findDossiers, readDossier }, { rootFinder }, { openDossier }] =
    await Promise.all([
      import('node:path'),
      import('../../category/catalog.ts'),
      import('../../batch/find.ts'),
      import('../../batch/config.ts'),
      import('../../dossier/head.ts'),
    ]);
  const [begin, wizard, { usage }] = await Promise.all([
    import('../wizard-begin.ts'),
    import('../wizard-run.ts'),
    import('../usage.ts'),
  ]);
  const { terminal, options, args } = context;
  const [answersPath, takePath] = ['answers', 'take'].map((name) => textOption(options, name));
  const quiet = isSet(options, 'yes') || answersPath !== undefined;
  const { silent } = await import('../../intake/wizard/asker.ts');
  const asker = quiet ? undefined : await wizard.askerOf(context);
  if (!quiet && asker === undefined) throw begin.refusal((say) => say.noScreen('zjtx fill --answers answers.yaml'));
  const { found, missing } = await findDossiers(args, terminal.cwd);
  const [one, ...others] = found;
  if (one === undefined || others.length > 0)
    throw missing[0] ?? usage(command, (words) => words.oneDossier(found.length));
  const { bytes } = await readDossier(one, rootFinder());
  const shown = one.shown === '.' ? one.file : `${one.shown}/${one.file}`;
  const { head } = openDossier({ bytes, file: one.file });
  const id = textOption(options, 'category') ?? head?.category;
  if (head === undefined) throw begin.refusal((say) => say.faulty(shown));
  if (id === undefined) throw begin.refusal((say) => say.noCategory);
  const catalog = await openCatalog(listOption(options, 'schemas').map((folder) => resolve(terminal.cwd, folder)));
  const place = { folder: one.folder, file: one.file, shown };
  const opened = await wizard.openSession(context, await catalog.open(id), place, asker ?? silent, true);
  if (answersPath !== undefined) {
    const { answerFrom } = await import('../wizard-answers.ts');
    const written = await answerFrom(opened.session, await begin.readAnswers(answersPath, terminal.cwd));
    opened.session.say([opened.session.words.answered(written)]);
  }
  if (takePath !== undefined) await wizard.take(context, opened.session, place, takePath, asker !== undefined);
  return asker === undefined ? 0 : wizard.runWizard(context, opened);
}

export const fill: Command = {
  name: 'fill',
  about: {
    zh: '接着填写一份材料：逐项提问，每答一项就写入，注释和顺序不变',
    en: 'go on with a dossier: asks, writes each answer in place, keeps comments and order',
  },
  argument: dossierPath,
  options: [yes, answers, take, schemas, ...common],
  run,
};
