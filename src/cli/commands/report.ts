// zjtx report: joins the JSON reports of shards into one, in every format.
import type { Command, Context } from '../command.ts';
import { common, isSet, listOption, reporting } from '../options.ts';

async function merge(given: Context): Promise<number> {
  const [{ readReports }, { configured }, { reportFormats }, { finish }] = await Promise.all([
    import('../merging.ts'),
    import('../configured.ts'),
    import('../formats.ts'),
    import('../reporting.ts'),
  ]);
  const started = given.terminal.now().getTime();
  const formats = reportFormats(listOption(given.options, 'format'), 'zjtx report merge');
  // The configuration is that of the working folder: the reports may lie anywhere.
  const run = await configured({ ...given, args: [] });
  const reported = await readReports(given.args, given.terminal.cwd);
  const verbose = isSet(given.options, 'verbose');
  return finish(run, { code: 0, all: reported.length }, { formats, reported, started, verbose });
}

export const report: Command = {
  name: 'report',
  options: [],
  commands: [
    {
      name: 'merge',
      argument: { name: 'report', syntax: '<file...>' },
      options: [...reporting, ...common],
      run: merge,
    },
  ],
};
