// Measures how long a thread has worked, so that neither a busy machine nor a busy program makes it late.
import type { Worker } from 'node:worker_threads';

/**
 * Begins to measure; what it returns gives the ms of work since. The thread's own time runs on while other programs hold
 * the processor, and the processor's time counts the other threads of this program: the smaller of the two is nearest.
 */
export function stopwatch({ performance }: Worker): () => number {
  const before = performance.eventLoopUtilization();
  const spent = process.cpuUsage();
  return () => {
    const { active } = performance.eventLoopUtilization(before);
    const { user, system } = process.cpuUsage(spent);
    return Math.min(active, (user + system) / 1000);
  };
}
