// Progress on standard error: one line that is renewed on a terminal, a line now and then elsewhere.
import { clip } from '../reporters/table.ts';
import { widthOf } from './display.ts';
import type { Terminal } from './terminal.ts';

export type Progress = {
  /** Shows what is being done. */
  show(line: string): void;
  /** For a log, which takes whole lines: written when the last one is long enough ago. */
  log(line: string): void;
  clear(): void;
};

const erase = '\r\u001b[2K';
/** Time between two lines of a log, in ms: short runs leave none. */
const quietFor = 10_000;

const nothing = (): void => undefined;

export function progressOn({ stderr, env, now }: Terminal, silent: boolean): Progress {
  if (silent) return { show: nothing, log: nothing, clear: nothing };
  if (!stderr.isTTY || env.TERM === 'dumb') {
    let last = now().getTime();
    const log = (line: string): void => {
      const time = now().getTime();
      if (time - last < quietFor) return;
      last = time;
      stderr.write(`${line}\n`);
    };
    return { show: nothing, log, clear: nothing };
  }
  let shown = false;
  return {
    show: (line) => {
      // A line that wraps could not be erased.
      stderr.write(`${erase}${clip(line, widthOf(stderr, env) - 1)}`);
      shown = true;
    },
    log: nothing,
    clear: () => {
      if (shown) stderr.write(erase);
      shown = false;
    },
  };
}

/** Seconds left, as far as they can be told from the time so far: not before a few are done. */
export function secondsLeft(done: number, all: number, elapsed: number): number | undefined {
  if (done < 3 || elapsed < 2000) return undefined;
  return Math.ceil(((elapsed / done) * (all - done)) / 1000);
}
