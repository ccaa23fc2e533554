// zjtx init: begins a dossier: commented YAML, a folder for each slot, what editors need; asks on a terminal.
import type { Asker } from '../../intake/wizard/asker.ts';
import type { Command, Context } from '../command.ts';
import { answers, common, isSet, listOption, schemas, take, textOption, yes } from '../options.ts';

async function run(context: Context): Promise<number> {
  const [{ resolve }, { openCatalog }, begin, wizard, { wizardWords }, { todayInShanghai }] = await Promise.all([
    import('node:path'),
    import('../../category/catalog.ts'),
    import('../wizard-begin.ts'),
    import('../wizard-run.ts'),
    import('../../words/wizard.ts'),
    import('../assessing.ts'),
  ]);
  const { terminal, options, language, args } = context;
  const { cwd, stdout } = terminal;
  const words = wizardWords(language);
  const [answersPath, fromPath, takePath] = ['answers', 'from', 'take'].map((name) => textOption(options, name));
  const quiet = isSet(options, 'yes') || answersPath !== undefined;
  const { Interrupted, silent } = await import('../../intake/wizard/asker.ts');
  const asker = quiet ? undefined : await wizard.askerOf(context);
  if (!quiet && asker === undefined)
    throw begin.refusal((say) => say.noScreen('zjtx init --category jiangsu/2021/product --yes'));
  const place = await begin.placeFor(args[0] ?? '.', cwd, isSet(options, 'force'));
  const catalog = await openCatalog(listOption(options, 'schemas').map((folder) => resolve(cwd, folder)));
  const answers = answersPath === undefined ? undefined : await begin.readAnswers(answersPath, cwd);
  const known = textOption(options, 'category') ?? answers?.category;
  try {
    const id = known ?? (asker && (await askCategory(asker, words.category, await catalog.list())));
    if (id === undefined) throw begin.refusal((say) => say.noCategory);
    const category = await catalog.open(id);
    const carried =
      fromPath === undefined ? undefined : await begin.carriedFrom(fromPath, category, catalog, cwd, language);
    const given = begin.joined(carried?.given ?? {}, answers?.given ?? {});
    const asOf = given.as_of ?? todayInShanghai(terminal.now());
    const notices = await begin.seasonLines(category, catalog, asOf, language);
    // Nothing is written once the run is interrupted; what is begun is finished.
    context.signal.throwIfAborted();
    for (const line of notices) terminal.stderr.write(`${line}\n`);
    const lines = [
      ...(await begin.begin(category, given, place, words)),
      ...(answers && answers.wrong.length > 0 ? [words.ignored(answers.wrong)] : []),
      ...(carried === undefined ? [] : begin.carriedLines(carried, words)),
    ];
    stdout.write(`${lines.join('\n')}\n`);
    const opened = await wizard.openSession(context, category, place, asker ?? silent, false);
    if (takePath !== undefined) await wizard.take(context, opened.session, place, takePath, asker !== undefined);
    if (asker !== undefined) return await wizard.runWizard(context, opened);
    stdout.write(`${words.next(place.shown).join('\n')}\n`);
    return 0;
  } catch (error) {
    if (error instanceof Interrupted) return 130;
    throw error;
  }
}

/** Newest year first. */
function askCategory(
  asker: Asker,
  message: string,
  entries: readonly { readonly id: string; readonly title: string; readonly year: number }[],
): Promise<string> {
  const sorted = [...entries].sort((a, b) => b.year - a.year || (a.id < b.id ? -1 : 1));
  return asker.find(
    message,
    sorted.map(({ id, title, year }) => ({ name: `${year} ${title}　${id}`, value: id })),
  );
}

export const init: Command = {
  name: 'init',
  about: {
    zh: '新建一份材料：带说明的 YAML、各项附件的文件夹、编辑器的提示；在终端里逐项提问',
    en: 'begin a dossier: commented YAML, a folder for each attachment, help for editors; asks on a terminal',
  },
  argument: {
    syntax: '[folder]',
    about: { zh: '材料放在哪个文件夹；不写为当前文件夹', en: 'the folder of the dossier; none for this folder' },
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
        en: 'carry over the facts of another dossier (of last year, of another category); says which and which not',
      },
    },
    take,
    {
      flags: '--force',
      about: {
        zh: '已有 dossier.yaml 也重新开始，原文件留作 dossier.yaml.bak（已有时为 .bak-2）',
        en: 'begin anew where a dossier.yaml is; the old one becomes dossier.yaml.bak, or .bak-2 where that is taken',
      },
    },
    schemas,
    ...common,
  ],
  run,
};
