// Runs something again whenever a file it has looked at may have changed, until it is interrupted.
import { forget } from '../batch/task.ts';
import { runWords } from '../words/run.ts';
import { type Context, exit } from './command.ts';
import { isSet } from './options.ts';
import { usage } from './usage.ts';

/** Editors write a file in several steps; one run is enough for all of them. In ms. */
const settledMs = 150;

/** The next change below the folders, or nothing once the run is interrupted. */
type Watcher = { readonly next: () => Promise<string | undefined>; readonly close: () => Promise<void> };

/** Begins to watch; hidden files, node_modules and what `ignored` names are left out. */
export async function watch(
  folders: readonly string[],
  ignored: readonly string[],
  signal: AbortSignal,
): Promise<Watcher> {
  const { watch: begin } = await import('chokidar');
  const watcher = begin([...folders], {
    ignoreInitial: true,
    ignored: (path) => /(?:^|[/\\])(?:node_modules$|\.[^/\\.])/.test(path) || ignored.some((one) => path === one),
  });
  let changed: string | undefined;
  let wake = (): void => undefined;
  let fault: unknown;
  watcher.on('all', (_, path) => {
    changed = path;
    wake();
  });
  watcher.on('error', (error) => {
    fault = error;
    wake();
  });
  const aborted = (): void => wake();
  signal.addEventListener('abort', aborted);
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  const waitFor = (ms?: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return {
    next: async () => {
      while (changed === undefined && fault === undefined && !signal.aborted) await waitFor();
      if (fault !== undefined) throw fault;
      let last = changed;
      while (changed !== undefined && !signal.aborted) {
        last = changed;
        changed = undefined;
        await waitFor(settledMs);
      }
      return signal.aborted ? undefined : last;
    },
    close: async () => {
      signal.removeEventListener('abort', aborted);
      await watcher.close();
    },
  };
}

/** The exit code of one run, and what to watch for the next. */
type Once = (given: Context) => Promise<{
  readonly code: number;
  readonly folders: readonly string[];
  readonly ignored: readonly string[];
}>;

/** Runs a command once; with --watch again after each change, until it is interrupted. Gives the exit code. */
export async function runWatching(given: Context, command: string, once: Once): Promise<number> {
  if (!isSet(given.options, 'watch')) return (await once(given)).code;
  if (given.args.includes('-')) throw usage(command, (words) => words.noWatch);
  const { terminal, signal, language } = given;
  const say = runWords(language).watching;
  let watched: { readonly watcher: Watcher; readonly key: string } | undefined;
  try {
    for (;;) {
      forget();
      const { code, folders, ignored } = await once(given);
      // Where nothing was found there is nothing to wait for.
      if (signal.aborted || folders.length === 0) return code;
      const key = [...folders, '', ...ignored].join('\n');
      // Kept from run to run, so that what changes while one runs is not missed.
      if (watched?.key !== key) {
        await watched?.watcher.close();
        watched = { watcher: await watch(folders, ignored, signal), key };
      }
      terminal.stderr.write(`${say.waiting}\n`);
      const path = await watched.watcher.next();
      if (path === undefined) return exit.interrupted;
      terminal.stderr.write(`${say.again(path)}\n`);
    }
  } finally {
    await watched?.watcher.close();
  }
}
