// Assesses the dossiers that a command names, one after the other, with progress; one that cannot be read stops no other.
import { resolve } from 'node:path';
import { assess, type DossierFile } from '../assess.ts';
import type { Outcome } from '../assessment.ts';
import { type Found, findDossiers, readDossier, stdinDossier } from '../batch/find.ts';
import { openCatalog } from '../category/catalog.ts';
import { UnknownCategory } from '../category/fault-stop.ts';
import { entryOf } from '../document/node.ts';
import { readDocument } from '../document/read.ts';
import { isDay } from '../expression/day.ts';
import { Stop } from '../findings/stop.ts';
import { cliWordsOf } from '../messages/cli.ts';
import type { Context } from './command.ts';
import { exit } from './exit.ts';
import { isSet, listOption, textOption } from './options.ts';
import { progressOn } from './progress.ts';
import { printStop } from './stopped.ts';
import { usage } from './usage.ts';

/** What became of a dossier: an outcome, or the Stop that was printed. */
export type Assessed = { readonly found: Found; readonly outcome?: Outcome };

/** Today in Asia/Shanghai, which has no summer time. */
export const todayInShanghai = (now: Date): string =>
  new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Calls `each` as soon as a dossier is assessed, so that a batch holds one at a time where it can. */
export async function assessAll(
  context: Context,
  command: string,
  each: (assessed: Assessed) => Promise<void> | void,
): Promise<{ code: number; all: number }> {
  const { terminal, language, options, signal, args } = context;
  const asOf = textOption(options, 'asOf');
  if (asOf !== undefined && !isDay(asOf))
    throw usage(command, (words) => words.badValue('--as-of', asOf, 'YYYY-MM-DD'));
  const catalog = await openCatalog(listOption(options, 'schemas').map((folder) => resolveFrom(terminal.cwd, folder)));
  const today = todayInShanghai(terminal.now());
  const jobs = await findJobs(args, context);
  const words = cliWordsOf(language);
  const progress = progressOn(terminal, isSet(options, 'quiet') || jobs.length < 2);
  let code: number = exit.fine;
  let done = 0;
  const told = new Set<Stop>();
  for (const job of jobs) {
    if (signal.aborted) break;
    progress.show(words.checking(done + 1, jobs.length, job.found.shown));
    let at = (): string | undefined => undefined;
    try {
      const dossier = await job.read();
      at = () => categoryPlace(dossier);
      const outcome = await assess(dossier, { catalog, today, ...(asOf === undefined ? {} : { asOf }) });
      progress.clear();
      await each({ found: job.found, outcome });
    } catch (error) {
      progress.clear();
      if (signal.aborted) break;
      if (!(error instanceof Stop)) throw error;
      if (jobs.length > 1) terminal.stderr.write(`${nameOf(job.found)}\n`);
      const where = error instanceof UnknownCategory ? at() : undefined;
      printStop(error, terminal, language, { at: where, again: told.has(error) });
      told.add(error);
      code = exit.couldNot;
    }
    done += 1;
  }
  if (signal.aborted) {
    terminal.stderr.write(`${words.interrupted(done, jobs.length)}\n`);
    return { code: exit.interrupted, all: jobs.length };
  }
  return { code, all: jobs.length };
}

const resolveFrom = (cwd: string, folder: string): string => resolve(cwd, folder);

const nameOf = ({ shown, file }: { shown: string; file: string }): string =>
  shown === '.' ? file : `${shown}/${file}`;

/** Where a dossier names its category. */
function categoryPlace(dossier: DossierFile): string | undefined {
  const { node } = readDocument(dossier.bytes, dossier.file);
  const value = node?.kind === 'map' ? entryOf(node, 'category')?.value : undefined;
  return value && `${nameOf(dossier)}:${value.range.line}:${value.range.column}`;
}

type Job = { readonly found: Found; readonly read: () => Promise<DossierFile> };

async function findJobs(args: readonly string[], { terminal }: Context): Promise<readonly Job[]> {
  const { cwd, stdin } = terminal;
  const fromStdin = args.includes('-');
  const paths = args.filter((argument) => argument !== '-');
  const found = fromStdin && paths.length === 0 ? [] : await findDossiers(paths, cwd);
  const jobs: Job[] = found.map((one) => ({ found: one, read: () => readDossier(one) }));
  if (!fromStdin) return jobs;
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(chunk as Uint8Array);
  const bytes = Buffer.concat(chunks);
  return [{ found: { folder: cwd, shown: '.', file: '-' }, read: () => stdinDossier(bytes, cwd) }, ...jobs];
}

/** 1 for unwaived findings at or above `--fail-on`. */
export function failing(outcome: Outcome, failOn: string): boolean {
  if (failOn === 'never') return false;
  const { errors, warnings } = outcome.counts;
  return errors > 0 || (failOn === 'warning' && warnings > 0);
}
