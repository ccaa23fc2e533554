// zjtx categories new-year: the edition of the next year, as the last one lets expect it, written into a folder of definitions.
import { join, resolve } from 'node:path';
import { type Catalog, openCatalog } from '../category/catalog.ts';
import type { Category } from '../category/category.ts';
import { comparedIn, idOf, newEdition } from '../category/new-year.ts';
import { runDefinitionTests } from '../category/test.ts';

import { codeOf } from '../files/fault.ts';
import { writeWhole } from '../files/write.ts';
import { ofDefinition } from '../findings/sentence.ts';
import { Stop } from '../findings/stop.ts';
import { cannotWrite } from '../findings/system-stop.ts';
import { flowing } from '../reporters/summary-lines.ts';
import { wrap } from '../reporters/wrap.ts';
import { categoriesWords } from '../words/categories.ts';
import type { Context } from './command.ts';
import { displayOf } from './display.ts';
import { isSet, listOption, textOption } from './options.ts';
import { type Tell, withResult } from './result.ts';
import { usage } from './usage.ts';

const command = 'zjtx categories new-year';

export const newYear = (given: Context): Promise<number> => withResult(given, 'category-new-year', make);

/** Writes the edition and says what to compare; gives the exit code. */
async function make(context: Context, tell: Tell<'category-new-year'>): Promise<number> {
  const { args, options, terminal, language } = context;
  const folders = listOption(options, 'schemas').map((folder) => resolve(terminal.cwd, folder));
  const catalog = await openCatalog(folders);
  const from = await catalog.open(args[0] ?? '');
  const year = yearAsked(textOption(options, 'year'), from.definition.year);
  const id = idOf(from.id, year);
  if ((await catalog.list()).some((entry) => entry.id === id)) throw usage(command, (words) => words.editionKnown(id));
  const shown = (textOption(options, 'output') ?? 'schemas').replace(/(?<![\\/])[\\/]+$/, '');
  const folder = resolve(terminal.cwd, shown);
  const file = `${shown}/${id}.yaml`;
  const basis = await basisOf(from, catalog);
  const write = async (over: boolean, tests?: ReadonlySet<number>): Promise<void> => {
    const { text } = newEdition(from, { year, basis, ...(tests === undefined ? {} : { tests }) });
    try {
      await writeWhole(join(folder, `${id}.yaml`), text, { over, within: folder });
    } catch (error) {
      throw codeOf(error) === 'EEXIST' ? taken(file) : cannotWrite(file, error);
    }
  };
  await write(isSet(options, 'force'));
  const made = await (await openCatalog([...folders, folder])).open(id);
  const all = made.definition.tests.map((_, index) => index + 1);
  // What tests a fixed year or day does not move with the others.
  const { failures } = runDefinitionTests(made);
  const failed = new Set(failures.map(({ test }) => test));
  if (failed.size > 0) await write(true, new Set(all.filter((number) => !failed.has(number))));
  const say = categoriesWords(language).newYear;
  const labels = new Map([
    ...made.criteria.map(({ id: of, title }) => [of, ofDefinition(title, language)] as const),
    ...made.metrics.map(({ id: of, label }) => [of, label] as const),
  ]);
  // A criterion under one of its readings is named `id（reading）`.
  const fixed = [...new Set(failures.map(({ name }) => labels.get(name.split('（', 1)[0] ?? '') ?? name))];
  const dated = made.criteria
    .map(({ title }) => title)
    .filter((title) => /\d{4} ?年/.test(title))
    .map((title) => ofDefinition(title, language));
  const compare = comparedIn(made);
  const tests = { kept: all.length - failed.size, left: failed.size };
  tell({ from: from.id, category: id, file, tests, compare });
  const { width } = displayOf(terminal.stdout, context);
  const colon = language === 'zh' ? '：' : ': ';
  const said = [
    say.written(file, from.id, all.length - failed.size),
    ...(fixed.length === 0 ? [] : [say.left(failed.size, fixed)]),
    ...(dated.length === 0 ? [] : [say.dated(dated)]),
    say.compare(year),
  ];
  const lines = [
    ...said.flatMap((line) => wrap(line, width)),
    ...compare.flatMap(({ clause, members }) =>
      flowing([`${clause}${colon}${members.join(language === 'zh' ? '；' : '; ')}`], width, 2, 4),
    ),
    ...say.next(id, shown).flatMap((line) => wrap(line, width)),
  ];
  terminal.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function yearAsked(text: string | undefined, before: number): number {
  if (text === undefined) return before + 1;
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  if (year > before && year <= 2100) return year;
  throw usage(command, (words) => words.badValue('--year', text, `${before + 1}–2100`));
}

/** The year whose call is the last that is out: of an edition that is expected itself, that which it goes by. */
async function basisOf(from: Category, catalog: Catalog): Promise<number> {
  let edition = from;
  while (edition.expected !== undefined && edition.definition.extends !== undefined)
    edition = await catalog.open(edition.definition.extends);
  return edition.definition.year;
}

const taken = (file: string): Stop =>
  new Stop(
    'edition-exists',
    { message: `已有 ${file}，没有改动`, hint: '要重新生成，加 --force；其中手写的内容会丢失。' },
    {
      message: `${file} exists; nothing was changed`,
      hint: 'To write it anew add --force; what was written there by hand is lost.',
    },
  );
