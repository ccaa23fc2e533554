// Puts a command's options, the environment and zjtx.config.yaml together: what is written on the command line wins.
import { resolve } from 'node:path';
import { type Config, nearestConfig, readConfig } from '../batch/config.ts';
import { commonFolder } from '../batch/find.ts';
import { openCatalog } from '../category/catalog.ts';
import { seenFrom } from '../files/folder.ts';
import { Fault } from '../findings/fault.ts';
import { type FailOn, failOn } from '../findings/states.ts';
import { Redactor } from '../redact/redactor.ts';
import { takeDay } from '../values/date.ts';
import { textTaken } from '../values/taken.ts';
import type { Context, OptionValues } from './command.ts';
import { languageOf, readLanguage } from './language.ts';
import { listOption, textOption } from './options.ts';
import type { Terminal } from './terminal.ts';
import { usage } from './usage.ts';

/** A run with all that is set for it. `config` is absent when no configuration stands above the dossiers. */
export type Configured = {
  readonly context: Context;
  readonly config?: Config;
  readonly schemas: readonly string[];
  readonly failOn: FailOn;
  /** Who masks what is shown, when that is asked for. */
  readonly redactor?: Redactor;
};

/** The configuration named by `--config`, else the nearest one above the folder that all the paths stand in. */
async function find({ args, options, terminal }: Context): Promise<Config | undefined> {
  const { cwd } = terminal;
  const named = textOption(options, 'config');
  if (named !== undefined) return readConfig(resolve(cwd, named), named);
  const paths = args.filter((path) => path !== '-');
  const file = await nearestConfig(await commonFolder(paths, cwd));
  if (file === undefined) return undefined;
  return readConfig(file, seenFrom(cwd, file));
}

/** Throws a Stop when the configuration cannot be read or has errors. */
export async function configured(given: Context): Promise<Configured> {
  const { options, terminal } = given;
  const config = await find(given).catch(async (error: unknown) => {
    // One that cannot be read may ask for masks all the same.
    const asked =
      error instanceof Fault && [...error.texts.values()].some((text) => /^redact:\s*(?:true|是|yes)/m.test(text));
    if (asked) await mask(terminal, given.args);
    throw error;
  });
  if (config?.redact === true) await mask(terminal, given.args);
  const redactor = terminal.masking?.redactor;
  for (const path of given.args) redactor?.learnPath(path);
  const speaks =
    config?.lang !== undefined &&
    textOption(options, 'lang') === undefined &&
    readLanguage(terminal.env.ZJTX_LANG ?? '') === undefined;
  const context = speaks ? { ...given, language: languageOf(config.lang, terminal.env) } : given;
  return {
    context,
    ...(config === undefined ? {} : { config }),
    schemas: [
      ...(config?.schemas ?? []),
      ...listOption(options, 'schemas').map((folder) => resolve(terminal.cwd, folder)),
    ],
    failOn: failOn.find((one) => one === textOption(options, 'failOn')) ?? config?.['fail-on'] ?? 'incomplete',
    ...(redactor === undefined ? {} : { redactor }),
  };
}

/** `2021-08-31` for a text that means one day; nothing for another. */
export const dayOf = (written: string): string | undefined => textTaken(takeDay(written));

/** The day of `--as-of`. Throws for what is no day, or may be two. */
export function asOfOption(options: OptionValues, command: string): string | undefined {
  const written = textOption(options, 'asOf');
  const day = written === undefined ? undefined : dayOf(written);
  if (written !== undefined && day === undefined)
    throw usage(command, (words) => words.badValue('--as-of', written, 'YYYY-MM-DD'));
  return day;
}

/** What is no path and no name on a command line: names of commands, options and their choices, days, figures. */
const plain = /^(?:-{1,2}[a-z-]+|[a-z-]{1,12}|[\d/.-]+)$/;

/** From now on every message is masked, what stands on the command line first. */
export async function mask({ masking }: Terminal, argv: readonly string[]): Promise<void> {
  if (masking === undefined || masking.redactor !== undefined) return;
  const redactor = new Redactor();
  masking.redactor = redactor;
  const categories = (await (await openCatalog()).list()).map(({ id }) => id);
  redactor.keep(categories);
  for (const given of argv.filter((one) => !plain.test(one))) {
    // `json=report.json`, `--config=file`: what is given stands behind the sign.
    const value = /^-{0,2}[a-z-]+=/.test(given) ? given.slice(given.indexOf('=') + 1) : given;
    if (value !== '' && !categories.includes(value)) redactor.learnPath(value);
  }
}
