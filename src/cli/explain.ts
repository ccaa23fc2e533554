// What zjtx explain does: finds what a word means, and says what it is, what it stands on, what to do, with an example.
import { resolve } from 'node:path';
import {
  type CodeExplained,
  type Explained,
  explainData,
  type FactExplained,
  lookUp,
  type MemberExplained,
  nearestKnown,
  type Subject,
} from '../advise/explain/lookup.ts';
import { type Standing, standingIn } from '../advise/explain/value.ts';
import { type Catalog, openCatalog } from '../category/catalog.ts';
import type { Category } from '../category/category.ts';
import { ofDefinition } from '../findings/sentence.ts';
import { Stop } from '../findings/stop.ts';
import { secretsOf } from '../redact/outcome.ts';
import { penOf, type View } from '../reporters/block.ts';
import { cleanLine, cleanText } from '../reporters/clean.ts';
import type { Result } from '../reporters/results.ts';
import { indented, table } from '../reporters/table.ts';
import { wrap } from '../reporters/wrap.ts';
import { type AspectKey, type ExplainWords, explainWords } from '../words/explain.ts';
import { reportWords } from '../words/report.ts';
import { decided } from './category-diff.ts';
import type { Context } from './command.ts';
import { displayOf } from './display.ts';
import type { DossierFacts } from './one-dossier.ts';
import { listOption, textOption } from './options.ts';
import { type Tell, withResult } from './result.ts';
import { usage } from './usage.ts';

const command = 'zjtx explain';

export const run = (given: Context): Promise<number> => withResult(given, 'explain', explain);

async function explain(context: Context, tell: Tell<'explain'>): Promise<number> {
  const { args, options, terminal, language } = context;
  const [what = '', path = textOption(options, 'dossier'), ...more] = args;
  if (more.length > 0) throw usage(command, (words) => words.tooMany);
  const catalog = await openCatalog(listOption(options, 'schemas').map((folder) => resolve(terminal.cwd, folder)));
  const named = textOption(options, 'category');
  const dossier = path === undefined ? undefined : await dossierAt(path, context, catalog);
  const own = named ?? dossier?.own.id;
  const ids = own === undefined ? (await catalog.list()).map(({ id }) => id) : [own];
  const categories = await Promise.all(ids.map((id) => catalog.open(id)));
  const found = lookUp(what, categories, language);
  if (found.subjects.length === 0 && found.versions.length === 0) {
    const everything = await Promise.all((await catalog.list()).map(({ id }) => catalog.open(id)));
    throw await unknown(what, own, everything, language);
  }
  const standings = dossier === undefined ? undefined : await standingsOf(found, dossier, context);
  const shown = { what, ...found, ...(standings === undefined ? {} : { standings }) };
  tell({ language, ...explainData(shown) } as Result<'explain'>);
  terminal.stdout.write(explainText(shown, displayOf(terminal.stdout, context)));
  return 0;
}

async function dossierAt(path: string, context: Context, catalog: Catalog): Promise<DossierFacts> {
  const { dossierFacts } = await import('./one-dossier.ts');
  return dossierFacts(path, context, command, catalog);
}

/** Of members of the dossier's own category only: a namesake elsewhere has another value. */
async function standingsOf({ subjects }: Explained, { one, own }: DossierFacts, { language, terminal }: Context) {
  const standings = subjects.map((subject) =>
    subject.is === 'member' && subject.category.id === own.id ? standingIn(subject, one.assessment, own, language) : {},
  );
  const redactor = terminal.masking?.redactor;
  if (redactor === undefined) return standings;
  return redactor.data(standings, secretsOf(one.assessment));
}

async function unknown(
  what: string,
  category: string | undefined,
  everything: readonly Category[],
  language: Context['language'],
) {
  // In a category that was named, a word that another one knows is no slip.
  const [other] = category === undefined ? [] : lookUp(what, everything, language).versions;
  const near = nearestKnown(what, everything, language);
  const [zh, en] = (['zh', 'en'] as const).map((spoken) => {
    const say = explainWords(spoken).explain;
    const message = category === undefined ? say.unknown(what) : say.inOne(what, category);
    return { message, hint: other === undefined ? say.nearest(near) : say.elsewhere(what, other.category.id) };
  });
  return new Stop('nothing-explained', zh ?? { message: what }, en ?? { message: what });
}

type Line = readonly [label: string, text: string];
/** One block: its title, what it is and where, and its lines. */
type Block = { readonly title: string; readonly about: string; readonly lines: readonly Line[] };

type ExplainShown = Explained & {
  readonly what: string;
  /** Of the members, in one dossier, in their order. */
  readonly standings?: readonly Standing[];
};

const fewPlaces = 8;

function explainText(found: ExplainShown, view: View): string {
  const words = explainWords(view.language);
  const blocks = [
    ...(found.subjects.length === 0 ? [severalBlock(found, words)] : []),
    ...found.subjects.map((subject, at) => blockOf(subject, found.standings?.[at], words, view)),
  ];
  return `${blocks.map((block) => drawn(block, view).join('\n')).join('\n\n')}\n`;
}

function drawn({ title, about, lines }: Block, view: View): string[] {
  const { paint } = penOf({ ...view, verbose: true });
  const rows = lines.flatMap(([label, text], row) =>
    cleanText(text)
      .split('\n')
      .map((part, at) => ({
        cells: [{ text: at > 0 || lines[row - 1]?.[0] === label ? '' : label, stroke: paint.dim }, { text: part }],
      })),
  );
  return [
    ...wrap(cleanLine(title), view.width).map(paint.bold),
    ...wrap(cleanLine(about), view.width).map(paint.dim),
    ...indented(table({ paint, width: view.width - 2 }, [{}, {}], rows), 2),
  ];
}

function blockOf(subject: Subject, standing: Standing | undefined, words: ExplainWords, view: View): Block {
  if (subject.is === 'code') return codeBlock(subject, words, view);
  return subject.is === 'fact' ? factBlock(subject, words, view) : memberBlock(subject, standing, words, view);
}

function codeBlock(
  { code, area, severity, hard, examples }: CodeExplained,
  words: ExplainWords,
  { language }: View,
): Block {
  const { labels, waivable, hard: never, noteOnly } = words.explain;
  const { name, why } = words.areas[area];
  const told = examples.filter((one, at) => examples.findIndex(({ message }) => message === one.message) === at);
  const lines = told.flatMap(({ message, hint }): Line[] => [
    [labels.says, message],
    ...(hint === undefined ? [] : [[labels.fix, hint] as const]),
  ]);
  const waiver = severity === 'note' ? noteOnly : hard ? never : waivable(code);
  return {
    title: code,
    about: `${reportWords(language).severity[severity]}  ${name}`,
    lines: [...lines, [labels.why, why], [labels.waiver, waiver]],
  };
}

/** The title stands in the head; the clause is told before the sentence quoted. */
const hidden: ReadonlySet<AspectKey> = new Set(['title', 'decimals']);

function memberBlock(
  member: MemberExplained,
  standing: Standing | undefined,
  words: ExplainWords,
  { language }: View,
): Block {
  const { part, id, label, aspects, category, examples, also, write, origin } = member;
  const { labels } = words.explain;
  const lines = aspects
    .filter(({ key }) => !hidden.has(key))
    .flatMap(({ key, text }): Line[] => {
      const name = words.aspects[key];
      if (typeof text === 'string') return [[name, text]];
      return key === 'options' || key === 'years' ? [[name, text.join(words.comma)]] : text.map((one) => [name, one]);
    });
  return {
    title: `${ofDefinition(label, language)}  (${id})`,
    about: `${words.parts[part]}  ${category.title}  ${category.id}`,
    lines: [
      ...lines,
      ...(write === undefined ? [] : [[labels.write, write] as const]),
      ...examples.map(({ given, gives }): Line => [labels.example, `${given} → ${gives}`]),
      ...(standing?.value === undefined ? [] : [[labels.value, standing.value] as const]),
      ...(standing?.decision === undefined ? [] : [[labels.decision, decided(standing.decision, words)] as const]),
      ...(origin === undefined ? [] : [[labels.file, origin] as const]),
      ...(also.length === 0 ? [] : [[labels.also, also.join(words.comma)] as const]),
    ],
  };
}

function factBlock({ id, fact, printed, readBy }: FactExplained, words: ExplainWords, { language }: View): Block {
  const { labels } = words.explain;
  const type = [words.types[fact.type], ...(fact.unit === undefined ? [] : [fact.unit])].join(' ');
  const where = [
    ...printed.map(({ category, label }) => `${category} ${label}`),
    ...readBy.map(({ category, id: member, label }) => `${category} ${ofDefinition(label, language)} (${member})`),
  ];
  const yearly = fact.yearly ? [[words.aspects.years, words.yearly] as const] : [];
  const rest = where.length > fewPlaces ? [[labels.where, words.more(where.length - fewPlaces)] as const] : [];
  return {
    title: `${fact.meaning}  (${id})`,
    about: words.explain.fact,
    lines: [
      [words.aspects.type, type],
      ...yearly,
      ...(fact.options === undefined ? [] : [[words.aspects.options, fact.options.join(words.comma)] as const]),
      ...[...fact.fields.values()].map(
        (field): Line => [words.aspects.columns, `${field.meaning} (${field.id})  ${words.types[field.type]}`],
      ),
      ...where.slice(0, fewPlaces).map((one): Line => [labels.where, one]),
      ...rest,
    ],
  };
}

/** The same name in several categories: what each asks, and how to see one in full. */
function severalBlock({ what, versions }: ExplainShown, words: ExplainWords): Block {
  const { explain } = words;
  const [newest] = versions;
  const count = new Set(versions.flatMap(({ category, also }) => [category.id, ...also])).size;
  return {
    title: explain.among(what, count),
    about: newest === undefined ? '' : explain.tellApart(what, newest.category.id),
    lines: versions.flatMap((one): Line[] => [
      [words.parts[one.part], `${one.label}${words.colon}${gistOf(one, words)}`],
      [words.parts[one.part], [one.category.id, ...one.also].join(words.comma)],
    ]),
  };
}

const telling: readonly AspectKey[] = [
  'rule',
  'formula',
  'points',
  'computed',
  'type',
  'columns',
  'required',
  'standing',
];

/** What tells it from its namesakes, in a line. */
function gistOf({ aspects }: MemberExplained, words: ExplainWords): string {
  const found = telling.map((key) => aspects.find((one) => one.key === key)).find((one) => one !== undefined);
  if (found === undefined) return words.none;
  return typeof found.text === 'string' ? found.text : found.text.join(words.comma);
}
