// zjtx validate: assesses dossiers and prints a report.
import type { Outcome } from '../../assessment.ts';
import type { Command, Context } from '../command.ts';
import { assessing, isSet, listOption, textOption } from '../options.ts';

const failOn = (context: Context): string => textOption(context.options, 'failOn') ?? 'error';

async function run(context: Context): Promise<number> {
  const [{ assessAll, failing }, { readFormats, writeReports }, { version }, { across }] = await Promise.all([
    import('../assessing.ts'),
    import('../formats.ts'),
    import('../../version.ts'),
    import('../../batch/across.ts'),
  ]);
  const { terminal, language, options } = context;
  const started = terminal.now().getTime();
  const formats = readFormats(listOption(options, 'format'), 'zjtx validate');
  const single: Outcome[] = [];
  const { code } = await assessAll(context, 'zjtx validate', ({ outcome }) => {
    if (outcome) single.push(outcome);
  });
  if (context.signal.aborted) return code;
  const outcomes = across(single);
  if (outcomes.length > 0) {
    const seconds = (terminal.now().getTime() - started) / 1000;
    const report = {
      program: { name: 'zjtx', version } as const,
      outcomes,
      language,
      verbose: isSet(options, 'verbose'),
      seconds,
    };
    await writeReports(formats, report, terminal, options.color !== false);
  }
  return Math.max(code, outcomes.some((outcome) => failing(outcome, failOn(context))) ? 1 : 0);
}

export const validate: Command = {
  name: 'validate',
  argument: { name: 'path', syntax: '[path...]' },
  options: assessing,
  run,
};
