// Runs the wizard over a dossier on disk: the questions, then the attachments, then how it stands; Ctrl-C leaves it saved.
import { join, resolve } from 'node:path';
import { assess } from '../assess.ts';
import { rootFinder } from '../batch/config.ts';
import { rewrite, rewriteAgain } from '../batch/rewrite.ts';
import { openCatalog } from '../category/catalog.ts';
import type { Category } from '../category/category.ts';
import { isWithin } from '../category/season.ts';
import { argument } from '../characters/shown.ts';
import { mostRead, readDocument } from '../document/read.ts';
import { provedLabel } from '../dossier/claims.ts';
import { spellingOf } from '../dossier/edit.ts';
import { codeOf } from '../files/fault.ts';
import { isBelow, seen } from '../files/folder.ts';
import { readPlain } from '../files/read.ts';
import { isCriterion } from '../findings/finding.ts';
import { Stop, type StopCode } from '../findings/stop.ts';
import { factSteps, keyOf } from '../form/keys.ts';
import { given } from '../given.ts';
import { wholeText } from '../intake/add/says.ts';
import { wayTo } from '../intake/add/sources.ts';
import { givenOf } from '../intake/starter/carry.ts';
import { step } from '../intake/starter/question.ts';
import { questionGroups } from '../intake/starter/questions.ts';
import { type Asker, commandOf, Interrupted } from '../intake/wizard/ask.ts';
import { locate, progressOf, type Session, treeOf, write } from '../intake/wizard/session.ts';
import { fillIn, walk } from '../intake/wizard/wizard.ts';
import { cleanLine } from '../reporters/clean.ts';
import type { Result } from '../reporters/results.ts';
import { wrap } from '../reporters/wrap.ts';
import { takeDay } from '../values/date.ts';
import { textTaken } from '../values/taken.ts';
import { type WizardWords, wizardWords } from '../words/wizard.ts';
import { todayInShanghai } from './assessing.ts';
import { type Context, exit } from './command.ts';
import { widthOf } from './display.ts';
import { conditionsOf, dragged, take } from './one-dossier.ts';

/** Where the dossier stands. `shown` is how the caller would write its file. */
export type Place = { readonly folder: string; readonly file: string; readonly shown: string };

export type Opened = {
  readonly session: Session;
  readonly place: Place;
  /** Where the dossier stands as it was before the first change, once there was one. */
  readonly backup: () => string | undefined;
};

/** Opens the dossier to be filled in. With `backup`, what it was before the first change is kept beside it. */
export async function openSession(
  context: Context,
  category: Category,
  place: Place,
  asker: Asker,
  backup: boolean,
): Promise<Opened> {
  const path = join(place.folder, place.file);
  let bytes: Uint8Array = await readPlain(path, mostRead);
  let kept = !backup;
  let before: string | undefined;
  const { stdout } = context.terminal;
  const session: Session = {
    category,
    language: context.language,
    words: wizardWords(context.language),
    asker,
    shown: place.shown,
    bytes: () => bytes,
    refresh: async () => {
      bytes = await readPlain(path, mostRead).catch(() => bytes);
    },
    save: async (after) => {
      if (kept) await rewriteAgain(path, bytes, after, place.shown);
      else before = await rewrite(path, bytes, after, place.shown);
      kept = true;
      bytes = after;
    },
    say: (lines) => {
      const width = widthOf(stdout, context.terminal.env);
      for (const line of lines) stdout.write(`${brokenAt(width, line).join('\n')}\n`);
    },
    readText: (name) =>
      wholeText(resolve(place.folder, dragged(name))).then(
        (text) => ({ there: true, text }),
        () => ({ there: false }),
      ),
    namePaper: async (name) => {
      const file = resolve(place.folder, dragged(name));
      const is = isBelow(file, await rootFinder()(place.folder)) && (await seen(file).catch(() => undefined));
      return is && is.kind === 'file' ? { there: true, text: wayTo(place.folder, file) } : { there: false };
    },
    noticed: [],
    certificates: { found: [], looked: new Set(), files: [] },
    conditions: conditionsOf(category, context.language, todayInShanghai(context.terminal.now())),
  };
  return { session, place, backup: () => before };
}

/** The lines of a remark, which keep its indent; a path stays whole. */
function brokenAt(width: number, line: string): readonly string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines = wrap(cleanLine(line.trimStart()), width - indent.length);
  return lines.length === 0 ? [''] : lines.map((one) => `${indent}${one}`);
}

/** Asks until there is nothing more to ask, or the person leaves. Gives the exit code. */
export async function runWizard(context: Context, { session, place }: Opened): Promise<number> {
  const { words, say, asker } = session;
  const resume = `zjtx init ${argument(place.shown)}`;
  const papersFrom = async (message: string): Promise<Way> => {
    for (;;) {
      const folder = (await asker.text(message)).trim();
      const isOpen = folder === '' || commandOf(folder) !== undefined;
      if (isOpen || (await take(context, session, place, folder, true))) return wayOf(folder);
    }
  };
  const left = (): number => {
    say(['', ...words.saved(place.shown, resume)]);
    return exit.fine;
  };
  try {
    let from: string | undefined;
    // Whose papers they are must be known before they are placed; what they say need not be typed.
    let again = progressOf(session, headOf(session)).filled > 0 ? undefined : {};
    while (again !== undefined) {
      const end = await walk(session, { only: 'enterprise', ...again });
      if (end === 'quit') return left();
      let way: Way = end === 'done' ? await askDay(session, todayInShanghai(context.terminal.now())) : 'on';
      if (typeof end === 'object') from = end.to;
      else if (way === 'on' && (await standing(context, session, place)).missing > 0)
        way = await papersFrom(words.take.first);
      again = way === 'back' ? { from: 'enterprise' } : undefined;
    }
    for (;;) {
      const { slots } = await standing(context, session, place);
      if (session.certificates !== undefined) session.certificates.files = slots.flatMap(({ files }) => files);
      await fillIn(session, slots);
      const end = await walk(session, given({ from }));
      from = undefined;
      if (end === 'quit') return left();
      if (end === 'done') await tellEnd(session);
      const missing = (await standing(context, session, place)).missing;
      if (end === 'done' && missing === 0) break;
      await papersFrom(words.take.ask(missing));
      if (end === 'done') break;
    }
    await askSources(session, await standing(context, session, place));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    say(['', ...words.saved(place.shown, resume)]);
    return exit.interrupted;
  }
  const { counts, isFinal } = await standing(context, session, place);
  say(['', words.state(counts.errors, counts.warnings, counts.undecided), ...words.next(place.shown, isFinal)]);
  return exit.fine;
}

/** How far a dossier is filled in. */
export function stateOf(session: Session): Pick<Result<'fill'>, 'category' | 'filled' | 'all' | 'open'> {
  const questions = questionGroups(session.category, session.language).flatMap((group) => group.questions);
  const { filled, all, open } = progressOf(session, questions);
  const wanted = open.filter(({ required }) => required);
  const named = wanted.map(({ path, label }) => ({ id: path.map(({ id }) => id).join('.'), label }));
  return { category: session.category.id, filled, all, open: named };
}

const mostNamed = 8;

async function tellEnd(session: Session): Promise<void> {
  const questions = questionGroups(session.category, session.language).flatMap((group) => group.questions);
  const { filled, all, open } = progressOf(session, questions);
  const required = open.filter((question) => question.required).map(({ label }) => label);
  const { words, say } = session;
  say(['', words.finished(filled, all)]);
  if (required.length > 0) say([words.open(required.slice(0, mostNamed), Math.max(0, required.length - mostNamed))]);
}

/** How the dossier stands: counts of its findings, and slots that still lack their files. */
async function standing({ terminal, options }: Context, session: Session, { folder, file, shown }: Place) {
  const schemas = Array.isArray(options.schemas) ? (options.schemas as readonly string[]) : [];
  const outcome = await assess(
    { folder, shown, file, bytes: session.bytes(), root: await rootFinder()(folder) },
    {
      catalog: await openCatalog(schemas.map((one) => resolve(terminal.cwd, one))),
      today: todayInShanghai(terminal.now()),
    },
  );
  const slots = outcome.kind === 'assessed' ? outcome.inventory.slots : [];
  const missing = slots.filter((slot) => slot.required && slot.files.length === 0).length;
  const isFinal = outcome.state === 'ready' || outcome.state === 'submittable';
  return { counts: outcome.counts, findings: outcome.findings, slots, missing, isFinal };
}

type Standing = Awaited<ReturnType<typeof standing>>;

/** Where a person wants to go from a question that belongs to no section. */
type Way = 'on' | 'back';
const wayOf = (text: string): Way => (commandOf(text) === 'back' ? 'back' : 'on');

/** Asks for which day it is meant, where today is none of those that the category is for. */
async function askDay(session: Session, today: string): Promise<Way> {
  const { category, asker, words } = session;
  const { season } = category;
  if (isWithin(season, today) || locate(treeOf(session.bytes()), [step('as_of')]).node !== undefined) return 'on';
  // Whoever would rather go elsewhere leaves it open.
  const isOpen = (text: string): boolean => text.trim() === '' || commandOf(text) !== undefined;
  const dayOf = (text: string): string | undefined => (isOpen(text) ? undefined : textTaken(takeDay(text.trim())));
  const check = (text: string): string | undefined =>
    isOpen(text) || dayOf(text) !== undefined ? undefined : words.asOfWrong(season.from);
  const said = await asker.text(words.asOf(season.from, season.until), { check });
  const day = dayOf(said);
  if (day !== undefined) await write(session, ['as_of'], day);
  return wayOf(said);
}

const headOf = ({ category, language }: Session) =>
  questionGroups(category, language).flatMap(({ id, questions }) => (id === 'enterprise' ? questions : []));

const pageSigns = '0123456789,- ';

/** Asks, a year at a time, which paper states the figures that no paper is named for. */
async function askSources(session: Session, { findings, slots }: Standing): Promise<void> {
  const { asker, words, category } = session;
  const { proved, scope } = category;
  const [told = []] = findings.flatMap((one) =>
    isCriterion(one) || one.code !== 'claims-missing' ? [] : [one.args.missing],
  );
  const files = slots.flatMap((slot) => slot.files);
  if (proved === undefined || files.length === 0) return;
  const facts = factSteps(category.vocabulary);
  const spelling = spellingOf(treeOf(session.bytes()));
  const years = new Set(told.flatMap((one) => one.years));
  for (const year of [...years].sort()) {
    const missing = told.filter((one) => one.years.includes(year));
    const labels = missing.map(({ label }) => label);
    const covering = files.filter(({ evidence }) => evidence.covers?.some((one) => one === String(year)) === true);
    const choices = [...new Set([...covering, ...files])].map(({ source }) => ({ name: source, value: source }));
    const file = await asker.pick(words.source(year, labels), [{ name: `— ${words.skip}`, value: '' }, ...choices], '');
    if (file === '') continue;
    const isPages = (text: string): boolean => [...text].every((sign) => pageSigns.includes(sign));
    const isFine = (text: string): boolean => isPages(text) || commandOf(text) !== undefined;
    const said = await asker.text(words.page, { check: (text) => (isFine(text) ? undefined : words.page) });
    const pages = commandOf(said) === undefined ? said : '';
    for (const fact of proved.facts.filter((one) => labels.includes(provedLabel(scope, one)))) {
      const claim = {
        fact: keyOf(facts.of(fact), spelling),
        year,
        file,
        ...(pages.trim() === '' ? {} : { pages: pages.trim() }),
      };
      await write(session, ['claims'], claim, true);
    }
  }
}

/** The asker of this run; none when nobody can be asked. */
export async function askerOf({ terminal, language }: Context): Promise<Asker | undefined> {
  if (terminal.asker !== undefined) return terminal.asker;
  if (terminal.stdin.isTTY !== true || !terminal.stdout.isTTY) return undefined;
  const { asker } = await import('./prompts.ts');
  return asker(wizardWords(language));
}

/** A refusal in both languages. */
export function refusal(code: StopCode, say: (words: WizardWords) => { message: string; hint: string }): Stop {
  return new Stop(code, say(wizardWords('zh')), say(wizardWords('en')));
}

export type Answers = ReturnType<typeof givenOf>;

/** Reads a file of answers, or a dossier. Throws a Stop when it cannot be read. */
export async function readAnswers(path: string, cwd: string): Promise<Answers> {
  const bytes = await fileOf(resolve(cwd, path))
    .then((file) => readPlain(file, mostRead))
    .catch((error: unknown) => {
      throw refusal('answers-unreadable', (words) => words.unreadable(path, codeOf(error)));
    });
  const { node } = readDocument(bytes, path);
  if (node?.kind !== 'map') throw refusal('answers-unreadable', (words) => words.unreadable(path));
  return givenOf(node);
}

/** The dossier of a folder, or the file itself. */
const fileOf = async (path: string): Promise<string> =>
  (await seen(path))?.kind === 'folder' ? join(path, 'dossier.yaml') : path;
