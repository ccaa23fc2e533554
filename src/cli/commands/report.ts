// zjtx report: joins the JSON reports of shards into one, in every format.
import type { Command, Context } from '../command.ts';
import { common, isSet, listOption, reporting } from '../options.ts';

async function merge(given: Context): Promise<number> {
  const [{ readReports }, { configured }, { reportFormats }, { finish }, { expandFiles, reports }] = await Promise.all([
    import('../merging.ts'),
    import('../configured.ts'),
    import('../formats.ts'),
    import('../reporting.ts'),
    import('../../batch/paths.ts'),
  ]);
  const started = given.terminal.now().getTime();
  const formats = reportFormats(listOption(given.options, 'format'), 'zjtx report merge');
  // The configuration is that of the working folder: the reports may lie anywhere.
  const run = await configured({ ...given, args: [] });
  const { files, missing } = await expandFiles(given.args, given.terminal.cwd, reports);
  // One that is not found is a shard that is missing.
  for (const stop of missing) throw stop;
  const reported = await readReports(files, given.terminal.cwd);
  given.signal.throwIfAborted();
  const verbose = isSet(given.options, 'verbose');
  return finish(run, { code: 0, all: reported.length }, { formats, reported, started, verbose });
}

export const report: Command = {
  name: 'report',
  about: { zh: '合并报告', en: 'join reports' },
  options: [],
  commands: [
    {
      name: 'merge',
      about: {
        zh: '把各组的 JSON 报告合为一份，缺一组就不合并',
        en: 'join the JSON reports of shards; refused when one is missing',
      },
      argument: {
        syntax: '<file...>',
        about: {
          zh: 'JSON 报告（zjtx validate -f json=文件），放报告的文件夹或通配符',
          en: 'JSON reports (zjtx validate -f json=FILE), folders that hold some, globs',
        },
      },
      options: [...reporting, ...common],
      run: merge,
    },
  ],
};
