// zjtx init: begins a dossier: commented YAML, a folder for each slot, what editors need; asks on a terminal.

import type { Asker } from '../../intake/wizard/asker.ts';
import type { Command, Context } from '../command.ts';
import { common, isSet, listOption, textOption } from '../options.ts';

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
  const [{ askerOf }, { Interrupted, silent }] = await Promise.all([
    import('../wizard-screen.ts'),
    import('../../intake/wizard/asker.ts'),
  ]);
  const asker = quiet ? undefined : await askerOf(context);
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
    for (const line of await begin.seasonLines(category, catalog, asOf, language)) terminal.stderr.write(`${line}\n`);
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
  argument: { name: 'home', syntax: '[folder]' },
  options: [
    { name: 'new-category', flags: '--category <id>' },
    { name: 'yes', flags: '-y, --yes' },
    { name: 'answers', flags: '--answers <file>' },
    { name: 'from', flags: '--from <dossier>' },
    { name: 'take', flags: '--take <folder>' },
    { name: 'force-new', flags: '--force' },
    { name: 'schemas', flags: '--schemas <folder>', repeatable: true },
    ...common,
  ],
  run,
};
