// Runs a program of Node and tells what it took: time, memory, processor.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';

/**
 * Runs Node with the arguments in a folder and tells how long it took (ms), its greatest memory (MB), and the time of the
 * processor (ms). Throws what it said when it could not run.
 */
export function run(args, folder) {
  const report = join(folder, 'memory.json');
  const tell = `import{isMainThread as m}from'node:worker_threads';import{writeFileSync as w}from'node:fs';m&&process.on('exit',()=>w(${JSON.stringify(report)},JSON.stringify(process.resourceUsage())))`;
  const start = performance.now();
  const { stderr, status } = spawnSync(
    execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, ...args],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const took = performance.now() - start;
  if (status !== 0 && status !== 1) throw new Error(String(stderr));
  const used = JSON.parse(readFileSync(report, 'utf8'));
  return { took, memory: used.maxRSS / 1024, work: (used.userCPUTime + used.systemCPUTime) / 1000 };
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
