// How a stream can be written to: its width, whether colours and UTF-8 marks may be used.
import { wrap } from '../reporters/wrap.ts';
import type { Context } from './command.ts';
import type { Output, Terminal } from './terminal.ts';

const widestCells = 100;
const unknown = 80;
const leastCells = 40;

/** Cells of a line: the terminal's, at most 100; 80 when it is none or does not say. COLUMNS is for pipes and tests. */
export function widthOf(output: Output, env: Terminal['env']): number {
  const named = /^\d+$/.test(env.COLUMNS ?? '') ? Number(env.COLUMNS) : undefined;
  const columns = (output.isTTY ? output.columns : undefined) ?? named ?? unknown;
  return columns <= 0 ? unknown : Math.max(leastCells, Math.min(columns, widestCells));
}

/** Whether to colour; `allowed` is false after --no-color. FORCE_COLOR overrules a pipe, never --no-color. */
export function colourOf(output: Output, env: Terminal['env'], allowed: boolean): boolean {
  if (!allowed || (env.NO_COLOR ?? '') !== '') return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return output.isTTY && env.TERM !== 'dumb';
}

/** Whether ✗ and ✓ can be shown: not where the locale names another character set. */
export function unicodeOf(env: Terminal['env']): boolean {
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((value) => value !== undefined && value !== '');
  const [, charset] = /\.([\w-]+)/.exec(locale ?? '') ?? [];
  return charset === undefined || /^utf-?8$/i.test(charset);
}

/** How text for a stream of a run is drawn. */
export const displayOf = (output: Output, context: Context) => ({
  language: context.language,
  width: widthOf(output, context.terminal.env),
  colour: colourOf(output, context.terminal.env, context.options.color !== false),
  unicode: unicodeOf(context.terminal.env),
});

/** Sentences for a stream, a line each: broken at its width where somebody sees it, the further lines hanging. */
export function said(text: string, output: Output, env: Terminal['env']): string {
  if (!output.isTTY && !/^\d+$/.test(env.COLUMNS ?? '')) return `${text}\n`;
  const lines = text
    .split('\n')
    .flatMap((line) => wrap(line, widthOf(output, env) - 2).map((part, at) => (at === 0 ? part : `  ${part}`)));
  return `${lines.join('\n')}\n`;
}
