// What zjtx validate does: assesses dossiers and reports on them, again whenever a file changes where that is asked.
import { resolve } from 'node:path';
import { forget } from '../batch/task.ts';
import type { Reported } from '../reporters/reported.ts';
import { runWords } from '../words/run.ts';
import { assessAll } from './assessing.ts';
import type { Context } from './command.ts';
import { configured } from './configured.ts';
import { isSet, listOption } from './options.ts';
import { finish, reportFormats } from './reporting.ts';
import { usage } from './usage.ts';
import { untilInterrupted } from './watching.ts';

/** One run; gives also what to watch for the next. */
async function once(given: Context) {
  const formats = reportFormats(listOption(given.options, 'format'), 'zjtx validate');
  const started = given.terminal.now().getTime();
  const run = await configured(given);
  const reported: Reported[] = [];
  const folders = new Set([...run.schemas, ...(run.config === undefined ? [] : [run.config.folder])]);
  const ran = await assessAll(run, 'zjtx validate', {}, (done) => {
    folders.add(done.folder);
    if (done.reported) reported.push(done.reported);
  });
  const ignored = formats.flatMap(({ file }) => (file === undefined ? [] : [resolve(given.terminal.cwd, file)]));
  if (run.context.signal.aborted) return { code: ran.code, folders: [], ignored };
  const code = await finish(run, ran, { formats, reported, started, verbose: isSet(given.options, 'verbose') });
  return { code, folders: [...folders], ignored };
}

export async function run(given: Context): Promise<number> {
  if (!isSet(given.options, 'watch')) return (await once(given)).code;
  if (given.args.includes('-')) throw usage('zjtx validate', (words) => words.noWatch);
  const again = async () => {
    forget();
    return once(given);
  };
  return untilInterrupted(given, again, runWords(given.language).watching);
}
