// What zjtx init does: begins a dossier on disk, from answers, from an older one, or blank, with all that stands around it.

import { basename, dirname, join, resolve } from 'node:path';
import { rootFinder } from '../batch/config.ts';
import { findDossiers, readDossier } from '../batch/find.ts';
import { keepBeside } from '../batch/rewrite.ts';
import { type Catalog, openCatalog } from '../category/catalog.ts';
import type { Category, CategoryEntry } from '../category/category.ts';
import { isWithin } from '../category/season.ts';
import { argument } from '../characters/shown.ts';
import { placeAt } from '../document/node.ts';
import { mostRead } from '../document/read.ts';
import { openDossier } from '../dossier/head.ts';
import { dossierSchema } from '../dossier/json-schema.ts';
import { outOfSeason } from '../dossier/season.ts';
import { codeOf } from '../files/fault.ts';
import { seen, seenFrom, stands } from '../files/folder.ts';
import { readPlain } from '../files/read.ts';
import { unmake } from '../files/temporary.ts';
import { writeWhole } from '../files/write.ts';
import type { Language } from '../findings/sentence.ts';
import { cannotWrite } from '../findings/system-stop.ts';
import type { Spelling } from '../form/keys.ts';
import { given as present } from '../given.ts';
import { type Carried, carryOver } from '../intake/starter/carry.ts';
import { type Given, isValues, type Value } from '../intake/starter/given.ts';
import { type FreshFile, noteFor, schemaPathFor, starterText } from '../intake/starter/write.ts';
import { type Asker, silent } from '../intake/wizard/ask.ts';
import { wordsOf } from '../words/of-finding.ts';
import { schemaWords } from '../words/schema.ts';
import { type WizardWords, wizardWords } from '../words/wizard.ts';
import { type Answered, answerFrom } from './answering.ts';
import { todayInShanghai } from './assessing.ts';
import { type Context, exit } from './command.ts';
import { said } from './display.ts';
import { take } from './one-dossier.ts';
import { isSet, listOption, textOption } from './options.ts';
import { type Tell, withResult } from './result.ts';
import { usage } from './usage.ts';
import {
  type Answers,
  askerOf,
  openSession,
  type Place,
  readAnswers,
  refusal,
  runWizard,
  stateOf,
} from './wizard-run.ts';

/** Begins a dossier; where one stands already, goes on with it, unless a fresh one is asked for. */
export async function run(given: Context): Promise<number> {
  const { args, options, terminal } = given;
  const path = resolve(terminal.cwd, args[0] ?? '.');
  const anew = isSet(options, 'force') || ['category', 'from'].some((name) => options[name] !== undefined);
  const goesOn = !isSet(options, 'yes') || ['answers', 'take'].some((name) => options[name] !== undefined);
  const at = await seen(path).catch(() => undefined);
  const file = at?.kind === 'file' ? path : join(path, 'dossier.yaml');
  if (!anew && goesOn && (await stands(file).catch(() => false)))
    return goOn({
      ...given,
      args: [file === path ? (args[0] ?? '.') : join(args[0] ?? '.', 'dossier.yaml')],
    });
  return withResult(given, 'init', start);
}

/** Goes on with a dossier that is there: asks what is open in it, or writes into it what a file of answers gives. */
export const goOn = (given: Context): Promise<number> => withResult(given, 'fill', fill);

/** The folder of a command to be copied, as it was given. */
const at = ([path]: readonly string[]): string => (path === undefined ? '' : ` ${argument(path)}`);

async function fill(context: Context, tell: Tell<'fill'>): Promise<number> {
  const { terminal, options, args } = context;
  const [answersPath, takePath] = ['answers', 'take'].map((name) => textOption(options, name));
  const quiet = isSet(options, 'yes') || answersPath !== undefined;
  const asker = quiet ? undefined : await askerOf(context);
  if (!quiet && asker === undefined)
    throw refusal('no-terminal', (say) => say.noScreen(`zjtx init${at(args)} --answers answers.yaml`));
  const { found, missing } = await findDossiers(args, terminal.cwd);
  const [one, ...others] = found;
  if (one === undefined || others.length > 0)
    throw missing[0] ?? usage('zjtx init', (words) => words.oneDossier(found.length));
  const { bytes } = await readDossier(one, rootFinder());
  const shown = one.shown === '.' ? one.file : `${one.shown}/${one.file}`;
  const { head } = openDossier({ bytes, file: one.file });
  const id = textOption(options, 'category') ?? head?.category;
  if (head === undefined) throw refusal('dossier-unreadable', (say) => say.faulty(shown));
  if (id === undefined) throw refusal('no-category', (say) => say.noCategory);
  const catalog = await openCatalog(listOption(options, 'schemas').map((folder) => resolve(terminal.cwd, folder)));
  const place = { folder: one.folder, file: one.file, shown };
  const opened = await openSession(context, await catalog.open(id), place, asker ?? silent, true);
  let answered: Answered = { written: 0, left: [], changes: [] };
  if (answersPath !== undefined) {
    answered = await answerFrom(opened.session, await readAnswers(answersPath, terminal.cwd));
    opened.session.say([opened.session.words.answered(answered.written), ...answered.left]);
  }
  const isTaken = takePath === undefined || (await take(context, opened.session, place, takePath, asker !== undefined));
  const code = asker === undefined ? (isTaken ? exit.fine : exit.couldNot) : await runWizard(context, opened);
  const { written, left } = answered;
  tell({ dossier: shown, answered: written, left: [...left], ...stateOf(opened.session) });
  return left.length > 0 && isTaken ? exit.findings : code;
}

async function start(context: Context, tell: Tell<'init'>): Promise<number> {
  const { terminal, options, language, args } = context;
  const { cwd, stdout } = terminal;
  const words = wizardWords(language);
  const [answersPath, fromPath, takePath] = ['answers', 'from', 'take'].map((name) => textOption(options, name));
  const quiet = isSet(options, 'yes') || answersPath !== undefined;
  const asker = quiet ? undefined : await askerOf(context);
  if (!quiet && asker === undefined)
    throw refusal('no-terminal', (say) =>
      say.noScreen(
        `zjtx init${at(args)} --category ${argument(textOption(options, 'category') ?? 'jiangsu/2021/product')} --yes`,
      ),
    );
  const place = await placeFor(args[0] ?? '.', cwd, isSet(options, 'force'));
  const catalog = await openCatalog(listOption(options, 'schemas').map((folder) => resolve(cwd, folder)));
  const answers = answersPath === undefined ? undefined : await readAnswers(answersPath, cwd);
  const source = fromPath === undefined ? undefined : await readAnswers(fromPath, cwd);
  const known = textOption(options, 'category') ?? answers?.category;
  const id =
    known ??
    (asker && (await askCategory(asker, words.category, await catalog.list(), todayInShanghai(terminal.now())))) ??
    source?.category;
  if (id === undefined) throw refusal('no-category', (say) => say.noCategory);
  const category = await catalog.open(id);
  if (known === undefined && asker === undefined && fromPath !== undefined)
    terminal.stderr.write(said(words.sameCategory(fromPath, id), terminal.stderr, terminal.env));
  const carried = source && (await carriedFrom(fromPath ?? '', source, category, catalog, language));
  const given = joined(carried?.given ?? {}, answers?.given ?? {});
  const asOf = given.as_of ?? todayInShanghai(terminal.now());
  const notices = await seasonLines(category, catalog, asOf, language);
  // Nothing is written once the run is interrupted; what is begun is finished.
  context.signal.throwIfAborted();
  for (const line of notices) terminal.stderr.write(said(line, terminal.stderr, terminal.env));
  const { lines: begun, backup } = await begin(category, given, place, words, isSet(options, 'ids') ? 'ids' : 'labels');
  const lines = [
    ...begun,
    ...(answers && answers.wrong.length > 0 ? [words.ignored(answers.wrong)] : []),
    ...(carried === undefined ? [] : carriedLines(carried, words)),
  ];
  stdout.write(`${lines.join('\n')}\n`);
  const opened = await openSession(context, category, place, asker ?? silent, false);
  const isTaken = takePath === undefined || (await take(context, opened.session, place, takePath, asker !== undefined));
  const code = asker === undefined ? (isTaken ? exit.fine : exit.couldNot) : await runWizard(context, opened);
  if (asker === undefined) stdout.write(said(words.next(place.shown).join('\n'), stdout, terminal.env));
  const state = stateOf(opened.session);
  tell({ dossier: place.shown, answered: state.filled, ...state, ...present({ backup }) });
  return answers !== undefined && answers.wrong.length > 0 && isTaken ? exit.findings : code;
}

/** Newest year first. */
function askCategory(asker: Asker, message: string, entries: readonly CategoryEntry[], today: string): Promise<string> {
  // What can be applied for today stands above what is to come and what is over.
  const isOpen = ({ season }: CategoryEntry): number => Number(isWithin(season, today));
  const sorted = [...entries].sort((a, b) => isOpen(b) - isOpen(a) || b.year - a.year || (a.id < b.id ? -1 : 1));
  return asker.find(
    message,
    // Whose province it is often stands in its scheme alone.
    sorted.map(({ id, title, year, scheme }) => ({ name: `${year} ${title}　${id}`, value: id, also: scheme })),
  );
}

/** What an older dossier gives to a category. Throws a Stop when it names no category that is known. */
async function carriedFrom(
  path: string,
  { given, category }: Answers,
  fresh: Category,
  catalog: Catalog,
  language: Language,
): Promise<Carried> {
  if (category === undefined) throw refusal('answers-unreadable', (words) => words.unreadable(path));
  return carryOver(given, await catalog.open(category), fresh, language);
}

function carriedLines({ taken, left }: Carried, words: WizardWords): readonly string[] {
  return [
    words.carried(taken),
    ...left.map(({ label, why, detail }) => words.left(label, why, detail)),
    words.notCarried,
  ];
}

/** That the category is not for the day of the dossier, today when none is given, and which to take instead. */
async function seasonLines(
  category: Category,
  catalog: Catalog,
  asOf: string,
  language: Language,
): Promise<readonly string[]> {
  const nowhere = placeAt('', 'category', { line: 1, column: 1, endLine: 1, endColumn: 1 });
  const outside = await outOfSeason(category, asOf, () => catalog.list(), nowhere);
  if (outside === undefined) return [];
  const { message, hint } = wordsOf(outside, language);
  return [wizardWords(language).stale(message), ...(hint === undefined ? [] : [hint])];
}

/** One over the other, section by section. */
export function joined(under: Given, over: Given): Given {
  const merged = (
    a: Readonly<Record<string, Value>> = {},
    b: Readonly<Record<string, Value>> = {},
  ): Record<string, Value> => {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return Object.fromEntries(
      keys.map((key): [string, Value] => {
        const [old, fresh] = [a[key], b[key]];
        return [key, isValues(old) && isValues(fresh) ? merged(old, fresh) : (fresh ?? old ?? '')];
      }),
    );
  };
  return { ...under, ...over, form: merged(under.form, over.form), facts: merged(under.facts, over.facts) };
}

/** The place of a fresh dossier. Throws a Stop when one is there already and `force` is not given. */
async function placeFor(path: string, cwd: string, force: boolean): Promise<Place> {
  const folder = resolve(cwd, path);
  const place = {
    folder,
    file: 'dossier.yaml',
    shown: seenFrom(cwd, join(folder, 'dossier.yaml')),
  };
  const taken = await stands(join(folder, place.file)).catch((error: unknown) => {
    throw cannotWrite(place.shown, error);
  });
  if (!force && taken) throw refusal('dossier-exists', (words) => words.exists(place.shown));
  return place;
}

/** Writes everything; files around the dossier that are there already stay. Gives what to say of it. */
export async function begin(
  category: Category,
  given: Given,
  place: Place,
  words: WizardWords,
  spelling: Spelling,
): Promise<{ readonly lines: readonly string[]; readonly backup: string | undefined }> {
  const path = join(place.folder, place.file);
  const around = filesAround(category, dossierSchema(category, schemaWords));
  const { folder, shown } = place;
  let backup: string | undefined;
  let target = path;
  const made: string[] = [];
  try {
    if (await stands(path)) {
      const old = await readPlain(path, mostRead, { plainName: true });
      backup = join(dirname(shown), basename(await keepBeside(path, old)));
    }
    for (const file of around) {
      target = join(folder, file.path);
      // Our own schema is made anew; all else that stands there is somebody's.
      const over = file.path === schemaPathFor(category.id);
      await writeWhole(target, file.text, { over, within: folder, made }).catch((error: unknown) => {
        if (codeOf(error) !== 'EEXIST') throw error;
      });
    }
    target = path;
    await writeWhole(path, starterText(category, given, { spelling }), {
      over: backup !== undefined,
      within: folder,
    });
  } catch (error) {
    await unmake(made);
    throw cannotWrite(target, error);
  }
  const written = words.written(place.shown, around.length - category.slots.length, category.slots.length);
  return { lines: [written, ...(backup === undefined ? [] : [words.backup(backup)])], backup };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What lies around the dossier. `schema` is its JSON Schema; the extension is the one that reads it. */
function filesAround(category: Category, schema: object): readonly FreshFile[] {
  return [
    { path: schemaPathFor(category.id), text: `${JSON.stringify(schema, null, 1)}\n` },
    { path: '.vscode/extensions.json', text: json({ recommendations: ['redhat.vscode-yaml'] }) },
    {
      path: '.vscode/settings.json',
      text: json({
        'yaml.schemas': { [schemaPathFor(category.id)]: 'dossier.yaml' },
        'yaml.format.enable': false,
        '[yaml]': {
          'editor.tabSize': 2,
          'editor.insertSpaces': true,
          'editor.wordWrap': 'on',
          'editor.quickSuggestions': { other: true, comments: false, strings: true },
        },
        'files.encoding': 'utf8',
      }),
    },
    ...category.slots.map(noteFor),
  ];
}
