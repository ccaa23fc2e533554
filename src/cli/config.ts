// What zjtx config does: shows what is set for a place, each setting with the file and line, option or variable that it comes from.
import { relative, resolve } from 'node:path';
import type { Config } from '../batch/config.ts';
import { commonFolder } from '../batch/find.ts';
import { argument } from '../characters/shown.ts';
import { failOn } from '../findings/states.ts';
import { penOf } from '../reporters/block.ts';
import type { Result } from '../reporters/results.ts';
import { table } from '../reporters/table.ts';
import { wrap } from '../reporters/wrap.ts';
import { configWords } from '../words/run.ts';
import type { Context } from './command.ts';
import { configured } from './configured.ts';
import { displayOf } from './display.ts';
import { languageOf, readLanguage } from './language.ts';
import { listOption, textOption } from './options.ts';
import { type Tell, withResult } from './result.ts';

type Setting = Result<'config-show'>['settings'][number];

export const show = (given: Context): Promise<number> => withResult(given, 'config-show', showAll);

async function showAll(given: Context, tell: Tell<'config-show'>): Promise<number> {
  const run = await configured(given);
  const { context } = run;
  const { terminal, args, language } = context;
  const path = args[0] ?? '.';
  const folder = await commonFolder([path], terminal.cwd);
  const { config } = await run.at(folder);
  const settings = settingsOf(context, folder, config);
  const files = [...new Set([...(config?.origins.values() ?? [])].map(({ file }) => file))];
  tell({ path, files, settings });
  const words = configWords(language);
  const pen = penOf({ ...displayOf(terminal.stdout, context), verbose: true });
  const rows = settings.map(({ key, value, from }) => {
    const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
    return {
      cells: [
        { text: key, stroke: pen.paint.bold },
        { text: shown },
        { text: originOf(from, words), stroke: pen.paint.dim },
      ],
    };
  });
  const head = wrap(words.head(argument(path), files.length), pen.width);
  terminal.stdout.write(`${[...head, ...table(pen, [{}, {}, {}], rows)].join('\n')}\n`);
  return 0;
}

function originOf(from: Setting['from'], words: ReturnType<typeof configWords>): string {
  if (from === 'default') return words.standard;
  if ('file' in from) return `${from.file}:${from.line}`;
  return 'option' in from ? from.option : from.variable;
}

function settingsOf({ options, terminal }: Context, folder: string, config: Config | undefined): readonly Setting[] {
  const { cwd, env } = terminal;
  const seen = (path: string): string => {
    const way = relative(cwd, path);
    return way === '' ? '.' : way.startsWith('..') ? path : way;
  };
  const inFile = (key: string): Setting['from'] => config?.origins.get(key) ?? 'default';
  const asked = textOption(options, 'lang');
  const variable = readLanguage(env.ZJTX_LANG ?? '');
  const lang = (): Pick<Setting, 'value' | 'from'> => {
    if (asked !== undefined) return { value: asked, from: { option: '--lang' } };
    if (variable !== undefined) return { value: variable, from: { variable: 'ZJTX_LANG' } };
    if (config?.lang !== undefined) return { value: config.lang, from: inFile('lang') };
    return { value: languageOf(undefined, env), from: 'default' };
  };
  const more = listOption(options, 'schemas').map((one) => seen(resolve(cwd, one)));
  const definitions = (config?.schemas ?? []).map(seen);
  const set = (key: string, value: Setting['value'], from: Setting['from'] = inFile(key)): Setting => ({
    key,
    value,
    from,
  });
  return [
    set('root', seen(config?.top ?? folder)),
    set(
      'schemas',
      [...definitions, ...more],
      definitions.length === 0 && more.length > 0 ? { option: '--schemas' } : inFile('schemas'),
    ),
    set('fonts', (config?.fonts ?? []).map(seen)),
    { key: 'lang', ...lang() },
    set('fail-on', config?.['fail-on'] ?? failOn[1]),
    set('redact', config?.redact ?? false),
    set('folders', { ...config?.defaultsOf(resolve(folder, 'dossier.yaml')) }),
    set(
      'waivers',
      (config?.waiversOf(resolve(folder, 'dossier.yaml')) ?? []).map(({ place: _, keys: __, ...waiver }) => waiver),
    ),
  ];
}
