// Assesses the dossiers that a command names, with progress; one that cannot be read stops no other.
import { tmpdir } from 'node:os';
import type { Config } from '../batch/config.ts';
import { type Pool, readShard, type Shard, single, threaded, threadsFor } from '../batch/pool.ts';
import { sharing } from '../batch/shared.ts';
import { type Done, runTask, type Setting, type Task } from '../batch/task.ts';
import { isAsBad } from '../decide/state.ts';
import { absentAbove, begin, clearAtExit, clearUp } from '../files/temporary.ts';
import { stoppedOf } from '../findings/fault.ts';
import type { FailOn } from '../findings/states.ts';
import type { Redactor } from '../redact/redactor.ts';
import type { Reported } from '../reporters/reported.ts';
import { pathOf, type Unread } from '../reporters/reporter.ts';
import { runWords } from '../words/run.ts';
import { type Context, exit } from './command.ts';
import { asOfOption, type Configured } from './configured.ts';
import { findJobs, progressOn, secondsLeft } from './jobs.ts';
import { isSet, textOption } from './options.ts';
import { printStop, unreadOf } from './stopped.ts';
import { usage } from './usage.ts';

/** Today in Asia/Shanghai, which has no summer time. */
export const todayInShanghai = (now: Date): string =>
  new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** What became of a run. */
export type Ran = {
  readonly code: number;
  /** What was named or found and could not be read, or not gone on with. */
  readonly unread: readonly Unread[];
  /** Dossiers found, those of other shards included. */
  readonly all: number;
  readonly shard?: Shard;
  /** Whether fewer than all were to be checked: a report of none is one, too. */
  readonly partial: boolean;
  /** Every configuration that holds for one of them. */
  readonly configs: readonly Config[];
  /** The state at which a dossier fails the run. */
  readonly failOnOf: (one: Reported) => FailOn;
};

/** Threads import compiled files; from the sources everything runs on the main thread. */
const threadFile = import.meta.url.endsWith('.js') ? new URL('../../bin/thread.js', import.meta.url) : undefined;

/** A number from 1, or nothing when the option is not given. */
function jobsOption({ options }: Context, command: string): number | undefined {
  const given = textOption(options, 'jobs');
  if (given === undefined) return undefined;
  if (!/^[1-9]\d{0,3}$/.test(given)) throw usage(command, (words) => words.badValue('--jobs', given, '1, 2, 3 …'));
  return Number(given);
}

export function shardOption({ options }: Context, command: string): Shard | undefined {
  const given = textOption(options, 'shard');
  if (given === undefined) return undefined;
  const shard = readShard(given);
  if (shard === undefined) throw usage(command, (words) => words.badValue('--shard', given, '1/4, 2/4 … 4/4'));
  return shard;
}

type More = Pick<Setting, 'bundle' | 'cache' | 'digests' | 'earlier' | 'preview' | 'secrets' | 'told'>;

/** What the options say for every dossier. Throws a Stop for a wrong one. */
export function settingOf({ context, schemas, config, redactor }: Configured, command: string, more: More): Setting {
  const { terminal, options } = context;
  const asOf = asOfOption(options, command);
  return {
    schemas,
    today: todayInShanghai(terminal.now()),
    deep: isSet(options, 'deep'),
    ocr: isSet(options, 'ocr'),
    fonts: config?.fonts ?? [],
    ...(redactor === undefined ? {} : { redact: true }),
    ...(asOf === undefined ? {} : { asOf }),
    ...more,
  };
}

/**
 * Calls `each` in the order of the dossiers, as soon as one is done, so that a batch holds few at a time. `more` is
 * what a command adds to the setting. With `--fail-fast` the first dossier for which `failing` holds ends the run.
 */
export async function assessAll(
  run: Configured,
  command: string,
  more: More,
  each: (done: Done) => void,
): Promise<Ran> {
  const { context } = run;
  const { terminal, language, options, signal } = context;
  const setting = settingOf(run, command, more);
  const shard = shardOption(context, command);
  const asked = jobsOption(context, command);
  const { tasks, all, missing, interrupted, partial, configs } = await findJobs(run, setting, command, shard);
  // A configuration of some of the dossiers may ask for it.
  const redactor = terminal.masking?.redactor;
  if (shard !== undefined) redactor?.part(shard.index);
  // In the order of the run, whichever is done first.
  for (const { found } of tasks) redactor?.learnPath(found.shown);
  await clearAround(more, tasks);
  const words = runWords(language);
  const failOns = new Map<string, FailOn>();
  const ran = {
    all,
    partial,
    configs,
    failOnOf: (one: Reported): FailOn => failOns.get(pathOf(one)) ?? run.failOn,
    ...(shard === undefined ? {} : { shard }),
  };
  const unread = missing.map((stop) => unreadOf(stoppedOf(stop), terminal));
  for (const stop of missing) printStop(stoppedOf(stop), terminal, language);
  const progress = progressOn(terminal, isSet(options, 'quiet'));
  // One reader of scans at a time: each takes some hundred MB. Earlier filings would be handed over with every task.
  const isAlone = threadFile === undefined || setting.ocr || setting.earlier !== undefined;
  const threads = isAlone ? 1 : threadsFor(asked, tasks.length);
  const several = tasks.length > 1;
  let done = 0;
  const onPacking = (percent: number, name: string): void =>
    progress.show(several ? words.checking(done + 1, tasks.length, name) : words.packing(percent, name));
  const onThis = single<Task, Done>((task) => {
    if (several) progress.show(words.checking(done + 1, tasks.length, nameOf(task, redactor)));
    return runTask(task, { signal, onPacking });
  });
  const interrupt = (): void => {
    Atomics.store(interrupted, 0, 1);
  };
  signal.addEventListener('abort', interrupt);
  const pool: Pool<Task, Done> =
    threads > 1 && threadFile !== undefined ? await threaded(threadFile, 'run', threads, signal) : onThis;
  const share = sharing();
  const tell = teller(context, several, redactor);
  const started = terminal.now().getTime();
  try {
    for await (const result of pool.each(tasks)) {
      if (signal.aborted) break;
      const task = tasks[done];
      done += 1;
      progress.clear();
      const shown = redactor === undefined ? result : masked(result, redactor);
      tell(shown, task);
      if (result.stop !== undefined) unread.push(unreadOf(result.stop, terminal, task && nameOf(task, undefined)));
      if (task !== undefined && shown.reported !== undefined) failOns.set(pathOf(shown.reported), task.failOn);
      each(shown.reported === undefined || threads === 1 ? shown : { ...shown, reported: share(shown.reported) });
      const failed =
        result.stop !== undefined || (result.reported && failing(result.reported, task?.failOn ?? run.failOn));
      if (failed && isSet(options, 'failFast') && done < tasks.length) {
        terminal.stderr.write(`${words.failedFast(tasks.length - done)}\n`);
        break;
      }
      const left = secondsLeft(done, tasks.length, terminal.now().getTime() - started);
      progress.log(words.done(done, tasks.length, left));
      if (threads > 1 && done < tasks.length) progress.show(words.done(done, tasks.length, left));
    }
  } catch (error) {
    // What ends a task when the run is interrupted is the interruption, not the task.
    if (!signal.aborted) throw error;
  } finally {
    progress.clear();
    signal.removeEventListener('abort', interrupt);
    await pool.close();
  }
  if (signal.aborted) {
    terminal.stderr.write(`${words.interrupted(done, tasks.length)}\n`);
    return { ...ran, unread, code: exit.interrupted };
  }
  return { ...ran, unread, code: unread.length > 0 ? exit.couldNot : exit.fine };
}

/** What a run that was killed has left goes now; what the threads of this one would leave goes when it ends. */
async function clearAround({ bundle, preview }: Pick<Setting, 'bundle' | 'preview'>, tasks: readonly Task[]) {
  await clearUp(tmpdir());
  if (bundle !== undefined) {
    await clearUp(bundle.output);
    clearAtExit(bundle.output);
    for (const folder of await absentAbove(bundle.output)) begin(folder);
  }
  if (preview !== undefined) for (const { found } of tasks) clearAtExit(found.folder);
}

/** The path of a dossier, as reports show it. */
export function nameOf({ found: { shown, file } }: Task, redactor: Redactor | undefined): string {
  const path = pathOf({ dossier: { folder: shown, file } });
  return redactor?.path(path) ?? path;
}

/** As it may be shown. */
function masked({ secrets = [], ...done }: Done, redactor: Redactor): Done {
  redactor.learn(secrets);
  return done.reported === undefined ? done : { ...done, reported: redactor.redact(done.reported, secrets) };
}

/** Prints why a dossier could not be assessed. */
function teller({ terminal, language }: Context, several: boolean, redactor: Redactor | undefined) {
  const told = new Set<string>();
  return ({ stop, at }: Done, task: Task | undefined): void => {
    if (stop === undefined) return;
    const name = task === undefined ? '' : nameOf(task, redactor);
    // Most sentences name it by themselves.
    if (several && name !== '' && !stop[language].message.includes(name)) terminal.stderr.write(`${name}\n`);
    printStop(stop, terminal, language, { at, again: told.has(stop.en.message) });
    told.add(stop.en.message);
  };
}

/** Whether a dossier is in the state that `--fail-on` names, or in a worse one; `warning` is all but 就绪. */
export function failing({ state }: Pick<Reported, 'state'>, on: FailOn): boolean {
  if (on === 'never') return false;
  return isAsBad(state, on === 'warning' ? 'submittable' : on);
}
