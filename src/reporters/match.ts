// What `zjtx match` prints: of one dossier a table of categories and what keeps it from each, of several a matrix.
import { jsonText } from '../characters/shown.ts';
import { type Language, ofDefinition } from '../findings/sentence.ts';
import { type MatchWords, matchWords } from '../words/match.ts';
import { head, type Pen, penOf, type View } from './block.ts';
import { cleanLine } from './clean.ts';
import { spokenIn } from './json.ts';
import type { MatchDocument, MatchedCategory, MatchedCriterion, MatchedDossier } from './match-definition.ts';
import { matrixLines } from './match-matrix.ts';
import {
  clausesOf,
  dueLines,
  editionLines,
  errorLines,
  missingNames,
  missingText,
  noEditionLines,
  onceGroups,
  stepsOf,
  whyLines,
} from './match-words.ts';
import { named } from './summary-lines.ts';
import { type Cell, table } from './table.ts';
import { wrap } from './wrap.ts';

type Verdict = MatchedCategory['verdict'];
const fewFacts = 3;
const fewSteps = 3;
const fewErrors = 5;
const leastCells = 16;
/** Cells of the last column: names of facts are long. */
const leastOpenCells = 24;

/** The mark and the colour of a verdict or a decision. */
function strokeOf({ marks, paint }: Pen, is: Verdict | 'advice'): Required<Cell> {
  if (is === 'met') return { text: marks.ready, stroke: paint.ready };
  if (is === 'not met') return { text: marks.error, stroke: paint.error };
  return is === 'undecided'
    ? { text: marks.undecided, stroke: paint.undecided }
    : { text: marks.note, stroke: paint.plain };
}

const hung = (pen: Pen, indent: number, text: string): string[] =>
  wrap(cleanLine(text), Math.max(leastCells, pen.width - indent)).map((line) => ' '.repeat(indent) + line);

const failing = ({ criteria }: MatchedCategory): readonly MatchedCriterion[] =>
  criteria.filter((criterion) => criterion.weighs && criterion.is === 'not met');

/** The facts still missing, or after `- ` the criterion that fails. */
function openText({ language, words: { comma, moreFacts } }: Pen, category: MatchedCategory): string {
  const [first, ...others] = failing(category);
  if (first !== undefined)
    return `- ${ofDefinition(first.title, language)}${others.length === 0 ? '' : ` (+${others.length})`}`;
  // A Chinese dossier is written in names.
  const ids = category.missing.map(({ id, label }) => {
    if (language !== 'zh') return id;
    return id === 'titles' ? matchWords(language).stand.titles : label;
  });
  if (ids.length <= fewFacts) return ids.join(comma);
  return `${ids.slice(0, fewFacts - 1).join(comma)}${moreFacts(ids.length)}`;
}

function verdictText({ is, turned }: MatchWords, category: MatchedCategory): string {
  return category.before === undefined ? is[category.verdict] : turned(is[category.before], is[category.verdict]);
}

/** Where there is less room the counts give way: what is open says more. */
function overview(pen: Pen, { categories }: MatchedDossier): string[] {
  const words = matchWords(pen.language);
  const { columns } = words;
  const { paint } = pen;
  const count = (value: number, stroke: (text: string) => string): Cell => ({
    text: String(value),
    stroke: value === 0 ? paint.dim : stroke,
  });
  const heads = [columns.met, columns.notMet, columns.undecided, columns.unknown];
  return table(
    pen,
    [
      { mark: true, cells: 1 },
      { head: columns.category },
      ...heads.map((one) => ({ head: one, right: true, spare: true })),
      { head: columns.verdict },
      { head: columns.open, least: leastOpenCells },
    ],
    categories.map((category) => {
      const { counts, id } = category;
      const { text, stroke } = strokeOf(pen, category.verdict);
      return {
        cells: [
          { text, stroke },
          { text: id },
          count(counts.met, paint.plain),
          count(counts.notMet, paint.error),
          count(counts.undecided, paint.undecided),
          count(counts.unknown, paint.plain),
          { text: verdictText(words, category), stroke },
          { text: cleanLine(openText(pen, category)) },
        ],
      };
    }),
  );
}

/** One criterion: its decision, why, and with `verbose` what asks for it. */
function criterionLines(pen: Pen, criterion: MatchedCriterion): string[] {
  const words = matchWords(pen.language);
  const { marks, paint, verbose, language } = pen;
  const soft = !criterion.weighs && criterion.is === 'not met';
  const { text, stroke } = soft ? { text: marks.warning, stroke: paint.warning } : strokeOf(pen, criterion.is);
  const is = soft ? pen.words.severity.warning : words.is[criterion.is];
  const said = criterion.before === undefined ? is : words.turned(words.is[criterion.before], is);
  const needs = criterion.needs.map(({ id, label, year }) =>
    missingText(language, { id, label: year === undefined ? label : words.ofYear(label, year) }, verbose),
  );
  return [
    ...head(
      pen,
      `  ${text}`,
      said,
      stroke,
      cleanLine(ofDefinition(criterion.title, language)),
      verbose ? criterion.id : undefined,
    ),
    ...whyLines(language, criterion, verbose).flatMap((line) => hung(pen, 6, line)),
    ...(verbose && needs.length > 0 ? hung(pen, 6, `${words.missing}${needs.join(pen.words.comma)}`) : []),
    ...(criterion.hint !== undefined && criterion.is === 'not met' && criterion.reached.length === 0
      ? hung(pen, 6, `${words.hint}${ofDefinition(criterion.hint, language)}`)
      : []),
    ...(verbose ? hung(pen, 6, `${words.clause}${clausesOf(language, criterion)}`) : []),
  ];
}

/** What is worth saying of a category beyond its row. */
function block(pen: Pen, category: MatchedCategory, set: boolean): string[] {
  const words = matchWords(pen.language);
  const { verbose, language, words: report } = pen;
  const criteria = category.criteria.filter(
    ({ is, before, readings }) =>
      verbose || is === 'not met' || (set && before !== undefined) || (readings !== undefined && is === 'undecided'),
  );
  const missing = missingNames(language, category.missing, (fact) => missingText(language, fact, verbose));
  if (criteria.length === 0 && missing.length === 0) return [];
  const { text, stroke } = strokeOf(pen, category.verdict);
  return [
    '',
    ...head(pen, text, verdictText(words, category), stroke, cleanLine(category.title), category.id),
    ...criteria.flatMap((criterion) => criterionLines(pen, criterion)),
    ...(missing.length === 0 ? [] : hung(pen, 2, `${words.missing}${missing.join(report.comma)}`)),
  ];
}

/** What to do now, and what the words mean. */
function last(pen: Pen, dossier: MatchedDossier): string[] {
  const words = matchWords(pen.language);
  const { categories } = dossier;
  const names = new Map(
    categories.flatMap(({ missing }) => missing.map((fact) => [fact.id, missingText(pen.language, fact, false)])),
  );
  const steps = stepsOf(dossier, fewSteps).map(({ facts, category }, index) =>
    (index === 0 ? words.decides : words.afterwards)(
      facts.map((id) => names.get(id) ?? id),
      category,
    ),
  );
  const end = pen.language === 'zh' ? '。' : '.';
  const lines = [
    ...(steps.length === 0 ? [] : [steps.join(pen.words.and) + end]),
    ...dueLines(pen.language, dossier),
    ...editionLines(pen.language, dossier),
    ...onceGroups(dossier).map(words.once),
    ...(dossier.set.length > 0 &&
    !categories.some(({ criteria }) => criteria.some(({ before }) => before !== undefined))
      ? [words.nothingTurned]
      : []),
    ...(categories.some(({ criteria }) => criteria.some(({ reached }) => reached.length > 0))
      ? [words.arithmetic]
      : []),
    ...(categories.some(({ missing }) => missing.length > 0) ? [words.whereFacts] : []),
    ...(categories.some(({ counts }) => counts.unknown > 0) ? [words.unknownNote] : []),
  ];
  const errors = errorLines(pen.language, dossier, pen.verbose ? undefined : fewErrors);
  const told = [
    ...errors.flatMap((line, at) => hung(pen, at === 0 ? 0 : 2, line)),
    ...lines.flatMap((line) => hung(pen, 0, line)),
  ];
  return told.length === 0 ? [] : ['', ...told];
}

function one(pen: Pen, dossier: MatchedDossier): string[] {
  const words = matchWords(pen.language);
  const { paint } = pen;
  const set = dossier.set.map(({ label, year, before, after }) => {
    const fact = year === undefined ? label : words.ofYear(label, year);
    return words.turned(`${fact} ${before ?? '—'}`, after);
  });
  return [
    ...named(pen, dossier.enterprise || dossier.path, [paint.dim(pen.words.asOf(dossier.asOf))]),
    ...noEditionLines(pen.language, [dossier]).flatMap((line) => hung(pen, 0, line)),
    ...(set.length === 0 ? [] : hung(pen, 0, `${words.set}  ${set.join(pen.words.comma)}`)),
    '',
    ...overview(pen, dossier),
    ...dossier.categories.flatMap((category) => block(pen, category, set.length > 0)),
    ...last(pen, dossier),
  ];
}

/** The document as text: of several dossiers a matrix, with `verbose` everything about each after it. */
function matchText({ dossiers }: MatchDocument, view: View & { readonly verbose: boolean }): string {
  const pen = penOf(view);
  const [first, ...others] = dossiers;
  if (first === undefined) return '';
  const lines =
    others.length === 0
      ? one(pen, first)
      : [
          ...matrixLines(pen, dossiers),
          ...(pen.verbose ? dossiers.flatMap((dossier) => ['', '-'.repeat(pen.width), ...one(pen, dossier)]) : []),
        ];
  return `${lines.join('\n')}\n`;
}

/** The formats of `zjtx match`, by the name that --format takes. */
type Shown = View & { readonly verbose: boolean; readonly compact?: boolean; readonly only?: Language | undefined };
type Draw = (document: MatchDocument, view: Shown) => string | Promise<string>;

export const matchFormats: Readonly<Record<string, Draw>> = {
  text: matchText,
  json: (document, { compact, only }) => `${jsonText(document, compact === true ? 0 : 2, only && spokenIn(only))}\n`,
  html: async (document, { language }) => {
    const [{ matchPage }, { readAssets }] = await Promise.all([import('./html/match.ts'), import('./html/assets.ts')]);
    return matchPage(document, language, await readAssets());
  },
};
