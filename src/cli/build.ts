// What zjtx build does: assesses dossiers and writes the bundle of each that is settled, signed where that is asked.
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { kindAt } from '../batch/paths.ts';
import { openSecretKey } from '../bundle/minisign/secret-key.ts';
import { passwordNeeded } from '../bundle/minisign/stops.ts';
import type { BundleWritten } from '../bundle/write.ts';
import { isSettled, stampOf } from '../decide/state.ts';
import { seenFrom } from '../files/folder.ts';
import { absentAbove, unmake } from '../files/temporary.ts';
import { given as present } from '../given.ts';
import { type Built, builtLine, builtText, builtTotal, fitNotes, mergedNotes, paperNotes } from '../reporters/built.ts';
import type { Reported, ReportedAssessment } from '../reporters/reported.ts';
import { buildWords } from '../words/build.ts';
import { assessAll } from './assessing.ts';
import { type Context, exit } from './command.ts';
import { configured } from './configured.ts';
import { displayOf, said } from './display.ts';
import { isSet, listOption, textOption } from './options.ts';
import { finish, reportFormats } from './reporting.ts';
import { usage } from './usage.ts';

export async function run(given: Context): Promise<number> {
  const { terminal, options } = given;
  const started = terminal.now().getTime();
  const accepted = { draft: isSet(options, 'draft'), unsettled: isSet(options, 'unsettled') };
  const drawn = ['watch', 'against', 'returned'].find((name) => options[name] !== undefined);
  if (drawn !== undefined) throw usage('zjtx build', (words) => words.withPreview(`--${drawn}`));
  const asked = listOption(options, 'format');
  const formats = reportFormats(asked, 'zjtx build');
  const run = await configured(given);
  // A bundle holds the dossier itself.
  if (run.redactor !== undefined) throw usage('zjtx build', (words) => words.noRedact);
  if (isSet(options, 'singleSided') && !isSet(options, 'paper')) throw usage('zjtx build', (words) => words.needsPaper);
  const output = textOption(options, 'output') ?? 'out';
  if (/\.zip$/i.test(output) && (await kindAt(resolve(terminal.cwd, output))) !== 'folder')
    throw usage('zjtx build', (words) => words.namedBundle(output));
  const sign = textOption(options, 'sign');
  const bundle = {
    output: resolve(terminal.cwd, output),
    ...accepted,
    force: isSet(options, 'force'),
    mergeSlots: isSet(options, 'mergeSlots'),
    ...(isSet(options, 'paper')
      ? { paper: isSet(options, 'singleSided') ? ('single' as const) : ('both' as const) }
      : {}),
    folder: isSet(options, 'folder'),
    fonts: run.config?.fonts ?? [],
    fit: isSet(options, 'fit'),
    ...(sign === undefined ? {} : { sign: await signingKey(run.context, sign) }),
  };
  const reported: Reported[] = [];
  let refused = false;
  const display = displayOf(terminal.stdout, run.context);
  // One bundle is told of in full, of several each in a line: which it is to be shows with the second.
  const shown: Built[] = [];
  let held: readonly [ReportedAssessment, Built] | undefined;
  const show = (one: ReportedAssessment, built: Built): void => {
    shown.push(built);
    if (shown.length === 1) {
      held = [one, built];
      return;
    }
    for (const each of held === undefined ? [built] : [held[1], built])
      terminal.stdout.write(builtLine(each, output, display));
    held = undefined;
  };
  // Where no bundle is written, no folder for them is left.
  const made = await absentAbove(bundle.output);
  const ran = await assessAll(run, 'zjtx build', { bundle }, ({ reported: one, built }) => {
    if (one === undefined) return;
    reported.push(built === undefined ? one : { ...one, built: told(built, terminal.cwd) });
    const { language } = run.context;
    const notes = isSet(options, 'quiet')
      ? []
      : [
          ...fitNotes(one, language),
          ...mergedNotes(built?.merged ?? [], language),
          ...paperNotes(built?.paper, language),
        ];
    const signature = built?.signature;
    if (signature !== undefined && !isSet(options, 'quiet'))
      notes.push(buildWords(language).signed(seenFrom(terminal.cwd, signature.path), signature.key, signature.skipped));
    const unfolded = built?.unpacked;
    if (unfolded !== undefined && !isSet(options, 'quiet'))
      notes.push(buildWords(language).unfolded(seenFrom(terminal.cwd, unfolded.path), unfolded.skipped));
    for (const note of notes) terminal.stderr.write(said(note, terminal.stderr, terminal.env));
    if (built !== undefined && one.kind === 'assessed' && asked.length === 0) show(one, built);
    refused ||= one.kind === 'unreadable' || stampOf(one.state, accepted) === undefined;
  }).finally(() => unmake(made));
  if (held !== undefined) terminal.stdout.write(builtText(...held, output, display));
  else if (shown.length > 1) terminal.stdout.write(builtTotal(shown, display));
  if (run.context.signal.aborted) return ran.code;
  // Without --format the bundles speak for themselves, and one that is not formal is reported in full. A table of several
  // such has all, so that what it counts as checked is what was.
  const open = reported.filter((one) => !isSettled(one.state));
  const shownOnes = asked.length > 0 || open.length > 1 ? reported : open;
  const verbose = isSet(options, 'verbose');
  const code = await finish(run, ran, { formats, reported: shownOnes, started, verbose });
  return Math.max(code, refused ? exit.findings : exit.fine);
}

/** What was written, for the JSON of a report. */
function told(built: BundleWritten, cwd: string): NonNullable<Reported['built']> {
  const { path, stamp, bytes, sha256, content, files, pages, skipped, unpacked, signature } = built;
  return {
    path: seenFrom(cwd, path),
    status: stamp,
    ...{ bytes, sha256, content, files, pages, unchanged: skipped },
    ...present({
      folder: unpacked && seenFrom(cwd, unpacked.path),
      signature: signature && { path: seenFrom(cwd, signature.path), key: signature.key },
    }),
  };
}

/** Opened once a run, before anything is assessed: a wrong password is told at once. */
async function signingKey(context: Context, file: string) {
  return openSecretKey(resolve(context.terminal.cwd, file), () => keyPassword(context, file));
}

/** Asks once. Throws a Stop where nobody can be asked, and the reason of the signal when the run is interrupted. */
export async function keyPassword({ terminal, language, signal }: Context, path: string): Promise<string> {
  const { env, stdin, stderr } = terminal;
  if (env.ZJTX_KEY_PASSWORD !== undefined) return env.ZJTX_KEY_PASSWORD;
  if (stdin.isTTY !== true || !stderr.isTTY) throw passwordNeeded(path);
  stderr.write(buildWords(language).keyPassword(path));
  // Swallows the echo: readline switches the terminal's own off and writes what is typed to its output.
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: unseen, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve);
      // The terminal is raw while it is asked, so that Ctrl-C comes as a key.
      lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
      lines.once('close', () => reject(passwordNeeded(path)));
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  } finally {
    lines.close();
    stderr.write('\n');
  }
}
