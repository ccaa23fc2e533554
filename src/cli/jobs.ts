// The dossiers that a command names, as tasks, and how far they are: a line that is renewed on a terminal, one now and then elsewhere.
import { resolve } from 'node:path';
import { type Found, findDossiers } from '../batch/find.ts';
import { inShard, type Shard } from '../batch/pool.ts';
import type { Setting, Task } from '../batch/task.ts';
import { mostRead } from '../document/read.ts';
import type { Stop } from '../findings/stop.ts';
import { clip } from '../reporters/table.ts';
import type { Configured } from './configured.ts';
import { widthOf } from './display.ts';
import type { Terminal } from './terminal.ts';

type Jobs = {
  readonly tasks: readonly Task[];
  /** How many dossiers there are before the shard is taken. */
  readonly all: number;
  /** Arguments that name no dossier. */
  readonly missing: readonly Stop[];
  readonly interrupted: Int32Array;
};

/** What a program pipes in, as far as it can be a dossier: `mostRead` and one byte more, which its reader then refuses. */
async function read(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Uint8Array);
    bytes += (chunk as Uint8Array).length;
    if (bytes > mostRead) break;
  }
  return Buffer.concat(chunks).subarray(0, mostRead + 1);
}

/** Throws a Stop when nothing at all was found. */
export async function findJobs(run: Configured, setting: Setting, shard: Shard | undefined): Promise<Jobs> {
  const { context, config } = run;
  const { cwd, stdin } = context.terminal;
  const fromStdin = context.args.includes('-');
  const paths = context.args.filter((argument) => argument !== '-');
  const { found, missing } =
    fromStdin && paths.length === 0 ? { found: [], missing: [] } : await findDossiers(paths, cwd);
  const [first] = missing;
  if (first !== undefined && found.length === 0 && !fromStdin && missing.length === 1) throw first;
  const interrupted = new Int32Array(new SharedArrayBuffer(4));
  const taskOf = (one: Found, bytes?: Uint8Array): Task => {
    const file = resolve(one.folder, one.file);
    return {
      setting,
      found: one,
      defaults: config?.defaultsOf(file) ?? {},
      waivers: config?.waiversOf(file) ?? [],
      interrupted,
      ...(bytes === undefined ? {} : { bytes }),
    };
  };
  const from = config?.folder ?? cwd;
  const own = found.filter(({ folder, file }) => shard === undefined || inShard(shard, resolve(folder, file), from));
  const piped = fromStdin ? [taskOf({ folder: cwd, shown: '.', file: '-' }, await read(stdin))] : [];
  return {
    tasks: [...piped, ...own.map((one) => taskOf(one))],
    all: piped.length + found.length,
    missing,
    interrupted,
  };
}

export type Progress = {
  /** Shows what is being done. */
  show(line: string): void;
  /** For a log, which takes whole lines: written when the last one is long enough ago. */
  log(line: string): void;
  clear(): void;
};

const erase = '\r\u001b[2K';
/** Time between two lines of a log, in ms: short runs leave none. */
const quietFor = 10_000;

const nothing = (): void => undefined;

export function progressOn({ stderr, env, now }: Terminal, silent: boolean): Progress {
  if (silent) return { show: nothing, log: nothing, clear: nothing };
  if (!stderr.isTTY || env.TERM === 'dumb') {
    let last = now().getTime();
    const log = (line: string): void => {
      const time = now().getTime();
      if (time - last < quietFor) return;
      last = time;
      stderr.write(`${line}\n`);
    };
    return { show: nothing, log, clear: nothing };
  }
  let shown = false;
  return {
    show: (line) => {
      // A line that wraps could not be erased.
      stderr.write(`${erase}${clip(line, widthOf(stderr, env) - 1)}`);
      shown = true;
    },
    log: nothing,
    clear: () => {
      if (shown) stderr.write(erase);
      shown = false;
    },
  };
}

/** Seconds left, as far as they can be told from the time so far: not before a few are done. */
export function secondsLeft(done: number, all: number, elapsed: number): number | undefined {
  if (done < 3 || elapsed < 2000) return undefined;
  return Math.ceil(((elapsed / done) * (all - done)) / 1000);
}
