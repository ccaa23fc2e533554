// The options that several commands share, each written once.
import type { OptionSpec, OptionValues } from './command.ts';

const lang: OptionSpec = { name: 'lang', flags: '--lang <zh|en>', choices: ['zh', 'en'] };
const asOf: OptionSpec = { name: 'as-of', flags: '--as-of <date>' };
const schemas: OptionSpec = { name: 'schemas', flags: '--schemas <folder>', repeatable: true };
const quiet: OptionSpec = { name: 'quiet', flags: '-q, --quiet' };
const noColor: OptionSpec = { name: 'no-color', flags: '--no-color' };

/** Every command speaks a language and may colour. */
export const common: readonly OptionSpec[] = [lang, noColor];

/** Of commands that assess dossiers. */
export const assessing: readonly OptionSpec[] = [
  { name: 'format', flags: '-f, --format <name[=file]>', repeatable: true },
  { name: 'fail-on', flags: '--fail-on <severity>', fallback: 'error', choices: ['error', 'warning', 'never'] },
  asOf,
  schemas,
  { name: 'verbose', flags: '-v, --verbose' },
  quiet,
  ...common,
];

export const withSchemas: readonly OptionSpec[] = [schemas, { name: 'json', flags: '--json' }, ...common];

export const textOption = (options: OptionValues, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

export const listOption = (options: OptionValues, name: string): readonly string[] => {
  const value = options[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};

export const isSet = (options: OptionValues, name: string): boolean => options[name] === true;
