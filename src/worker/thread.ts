// A thread for reading hostile files: one job at a time, used again for the next, and ended when one keeps it too long.
import { Worker } from 'node:worker_threads';

/**
 * What a job came to: `answered` with the last report, or `timeout` and `lost` (the thread crashed) with the last one
 * before, if there was any.
 */
export type Outcome<R> =
  | { readonly is: 'answered'; readonly report: R }
  | { readonly is: 'timeout' | 'lost'; readonly sofar?: R };

/** What the script posts: once anything when it is ready, then its reports on a job, the final one marked `last`. */
export type Answer<R> = { readonly job: number; readonly last: boolean; readonly report: R };

export type Thread<R> = {
  /**
   * Posts the question with `job` added to the thread, one question at a time. What stands in `handedOver` cannot be
   * used afterwards. `limit` in ms counts only the time in which the thread was busy. Throws when the thread cannot be
   * started at all.
   */
  ask(question: object, limit: number, handedOver?: readonly ArrayBuffer[]): Promise<Outcome<R>>;
  /** Starts the thread ahead of the first job, so that loading its libraries costs no time of its own. */
  warmUp(): void;
};

/** How long a file may keep a thread busy, in ms. */
export const patience = 2000;

/** A worker that has said it is ready; it does not keep the program alive. */
function start(script: URL, forget: (worker: Worker) => void): Promise<Worker> {
  const worker = new Worker(script, { execArgv: [] });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => {
      worker.off('error', reject);
      // Between jobs too, an error must not end the program.
      worker.on('error', () => forget(worker)).on('exit', () => forget(worker));
      worker.unref();
      resolve(worker);
    });
  });
}

type Job = {
  readonly job: number;
  readonly question: object;
  readonly limit: number;
  readonly handedOver: readonly ArrayBuffer[];
};

function answerOf<R>(
  worker: Worker,
  { job, question, limit, handedOver }: Job,
  forget: () => void,
): Promise<Outcome<R>> {
  const before = worker.performance.eventLoopUtilization();
  return new Promise((resolve) => {
    let sofar: { readonly sofar?: R } = {};
    let timer: NodeJS.Timeout;
    const finish = (outcome: Outcome<R>): void => {
      clearTimeout(timer);
      worker.off('message', heard).off('error', lost).off('exit', lost);
      worker.unref();
      resolve(outcome);
    };
    const heard = ({ job: of, last, report }: Answer<R>): void => {
      if (of !== job) return;
      sofar = { sofar: report };
      if (last) finish({ is: 'answered', report });
    };
    const lost = (): void => {
      forget();
      finish({ is: 'lost', ...sofar });
    };
    const end = (): void => {
      forget();
      finish({ is: 'timeout', ...sofar });
      void worker.terminate();
    };
    const look = (): void => {
      const { active } = worker.performance.eventLoopUtilization(before);
      // At the end one turn more: an answer that already waits is heard first.
      timer = active < limit ? setTimeout(look, Math.max(1, limit - active)) : setTimeout(end, 1);
    };
    worker.ref();
    worker.on('message', heard).on('error', lost).on('exit', lost);
    timer = setTimeout(look, limit);
    worker.postMessage({ ...question, job }, handedOver);
  });
}

/** A thread that runs `script`, plain JavaScript because Node 20 cannot start a thread from TypeScript. */
export function threadOf<R>(script: URL): Thread<R> {
  let worker: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let jobs = 0;
  const forget = (one: Worker): void => {
    if (worker === one) worker = undefined;
  };
  const begin = async (): Promise<Worker> => {
    worker ??= await start(script, forget);
    return worker;
  };
  return {
    ask(question, limit, handedOver = []) {
      const answer = queue.then(async () => {
        const ready = await begin();
        jobs += 1;
        return answerOf<R>(ready, { job: jobs, question, limit, handedOver }, () => forget(ready));
      });
      queue = answer.catch(() => undefined);
      return answer;
    },
    warmUp() {
      // A thread that does not start is told of when a file needs it.
      queue = queue.then(begin).catch(() => undefined);
    },
  };
}
