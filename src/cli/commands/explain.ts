// zjtx explain: what a code, criterion, metric, slot, field or fact means, why, what to do, with an example.
import { jsonText } from '../../characters/shown.ts';
import type { Command, Context } from '../command.ts';
import { asOf, config, dossierOption, isSet, listOption, redact, textOption, withSchemas } from '../options.ts';

const command = 'zjtx explain';

async function run(context: Context): Promise<number> {
  const { args, options, terminal, language } = context;
  const [{ resolve }, { openCatalog }, { lookUp }, { explainText }, { displayOf }, { usage }] = await Promise.all([
    import('node:path'),
    import('../../category/catalog.ts'),
    import('../../advise/explain/lookup.ts'),
    import('../explain-text.ts'),
    import('../display.ts'),
    import('../usage.ts'),
  ]);
  const [what = '', path = textOption(options, 'dossier'), ...more] = args;
  if (more.length > 0) throw usage(command, (words) => words.tooMany);
  const catalog = await openCatalog(listOption(options, 'schemas').map((folder) => resolve(terminal.cwd, folder)));
  const named = textOption(options, 'category');
  const dossier = path === undefined ? undefined : await dossierAt(path, context, catalog);
  const own = named ?? dossier?.own.id;
  const ids = own === undefined ? (await catalog.list()).map(({ id }) => id) : [own];
  const categories = await Promise.all(ids.map((id) => catalog.open(id)));
  const found = lookUp(what, categories, language);
  if (found.subjects.length === 0 && found.versions.length === 0) {
    const everything = await Promise.all((await catalog.list()).map(({ id }) => catalog.open(id)));
    throw await unknown(what, own, everything, language);
  }
  const standings = dossier === undefined ? undefined : await standingsOf(found, dossier, context);
  const shown = { what, ...found, ...(standings === undefined ? {} : { standings }) };
  if (!isSet(options, 'json')) {
    terminal.stdout.write(explainText(shown, displayOf(terminal.stdout, context)));
    return 0;
  }
  const [{ explainData }, { version }] = await Promise.all([
    import('../../advise/explain/lookup.ts'),
    import('../../files/version.ts'),
  ]);
  const document = { format: 1, program: { name: 'zjtx', version }, language, ...explainData(shown) };
  terminal.stdout.write(`${jsonText(document, 2)}\n`);
  return 0;
}

async function dossierAt(
  path: string,
  context: Context,
  catalog: import('../../category/catalog.ts').Catalog,
): Promise<import('../dossier-facts.ts').DossierFacts> {
  const { dossierFacts } = await import('../dossier-facts.ts');
  return dossierFacts(path, context, command, catalog);
}

/** Of members of the dossier's own category only: a namesake elsewhere has another value. */
async function standingsOf(
  { subjects }: import('../../advise/explain/lookup.ts').Explained,
  { one, own }: import('../dossier-facts.ts').DossierFacts,
  { language, terminal }: Context,
) {
  const { standingIn } = await import('../../advise/explain/value.ts');
  const standings = subjects.map((subject) =>
    subject.is === 'member' && subject.category.id === own.id ? standingIn(subject, one.assessment, own, language) : {},
  );
  const redactor = terminal.masking?.redactor;
  if (redactor === undefined) return standings;
  const { secretsOf } = await import('../../redact/outcome.ts');
  return redactor.data(standings, secretsOf(one.assessment));
}

async function unknown(
  what: string,
  category: string | undefined,
  everything: readonly import('../../category/category.ts').Category[],
  language: Context['language'],
) {
  const [{ Stop }, { nearestKnown }, { explainWords }] = await Promise.all([
    import('../../findings/stop.ts'),
    import('../../advise/explain/lookup.ts'),
    import('../../words/explain.ts'),
  ]);
  const near = nearestKnown(what, everything, language);
  const [zh, en] = (['zh', 'en'] as const).map((spoken) => {
    const say = explainWords(spoken).explain;
    const message = category === undefined ? say.unknown(what) : say.inOne(what, category);
    return { message, hint: say.nearest(near) };
  });
  return new Stop(zh ?? { message: what }, en ?? { message: what });
}

export const explain: Command = {
  name: 'explain',
  about: {
    zh: '解释一个检查代码、条件、指标、附件、栏目：含义、依据、改法、例子',
    en: 'explain a code, criterion, metric, slot or field: what, why, what to do, an example',
  },
  argument: {
    syntax: '<what...>',
    about: {
      zh: '检查代码，或条件、指标、附件、栏目的编号或印出的名称；后面可以接一份材料',
      en: 'a code, or a criterion, metric, slot or field by id or printed label; a dossier may follow',
    },
  },
  options: [
    { flags: '--category <id>', about: { zh: '哪个类别的', en: 'the category meant' } },
    dossierOption,
    asOf,
    config,
    redact,
    ...withSchemas,
  ],
  run,
};
