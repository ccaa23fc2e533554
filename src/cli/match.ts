// What zjtx match does: weighs the dossiers one after the other; one that cannot be read stops no other.
import { type Match, match } from '../advise/match/match.ts';
import type { DossierFile } from '../assess.ts';
import { rootFinder } from '../batch/config.ts';
import { readDossier, stdinDossier } from '../batch/find.ts';
import { catalogFor } from '../batch/task.ts';
import type { Catalog } from '../category/catalog.ts';
import { isAltered } from '../category/category.ts';
import { version } from '../files/version.ts';
import { stoppedOf } from '../findings/fault.ts';
import type { Stop } from '../findings/stop.ts';
import { stopFrom } from '../findings/system-stop.ts';
import { given } from '../given.ts';
import { secretsOfBytes, secretsOfFacts } from '../redact/outcome.ts';
import type { Redactor } from '../redact/redactor.ts';
import { matchFormats } from '../reporters/match.ts';
import { type MatchedDossier, matched } from '../reporters/match-definition.ts';
import type { Unread } from '../reporters/reporter.ts';
import { runWords } from '../words/run.ts';
import { todayInShanghai } from './assessing.ts';
import { type Context, exit } from './command.ts';
import { asOfOption, type Configured, configured } from './configured.ts';
import { findJobs, progressOn } from './jobs.ts';
import { onlyLanguage } from './language.ts';
import { isSet, listOption } from './options.ts';
import { readFormats, writeDocuments } from './reporting.ts';
import { printStop, unreadOf } from './stopped.ts';

export async function run(given: Context): Promise<number> {
  const formats = readFormats(Object.keys(matchFormats), listOption(given.options, 'format'), 'zjtx match');
  const run = await configured(given);
  const { terminal, language, options } = run.context;
  const { code, dossiers, unread } = await matchAll(run);
  if (code === exit.interrupted) return code;
  const program = { name: 'zjtx', version };
  const document = matched.parse({ format: 1, program, ...(unread.length === 0 ? {} : { unread }), dossiers });
  const verbose = isSet(options, 'verbose');
  await writeDocuments(
    // Of what could not be read a person has been told.
    formats.filter(({ name, file }) => dossiers.length > 0 || name === 'json' || file !== undefined),
    async ({ name }, display) => [
      (await matchFormats[name]?.(document, { ...display, language, only: onlyLanguage(options), verbose })) ?? '',
    ],
    terminal,
    options.color !== false,
  );
  return code;
}

const command = 'zjtx match';

export type Matching = {
  readonly code: number;
  readonly dossiers: readonly MatchedDossier[];
  readonly unread: readonly Unread[];
};

/** Throws a Stop for a wrong day, an unknown category, and when nothing at all was found. */
export async function matchAll(run: Configured): Promise<Matching> {
  const { terminal, language, options, signal } = run.context;
  const asOf = asOfOption(options, command);
  const today = todayInShanghai(terminal.now());
  const catalog = await catalogFor(run.schemas);
  const categories = listOption(options, 'category');
  for (const id of categories) await catalog.open(id);
  const setting = { schemas: run.schemas, today, deep: false, ocr: false, fonts: [] };
  const { tasks, missing } = await findJobs(run, setting, command);
  const told = new Set<string>();
  const unread: Unread[] = [];
  const tell = (stop: Stop, path?: string): void => {
    unread.push(unreadOf(stoppedOf(stop), terminal, path));
    if (!told.has(stop.message)) printStop(stoppedOf(stop), terminal, language);
    told.add(stop.message);
  };
  for (const stop of missing) tell(stop);
  let code: number = missing.length > 0 ? exit.couldNot : exit.fine;
  const redactor = terminal.masking?.redactor;
  for (const { found } of tasks) redactor?.learnPath(found.shown);
  const progress = progressOn(terminal, isSet(options, 'quiet'));
  const words = runWords(language);
  const findRoot = rootFinder();
  const dossiers: MatchedDossier[] = [];
  const altered = new Set<string>();
  for (const [index, task] of tasks.entries()) {
    if (signal.aborted) break;
    const { shown, file, folder } = task.found;
    const path = `${shown}/${file}`;
    if (tasks.length > 1) progress.show(words.checking(index + 1, tasks.length, redactor?.path(path) ?? path));
    let dossier: DossierFile | undefined;
    try {
      dossier = task.bytes ? await stdinDossier(task.bytes, folder, findRoot) : await readDossier(task.found, findRoot);
      const own = await catalogFor(task.setting.schemas);
      const found = await match(dossier, {
        catalog: own,
        today,
        categories,
        all: isSet(options, 'all'),
        set: listOption(options, 'set'),
        ...given({ asOf, category: task.defaults.category, asOfHere: task.defaults.asOf }),
      });
      for (const { id } of found.matched.categories) if (isAltered(await own.open(id))) altered.add(id);
      dossiers.push(redactor === undefined ? found.matched : await masked(found, redactor, own));
    } catch (error) {
      const stop = stopFrom(error);
      if (stop === undefined) throw error;
      progress.clear();
      if (dossier !== undefined) redactor?.learn(secretsOfBytes(dossier.bytes, dossier.file));
      tell(stop, path);
      code = exit.couldNot;
    }
  }
  progress.clear();
  for (const id of altered) terminal.stderr.write(`${words.altered(id)}\n`);
  if (!signal.aborted) return { code, dossiers, unread };
  terminal.stderr.write(`${words.interrupted(dossiers.length, tasks.length)}\n`);
  return { code: exit.interrupted, dossiers: [], unread: [] };
}

/** What may be shown of it. */
async function masked({ matched, form, text }: Match, redactor: Redactor, catalog: Catalog): Promise<MatchedDossier> {
  const { path, enterprise, category, categories, ...told } = matched;
  const own = await catalog.open(category ?? categories[0]?.id ?? '');
  const secrets = secretsOfFacts({ text, enterprise, form: form.form }, own, matched);
  redactor.learn(secrets);
  return {
    ...redactor.data({ enterprise, ...told, categories }, secrets),
    path: redactor.path(path),
    ...given({ category }),
  };
}
