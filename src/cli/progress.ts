// One line of progress on standard error, only on a terminal, cleared before any output.
import { clip } from '../reporters/table.ts';
import { widthOf } from './display.ts';
import type { Terminal } from './terminal.ts';

export type Progress = { show(line: string): void; clear(): void };

const erase = '\r\u001b[2K';

export function progressOn({ stderr, env }: Terminal, silent: boolean): Progress {
  if (silent || !stderr.isTTY || env.TERM === 'dumb') return { show: () => undefined, clear: () => undefined };
  let shown = false;
  return {
    show: (line) => {
      // A line that wraps could not be erased.
      stderr.write(`${erase}${clip(line, widthOf(stderr, env) - 1)}`);
      shown = true;
    },
    clear: () => {
      if (shown) stderr.write(erase);
      shown = false;
    },
  };
}
