// zjtx match: the facts of dossiers against the categories of the year, what is missing, how far off, and what if.
import type { Command, Context } from '../command.ts';
import { common, isSet, listOption } from '../options.ts';

async function run(given: Context): Promise<number> {
  const [
    { matchAll },
    { configured },
    { readFormats, writeDocuments },
    { exit },
    { matchFormats },
    { matched },
    { version },
  ] = await Promise.all([
    import('../matching.ts'),
    import('../configured.ts'),
    import('../formats.ts'),
    import('../exit.ts'),
    import('../../reporters/match-formats.ts'),
    import('../../reporters/match-definition.ts'),
    import('../../files/version.ts'),
  ]);
  const formats = readFormats(Object.keys(matchFormats), listOption(given.options, 'format'), 'zjtx match');
  const run = await configured(given);
  const { terminal, language, options } = run.context;
  const { code, dossiers } = await matchAll(run);
  if (code === exit.interrupted || dossiers.length === 0) return code;
  const document = matched.parse({ format: 1, program: { name: 'zjtx', version }, dossiers });
  const verbose = isSet(options, 'verbose');
  await writeDocuments(
    formats,
    async ({ name }, display) => [(await matchFormats[name]?.(document, { ...display, language, verbose })) ?? ''],
    terminal,
    options.color !== false,
  );
  return code;
}

export const match: Command = {
  name: 'match',
  argument: { name: 'path', syntax: '[path...]' },
  options: [
    { name: 'all-years', flags: '--all' },
    { name: 'match-category', flags: '--category <id>', repeatable: true },
    { name: 'set', flags: '--set <fact=value>', repeatable: true },
    { name: 'match-format', flags: '-f, --format <name[=file]>', repeatable: true },
    { name: 'match-verbose', flags: '-v, --verbose' },
    { name: 'redact', flags: '--redact' },
    { name: 'as-of', flags: '--as-of <date>' },
    { name: 'config', flags: '--config <file>' },
    { name: 'schemas', flags: '--schemas <folder>', repeatable: true },
    { name: 'quiet', flags: '-q, --quiet' },
    ...common,
  ],
  run,
};
