// zjtx build: assesses dossiers and writes the bundle of each that is settled.
import type { Reported } from '../../reporters/reported.ts';
import type { Command, Context } from '../command.ts';
import { exit } from '../exit.ts';
import { assessing, isSet, listOption, textOption } from '../options.ts';

async function run(given: Context): Promise<number> {
  const [
    { resolve },
    { assessAll },
    { configured },
    { reportFormats },
    { finish },
    { builtText },
    { displayOf },
    { usage },
    { cliWordsOf },
    { pathOf },
    { fitNotes, mergedNotes },
    { seenFrom },
    { isSettled, stampOf },
  ] = await Promise.all([
    import('node:path'),
    import('../assessing.ts'),
    import('../configured.ts'),
    import('../formats.ts'),
    import('../reporting.ts'),
    import('../../reporters/built.ts'),
    import('../display.ts'),
    import('../usage.ts'),
    import('../../messages/cli.ts'),
    import('../../reporters/reporter.ts'),
    import('../../reporters/packed.ts'),
    import('../seen-from.ts'),
    import('../../decide/state.ts'),
  ]);
  const { terminal, options } = given;
  const started = terminal.now().getTime();
  const accepted = { draft: isSet(options, 'draft'), unsettled: isSet(options, 'unsettled') };
  const asked = listOption(options, 'format');
  const formats = reportFormats(asked, 'zjtx build');
  const run = await configured(given);
  // A bundle holds the dossier itself.
  if (run.redactor !== undefined) throw usage('zjtx build', (words) => words.noRedact);
  const output = textOption(options, 'output') ?? 'out';
  const sign = textOption(options, 'sign');
  const bundle = {
    output: resolve(terminal.cwd, output),
    ...accepted,
    force: isSet(options, 'force'),
    mergeSlots: isSet(options, 'mergeSlots'),
    folder: isSet(options, 'folder'),
    fonts: run.config?.fonts ?? [],
    fit: isSet(options, 'fit'),
    ...(sign === undefined ? {} : { sign: await signingKey(run.context, sign) }),
  };
  const reported: Reported[] = [];
  let refused = false;
  let replaced = false;
  const writers = new Map<string, string>();
  const ran = await assessAll(run, 'zjtx build', { bundle }, ({ reported: one, built }) => {
    if (one === undefined) return;
    reported.push(one);
    const before = built && writers.get(built.path);
    if (built !== undefined) writers.set(built.path, pathOf(one));
    if (built !== undefined && before !== undefined && !built.skipped) {
      replaced = true;
      terminal.stderr.write(`${cliWordsOf(run.context.language).replaced(before, pathOf(one))}\n`);
    }
    const { language } = run.context;
    const notes = isSet(options, 'quiet')
      ? []
      : [...fitNotes(one, language), ...mergedNotes(built?.merged ?? [], language)];
    const signature = built?.signature;
    if (signature !== undefined && !isSet(options, 'quiet'))
      notes.push(cliWordsOf(language).signed(seenFrom(terminal.cwd, signature.path), signature.key, signature.skipped));
    const unfolded = built?.unpacked;
    if (unfolded !== undefined && !isSet(options, 'quiet'))
      notes.push(cliWordsOf(language).unfolded(seenFrom(terminal.cwd, unfolded.path), unfolded.skipped));
    for (const note of notes) terminal.stderr.write(`${note}\n`);
    if (built !== undefined && one.kind === 'assessed' && asked.length === 0)
      terminal.stdout.write(builtText(one, built, output, displayOf(terminal.stdout, run.context)));
    refused ||= one.kind === 'unreadable' || stampOf(one.state, accepted) === undefined;
  });
  if (run.context.signal.aborted) return ran.code;
  // Without --format the bundles speak for themselves; only what is not formal is reported.
  const told = asked.length > 0 ? reported : reported.filter((one) => !isSettled(one.state));
  const verbose = isSet(options, 'verbose');
  const code = await finish(run, ran, { formats, reported: told, started, verbose });
  return Math.max(code, refused ? exit.findings : exit.fine, replaced ? exit.couldNot : exit.fine);
}

/** Opened once a run, before anything is assessed: a wrong password is told at once. */
async function signingKey(context: Context, file: string) {
  const [{ resolve }, { openSecretKey }, { keyPassword }] = await Promise.all([
    import('node:path'),
    import('../../bundle/minisign/secret-key.ts'),
    import('../password.ts'),
  ]);
  return openSecretKey(resolve(context.terminal.cwd, file), () => keyPassword(context, file));
}

export const build: Command = {
  name: 'build',
  argument: { name: 'path', syntax: '[path...]' },
  options: [
    { name: 'output', flags: '-o, --output <folder>', fallback: 'out' },
    { name: 'draft', flags: '--draft' },
    { name: 'unsettled', flags: '--unsettled' },
    { name: 'force', flags: '--force' },
    { name: 'merge-slots', flags: '--merge-slots' },
    { name: 'folder', flags: '--folder' },
    { name: 'sign', flags: '--sign <file>' },
    { name: 'fit', flags: '--fit' },
    ...assessing,
  ],
  run,
};
