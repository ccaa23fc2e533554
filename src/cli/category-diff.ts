// What zjtx categories diff does: compares two, part by part, each member under its printed label with what became of it.
import { type Decided, type DossierDifference, decisionsBetween } from '../advise/explain/decisions.ts';
import { type AspectChange, changesBetween, differenceOf, type MemberChange } from '../advise/explain/difference.ts';
import type { Category } from '../category/category.ts';
import { ofDefinition } from '../findings/sentence.ts';
import { penOf, type View } from '../reporters/block.ts';
import { cleanLine } from '../reporters/clean.ts';
import type { Result } from '../reporters/results.ts';
import { cellsIn } from '../reporters/table.ts';
import { wrap } from '../reporters/wrap.ts';
import { type ExplainWords, explainWords, type Part } from '../words/explain.ts';
import { openFor } from './categories.ts';
import type { Context } from './command.ts';
import { displayOf } from './display.ts';
import { dossierFacts } from './one-dossier.ts';
import { isSet, textOption } from './options.ts';
import { type Tell, withResult } from './result.ts';
import { usage } from './usage.ts';

/** Two categories side by side; with a dossier also what that means for it. */
export const diff = (given: Context): Promise<number> => withResult(given, 'category-diff', compareBoth);

async function compareBoth(context: Context, tell: Tell<'category-diff'>): Promise<number> {
  const { args, options, terminal, language } = context;
  const [first, second] = args;
  if (first === undefined || second === undefined || args.length !== 2)
    throw usage('zjtx categories diff', (words) => words.twoCategories(args.length));
  const catalog = await openFor(context);
  const [a, b] = await Promise.all([catalog.open(first), catalog.open(second)]);
  const { members } = differenceOf(a, b, language);
  const shown = ({ id, definition: { title, year }, sha256 }: typeof a) => ({ id, title, year, sha256 });
  const path = textOption(options, 'dossier');
  const dossier = path === undefined ? {} : { dossier: await meaningFor(path, [a, b], context, catalog) };
  const changes = changesBetween({ members });
  const found = { a: shown(a), b: shown(b), changes, members, ...dossier };
  tell({ language, ...found } as Result<'category-diff'>);
  terminal.stdout.write(categoryDiffText(found, displayOf(terminal.stdout, context), isSet(options, 'verbose')));
  return changes > 0 && isSet(options, 'exitCode') ? 1 : 0;
}

async function meaningFor(
  path: string,
  sides: readonly [Category, Category],
  context: Context,
  catalog: Awaited<ReturnType<typeof openFor>>,
) {
  const { one, facts } = await dossierFacts(path, context, 'zjtx categories diff', catalog);
  const { enterprise, asOf } = one.assessment;
  return { path: one.shown, enterprise, asOf, ...decisionsBetween(sides, facts, asOf, context.language) };
}

type CategoryDiffShown = {
  readonly a: { readonly id: string; readonly title: string };
  readonly b: { readonly id: string; readonly title: string };
  readonly changes: number;
  readonly members: readonly MemberChange[];
  readonly dossier?: DossierDifference & { readonly path: string; readonly enterprise: string; readonly asOf: string };
};

/** In this order, what decides first. */
const order: readonly Part[] = [
  'category',
  'criterion',
  'metric',
  'scorecard',
  'group',
  'item',
  'slot',
  'section',
  'field',
  'table',
  'checklist',
  'proof',
  'source',
];

const leastCells = 16;

export function categoryDiffText(found: CategoryDiffShown, view: View, verbose: boolean): string {
  const words = explainWords(view.language);
  const { paint } = penOf({ ...view, verbose: true });
  const minus = view.unicode ? '−' : '-';
  const hung = (indent: number, mark: string, text: string, stroke: (text: string) => string): string[] =>
    wrap(cleanLine(text), Math.max(leastCells, view.width - indent - 2)).map(
      (line, at) => `${' '.repeat(indent)}${stroke(`${at === 0 ? mark : ' '} ${line}`)}`,
    );
  const strokes = { added: paint.ready, removed: paint.error, changed: paint.bold } as const;
  const signs = { added: '+', removed: minus, changed: '~' } as const;
  // In short: what became of a member, and which of its aspects changed; figures and dates say what they became.
  const short = ({ id, now, label, is, changes }: MemberChange): string[] => {
    const aspects = is !== 'changed' ? [] : [...new Set(changes.map((change) => inShort(change, words)))];
    return hung(
      0,
      signs[is],
      `${ofDefinition(label, view.language)}${aspects.length === 0 ? '' : `${words.colon}${aspects.join(view.language === 'zh' ? '；' : '; ')}`}${now === undefined ? '' : `  (${id} → ${now})`}`,
      strokes[is],
    );
  };
  const full = ({ id, now, label, is, changes }: MemberChange): string[] => [
    ...hung(0, signs[is], `${ofDefinition(label, view.language)}  (${now ?? id})`, strokes[is]),
    ...(now === undefined ? [] : hung(2, ' ', words.difference.renamed(id, now), paint.dim)),
    ...changes.flatMap((change) =>
      hung(2, ' ', is === 'changed' ? changeInWords(change, words) : askedInWords(change, words), paint.plain),
    ),
  ];
  const heads = [
    ...hung(0, minus, `${found.a.title}  ${found.a.id}`, paint.error),
    ...hung(0, '+', `${found.b.title}  ${found.b.id}`, paint.ready),
  ];
  const parts = order.flatMap((part) => {
    const members = found.members.filter((one) => one.part === part);
    return members.length === 0 ? [] : ['', paint.dim(words.parts[part]), ...members.flatMap(verbose ? full : short)];
  });
  const end = found.changes === 0 ? paint.ready(words.difference.same) : words.difference.count(found.changes);
  const decided = found.dossier === undefined ? [] : decisionLines(found.dossier, words);
  const lines = decided.map(([mark, text]) => hung(mark === '' ? 0 : 2, mark === '' ? '' : mark, text, paint.plain));
  const tail = verbose || found.changes === 0 ? [] : [paint.dim(words.difference.more)];
  return `${[...heads, ...parts, '', end, ...tail, ...(decided.length === 0 ? [] : ['', ...lines.flat()])].join('\n')}\n`;
}

/** A change that is longer is named only. */
const shortCells = 40;

function inShort(change: AspectChange, words: ExplainWords): string {
  const text = changeInWords(change, words);
  return cellsIn(text) <= shortCells ? text : words.aspects[change.key];
}

const askedInWords = ({ key, a, b }: AspectChange, { aspects, colon }: ExplainWords): string =>
  `${aspects[key]}${colon}${b ?? a ?? ''}`;

/** `要求：资产负债率 ≤ 70% → ≤ 75%`; what only one side says is new or gone. */
function changeInWords({ key, a, b, shift }: AspectChange, words: ExplainWords): string {
  const { difference, aspects } = words;
  const aspect = aspects[key];
  if (shift !== undefined) return difference.shift(aspect, shift);
  if (a !== undefined && b !== undefined) return difference.became(aspect, a, b);
  return b === undefined ? difference.went(aspect, a ?? '') : difference.came(aspect, b);
}

function decisionLines(
  { path, enterprise, asOf, decisions, points }: NonNullable<CategoryDiffShown['dossier']>,
  words: ExplainWords,
): readonly (readonly [string, string])[] {
  const { difference } = words;
  const cards = [points.a, points.b].map((card) =>
    card === undefined ? undefined : difference.points(card.label, card.points, card.max, card.pass),
  );
  const [before, after] = cards;
  return [
    ['', difference.decisions(`${enterprise} ${path} ${asOf}`)] as const,
    ...decisions.map(
      ({ title, a, b }) => ['·', `${title}${words.colon}${decided(a, words)} → ${decided(b, words)}`] as const,
    ),
    ...(before === undefined && after === undefined
      ? []
      : [['·', `${before ?? difference.none} → ${after ?? difference.none}`] as const]),
    ...(decisions.length === 0 && cards.every((card) => card === undefined)
      ? [['·', difference.noDecisionChanges] as const]
      : []),
  ];
}

const mostNeeds = 3;

/** `不符合（5,800 ÷ 8,330 × 100 = 69.6 < 70）`, or what is missing. */
export function decided(decision: Decided | undefined, words: ExplainWords): string {
  if (decision === undefined) return words.difference.none;
  const { is, shown, needs } = decision;
  if (needs !== undefined)
    return words.difference.undecided(needs.slice(0, mostNeeds), Math.max(0, needs.length - mostNeeds));
  return shown === undefined ? words.explain.decided[is] : words.shown(words.explain.decided[is], shown);
}
