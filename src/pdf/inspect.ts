// Looks into a PDF of a dossier on a thread of its own, which is ended when a file keeps it busy too long.
import { Worker } from 'node:worker_threads';
import type { PdfQuestion, PdfReport } from './report.ts';

/** After the `last` answer of a thread that is `spent`, it is used no more. */
type Answer = PdfReport & { readonly job: number; readonly last: boolean; readonly spent: boolean };

/** How long a file may keep the thread busy, in ms; rendering pages takes its time. */
export const patienceFor = ({ deep }: PdfQuestion): number => (deep ? 30_000 : 2000);

let thread: Worker | undefined;
let queue: Promise<unknown> = Promise.resolve();
/** The end of the thread before: two would hold the memory of two files. */
let ended: Promise<unknown> = Promise.resolve();
let jobs = 0;

function forget(worker: Worker): void {
  if (thread === worker) thread = undefined;
}

function dismiss(worker: Worker): void {
  forget(worker);
  // While the next one waits for it, it keeps the program alive.
  worker.ref();
  ended = worker.terminate();
}

/** A thread that has pdfium loaded; it does not keep the program alive. */
async function start(): Promise<Worker> {
  await ended;
  const worker = new Worker(new URL('./worker.js', import.meta.url), { execArgv: [] });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => {
      worker.off('error', reject);
      // Between files too, an error must not end the program.
      worker.on('error', () => forget(worker)).on('exit', () => forget(worker));
      worker.unref();
      resolve(worker);
    });
  });
}

/** The answer of the thread; the limit counts only the time in which the thread was busy. */
function ask(worker: Worker, bytes: Uint8Array<ArrayBuffer>, question: PdfQuestion, limit: number): Promise<PdfReport> {
  jobs += 1;
  const job = jobs;
  const before = worker.performance.eventLoopUtilization();
  return new Promise((resolve) => {
    let sofar: PdfReport | undefined;
    let timer: NodeJS.Timeout;
    const finish = (report: PdfReport): void => {
      clearTimeout(timer);
      worker.off('message', heard).off('error', lost).off('exit', lost);
      worker.unref();
      resolve(report);
    };
    /** What is known, and why no more. */
    const cut = (why: 'time' | 'crash'): PdfReport => {
      if (sofar?.is === 'opened') return { ...sofar, cut: why };
      return sofar ?? { is: why === 'time' ? 'timeout' : 'broken' };
    };
    const heard = ({ job: of, last, spent, ...report }: Answer): void => {
      if (of !== job) return;
      sofar = report;
      if (last) finish(report);
      if (spent) dismiss(worker);
    };
    const lost = (): void => finish(cut('crash'));
    const end = (): void => {
      finish(cut('time'));
      dismiss(worker);
    };
    const look = (): void => {
      const { active } = worker.performance.eventLoopUtilization(before);
      // At the end one turn more: an answer that already waits is heard first.
      timer = active < limit ? setTimeout(look, Math.max(1, limit - active)) : setTimeout(end, 1);
    };
    worker.ref();
    worker.on('message', heard).on('error', lost).on('exit', lost);
    timer = setTimeout(look, limit);
    worker.postMessage({ ...question, job, bytes }, [bytes.buffer]);
  });
}

/** Starts the thread ahead of the first PDF, so that loading pdfium costs no time of its own. */
export function warmUp(): void {
  queue = queue
    .then(async () => {
      thread ??= await start();
    })
    // A thread that does not start is told of when a file needs it.
    .catch(() => undefined);
}

/**
 * What a PDF is. The bytes are handed over to the thread and cannot be used afterwards. One file at a time; the
 * thread is used again for the next. `limit` in ms; what was found out by then is told. Throws when the thread cannot be
 * started at all.
 */
export function inspectPdf(
  bytes: Uint8Array<ArrayBuffer>,
  question: PdfQuestion,
  limit = patienceFor(question),
): Promise<PdfReport> {
  const answer = queue.then(async () => {
    thread ??= await start();
    return ask(thread, bytes, question, limit);
  });
  queue = answer.catch(() => undefined);
  return answer;
}
