// The options that several commands share, each written once.
import { failOn } from '../findings/states.ts';
import type { OptionSpec, OptionValues } from './command.ts';

const lang: OptionSpec = { name: 'lang', flags: '--lang <zh|en>', choices: ['zh', 'en'] };
const asOf: OptionSpec = { name: 'as-of', flags: '--as-of <date>' };
const schemas: OptionSpec = { name: 'schemas', flags: '--schemas <folder>', repeatable: true };
const quiet: OptionSpec = { name: 'quiet', flags: '-q, --quiet' };
const noColor: OptionSpec = { name: 'no-color', flags: '--no-color' };
const config: OptionSpec = { name: 'config', flags: '--config <file>' };
const redact: OptionSpec = { name: 'redact', flags: '--redact' };
const deep: OptionSpec = { name: 'deep', flags: '--deep' };
const jobs: OptionSpec = { name: 'jobs', flags: '--jobs <number>' };
const json: OptionSpec = { name: 'json', flags: '--json' };

/** Every command speaks a language and may colour. */
export const common: readonly OptionSpec[] = [lang, noColor];

/** Of commands that report on dossiers. */
export const reporting: readonly OptionSpec[] = [
  { name: 'format', flags: '-f, --format <name[=file]>', repeatable: true },
  { name: 'fail-on', flags: '--fail-on <state>', choices: failOn },
  config,
  { name: 'verbose', flags: '-v, --verbose' },
];

/** Of commands that assess dossiers. */
export const assessing: readonly OptionSpec[] = [
  ...reporting,
  redact,
  { name: 'fail-fast', flags: '--fail-fast' },
  asOf,
  deep,
  { name: 'ocr', flags: '--ocr' },
  schemas,
  jobs,
  { name: 'shard', flags: '--shard <i/n>' },
  quiet,
  ...common,
];

/** Of commands that assess dossiers and print a list of their own. */
export const listing: readonly OptionSpec[] = [json, redact, config, asOf, deep, schemas, jobs, quiet, ...common];

/** Of commands that draw the form of dossiers. */
export const drawing: readonly OptionSpec[] = [redact, config, asOf, deep, schemas, jobs, quiet, ...common];

/** Of commands that write into a dossier. */
export const editing: readonly OptionSpec[] = [asOf, config, schemas, ...common];

export const withSchemas: readonly OptionSpec[] = [schemas, json, ...common];

export const textOption = (options: OptionValues, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

export const listOption = (options: OptionValues, name: string): readonly string[] => {
  const value = options[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};

export const isSet = (options: OptionValues, name: string): boolean => options[name] === true;
