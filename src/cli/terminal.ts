// What a run is given of the world, so that a test can hand in its own: streams, folder, environment, clock.
import type { Readable } from 'node:stream';
import type { Asker } from './wizard-asker.ts';

/** Where text goes. */
export type Output = {
  readonly write: (text: string) => void;
  /** Cells of a line, when it is a terminal that tells. */
  readonly columns?: number;
  readonly isTTY: boolean;
};

export type Terminal = {
  /** The document asked for, and nothing else. */
  readonly stdout: Output;
  /** Progress, notes, and why a run cannot go on. */
  readonly stderr: Output;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Who is asked in place of the person at the terminal. */
  readonly asker?: Asker;
};

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      stream.write(text);
    },
    // Read each time: a terminal can be resized while a batch runs.
    get columns() {
      return stream.columns;
    },
    isTTY: stream.isTTY === true,
  };
}

/** The terminal of this process. */
export const terminalOf = (from: NodeJS.Process): Terminal => ({
  stdout: outputOf(from.stdout),
  stderr: outputOf(from.stderr),
  stdin: from.stdin,
  cwd: from.cwd(),
  env: from.env,
  now: () => new Date(),
});
