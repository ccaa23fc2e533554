// What zjtx categories does: lists them, shows one with the clause and origin of every part, its schema, how its tests went.
import { resolve } from 'node:path';
import { pointsInWords, weighs } from '../advise/explain/members.ts';
import { ruleInWords, type Speech, speechOf } from '../advise/explain/speech.ts';
import { openCatalog } from '../category/catalog.ts';
import type { Category, CategoryEntry } from '../category/category.ts';
import { needOf } from '../category/schema/describe.ts';
import { followersOf } from '../category/season.ts';
import { runDefinitionTests, type TestFailure, type TestRun } from '../category/test.ts';
import { jsonText } from '../characters/shown.ts';
import { dossierSchema } from '../dossier/json-schema.ts';
import type { Citation } from '../findings/finding.ts';
import type { OpenedField, OpenedTable } from '../form/opened.ts';
import { penOf, type View } from '../reporters/block.ts';
import { clauses, mostClauses } from '../reporters/citation.ts';
import type { Result } from '../reporters/results.ts';
import { flowing, joined } from '../reporters/summary-lines.ts';
import { clip, indented } from '../reporters/table.ts';
import { wrap } from '../reporters/wrap.ts';
import { type CategoriesWords, categoriesWords } from '../words/categories.ts';
import { explainWords } from '../words/explain.ts';
import { standingName } from '../words/readings.ts';
import { reportWords } from '../words/report.ts';
import { schemaWords } from '../words/schema.ts';
import type { Context } from './command.ts';
import { displayOf } from './display.ts';
import { isSet, listOption } from './options.ts';
import { readFormats, writeDocuments } from './reporting.ts';
import { askedFormats, type Tell, withResult } from './result.ts';

export const openFor = ({ terminal, options }: Context) =>
  openCatalog(listOption(options, 'schemas').map((folder) => resolve(terminal.cwd, folder)));

/** `--json` prints the bare list, as it did before there was `-f json`. */
export const list = async (given: Context): Promise<number> => {
  if (!isSet(given.options, 'json')) return withResult(given, 'categories', listAll);
  given.terminal.stdout.write(`${jsonText(await (await openFor(given)).list(), 2)}\n`);
  return 0;
};

async function listAll(context: Context, tell: Tell<'categories'>): Promise<number> {
  const { stdout } = context.terminal;
  const entries = await (await openFor(context)).list();
  tell({ categories: entries as Result<'categories'>['categories'] });
  stdout.write(categoryList(entries, displayOf(stdout, context)));
  return 0;
}

export async function show(context: Context): Promise<number> {
  const { terminal, options, language } = context;
  const formats = readFormats(['text', 'json'], askedFormats(options), 'zjtx categories show');
  const category = await (await openFor(context)).open(context.args[0] ?? '');
  // The JSON is its own text: the digest that a bundle names is of this.
  await writeDocuments(
    formats,
    async ({ name }, view) => [
      name === 'json'
        ? `${jsonText(JSON.parse(category.flattened), 1)}\n`
        : categoryText(category, { ...view, language }, isSet(options, 'verbose')),
    ],
    terminal,
    options.color !== false,
  );
  return 0;
}

export async function schema(context: Context): Promise<number> {
  const category = await (await openFor(context)).open(context.args[0] ?? '');
  context.terminal.stdout.write(`${jsonText(dossierSchema(category, schemaWords), 1)}\n`);
  return 0;
}

export const test = (given: Context): Promise<number> => withResult(given, 'category-test', testAll);

async function testAll(context: Context, tell: Tell<'category-test'>): Promise<number> {
  const catalog = await openFor(context);
  const { stdout } = context.terminal;
  const ids = context.args.length > 0 ? context.args : (await catalog.list()).map(({ id }) => id);
  const tested: ({ readonly id: string } & TestRun)[] = [];
  for (const id of ids) {
    const run = runDefinitionTests(await catalog.open(id));
    tested.push({ id, ...run });
    stdout.write(testedLines(id, run, displayOf(stdout, context)));
  }
  tell({ categories: tested });
  return tested.some(({ failed }) => failed > 0) ? 1 : 0;
}

/** Newest year first, then by id. */
function categoryList(entries: readonly CategoryEntry[], view: View): string {
  const words = categoriesWords(view.language).list;
  const { paint, marks } = penOf({ ...view, verbose: true });
  const below = (text: string): string[] => wrap(text, view.width - 2).map((line) => `  ${line}`);
  const lines = [...entries]
    .sort((a, b) => b.year - a.year || (a.id < b.id ? -1 : 1))
    .flatMap((entry) => {
      const { id, title, standings, season, expected } = entry;
      const [next] = [...followersOf(entries, entry)]
        .filter((one) => one.expected === undefined)
        .sort((a, b) => a.year - b.year);
      const [mark, state, stroke] = expected
        ? [marks.undecided, words.expected, paint.undecided]
        : next === undefined
          ? [marks.ready, words.current, paint.ready]
          : [marks.note, words.replaced(next.id), paint.dim];
      const standing = standings.map((one) => standingName(one, view.language)).join(reportWords(view.language).comma);
      const [first = '', ...rest] = wrap(title, view.width - 2);
      // An id is copied, so it is never cut; a title holds the number of its batch.
      return [
        `${stroke(mark)} ${paint.bold(id)}`,
        `  ${first}`,
        ...rest.map((line) => `  ${line}`),
        ...below(`${state}${view.language === 'zh' ? '；' : '; '}${words.season(season.from, season.until)}`),
        ...below(standing).map(paint.dim),
      ];
    });
  return `${lines.join('\n')}\n`;
}

/** Everything a definition says in words, part by part; each with its clauses, in full with its id and the file it is from. */
function categoryText(category: Category, view: View, verbose: boolean): string {
  const { definition, form, slots, metrics, scorecard, criteria, checklist } = category;
  const words = categoriesWords(view.language).shown;
  const { paint } = penOf({ ...view, verbose: true });
  const { requiredSlot, optionalSlot, untitled } = explainWords(view.language);
  const speech = speechOf(category, { language: view.language });
  const { own, say } = speech;
  const room = view.width - hangCells;
  const entry = (
    path: string,
    parts: readonly string[],
    cite: readonly Citation[],
    rules: readonly string[] = [],
    known = '',
  ): string[] => {
    const origin = verbose ? category.origins.get(path) : undefined;
    const clause = cite.length === 0 ? '' : clauses(cite, view.language);
    const below = [
      ...(clause === '' || clause === known ? [] : [clause]),
      ...(origin === undefined ? [] : [`[${words.from(path.slice(path.lastIndexOf('.') + 1), origin)}]`]),
    ].join('  ');
    const [first = '', ...others] = flowing(parts, view.width, 2, hangCells);
    const [, label = '', ...rest] = first.split('  ');
    return [
      ['', paint.bold(label), ...rest].join('  '),
      ...others,
      ...indented([...rules.flatMap((rule) => wrap(rule, room)), ...wrap(below, room).map(paint.dim)], hangCells),
    ];
  };
  const dimly = (text: string) => indented(wrap(text, view.width - 2).map(paint.dim), 2);
  const part = (title: string, lines: readonly string[], above: readonly string[] = []): string[] => [
    '',
    ...above,
    ...wrap(title, view.width).map(paint.bold),
    ...lines,
  ];
  const sectionLines = ({ id, items }: Category['form']['sections'][number]): string[] => {
    const most = mostClauses(items, view.language);
    const entries = items.flatMap((item) => {
      const path = `form.${id}.${item.kind === 'field' ? 'fields' : 'tables'}.${item.id}`;
      return entry(path, itemParts(item, view), item.cite, [], most);
    });
    return [...(most === '' ? [] : dimly(words.mostly(most))), ...entries];
  };
  const cardHead = ({ label, max, pass, cite }: NonNullable<typeof scorecard>): string[] => [
    paint.bold(words.scorecard(label, max, pass)),
    ...dimly(clauses(cite, view.language)),
    '',
  ];
  const lines = [
    ...joined([...wrap(definition.title, view.width).map(paint.bold), category.id], view.width, 2),
    ...joined([...wrap(definition.scheme, view.width), definition.authority, String(definition.year)], view.width, 2),
    `sha256 ${category.sha256}`,
    ...noticeLines(speech, view, paint.bold),
    ...part(
      words.sources,
      Object.entries(definition.sources).flatMap(([key, { short, standing, title }]) => {
        const known = words.inBrackets(standingName(standing, view.language));
        return entry(`sources.${key}`, [`${own(short)}${known}`, own(title)], []);
      }),
    ),
    ...form.sections.flatMap((section) =>
      part(
        `${words.form} / ${section.title === undefined ? untitled : own(section.title)}${section.open ? words.inBrackets(words.open) : ''}`,
        sectionLines(section),
      ),
    ),
    ...part(
      words.attachments,
      slots.flatMap(({ id, order, label, required, cite }) =>
        entry(`attachments.${id}`, [`${order} ${label}`, required ? requiredSlot : optionalSlot], cite),
      ),
    ),
    ...part(
      words.metrics,
      metrics.flatMap(({ id, label, formula, readings, cite }) => {
        const formulas = readings.map((one) => `${words.reading(own(one.label))}  ${say(one.formula)}`);
        return entry(`metrics.${id}`, [label], cite, formulas.length === 0 ? [say(formula)] : formulas);
      }),
    ),
    ...(scorecard === undefined
      ? []
      : scorecard.groups.flatMap((group, at) =>
          part(
            words.group(group.label, group.max, group.pass),
            scorecard.items
              .filter((item) => item.group === group.id)
              .flatMap(({ id, label, max, cite }) =>
                entry(`scorecard.items.${id}`, [label, words.most(max)], cite, [
                  pointsInWords(definition.scorecard?.items[id] ?? {}, speech).text,
                ]),
              ),
            at === 0 ? cardHead(scorecard) : [],
          ),
        )),
    ...part(
      words.criteria,
      criteria.flatMap((criterion) => {
        const { id, title, cite } = criterion;
        const { rule, as, readings = [] } = definition.criteria[id] ?? {};
        const read = as === undefined ? [{ label: undefined, rule }] : [{ label: as, rule }, ...readings];
        const rules = read.flatMap((one) => [
          ...(one.label === undefined ? [] : [words.reading(own(one.label))]),
          ...(weighs(one.rule) ? [ruleInWords(one.rule, speech).text] : []),
        ]);
        return entry(`criteria.${id}`, [own(title), weightOf(criterion, rule, view)], cite, rules);
      }),
    ),
    ...part(
      words.checklist,
      checklist.flatMap((point) => entry(`checklist.${point.id}`, [own(point.text)], point.cite)),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const hangCells = 6;

/** What weighs a criterion that is not met; advice and unknown requirements never fail. */
function weightOf({ severity }: Category['criteria'][number], rule: unknown, view: View): string {
  const { unknown, severity: named } = reportWords(view.language);
  if (rule === 'advise') return categoriesWords(view.language).shown.advice;
  return rule === 'unknown' ? unknown : named[severity];
}

/** Right under the title: the days it is for, what came after, and that one applies for one of several categories only. */
function noticeLines({ category, own }: Speech, view: View, bold: (text: string) => string): string[] {
  const { definition, season, superseded, once } = category;
  const words = categoriesWords(view.language).shown;
  const { season: daysOf, aspects, colon } = explainWords(view.language);
  const notice = (text: string, cite: readonly Citation[]): string[] => [
    ...wrap(text, view.width - 2).map((line, at) => `${at === 0 ? '' : '  '}${bold(line)}`),
    ...(cite.length === 0 ? [] : wrap(clauses(cite, view.language), view.width - 2).map((line) => `  ${line}`)),
  ];
  const days = `${aspects.season}${colon}${daysOf(season, definition.season ?? {})}`;
  return [
    ...notice(days, season.cite),
    ...(superseded === undefined ? [] : notice(`${words.superseded}${own(superseded.text)}`, superseded.cite)),
    ...(once === undefined ? [] : notice(once.hint === undefined ? words.once : own(once.hint), once.cite)),
  ];
}

function itemParts(item: OpenedField | OpenedTable, view: View): readonly string[] {
  const words = categoriesWords(view.language).shown;
  if (item.kind === 'table') return [item.title, words.columns(item.columns.map((column) => column.label))];
  const { fact, max, maxInferred } = item;
  const need = words[needOf(item)];
  if (item.shows !== undefined || item.computed !== undefined) return [item.label, need];
  const { types, characters, comma } = explainWords(view.language);
  return [
    item.label,
    fact === undefined ? '' : [types[fact.type], fact.unit ?? ''].join(' ').trim(),
    max === undefined ? '' : characters(max, maxInferred),
    item.years.map(({ year }) => year).join(comma),
    fact?.type === 'yes_no' ? '' : clip(item.options.join(' / '), 60),
    need,
  ].filter((text) => text !== '');
}

/** How the tests of a definition went, as text: a line a category, and one for everything found otherwise or to look at. */
function testedLines(id: string, { passed, failed, failures, inherited }: TestRun, view: View): string {
  const words = categoriesWords(view.language).tested;
  const { paint, marks } = penOf({ ...view, verbose: true });
  const passing =
    passed === 0 ? [paint.dim(marks.note), paint.dim(words.none)] : [paint.ready(marks.ready), words.passed(passed)];
  const failing = [paint.error(marks.error), words.failed(failed, passed + failed)];
  const [mark, text] = failed > 0 ? failing : passing;
  const first = `${mark} ${paint.bold(id)}  ${text}`;
  const told = failures.map((failure) => `${words.test(failure.test)}  ${sentence(failure, words)}`);
  const below = [...told, ...inherited.map(words.inherited)].flatMap((text) => wrap(text, view.width - 2));
  return `${[first, ...below.map((line) => `  ${line}`)].join('\n')}\n`;
}

function sentence({ part, name, expected, found }: TestFailure, words: CategoriesWords['tested']): string {
  if (part === 'given') return words.given(name);
  if (found === 'unknown name') return words.unknownName(name);
  const said = { metrics: words.metric, points: words.points, criteria: words.criterion }[part];
  return said(name, expected, found);
}
