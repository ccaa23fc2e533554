// Puts a command's options, the environment and zjtx.config.yaml together: what is written on the command line wins.
import { resolve } from 'node:path';
import { type Config, configFinder, type FindConfig, readConfig } from '../batch/config.ts';
import { commonFolder } from '../batch/find.ts';
import { openCatalog } from '../category/catalog.ts';
import { Fault } from '../findings/fault.ts';
import { type FailOn, failOn } from '../findings/states.ts';
import { given as present } from '../given.ts';
import { Redactor } from '../redact/redactor.ts';
import { takeDay } from '../values/date.ts';
import { textTaken } from '../values/taken.ts';
import type { Context, OptionValues } from './command.ts';
import { languageOf, readLanguage } from './language.ts';
import { listOption, textOption } from './options.ts';
import type { Terminal } from './terminal.ts';
import { usage } from './usage.ts';

/** What is set for the dossiers of a folder; `config` is absent when no configuration stands in it or above it. */
export type Held = { readonly config?: Config; readonly schemas: readonly string[]; readonly failOn: FailOn };

/** A run with all that is set for it, by what holds for the folder that all the paths stand in. */
export type Configured = Held & {
  readonly context: Context;
  /** What holds for the dossiers of a folder. */
  readonly at: (folder: string) => Promise<Held>;
  /** Who masks what is shown, when that is asked for. */
  readonly redactor?: Redactor;
};

/** Gives the configuration named by `--config`, else what stands in a folder and above it. */
async function finder({ options, terminal }: Context): Promise<FindConfig> {
  const named = textOption(options, 'config');
  if (named === undefined) return configFinder(terminal.cwd);
  const config = await readConfig(resolve(terminal.cwd, named), named);
  return async () => config;
}

/** Whether a configuration that has errors would hide names, if it could be read. */
export const asksForMasks = (error: unknown): boolean =>
  error instanceof Fault && [...error.texts.values()].some((text) => /^redact:\s*(?:true|是|yes)/m.test(text));

/** Throws a Stop when the configuration cannot be read or has errors. */
export async function configured(given: Context): Promise<Configured> {
  const { options, terminal } = given;
  const paths = given.args.filter((path) => path !== '-');
  let find: FindConfig | undefined;
  const opened = async (): Promise<Config | undefined> => {
    find = await finder(given);
    return find(await commonFolder(paths, terminal.cwd));
  };
  const config = await opened().catch(async (error: unknown) => {
    // One that cannot be read may ask for masks all the same.
    if (asksForMasks(error)) await mask(terminal, given.args);
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
  const more = listOption(options, 'schemas').map((folder) => resolve(terminal.cwd, folder));
  const asked = failOn.find((one) => one === textOption(options, 'failOn'));
  const held = (holds: Config | undefined): Held => ({
    ...present({ config: holds }),
    schemas: [...(holds?.schemas ?? []), ...more],
    failOn: asked ?? holds?.['fail-on'] ?? 'incomplete',
  });
  return {
    ...held(config),
    context,
    at: async (folder) => held(await find?.(folder)),
    ...present({ redactor }),
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
