// Runs the tasks of a batch, several at a time on threads of their own, and gives their results in the order of the tasks.
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { relative, sep } from 'node:path';

/** Tasks that one thread is given before a further thread pays for loading the program anew. */
const worthAThread = 3;
const mostThreads = 16;

/** How many threads a batch takes: as many as asked for, else one a core while each has enough to do. */
export const threadsFor = (asked: number | undefined, tasks: number): number =>
  Math.max(
    1,
    Math.min(asked ?? Math.min(availableParallelism(), Math.floor(tasks / worthAThread)), tasks, mostThreads),
  );

export type Pool<Task, Result> = {
  /** Results in the order of the tasks; at most a few more than `threads` are held at a time. */
  readonly each: (tasks: readonly Task[]) => AsyncGenerator<Result>;
  /** Ends the threads. Call it in the end, whatever happened. */
  readonly close: () => Promise<void>;
};

/** One after the other on this thread. */
export const single = <Task, Result>(run: (task: Task) => Promise<Result>): Pool<Task, Result> => ({
  async *each(tasks) {
    for (const task of tasks) yield await run(task);
  },
  close: async () => undefined,
});

/**
 * On `threads` threads, each of which imports `file` and calls its export `name`. Tasks and results are copied. Once
 * `signal` is aborted no further task begins; what runs is waited for, so that a task can clear up behind itself.
 */
export async function threaded<Task, Result>(
  file: URL,
  name: string,
  threads: number,
  signal: AbortSignal,
): Promise<Pool<Task, Result>> {
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({ filename: file.href, name, minThreads: threads, maxThreads: threads, execArgv: [] });
  return {
    async *each(tasks) {
      const running: Promise<Result>[] = [];
      const start = (task: Task): void => {
        const result = pool.run(task) as Promise<Result>;
        // It is awaited in its turn; until then a failure is not unhandled.
        result.catch(() => undefined);
        running.push(result);
      };
      let next = 0;
      try {
        while (next < tasks.length || running.length > 0) {
          for (; next < tasks.length && running.length < threads * 2 && !signal.aborted; next += 1) {
            start(tasks[next] as Task);
          }
          const first = running.shift();
          if (first === undefined) return;
          yield await first;
        }
      } finally {
        await Promise.allSettled(running);
      }
    },
    close: () => pool.destroy(),
  };
}

/** `2/4`: the second of four. */
export type Shard = { readonly index: number; readonly of: number };

/** Reads `2/4`; none when it is no shard. */
export function readShard(text: string): Shard | undefined {
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  return shard.index >= 1 && shard.index <= shard.of ? shard : undefined;
}

/** Whether the file belongs to the shard; `from` is the folder that paths count from, the same on every machine. */
export function inShard(shard: Shard, file: string, from: string): boolean {
  const path = relative(from, file).split(sep).join('/').normalize('NFC');
  const digest = createHash('sha256').update(path).digest();
  return digest.readBigUInt64BE(0) % BigInt(shard.of) === BigInt(shard.index - 1);
}
