// Things in a folder that are no plain files: pipes, sockets, links to devices.
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A pipe that nobody writes to: opening it for reading would wait for ever. */
export function pipeIn(folder: string, name: string): string {
  const path = join(folder, name);
  execFileSync('mkfifo', [path]);
  return path;
}

export async function socketIn(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => void server.close());
  return path;
}

/** A link to a device that gives zeros without end. */
export function zerosIn(folder: string, name: string): string {
  const path = join(folder, name);
  symlinkSync('/dev/zero', path);
  return path;
}
