// Makes the machine a slow and busy one for the whole run: one core, shared with a program that never rests.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const beside = 1;
let busy: readonly ChildProcess[] = [];

/** The first core that this program may use; none where the system does not say. */
function firstCore(): string | undefined {
  const status = '/proc/self/status';
  return existsSync(status) ? /^Cpus_allowed_list:\s*(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
}

export function setup(): void {
  const core = firstCore();
  if (core !== undefined) spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', core, String(process.pid)]);
  // Each ends by itself when this program is gone.
  const code = 'const { ppid } = process; while (process.ppid === ppid);';
  busy = Array.from({ length: beside }, () => spawn(process.execPath, ['--eval', code], { stdio: 'ignore' }));
}

export function teardown(): void {
  for (const one of busy) one.kill();
}
