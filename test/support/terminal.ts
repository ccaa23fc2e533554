// Runs a command line in process: a terminal that keeps what is written to it, in a folder of its own, at a fixed hour.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Output, Terminal } from '../../src/cli/terminal.ts';
import type { Asker } from '../../src/intake/wizard/ask.ts';

/** An empty folder, removed after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zjtx-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

export type Given = {
  readonly cwd?: string;
  readonly env?: Terminal['env'];
  readonly stdin?: string | Uint8Array;
  /** Whether both outputs are a screen. */
  readonly screen?: boolean;
  readonly signal?: AbortSignal;
  /** Who answers what a command asks. */
  readonly asker?: Asker;
  /** Called with every text as it is written. */
  readonly onWrite?: (text: string, to: 'stdout' | 'stderr') => void;
};

/** 2021-08-16, early in the morning of Shanghai, when it is still the day before in Greenwich. */
export const hour = new Date('2021-08-15T20:00:00Z');

/** `zjtx …` with its exit code and both outputs. The environment is empty unless given. */
export async function zjtx(argv: readonly string[], given: Given = {}): Promise<Ran> {
  const texts = { stdout: '', stderr: '' };
  const outputTo = (name: 'stdout' | 'stderr'): Output => ({
    write: (text) => {
      texts[name] += text;
      given.onWrite?.(text, name);
    },
    isTTY: given.screen ?? false,
    ...(given.screen ? { columns: 80 } : {}),
  });
  const terminal: Terminal = {
    stdout: outputTo('stdout'),
    stderr: outputTo('stderr'),
    stdin: Readable.from(given.stdin === undefined ? [] : [Buffer.from(given.stdin)]),
    cwd: given.cwd ?? emptyFolder(),
    env: given.env ?? {},
    now: () => hour,
    ...(given.asker === undefined ? {} : { asker: given.asker }),
  };
  const code = await main(argv, terminal, given.signal);
  return { code, ...texts };
}
