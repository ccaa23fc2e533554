// What a thread of a batch runs: one task after the other, ended early when the run is interrupted.
import { type Done, runTask, type Task } from './task.ts';

/** How soon an interruption is seen, in ms. */
const lookMs = 50;

/** Called by the pool, by this name. */
export async function run(task: Task): Promise<Done> {
  const controller = new AbortController();
  const timer = setInterval(() => {
    if (Atomics.load(task.interrupted, 0) === 1) controller.abort();
  }, lookMs);
  try {
    return await runTask(task, { signal: controller.signal });
  } finally {
    clearInterval(timer);
  }
}
