// A thread for reading hostile files: one job at a time, used again for the next, and ended when one has run away.
import { Worker } from 'node:worker_threads';

/** What a job came to: `answered`, or it has run away (`timeout`), or the thread crashed with it (`lost`). */
export type Outcome<R> = { readonly is: 'answered'; readonly report: R } | { readonly is: 'timeout' | 'lost' };

/**
 * What the script posts: once anything when it is ready, then an answer to each job. After one that is `spent` the
 * thread is used no more; while it is `large` it holds much memory. One that has read other files before may hand the question back, to be put `again` to a fresh
 * thread: so the answer never depends on what was read before.
 */
export type Answer<R> = { readonly job: number } & (
  | { readonly report: R; readonly spent?: boolean; readonly large?: boolean }
  | { readonly again: object; readonly handedOver: readonly ArrayBuffer[] }
);

export type Thread<R> = {
  /**
   * Posts the question with `job` added to the thread, one question at a time; `job` is 1 when the thread is fresh. What
   * stands in `handedOver` cannot be used afterwards. `limit` in ms of work. Throws when the thread cannot be started at
   * all.
   */
  ask(question: object, limit: number, handedOver?: readonly ArrayBuffer[]): Promise<Outcome<R>>;
  /** Starts the thread ahead of the first job, so that loading its libraries costs no time of its own. */
  warmUp(): void;
  /** Ends the thread where it holds much memory, before work that needs some itself. */
  ease(): Promise<void>;
};

/**
 * How long a file may keep a thread at work, in ms: the last defence against an endless loop. What is read of a file is
 * bounded by counts, which take a small part of this on a slow machine too.
 */
export const patienceMs = 180_000;

/** How often is looked whether a job has run away, in ms. */
const lookEveryMs = 1000;

/** A worker that has said it is ready, and how many jobs it had; it does not keep the program alive. */
type Ready = { readonly worker: Worker; jobs: number };

/** Where no thread can be had for want of open files, later versions of Node say so in words only. */
const startFault = (error: unknown): unknown => {
  const [code] = /\bE[MN]FILE\b/.exec(String(error)) ?? [];
  return code === undefined ? error : Object.assign(new Error(String(error)), { code, syscall: 'thread' });
};

function start(script: URL, forget: (worker: Worker) => void): Promise<Ready> {
  const worker = new Worker(script, { execArgv: [] });
  return new Promise((resolve, reject) => {
    const failed = (error: unknown): void => reject(startFault(error));
    worker.once('error', failed);
    worker.once('message', () => {
      worker.off('error', failed);
      // Between jobs too, an error must not end the program.
      worker.on('error', () => forget(worker)).on('exit', () => forget(worker));
      worker.unref();
      resolve({ worker, jobs: 0 });
    });
  });
}

type Question = { readonly question: object; readonly handedOver: readonly ArrayBuffer[] };

/** The answer of the worker to one question, or `timeout` or `lost`. */
function answerOf<R>(
  ready: Ready,
  { question, handedOver }: Question,
  limit: number,
): Promise<Answer<R> | 'timeout' | 'lost'> {
  const { worker } = ready;
  ready.jobs += 1;
  const job = ready.jobs;
  return new Promise((resolve) => {
    const worked = stopwatch(worker);
    let timer: NodeJS.Timeout;
    const finish = (answer: Answer<R> | 'timeout' | 'lost'): void => {
      clearTimeout(timer);
      worker.off('message', finish).off('error', lost).off('exit', lost);
      worker.unref();
      resolve(answer);
    };
    const lost = (): void => finish('lost');
    const look = (): void => {
      // At the end one turn more: an answer that already waits is heard first.
      timer = worked() < limit ? setTimeout(look, Math.min(lookEveryMs, limit)) : setTimeout(finish, 1, 'timeout');
    };
    worker.ref();
    worker.on('message', finish).on('error', lost).on('exit', lost);
    timer = setTimeout(look, Math.min(lookEveryMs, limit));
    worker.postMessage({ ...question, job }, handedOver);
  });
}

/** A thread that runs `script`, plain JavaScript because Node 20 cannot start a thread from TypeScript. */
export function threadOf<R>(script: URL): Thread<R> {
  let current: Ready | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  /** The end of the thread before: two would hold the memory of two files. */
  let ended: Promise<unknown> = Promise.resolve();
  let isLarge = false;
  const forget = (worker: Worker): void => {
    if (current?.worker === worker) current = undefined;
  };
  const dismiss = ({ worker }: Ready): void => {
    forget(worker);
    // While the next one waits for it, it keeps the program alive.
    worker.ref();
    ended = worker.terminate();
  };
  const begin = async (): Promise<Ready> => {
    await ended;
    current ??= await start(script, forget);
    return current;
  };
  const put = async (question: Question, limit: number): Promise<Outcome<R>> => {
    const ready = await begin();
    const answer = await answerOf<R>(ready, question, limit);
    if (typeof answer === 'string') {
      dismiss(ready);
      return { is: answer };
    }
    if ('again' in answer) {
      dismiss(ready);
      return put({ question: answer.again, handedOver: answer.handedOver }, limit);
    }
    isLarge = answer.large === true;
    if (answer.spent) dismiss(ready);
    return { is: 'answered', report: answer.report };
  };
  return {
    ask(question, limit, handedOver = []) {
      const answer = queue.then(() => put({ question, handedOver }, limit));
      queue = answer.catch(() => undefined);
      return answer;
    },
    warmUp() {
      // A thread that does not start is told of when a file needs it.
      queue = queue.then(begin).catch(() => undefined);
    },
    async ease() {
      queue = queue.then(() => {
        if (isLarge && current !== undefined) dismiss(current);
        return ended;
      });
      await queue;
    },
  };
}

/**
 * Begins to measure; what it returns gives the ms of work since. The thread's own time runs on while other programs hold
 * the processor, and the processor's time counts the other threads of this program: the smaller of the two is nearest.
 */
function stopwatch({ performance }: Worker): () => number {
  const before = performance.eventLoopUtilization();
  const spent = process.cpuUsage();
  return () => {
    const { active } = performance.eventLoopUtilization(before);
    const { user, system } = process.cpuUsage(spent);
    return Math.min(active, (user + system) / 1000);
  };
}
