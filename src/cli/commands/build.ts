// zjtx build: assesses dossiers and writes the bundle of each that has no error.
import type { Outcome } from '../../assessment.ts';
import type { Assessed } from '../assessing.ts';
import type { Command, Context } from '../command.ts';
import { assessing, isSet, listOption, textOption } from '../options.ts';

async function run(context: Context): Promise<number> {
  const [
    { resolve },
    { assessAll, failing },
    { readFormats, writeReports },
    { version },
    { bundler },
    { builtText },
    { displayOf },
  ] = await Promise.all([
    import('node:path'),
    import('../assessing.ts'),
    import('../formats.ts'),
    import('../../version.ts'),
    import('../bundling.ts'),
    import('../../reporters/built.ts'),
    import('../display.ts'),
  ]);
  const { terminal, language, options } = context;
  const started = terminal.now().getTime();
  const draft = isSet(options, 'draft');
  const asked = listOption(options, 'format');
  const formats = readFormats(asked, 'zjtx build');
  const output = textOption(options, 'output') ?? 'out';
  const build = bundler(context, { output: resolve(terminal.cwd, output), draft, force: isSet(options, 'force') });
  const outcomes: Outcome[] = [];
  let refused = false;
  const each = async ({ outcome }: Assessed): Promise<void> => {
    if (!outcome) return;
    outcomes.push(outcome);
    if (outcome.kind === 'unreadable' || (outcome.counts.errors > 0 && !draft)) {
      refused = true;
      return;
    }
    const written = await build(outcome);
    if (asked.length === 0)
      terminal.stdout.write(builtText(outcome, written, output, displayOf(terminal.stdout, context)));
  };
  const { code } = await assessAll(context, 'zjtx build', each);
  if (context.signal.aborted) return code;
  const seconds = (terminal.now().getTime() - started) / 1000;
  const report = { program: { name: 'zjtx', version } as const, language, verbose: isSet(options, 'verbose'), seconds };
  // Without --format the bundles speak for themselves; only what was refused, or drafted with errors, is reported.
  const told = asked.length > 0 ? outcomes : outcomes.filter((outcome) => outcome.counts.errors > 0);
  if (told.length > 0) await writeReports(formats, { ...report, outcomes: told }, terminal, options.color !== false);
  const failed = outcomes.some((outcome) => failing(outcome, textOption(options, 'failOn') ?? 'error'));
  return Math.max(code, refused || failed ? 1 : 0);
}

export const build: Command = {
  name: 'build',
  argument: { name: 'path', syntax: '[path...]' },
  options: [
    { name: 'output', flags: '-o, --output <folder>', fallback: 'out' },
    { name: 'draft', flags: '--draft' },
    { name: 'force', flags: '--force' },
    ...assessing,
  ],
  run,
};
