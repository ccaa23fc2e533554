// The colours of the terminal, sixteen names only, so that the user's own theme decides; the one importer of chalk.
import { Chalk } from 'chalk';

type Stroke = (text: string) => string;

export type Paint = {
  readonly error: Stroke;
  readonly warning: Stroke;
  readonly undecided: Stroke;
  readonly ready: Stroke;
  readonly dim: Stroke;
  readonly bold: Stroke;
  readonly plain: Stroke;
};

/** Strokes that colour, or that leave text as it is. */
export function paintOf(colour: boolean): Paint {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  return {
    error: (text) => chalk.red(text),
    warning: (text) => chalk.yellow(text),
    undecided: (text) => chalk.cyan(text),
    ready: (text) => chalk.green(text),
    dim: (text) => chalk.dim(text),
    bold: (text) => chalk.bold(text),
    plain: (text) => text,
  };
}

/** The marks: one cell each everywhere, ASCII where the terminal has no UTF-8. */
export type Marks = {
  readonly error: string;
  readonly warning: string;
  readonly undecided: string;
  readonly note: string;
  readonly ready: string;
};

export const marksOf = (unicode: boolean): Marks => ({
  error: unicode ? '✗' : 'x',
  warning: '!',
  undecided: '?',
  note: '-',
  ready: unicode ? '✓' : 'v',
});
