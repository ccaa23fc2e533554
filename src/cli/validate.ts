// What zjtx validate does: assesses dossiers and reports on them, again whenever a file changes where that is asked.
import { isAbsolute, join, resolve } from 'node:path';
import type { Setting } from '../batch/task.ts';
import { codeDigest } from '../files/version.ts';
import { given as present } from '../given.ts';
import type { Reported } from '../reporters/reported.ts';
import { assessAll } from './assessing.ts';
import type { Context } from './command.ts';
import { type Configured, configured } from './configured.ts';
import { isSet, listOption, textOption } from './options.ts';
import { finish, reportFormats } from './reporting.ts';
import { runWatching } from './watching.ts';

/** The user's own folder for what can be made again; nothing where there is none, or none is wanted. */
async function cacheOf({ options, terminal }: Context): Promise<Setting['cache']> {
  const { cwd, env } = terminal;
  const asked = env.ZJTX_CACHE_DIR;
  const [base] = [env.LOCALAPPDATA, env.XDG_CACHE_HOME, env.HOME && join(env.HOME, '.cache')].filter(
    (folder) => folder !== undefined && isAbsolute(folder),
  );
  if (options.cache === false || asked === '') return undefined;
  const folder = asked === undefined ? base && join(base, 'zjtx') : resolve(cwd, asked);
  const program = await codeDigest();
  return folder === undefined || program === undefined ? undefined : { folder, program };
}

/** What was filed before, and what has become of what the office sent back; loaded only where it is asked for. */
export async function before(run: Configured): Promise<Pick<Setting, 'earlier' | 'secrets' | 'told'>> {
  const { options } = run.context;
  if (listOption(options, 'against').length === 0 && textOption(options, 'returned') === undefined) return {};
  const { earlierFilings, returnedFindings } = await import('./earlier.ts');
  return present({ ...(await earlierFilings(run)), told: await returnedFindings(run) });
}

/** What the options add to the setting of every dossier. */
export const moreFor = async (run: Configured) =>
  present({ cache: await cacheOf(run.context), ...(await before(run)) });

/** One run; gives also what to watch for the next. */
async function once(given: Context) {
  const formats = reportFormats(listOption(given.options, 'format'), 'zjtx validate');
  const started = given.terminal.now().getTime();
  const run = await configured(given);
  const reported: Reported[] = [];
  const folders = new Set([...run.schemas, ...(run.config === undefined ? [] : [run.config.folder])]);
  const more = await moreFor(run);
  const ran = await assessAll(run, 'zjtx validate', more, (done) => {
    folders.add(done.folder);
    if (done.reported) reported.push(done.reported);
  });
  const ignored = formats.flatMap(({ file }) => (file === undefined ? [] : [resolve(given.terminal.cwd, file)]));
  if (run.context.signal.aborted) return { code: ran.code, folders: [], ignored };
  const code = await finish(run, ran, { formats, reported, started, verbose: isSet(given.options, 'verbose') });
  return { code, folders: [...folders], ignored };
}

export const run = (given: Context): Promise<number> => runWatching(given, 'zjtx validate', once);
