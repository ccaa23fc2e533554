// What zjtx build --preview does: draws the summary of dossiers, again whenever a file changes where that is asked.
import { join, resolve } from 'node:path';
import { findDossiers } from '../batch/find.ts';
import { kindAt } from '../batch/paths.ts';
import { type PreviewOptions, previewName } from '../bundle/preview.ts';
import { isFolderWritten, seenFrom } from '../files/folder.ts';
import type { Reported } from '../reporters/reported.ts';
import { pathOf, type Unread } from '../reporters/reporter.ts';
import type { Result } from '../reporters/results.ts';
import { previewWords } from '../words/build.ts';
import { reportWords } from '../words/report.ts';
import { assessAll, failing } from './assessing.ts';
import { type Context, exit } from './command.ts';
import { configured } from './configured.ts';
import { isSet, textOption } from './options.ts';
import { type Tell, withResult } from './result.ts';
import { unreadOf } from './stopped.ts';
import { usage } from './usage.ts';
import { before } from './validate.ts';
import { runWatching } from './watching.ts';

const command = 'zjtx build';

/** What only a bundle has, and what only a report. */
const notHere = [
  'draft',
  'unsettled',
  'mergeSlots',
  'paper',
  'folder',
  'sign',
  'fit',
  'statistics',
  'failFast',
] as const;

/** One run; gives also what to watch for the next. */
async function once(given: Context, tell: Tell<'preview'>) {
  const run = await configured(given);
  const { terminal, language, options, signal } = run.context;
  // The form holds what --redact hides.
  if (run.redactor !== undefined) throw usage(command, (words) => words.noRedact);
  const words = previewWords(language);
  const file = await fileFor(textOption(options, 'output'), terminal.cwd);
  const preview: PreviewOptions = {
    ...(file === undefined ? {} : { file: resolve(terminal.cwd, file) }),
    force: isSet(options, 'force'),
    fonts: run.config?.fonts ?? [],
  };
  const folders = new Set([...run.schemas, ...(run.config === undefined ? [] : [run.config.folder])]);
  const ignored: string[] = file === undefined ? [] : [resolve(terminal.cwd, file)];
  const shown: Reported[] = [];
  const unreadable: Unread[] = [];
  const drawn: Result<'preview'>['dossiers'][number][] = [];
  const ran = await assessAll(
    run,
    command,
    { digests: true, preview, ...(await before(run)) },
    ({ folder, reported, previewed }) => {
      folders.add(folder);
      if (reported === undefined) return;
      shown.push(reported);
      if (reported.kind === 'unreadable') {
        terminal.stderr.write(`${words.unreadable(reported.dossier.file)}\n`);
        const said = (of: 'zh' | 'en') => ({ message: previewWords(of).unreadable(reported.dossier.file) });
        const stop = { code: 'dossier-unreadable', zh: said('zh'), en: said('en') } as const;
        unreadable.push(unreadOf(stop, terminal, pathOf(reported)));
      }
      if (previewed === undefined) return;
      ignored.push(previewed.path);
      const { stamp, pages, bytes, sha256 } = previewed;
      const path = file ?? seenFrom(terminal.cwd, previewed.path);
      drawn.push({ dossier: pathOf(reported), stamp, pages, path, bytes, sha256 });
      terminal.stdout.write(`${words.written(path, pages)}\n`);
      if (previewed.stamp === 'final') return;
      const { errors, warnings } = reported.counts;
      const state = reportWords(language).state[reported.state];
      terminal.stderr.write(`${words.state(state, errors, warnings)}\n`);
    },
  );
  if (signal.aborted) return { code: ran.code, folders: [], ignored };
  tell({ dossiers: drawn, unread: [...ran.unread, ...unreadable] });
  const failed = shown.some((one) => failing(one, ran.failOnOf(one)));
  return { code: Math.max(ran.code, failed ? exit.findings : exit.fine), folders: [...folders], ignored };
}

export async function run(given: Context): Promise<number> {
  const wrong = notHere.find((name) => given.options[name] !== undefined);
  if (wrong !== undefined)
    throw usage(command, (words) =>
      words.notWith('--preview', `--${wrong.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}`),
    );
  if (textOption(given.options, 'output') !== undefined) await refuseMany(given);
  return withResult(given, 'preview', (context, tell) => runWatching(context, command, (each) => once(each, tell)));
}

/** The file that `--output` means: in a folder, one that is there or is named as one, the usual name. */
async function fileFor(output: string | undefined, cwd: string): Promise<string | undefined> {
  if (output === undefined) return;
  const isFolder = isFolderWritten(output) || (await kindAt(resolve(cwd, output))) === 'folder';
  return isFolder ? join(output, previewName) : output;
}

/** One file cannot hold the summaries of several dossiers. */
async function refuseMany({ args, terminal }: Context): Promise<void> {
  if (args.includes('-')) return;
  const { found } = await findDossiers(args, terminal.cwd);
  if (found.length > 1) throw usage(command, (words) => words.oneDossier(found.length));
}
