// Several dossiers at a glance: a row an enterprise, a column a category by its number, which a list below explains.
import { matchWords } from '../words/match.ts';
import type { Pen } from './block.ts';
import { cleanLine } from './clean.ts';
import type { MatchedCategory, MatchedDossier } from './match-definition.ts';
import { noEditionLines } from './match-words.ts';
import { joined } from './summary-lines.ts';
import { type Cell, cellsIn, indented, table } from './table.ts';
import { wrap } from './wrap.ts';

/** The categories of a run, by id. */
export function categoriesOf(dossiers: readonly MatchedDossier[]): readonly MatchedCategory[] {
  const all = new Map(dossiers.flatMap(({ categories }) => categories.map((category) => [category.id, category])));
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** How a category came out in a few signs: `符合`, `缺 3 项`, `2 不符`. */
export function cellText({ language }: Pick<Pen, 'language'>, { verdict, counts, missing }: MatchedCategory): string {
  const { cell } = matchWords(language);
  return cell[verdict](verdict === 'not met' ? counts.notMet : missing.length);
}

function cellOf(pen: Pen, category: MatchedCategory | undefined): Cell {
  const { paint, marks } = pen;
  if (category === undefined) return { text: '-', stroke: paint.dim };
  const text = cellText(pen, category);
  if (category.verdict === 'met') return { text: `${marks.ready} ${text}`, stroke: paint.ready };
  if (category.verdict === 'not met') return { text: `${marks.error} ${text}`, stroke: paint.error };
  return category.verdict === 'undecided'
    ? { text: `${marks.undecided} ${text}`, stroke: paint.undecided }
    : { text: `${marks.note} ${text}` };
}

const widestNameCells = 26;
const mostNames = 10;

/** The end of a path tells it from others. */
function endOf(path: string, width: number): string {
  if (cellsIn(path) <= width) return path;
  const signs = [...path];
  while (cellsIn(signs.join('')) > width - 2) signs.shift();
  return `..${signs.join('')}`;
}

const ownPath = ({ path }: MatchedDossier): string => cleanLine(path.replace(/\/dossier\.yaml$/, ''));

/** Where the terminal is narrow: below each enterprise its categories, those that were matched. */
const listLines = (pen: Pen, sorted: readonly MatchedDossier[]): string[] =>
  sorted.flatMap((dossier, index) => {
    const rows = categoriesOf([dossier]).map((category) => ({ cells: [cellOf(pen, category), { text: category.id }] }));
    const name = dossier.enterprise === '' ? [] : [pen.paint.bold(cleanLine(dossier.enterprise))];
    return [
      ...(index === 0 ? [] : ['']),
      ...name,
      pen.paint.dim(ownPath(dossier)),
      ...indented(table({ paint: pen.paint, width: pen.width - 2 }, [{}, { path: true }], rows), 2),
    ];
  });

/** As many columns a table as the width takes, then the next ones. */
function tableLines(pen: Pen, sorted: readonly MatchedDossier[], categories: readonly MatchedCategory[]): string[] {
  const words = matchWords(pen.language);
  const doubled = new Set(
    sorted.map(({ enterprise }) => enterprise).filter((name, index, all) => all.indexOf(name) !== index),
  );
  const nameOf = (dossier: MatchedDossier): string =>
    dossier.enterprise === '' || doubled.has(dossier.enterprise)
      ? endOf(ownPath(dossier), widestNameCells)
      : cleanLine(dossier.enterprise);
  const longest = sorted.reduce((most, one) => Math.max(most, cellsIn(nameOf(one))), cellsIn(words.columns.enterprise));
  const name = Math.min(widestNameCells, longest);
  const numbered = categories.map((category, index) => ({ id: category.id, head: String(index + 1) }));
  const rows = sorted.map((dossier) => ({
    name: nameOf(dossier),
    cells: numbered.map(({ id }) =>
      cellOf(
        pen,
        dossier.categories.find((category) => category.id === id),
      ),
    ),
  }));
  const widths = numbered.map(({ head }, index) =>
    Math.max(cellsIn(head), ...rows.map(({ cells }) => cellsIn(cells[index]?.text ?? ''))),
  );
  const parts: number[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const [index, width] of widths.entries()) {
    if (used + 2 + width > pen.width) {
      parts.push([]);
      used = name;
    }
    parts.at(-1)?.push(index);
    used += 2 + width;
  }
  return parts.flatMap((part, index) => [
    ...(index === 0 ? [] : ['']),
    ...table(
      pen,
      [
        { head: words.columns.enterprise, cells: name, least: name },
        ...part.map((at) => ({ head: numbered[at]?.head ?? '', cells: widths[at] ?? 0 })),
      ],
      rows.map((row) => ({ cells: [{ text: row.name }, ...part.map((at) => row.cells[at] ?? { text: '' })] })),
    ),
  ]);
}

/** The matrix, what its numbers are, and what its words mean. */
export function matrixLines(pen: Pen, dossiers: readonly MatchedDossier[]): string[] {
  const words = matchWords(pen.language);
  const categories = categoriesOf(dossiers);
  const sorted = [...dossiers].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const listed = categories.map(({ id, title }, index) => ({
    cells: [...(pen.narrow ? [] : [{ text: String(index + 1) }]), { text: id }, { text: cleanLine(title) }],
  }));
  const unread = sorted.filter((dossier) => dossier.unread > 0);
  const days = [...new Set(sorted.map(({ asOf }) => asOf))].sort();
  const span = days.length > 1 ? `${days[0]} – ${days.at(-1)}` : (days[0] ?? '');
  return [
    ...joined([words.matched(dossiers.length, categories.length), pen.paint.dim(pen.words.asOf(span))], pen.width, 2),
    '',
    ...(pen.narrow ? listLines(pen, sorted) : tableLines(pen, sorted, categories)),
    '',
    ...table(pen, [...(pen.narrow ? [] : [{ cells: 2, right: true }]), {}, {}], listed),
    '',
    ...noEditionLines(pen.language, sorted).flatMap((line) => wrap(line, pen.width)),
    ...(unread.length === 0
      ? []
      : wrap(words.unreadIn(unread.length, unread.slice(0, mostNames).map(ownPath)), pen.width)),
    ...wrap(words.legend('-'), pen.width),
    ...(pen.verbose ? [] : wrap(words.more, pen.width)),
  ];
}
