// What a run is given of the world, so that a test can hand in its own: streams, folder, environment, clock.
import type { Readable } from 'node:stream';
import { named } from '../characters/shown.ts';
import type { Asker } from '../intake/wizard/ask.ts';
import type { Redactor } from '../redact/redactor.ts';

/** Where text goes. */
export type Output = {
  /** `commands`: lines that speak to the runner of a pipeline are ours, and what they hold is escaped. */
  readonly write: (text: string, commands?: 'commands') => void;
  /** Cells of a line, when it is a terminal that tells. */
  readonly columns?: number | undefined;
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
  /** Whoever masks what is written, once that is asked for: on the command line, or in a configuration that is read later. */
  readonly masking?: { redactor?: Redactor };
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

/** What we ourselves tell a screen: the strokes of `paint`, and to renew a line. */
const own = /(\u001b\[(?:1|2|22|31|32|33|36|39)m|\r\u001b\[2K)/;

/** What the runner of a pipeline takes for a command: `::` where a line begins, `##[` and `##vso[` anywhere. */
const spoken = (text: string, atLineStart: boolean): string =>
  text
    .replace(atLineStart ? /(?<=^|\n)([^\S\n]*)::/g : /(?<=\n)([^\S\n]*)::/g, '$1: :')
    .replace(/##(?=\w{0,20}\[)/g, '# #');

/**
 * The one door to an output: whatever text comes, from whomever, commands neither a terminal nor a pipeline. Signs that
 * nobody sees are named, `[U+202E]`. `screen`: our own colours may pass.
 */
function harmless(output: Output, screen: boolean): Output {
  let atLineStart = true;
  return {
    write: (text, commands) => {
      if (text === '') return;
      const seen = text
        .split(own)
        .map((part, index) => (index % 2 === 1 && screen ? part : named(part)))
        .join('');
      output.write(commands === undefined ? spoken(seen, atLineStart) : seen);
      atLineStart = text.endsWith('\n') || text.endsWith('\u001b[2K');
    },
    // Not read before it is asked for: a terminal can be resized.
    get columns() {
      return output.columns;
    },
    isTTY: output.isTTY,
  };
}

/** Messages without what tells who applies, when a run is masked. */
const told = (output: Output, masking: NonNullable<Terminal['masking']>): Output => ({
  write: (text, commands) => {
    output.write(masking.redactor?.lines(text) ?? text, commands);
  },
  get columns() {
    return output.columns;
  },
  isTTY: output.isTTY,
});

/** A terminal whose outputs nothing hostile passes, and whose messages can be masked. */
export const guarded = (terminal: Terminal): Terminal => {
  const screen = (output: Output): boolean => output.isTTY || terminal.env.FORCE_COLOR !== undefined;
  const { stdout, stderr, masking = {} } = terminal;
  return {
    ...terminal,
    masking,
    stdout: harmless(stdout, screen(stdout)),
    stderr: told(harmless(stderr, screen(stderr)), masking),
  };
};
