// zjtx validate: assesses dossiers and prints a report.
import { resolve } from 'node:path';
import type { Reported } from '../../reporters/reported.ts';
import type { Command, Context } from '../command.ts';
import { assessing, isSet, listOption, paths, watch } from '../options.ts';

/** One run; gives also what to watch for the next. */
async function once(given: Context) {
  const [{ assessAll }, { configured }, { reportFormats }, { finish }] = await Promise.all([
    import('../assessing.ts'),
    import('../configured.ts'),
    import('../formats.ts'),
    import('../reporting.ts'),
  ]);
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

async function run(given: Context): Promise<number> {
  if (!isSet(given.options, 'watch')) return (await once(given)).code;
  const [{ untilInterrupted }, { runWords }, { forget }, { usage }] = await Promise.all([
    import('../watching.ts'),
    import('../../words/run.ts'),
    import('../../batch/task.ts'),
    import('../usage.ts'),
  ]);
  if (given.args.includes('-')) throw usage('zjtx validate', (words) => words.noWatch);
  const again = async () => {
    forget();
    return once(given);
  };
  return untilInterrupted(given, again, runWords(given.language).watching);
}

export const validate: Command = {
  name: 'validate',
  about: { zh: '检查申报材料：填报、附件、指标、条件', en: 'check dossiers: form, attachments, metrics, criteria' },
  argument: paths,
  options: [...assessing, watch],
  run,
};
